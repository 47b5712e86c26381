-- SPDX-License-Identifier: GPL-3.0-or-later
-- Targets of alerts: the local list, the outbox, and what the TOMs have. Times in microseconds UTC, 0 = none.
CREATE TABLE targets (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL, -- empty: no TOM
    job TEXT NOT NULL, -- create, alias, remove or remove-alias: what is to be done there
    draft TEXT NOT NULL, -- JSON
    row INTEGER NOT NULL, -- of the archive; 0: none
    event TEXT NOT NULL,
    state TEXT NOT NULL, -- local, queued, created, exists, refused, removed
    target TEXT NOT NULL, -- JSON of what the TOM has; empty: nothing
    why TEXT NOT NULL,
    problems TEXT NOT NULL, -- JSON: field -> what is wrong with it
    cause INTEGER NOT NULL, -- kind of error
    unsure INTEGER NOT NULL, -- may have arrived
    anyway INTEGER NOT NULL,
    offered INTEGER NOT NULL,
    tries INTEGER NOT NULL,
    made INTEGER NOT NULL,
    next_try INTEGER NOT NULL,
    settled INTEGER NOT NULL,
    claimed_by TEXT NOT NULL, -- the program that sends it just now; empty: none
    claimed_until INTEGER NOT NULL
);
CREATE INDEX targets_by_row ON targets (row);
CREATE INDEX targets_by_event ON targets (event);
CREATE INDEX targets_waiting ON targets (next_try) WHERE state = 'queued';
