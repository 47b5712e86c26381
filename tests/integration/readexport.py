#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what `tocsin export` wrote with the programs that astronomers have, and compares every value with the truth.

readexport.py TOOL FILE TRUTH    TOOL: pandas, json, astropy, stilts. The truth is a list of objects, a value of which is a
text, a truth value, null, a list of texts, {"int": "…"} or {"float": "0x…"}.
Exit 0 = all equal, 1 = something differs (said), 77 = the tool cannot be had."""
import csv
import json
import subprocess
import sys
import tempfile

tool, name, truth_name = sys.argv[1:4]
truth = json.load(open(truth_name, encoding="utf-8"))
problems = []


def missing(why):
    print(f"skipped: {why}", file=sys.stderr)
    sys.exit(77)


def same_float(wanted, found):
    return float(found) == float.fromhex(wanted["float"])


def check(row, key, wanted, found, is_missing):
    """`found` as the tool has it; lists come as JSON text from tables."""
    if wanted is None or wanted == []:
        good = is_missing or (wanted == [] and found == [])
    elif is_missing:
        good = False
    elif isinstance(wanted, bool):
        good = bool(found) is wanted and not isinstance(found, str)
    elif isinstance(wanted, str):
        good = str(found) == wanted
    elif isinstance(wanted, list):
        good = (found if isinstance(found, list) else json.loads(str(found))) == wanted
    elif "int" in wanted:
        good = int(found) == int(wanted["int"]) and not isinstance(found, float)
    else:
        good = same_float(wanted, found)
    if not good:
        problems.append(f"row {row}, {key}: wanted {wanted!r}, got {'nothing' if is_missing else repr(found)} ({type(found).__name__})")


def unix_lines(text):
    """astropy and STILTS read every line end of ECSV as one kind, also inside quotes."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if isinstance(text, str) else text


def check_count(count):
    if count != len(truth):
        print(f"{count} rows instead of {len(truth)}")
        sys.exit(1)


def with_pandas():
    try:
        import pandas
    except ImportError as error:
        missing(error)
    note = json.load(open(name + ".provenance.json", encoding="utf-8"))
    pandas.read_csv(name, **eval(f"dict({note['pandas']})"))  # that line alone is enough to read it
    frame = eval(f"pandas.read_csv(name, {note['pandas']}, {note['pandas_missing']}, {note['pandas_numbers']})")
    check_count(len(frame))
    if list(frame.columns) != note["columns"]:
        problems.append("the columns are not those of the provenance")
    exact = note["guarded_cells"] == 0
    for row, wanted in enumerate(truth):
        for key in note["columns"]:
            found = frame[key].iloc[row]
            value = wanted[key]
            if isinstance(value, str) and not exact and value[0] in "=+-@\t\r\n" and not is_number(value):
                value = "'" + value
            check(row, key, value, found, pandas.isna(found))


def is_number(text):
    try:
        float(text)
        return text.strip() == text
    except ValueError:
        return False


def with_json():
    lines = open(name, encoding="utf-8", newline="\n").read().split("\n")
    if lines.pop() != "":
        problems.append("the last line has no end")
    check_count(len(lines))
    for row, line in enumerate(lines):
        found = json.loads(line)
        for key, value in truth[row].items():
            if key in found:
                check(row, key, value, found[key], found[key] is None)
            elif value is not None:
                problems.append(f"row {row}: {key} is not there")


UNITS = {"ra": "deg", "dec": "deg", "mag": "mag", "far": "Hz", "mjd": "d", "time_precision": "s", "error_radius": "deg"}


def with_astropy():
    try:
        import numpy
        from astropy.table import Table
    except ImportError as error:
        missing(error)
    table = Table.read(name, format="ascii.ecsv")
    check_count(len(table))
    for key, unit in UNITS.items():
        if str(table[key].unit) != unit:
            problems.append(f"{key} has the unit {table[key].unit}")
    for key, kind in {"ra": "f", "id": "U", "offset": "i", "test": "b", "significant": "b"}.items():
        if table[key].dtype.kind != kind:
            problems.append(f"{key} is of kind {table[key].dtype.kind}")
    for row, wanted in enumerate(truth):
        for key in table.colnames:
            found = table[key][row]
            hidden = numpy.ma.is_masked(found)
            value = unix_lines(wanted[key])
            if isinstance(value, str):
                value = value.strip()  # as astropy does with every cell
            check(row, key, value, found.item() if isinstance(found, numpy.generic) else found, hidden)


def stilts(*arguments):
    done = subprocess.run(["stilts", *arguments], capture_output=True, text=True, timeout=120)
    if done.returncode:
        print("stilts:", done.stderr)
        sys.exit(1)
    return done.stdout


def characters(text):
    """STILTS 3.4 takes each byte of a text file for a character; later ones read UTF-8."""
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def with_stilts():
    try:
        subprocess.run(["stilts", "-version"], capture_output=True, timeout=60)
    except OSError as error:
        missing(error)
    kind = name.rsplit(".", 1)[1]
    if kind == "ecsv":
        about = stilts("tpipe", f"in={name}", "ifmt=ecsv", "cmd=meta Name Class Units", "ofmt=csv")
        described = {line["Name"]: line for line in csv.DictReader(about.splitlines())}
        for key, unit in UNITS.items():
            if described[key]["Units"] != unit:
                problems.append(f"{key} has the unit {described[key]['Units']}")
        for key, wanted in {"ra": "Double", "id": "String", "offset": "Long", "test": "Boolean"}.items():
            if described[key]["Class"] != wanted:
                problems.append(f"{key} is {described[key]['Class']}")
    with tempfile.NamedTemporaryFile(suffix=".csv", mode="r", encoding="utf-8", newline="") as out:
        stilts("tcopy", f"in={name}", f"ifmt={kind}", f"out={out.name}", "ofmt=csv")
        rows = list(csv.DictReader(open(out.name, encoding="utf-8", newline="")))
    check_count(len(rows))
    for row, wanted in enumerate(truth):
        for key, found in rows[row].items():
            value = unix_lines(wanted[key]) if kind == "ecsv" else wanted[key]
            found = characters(found)
            if isinstance(value, bool):
                found = {"true": True, "false": False}.get(found, found)
            elif isinstance(value, dict) and "int" in value and found:
                found = int(found)
            elif isinstance(value, str) and kind == "csv" and is_number(value):
                continue  # CSV has no types: what looks like a number is one to STILTS
            check(row, key, value, found, found == "")


{"pandas": with_pandas, "json": with_json, "astropy": with_astropy, "stilts": with_stilts}[tool]()
for problem in problems[:40]:
    print(problem)
if problems:
    print(f"{tool}: {len(problems)} values differ")
sys.exit(1 if problems else 0)
