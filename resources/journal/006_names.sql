-- SPDX-License-Identifier: GPL-3.0-or-later
-- How far works on names have come: "widened" (place = made of the last alias by which stored rows were judged anew), "searched"
-- (place = the last stored row that was looked through for names), "seen" (place = when somebody last said that rows are seen, or not).
CREATE TABLE name_works (work TEXT NOT NULL PRIMARY KEY, place INTEGER NOT NULL, version INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX aliases_made ON aliases (made);
