-- SPDX-License-Identifier: GPL-3.0-or-later
-- What rules have judged and done. Times are microseconds UTC.
-- Up to which row of the archive the rules have judged.
CREATE TABLE rule_position (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    judged INTEGER NOT NULL
);
-- How far each partition was seen: tells news from history.
CREATE TABLE rule_lanes (
    stream TEXT NOT NULL,
    topic TEXT NOT NULL,
    part INTEGER NOT NULL,
    since INTEGER NOT NULL,
    place INTEGER NOT NULL,
    stamp INTEGER NOT NULL,
    PRIMARY KEY (stream, topic, part)
) WITHOUT ROWID;
-- What each rule has alarmed for.
CREATE TABLE rule_events (
    rule TEXT NOT NULL,
    key TEXT NOT NULL,
    names TEXT NOT NULL, -- a line each
    event TEXT NOT NULL,
    ra REAL, -- NULL: not well known
    dec REAL,
    measure REAL,
    alert INTEGER NOT NULL, -- row in the archive
    alarmed INTEGER NOT NULL,
    retracted INTEGER NOT NULL,
    PRIMARY KEY (rule, key)
) WITHOUT ROWID;
-- What is to be done, was done, and what came of it.
CREATE TABLE rule_runs (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL,
    kind TEXT NOT NULL, -- of action; "alarm" for notification and sound together
    place INTEGER NOT NULL, -- of the action in its rule; -1 = alarm
    alert INTEGER NOT NULL, -- row in the archive
    fact TEXT NOT NULL,
    retraction INTEGER NOT NULL,
    history INTEGER NOT NULL DEFAULT 0,
    silenced_by TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL, -- due, started, done, failed, held, dropped, silenced, unsure
    made INTEGER NOT NULL,
    finished INTEGER, -- NULL = not yet
    result TEXT NOT NULL DEFAULT '',
    output TEXT NOT NULL DEFAULT ''
);
CREATE INDEX rule_runs_rule ON rule_runs (rule, number);
CREATE INDEX rule_runs_open ON rule_runs (number) WHERE state IN ('due', 'started', 'held');
