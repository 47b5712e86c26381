-- SPDX-License-Identifier: GPL-3.0-or-later
-- One program of a home makes an alarm heard, each time. Programs by name, times in microseconds UTC.
ALTER TABLE alarms ADD COLUMN ringer TEXT NOT NULL DEFAULT ''; -- who rings, or did last
ALTER TABLE alarms ADD COLUMN ringer_since INTEGER; -- when it took that upon itself
CREATE TABLE ringers (
    program TEXT PRIMARY KEY,
    has_window INTEGER NOT NULL,
    works INTEGER NOT NULL -- 0: was not heard when it rang last
);
