#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `tocsin decode` reads, compared with what independent readers of the field say.

checkdecoders.py WHAT PROGRAM FIXTURES SAMPLES    WHAT: times (astropy), avro (Python's avro), maps (astropy, astropy-healpix).
FIXTURES: tests/data. SAMPLES: a folder of real packets, which need not be there.
Exit 0 = all equal, 1 = something differs (said), 77 = a reader cannot be had."""
import base64
import datetime
import glob
import json
import math
import os
import random
import re
import struct
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")  # of astropy: no network, so its leap seconds are called old
what, program, fixtures, samples = sys.argv[1:5]
problems = []
checked = 0


def missing(why):
    print(f"skipped: {why}", file=sys.stderr)
    sys.exit(77)


def decode(*arguments):
    done = subprocess.run([program, "decode", "--all-fields", *arguments], capture_output=True, text=True, timeout=120)
    return [json.loads(line) for line in done.stdout.splitlines()]


def fixture(name):
    return open(os.path.join(fixtures, name), encoding="utf-8").read()


def with_astropy_times():
    try:
        from astropy.time import Time
        from astropy.utils import iers
    except ImportError as error:
        missing(error)
    iers.conf.auto_download = False
    chance = random.Random(5)
    instants = [Time(text, scale="utc") for text in ("2016-12-31T23:59:59.5", "2016-12-31T23:59:60.5", "2017-01-01T00:00:00.25", "2024-02-29T12:00:00", "2026-09-14T03:00:12.654")]
    instants += [Time(chance.randrange(57000, 57700) + chance.randrange(0, 86400) / 86400, format="mjd", scale="utc") for _ in range(20)]
    instants += [Time(chance.randrange(57800, 61500) + chance.randrange(0, 86400) / 86400, format="mjd", scale="utc") for _ in range(20)]

    def gps(time):
        return json.dumps(json.loads(fixture("gracedb_superevent.json").replace("1473379267.25", f"{time.gps:.3f}")))

    def tjd(time):
        hours, minutes, rest = time.isot.split("T")[1].split(":")
        seconds = int(hours) * 3600 + int(minutes) * 60 + float(rest)
        # Not of the fraction of the day: a day with a leap second is stretched in astropy.
        day = math.floor(Time(time.isot.split("T")[0], scale="utc").mjd)
        text = fixture("gcn_text_two.txt").split("//////")[0]
        text = re.sub(r"GRB_DATE: .*", f"GRB_DATE:        {day - 40000} TJD;", text)
        return re.sub(r"GRB_TIME: .*", f"GRB_TIME:        {seconds:.2f} SOD", text)

    def iso(time):
        return fixture("notice.json").replace("2026-09-14T00:00:59.25Z", time.isot + "Z")

    with tempfile.TemporaryDirectory() as folder:
        for kind, packet, tolerance in (("gps", gps, 1e-3), ("tjd", tjd, 6e-3), ("iso", iso, 1e-3)):
            names = []
            # Nobody says what seconds of a day beyond 86400 are.
            told = [time for time in instants if kind != "tjd" or ":60" not in time.isot]
            for number, time in enumerate(told):
                names.append(os.path.join(folder, f"{kind}{number}"))
                open(names[-1], "w", encoding="utf-8").write(packet(time))
            compare_times(Time, kind, decode(*names), told, tolerance)
    try:
        compare_avro_times(Time)
    except ImportError as error:
        print(f"left out, Avro: {error}")


def compare_times(Time, kind, rows, instants, tolerance):
    global checked
    if len(rows) != len(instants):
        problems.append(f"{kind}: {len(rows)} rows of {len(instants)} packets")
    for row, time in zip(rows, instants):
        checked += 1
        text = row.get("timestamp")
        if not text or abs((Time(text.rstrip("Z"), scale="utc") - time).sec) > tolerance:
            problems.append(f"{kind}: {text} instead of {time.utc.isot}")


def compare_avro_times(Time):
    from avro.datafile import DataFileReader
    from avro.io import DatumReader
    wanted = {"ztf.avro": ("candidate", "jd", "jd", "utc", 1e-4), "lsst.avro": ("diaSource", "midpointMjdTai", "mjd", "tai", 1e-5)}
    for name, (record, field, form, scale, tolerance) in wanted.items():
        with DataFileReader(open(os.path.join(fixtures, name), "rb"), DatumReader()) as reader:
            for row, datum in zip(decode(os.path.join(fixtures, name)), reader):
                compare_times(Time, name, [row], [Time(datum[record][field], format=form, scale=scale).utc], tolerance)


def single(number):
    return struct.unpack("f", struct.pack("f", number))[0]


def compare_values(where, wanted, found):
    """`wanted` as Python's avro has it. Binary values are told by their size alone."""
    global checked
    checked += 1
    if isinstance(wanted, dict) and isinstance(found, dict):
        for key, value in wanted.items():
            if key in found:
                compare_values(f"{where}.{key}", value, found[key])
            else:
                problems.append(f"{where}.{key} is not there")
    elif isinstance(wanted, list) and isinstance(found, list):
        if len(wanted) != len(found):
            problems.append(f"{where}: {len(found)} items instead of {len(wanted)}")
        for number, (one, other) in enumerate(zip(wanted, found)):
            compare_values(f"{where}[{number}]", one, other)
    elif isinstance(wanted, bytes):
        if not isinstance(found, dict) or found.get("bytes") != len(wanted):
            problems.append(f"{where}: {found!r} instead of {len(wanted)} bytes")
    elif isinstance(wanted, datetime.datetime):
        since = round(wanted.timestamp() * 1e6)
        if found not in (since, since // 1000):
            problems.append(f"{where}: {found!r} instead of {since}")
    elif isinstance(wanted, float):
        if math.isfinite(wanted):
            good = isinstance(found, (int, float)) and (found == wanted or (single(wanted) == wanted and single(found) == wanted))
        else:
            good = found is None or isinstance(found, str)
        if not good:
            problems.append(f"{where}: {found!r} instead of {wanted!r}")
    elif type(wanted) is not type(found) or wanted != found:
        problems.append(f"{where}: {found!r} instead of {wanted!r}")


def with_avro():
    try:
        from avro.datafile import DataFileReader
        from avro.io import DatumReader
    except ImportError as error:
        missing(error)
    read = 0
    # What is broken on purpose is not for an independent reader, which has no bounds.
    names = sorted(glob.glob(os.path.join(fixtures, "*.avro")))
    for folder in ("ztf-avro", "lsst-avro", "elasticc", "other-avro"):
        names += sorted(glob.glob(os.path.join(samples, folder, "*.avro")))
    for name in names:
        try:
            with DataFileReader(open(name, "rb"), DatumReader()) as reader:
                truth = list(reader)
        except Exception as error:  # a codec or a schema that it does not know
            print(f"left out, Python's avro does not read it: {os.path.basename(name)}: {type(error).__name__} {str(error)[:80]}")
            continue
        rows = decode(name)
        read += 1
        if len(rows) != len(truth):
            problems.append(f"{name}: {len(rows)} rows instead of {len(truth)}")
        for number, (wanted, row) in enumerate(zip(truth, rows)):
            compare_values(f"{os.path.basename(name)}[{number}]", wanted, row.get("fields"))
    if read < 8:
        problems.append(f"only {read} files could be compared")


def with_maps():
    try:
        import numpy
        from astropy.table import Table
        import astropy_healpix
    except ImportError as error:
        missing(error)
    global checked
    names = [os.path.join(fixtures, "multiorder.fits")] + sorted(glob.glob(os.path.join(samples, "skymaps", "*.multiorder.fits")))
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            map_table = Table.read(name)
            level, pixel = astropy_healpix.uniq_to_level_ipix(numpy.asarray(map_table["UNIQ"], dtype=numpy.int64))
            nside = astropy_healpix.level_to_nside(level)
            density = numpy.asarray(map_table["PROBDENSITY"], dtype=float)
            area = astropy_healpix.nside_to_pixel_area(nside).to_value("sr")
            order = numpy.argsort(-density, kind="stable")
            sums = numpy.cumsum((density * area)[order])
            packet = json.loads(fixture("gwalert_map.json"))
            packet["event"]["skymap"] = base64.b64encode(open(name, "rb").read()).decode()
            packet_name = os.path.join(folder, "packet.json")
            json.dump(packet, open(packet_name, "w", encoding="utf-8"))
            row = decode(packet_name)[0]
            for key, level_wanted in (("area50", 0.5), ("area90", 0.9)):
                # The tile in which the level is reached counts whole.
                count = int(numpy.searchsorted(sums, level_wanted * sums[-1])) + 1
                wanted = math.degrees(math.degrees(area[order][:count].sum()))
                checked += 1
                if row.get(key) is None or abs(row[key] - wanted) > 1e-6 * wanted:
                    problems.append(f"{os.path.basename(name)}: {key} {row.get(key)} instead of {wanted}")
            best = order[0]
            ra, dec = astropy_healpix.healpix_to_lonlat(pixel[best], nside[best], order="nested")
            checked += 1
            if row.get("position_kind") == "map-peak" and math.hypot(row["ra"] - ra.deg, row["dec"] - dec.deg) > 1e-6:
                problems.append(f"{os.path.basename(name)}: {row['ra']}, {row['dec']} instead of {ra.deg}, {dec.deg}")


{"times": with_astropy_times, "avro": with_avro, "maps": with_maps}[what]()
for problem in problems[:40]:
    print(problem)
print(f"{checked} values compared, {len(problems)} differ")
sys.exit(1 if problems or not checked else 0)
