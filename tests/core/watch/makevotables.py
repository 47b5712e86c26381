#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/watch_{tabledata,binary,binary2}.vot with astropy: one small table in the three serialisations of a VOTable.

Columns of many types stand before those that count; a null and a text beyond ASCII are among the rows. Usage: makevotables.py FOLDER
"""
import sys

import numpy as np
from astropy.io.votable import from_table
from astropy.table import MaskedColumn, Table

names = ["M 31", "NGC 253", "", "Ä object", "pole", "last"]
table = Table()
table["solution_id"] = np.array([1636148068921376768 + i for i in range(6)], dtype=np.int64)
table["flag"] = np.array([True, False, True, False, True, False])
table["small"] = np.array([1, 2, 3, 4, 5, 6], dtype=np.int16)
table["pixels"] = np.arange(12, dtype=np.float32).reshape(6, 2)
table["main_id"] = names
table["RAJ2000"] = MaskedColumn([10.684708, 11.888002, 0.0, 359.99999, 77.0, 5.0], mask=[False, False, False, False, False, True], unit="deg")
table["DEJ2000"] = MaskedColumn([41.26875, -25.288442, -0.0000001, 89.5, 90.0, 5.0], unit="deg")
table["radius"] = MaskedColumn(np.array([1.5, 0.5, 0.25, 30, 60, 1], dtype=np.float32), mask=[False, False, True, False, False, False], unit="arcmin")
table["RAJ2000"].description = "right ascension"
for form in ("tabledata", "binary", "binary2"):
    votable = from_table(table)
    one = votable.get_first_table()
    one.format = form
    for name, ucd in (("main_id", "meta.id;meta.main"), ("RAJ2000", "pos.eq.ra;meta.main"), ("DEJ2000", "pos.eq.dec;meta.main")):
        one.get_field_by_id_or_name(name).ucd = ucd
    votable.to_xml(f"{sys.argv[1]}/watch_{form}.vot")
