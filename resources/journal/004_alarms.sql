-- SPDX-License-Identifier: GPL-3.0-or-later
-- The alarm log. Times are microseconds UTC, NULL = not known.
CREATE TABLE alarms (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL, -- 0 news, 1 retraction
    rule TEXT NOT NULL,
    title TEXT NOT NULL,
    fact TEXT NOT NULL,
    alert INTEGER NOT NULL, -- row in the archive
    event TEXT NOT NULL,
    test INTEGER NOT NULL,
    restricted INTEGER NOT NULL,
    arrived INTEGER,
    raised INTEGER NOT NULL,
    acknowledged INTEGER, -- NULL = still open
    acknowledged_by TEXT NOT NULL DEFAULT '',
    notifies INTEGER NOT NULL,
    sound TEXT NOT NULL,
    repeat_s INTEGER NOT NULL,
    always INTEGER NOT NULL,
    silenced_by TEXT NOT NULL,
    heard INTEGER NOT NULL DEFAULT 0, -- times
    last_heard INTEGER
);
CREATE INDEX alarms_open ON alarms (number) WHERE acknowledged IS NULL;
CREATE INDEX alarms_event ON alarms (event) WHERE acknowledged IS NULL AND event <> '';
CREATE INDEX alarms_raised ON alarms (raised);
-- One line: until when nothing sounds.
CREATE TABLE alarm_silence (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    until INTEGER -- NULL = not silenced
);
INSERT INTO alarm_silence VALUES (1, NULL);
