#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes tests/data/watch_reference.json with astropy: sources with a radius each, places, and which source each place lies on.

Poles, right ascension 0, antipodes and sources side by side are among them. Usage: makereference.py > tests/data/watch_reference.json
"""
import json
import random

import numpy as np
from astropy import units as u
from astropy.coordinates import SkyCoord

random.seed(20260914)
sources = []


def add(ra, dec, radius):
    sources.append([round(ra % 360, 9), round(max(-90.0, min(90.0, dec)), 9), radius])


for i in range(60):
    add(random.uniform(0, 360), np.degrees(np.arcsin(random.uniform(-1, 1))), random.choice([2 / 3600, 30 / 3600, 0.1, 1.0, 8.0]))
for pole in (90.0, -90.0):
    add(0.0, pole, 0.01)
    for ra in (0.0, 91.0, 180.0, 271.0):
        add(ra, pole - np.sign(pole) * random.uniform(0, 0.02), 0.015)
for dec in (-80.0, -45.0, 0.0, 10.0, 60.0, 89.0):
    add(0.0, dec, 0.001)
    add(359.9999, dec, 0.001)
    add(0.0002, dec, 5 / 3600)
add(180.0, 0.0, 29.0)

places = []
for ra, dec, radius in sources:
    for share in (0.3, 0.97, 1.03):
        centre = SkyCoord(ra * u.deg, dec * u.deg)
        off = centre.directional_offset_by(random.uniform(0, 360) * u.deg, radius * share * u.deg)
        places.append([off.ra.deg, off.dec.deg])
for i in range(40):
    places.append([random.uniform(0, 360), np.degrees(np.arcsin(random.uniform(-1, 1)))])
places += [[0.0, 90.0], [123.0, 90.0], [0.0, -90.0], [0.0, 0.0], [359.9999999, 0.0], [180.0, 0.0]]

at = SkyCoord([s[0] for s in sources] * u.deg, [s[1] for s in sources] * u.deg)
radii = np.array([s[2] for s in sources])
expected = []
for ra, dec in places:
    apart = SkyCoord(ra * u.deg, dec * u.deg).separation(at).deg
    inside = np.flatnonzero(apart <= radii)
    if len(inside) == 0:
        expected.append(None)
    else:
        best = inside[np.argmin(apart[inside])]
        expected.append([int(best), float(apart[best])])

edges = []
for a, b in [((10, 10), (10.0000001, 10)), ((0, 0), (180, 0)), ((359.9999, 45), (0.0001, 45)), ((20, 89.9999), (200, 89.9999)), ((100, -30), (100, -30)),
             ((0, 10), (179.99999, -10)), ((0, 90), (77, -90)), ((5, -90), (250, -89.99999999)), ((1e-9, 0), (359.999999999, 0))]:
    edges.append([*map(float, a), *map(float, b), float(SkyCoord(*a, unit="deg").separation(SkyCoord(*b, unit="deg")).deg)])
print(json.dumps({"sources": sources, "places": places, "expected": expected, "separations": edges}))
