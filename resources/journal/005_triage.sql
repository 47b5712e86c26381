-- SPDX-License-Identifier: GPL-3.0-or-later
-- What people judged of alerts. A subject is an event ("event:S260914ab"), or a row that has none ("row:12"); made = us UTC.
CREATE TABLE tags (subject TEXT NOT NULL, tag TEXT NOT NULL, "row" INTEGER NOT NULL, name TEXT NOT NULL, made INTEGER NOT NULL, PRIMARY KEY (subject, tag)) WITHOUT ROWID;
CREATE TABLE notes (subject TEXT NOT NULL PRIMARY KEY, note TEXT NOT NULL, "row" INTEGER NOT NULL, name TEXT NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID;
-- Objects that people do not want to see: by their names (a JSON list) and their place.
CREATE TABLE ignored (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, names TEXT NOT NULL, ra REAL, dec REAL, "row" INTEGER NOT NULL, made INTEGER NOT NULL);
-- Names of one event that some packet had side by side: a and b as they are written alike, a < b, and as they were sent.
CREATE TABLE aliases (a TEXT NOT NULL, b TEXT NOT NULL, a_text TEXT NOT NULL, b_text TEXT NOT NULL, made INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID;
