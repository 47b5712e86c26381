-- SPDX-License-Identifier: GPL-3.0-or-later
-- What is known of a row beside its packet: noted when it comes or later, and kept when it is decoded anew.
ALTER TABLE alerts ADD COLUMN "watch" TEXT;
ALTER TABLE alerts ADD COLUMN "watch_sep" REAL;
ALTER TABLE alerts ADD COLUMN "coincidence" TEXT;
ALTER TABLE alerts ADD COLUMN "tag" TEXT;
ALTER TABLE alerts ADD COLUMN "note" TEXT;
ALTER TABLE alerts ADD COLUMN "ignored" INTEGER;
