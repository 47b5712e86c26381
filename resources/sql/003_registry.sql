-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where the schemas are that a stream's packets name by number: whoever reads a stored packet needs it as well.
ALTER TABLE streams ADD COLUMN registry TEXT NOT NULL DEFAULT '';
