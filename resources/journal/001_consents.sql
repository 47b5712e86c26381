-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where restricted alerts may go: asked once for each destination, by whatever part of the program.
CREATE TABLE consents (
    destination TEXT PRIMARY KEY,
    allowed_at INTEGER NOT NULL -- microseconds UTC
) WITHOUT ROWID;
