-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rows that went or were decoded anew after they had been committed: whoever keeps a copy of rows looks at them again.
CREATE TABLE changes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_row INTEGER NOT NULL,
    last_row INTEGER NOT NULL
);
