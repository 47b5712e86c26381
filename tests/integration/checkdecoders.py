#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What `tocsin decode` reads, compared with what independent readers of the field say.

checkdecoders.py WHAT PROGRAM FIXTURES SAMPLES    WHAT: times (astropy), avro (Python's avro), maps (astropy, astropy-healpix),
frames (astropy.wcs; PROGRAM is printframe).
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


def made_maps(numpy, Table, healpix, folder):
    """Maps of many pixels, made anew: multi-order with gaps in no order, flat in both orders, in all three kinds of coordinates."""
    chance = numpy.random.default_rng(7)

    def blob(level, pixels):
        """Two smooth spots and some noise, so that no two pixels are equal."""
        lon, lat = healpix.healpix_to_lonlat(pixels, healpix.level_to_nside(level), order="nested")
        out = 1e-3 * chance.random(len(pixels))
        for ra, dec, width in ((200.25, -41.5, 4.0), (12.75, 63.5, 9.0)):
            away = numpy.degrees(numpy.arccos(numpy.clip(numpy.sin(lat.rad) * math.sin(math.radians(dec)) + numpy.cos(lat.rad) * math.cos(math.radians(dec))
                                                         * numpy.cos(lon.rad - math.radians(ra)), -1, 1)))
            out += numpy.exp(-0.5 * (away / width) ** 2)
        return out

    for system in ("C", "G", "E"):
        # Pixels of level 3 are split where they are bright, down to level 6.
        level, pixels = 3, numpy.arange(12 * 4**3)
        uniq, density = [], []
        while True:
            values = blob(level, pixels)
            split = values > numpy.quantile(values, 0.7) if level < 6 else numpy.zeros(len(values), bool)
            uniq.append(healpix.level_ipix_to_uniq(level, pixels[~split]))
            density.append(values[~split])
            if not split.any():
                break
            pixels = (4 * pixels[split][:, None] + numpy.arange(4)).ravel()
            level += 1
        uniq, density = numpy.concatenate(uniq), numpy.concatenate(density)
        shuffled = chance.permutation(len(uniq))
        uniq, density = uniq[shuffled], density[shuffled]
        area = healpix.nside_to_pixel_area(healpix.level_to_nside(healpix.uniq_to_level_ipix(uniq)[0])).to_value("sr")
        density /= (density * area).sum()
        table = Table({"UNIQ": uniq.astype(">i8"), "PROBDENSITY": density})
        table["DISTMU"] = chance.uniform(-20, 200, len(uniq))
        table["DISTSIGMA"] = chance.uniform(10, 60, len(uniq))
        table["DISTMU"][density < numpy.quantile(density, 0.2)] = math.inf
        table.meta = {"PIXTYPE": "HEALPIX", "ORDERING": "NUNIQ", "COORDSYS": system, "MOCORDER": 6}
        yield os.path.join(folder, f"multi{system}.fits"), table
        for order in ("RING", "NESTED"):
            level = 6
            nested = numpy.arange(12 * 4**level)
            values = blob(level, nested)
            values /= values.sum()
            if order == "RING":
                values = values[healpix.HEALPix(healpix.level_to_nside(level), order="nested").ring_to_nested(nested)]
            table = Table({"PROB": values})
            table.meta = {"PIXTYPE": "HEALPIX", "ORDERING": order, "COORDSYS": system, "NSIDE": int(healpix.level_to_nside(level))}
            yield os.path.join(folder, f"flat{system}{order}.fits"), table


def distance_of(numpy, probability, mu, sigma):
    """Mean and deviation of the distance over all pixels, by adding it up."""
    good = numpy.isfinite(mu) & (sigma > 0) & (probability > 0)
    r = numpy.arange(0.05, 1200, 0.1)
    first, second, weight = 0.0, 0.0, probability[good].sum()
    for p, m, s in zip(probability[good], mu[good], sigma[good]):
        density = r**2 * numpy.exp(-0.5 * ((r - m) / s) ** 2)
        first += p * (density * r).sum() / density.sum()
        second += p * (density * r**2).sum() / density.sum()
    return first / weight, math.sqrt(second / weight - (first / weight) ** 2)


def with_maps():
    try:
        import numpy
        from astropy.coordinates import SkyCoord
        from astropy.table import Table
        import astropy_healpix
    except ImportError as error:
        missing(error)
    global checked
    frames = {"C": "icrs", "G": "galactic", "E": "barycentricmeanecliptic"}
    with tempfile.TemporaryDirectory() as folder:
        names = [os.path.join(fixtures, "multiorder.fits")] + sorted(glob.glob(os.path.join(samples, "skymaps", "*.multiorder.fits")))
        for name, table in made_maps(numpy, Table, astropy_healpix, folder):
            table.write(name)
            names.append(name)
        for name in names:
            map_table = Table.read(name)
            short = os.path.basename(name)
            ordering = map_table.meta.get("ORDERING", "NUNIQ")
            if ordering == "NUNIQ":
                level, pixel = astropy_healpix.uniq_to_level_ipix(numpy.asarray(map_table["UNIQ"], dtype=numpy.int64))
                nside = astropy_healpix.level_to_nside(level)
                density = numpy.asarray(map_table["PROBDENSITY"], dtype=float)
            else:
                pixel = numpy.arange(len(map_table))
                nside = numpy.full(len(map_table), map_table.meta["NSIDE"])
                density = numpy.asarray(map_table["PROB"], dtype=float) * 12 * nside**2 / (4 * math.pi)
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
                    problems.append(f"{short}: {key} {row.get(key)} instead of {wanted}")
            best = order[0]
            lon, lat = astropy_healpix.healpix_to_lonlat(pixel[best], nside[best], order="ring" if ordering == "RING" else "nested")
            place_frame = frames[map_table.meta.get("COORDSYS", "C").strip()[:1]]
            place = SkyCoord(lon, lat, frame=place_frame).icrs
            checked += 1
            found = SkyCoord(row["ra"], row["dec"], unit="deg") if row.get("position_kind") == "map-peak" else None
            # astropy's galactic axes lie by those of FK5, ours by those of ICRS: 12 mas.
            if found is None or found.separation(place).deg > (1e-5 if place_frame == "galactic" else 1e-6):
                problems.append(f"{short}: {row.get('ra')}, {row.get('dec')} instead of {place.ra.deg}, {place.dec.deg}")
            if "DISTMU" in map_table.colnames and "DISTMEAN" not in map_table.meta:
                wanted = distance_of(numpy, density * area, *(numpy.asarray(map_table[key], dtype=float) for key in ("DISTMU", "DISTSIGMA")))
                for key, value in zip(("distance_mpc", "distance_error_mpc"), wanted):
                    checked += 1
                    if row.get(key) is None or abs(row[key] - value) > 1e-4 * value:
                        problems.append(f"{short}: {key} {row.get(key)} instead of {value}")


def with_frames():
    try:
        import numpy
        from astropy.io import fits
        from astropy.wcs import WCS
    except ImportError as error:
        missing(error)
    global checked
    chance = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        cases, header_of = [], {}
        for number in range(60):
            header = fits.Header()
            scale, turn, mirrored = chance.uniform(0.1, 3) / 3600, math.radians(chance.uniform(-180, 180)), chance.choice((1, -1))
            dec = chance.choice((90, -90, 89.9, 0, chance.uniform(-89, 89)))
            header.update({"CTYPE1": "RA---TAN", "CTYPE2": "DEC--TAN", "CRPIX1": chance.uniform(-500, 500), "CRPIX2": chance.uniform(-500, 500),
                           "CRVAL1": chance.uniform(0, 360), "CRVAL2": dec})
            cosine, sine = math.cos(turn), math.sin(turn)
            kind = ("cd", "pc", "crota", "cdelt")[number % 4]
            if kind == "cd":
                header.update({"CD1_1": -mirrored * scale * cosine, "CD1_2": scale * sine, "CD2_1": mirrored * scale * sine, "CD2_2": scale * cosine})
            else:
                header.update({"CDELT1": -mirrored * scale, "CDELT2": scale * 1.25})
            if kind == "pc":
                header.update({"PC1_1": cosine, "PC1_2": -sine, "PC2_1": sine, "PC2_2": cosine})
            if kind == "crota":
                header["CROTA2"] = math.degrees(turn)
            if number % 5 == 4:
                header["LONPOLE"] = chance.uniform(0, 360)
            name = os.path.join(folder, f"{number}.fits")
            fits.PrimaryHDU(numpy.zeros((63, 63), dtype="f4"), header).writeto(name)
            cases.append((f"{number} {kind}", name, WCS(fits.getheader(name))))
            header_of[cases[-1][0]] = header
        lines = subprocess.run([program] + [name for _, name, _ in cases], capture_output=True, text=True, timeout=60).stdout.splitlines()
        if len(lines) != len(cases):
            problems.append(f"{len(lines)} lines for {len(cases)} files")
        for (case, _, wcs), line in zip(cases, lines):
            frame = json.loads(line)
            if not frame or len(frame["places"]) != 4:
                problems.append(f"{case}: no frame")
                continue
            for x, y, ra, dec in frame["places"]:
                wanted_ra, wanted_dec = (float(value) for value in wcs.wcs_pix2world(x, y, 0))
                east = math.remainder(ra - wanted_ra, 360) * math.cos(math.radians(wanted_dec))
                checked += 1
                if math.hypot(east, dec - wanted_dec) > 1e-9:
                    problems.append(f"{case}: {ra}, {dec} instead of {wanted_ra}, {wanted_dec}")
            matrix = wcs.pixel_scale_matrix
            checked += 3
            if abs(frame["scale"] - 3600 * math.sqrt(abs(numpy.linalg.det(matrix)))) > 1e-9:
                problems.append(f"{case}: {frame['scale']} arcsec a pixel")
            if frame["mirrored"] != bool(numpy.linalg.det(matrix) > 0):
                problems.append(f"{case}: mirrored {frame['mirrored']}")
            # Of a picture about the pole, or of one whose pole is elsewhere, the matrix alone does not tell it.
            if "LONPOLE" not in header_of[case] and header_of[case]["CRVAL2"] < 90 and abs(math.remainder(frame["y_angle"] - math.degrees(math.atan2(matrix[0][1], matrix[1][1])), 360)) > 1e-9:
                problems.append(f"{case}: +y points to {frame['y_angle']}")


{"times": with_astropy_times, "avro": with_avro, "maps": with_maps, "frames": with_frames}[what]()
for problem in problems[:40]:
    print(problem)
print(f"{checked} values compared, {len(problems)} differ")
sys.exit(1 if problems or not checked else 0)
