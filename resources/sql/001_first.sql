-- Tocsin archive, schema step 1. Every step runs in one transaction and is never changed once released.
-- Names of alert columns are the keys of core/domain/alertfields.cpp; a test compares the two.

CREATE TABLE sources (id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE);

CREATE TABLE lanes (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources(id),
    topic TEXT NOT NULL,
    "partition" INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    UNIQUE (source, topic, "partition", generation)
);

CREATE TABLE streams (
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    access TEXT NOT NULL,
    demo INTEGER NOT NULL
);

-- One file of raw messages: append only, one writer, one stream, one UTC hour. size = what the index knows of it.
CREATE TABLE segments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    writer INTEGER NOT NULL,
    stream INTEGER NOT NULL REFERENCES streams(id),
    path TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    is_open INTEGER NOT NULL,
    first_row INTEGER,
    last_row INTEGER
);

CREATE TABLE alerts (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    night INTEGER NOT NULL,          -- day number of the UTC noon that began it, from the broker's stamp
    lane INTEGER NOT NULL,
    position NOT NULL,               -- offset, or the transport's message id
    record INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    segment INTEGER NOT NULL,
    place INTEGER NOT NULL,
    size INTEGER NOT NULL,
    singles INTEGER NOT NULL,        -- bit set of the numbers that were sent in single precision
    timestamp_form INTEGER,          -- decimals of the second + 16 inside a leap second
    issued_form INTEGER,
    "timestamp" INTEGER,
    "id" TEXT,
    "name" TEXT,
    "ra" REAL,
    "dec" REAL,
    "mag" REAL,
    "score" REAL,
    "url" TEXT,
    "score_kind" TEXT,
    "time_kind" TEXT,
    "time_precision" REAL,
    "message" TEXT,
    "messenger" TEXT,
    "event" TEXT,
    "revision" TEXT,
    "alert_type" TEXT,
    "alert_tense" TEXT,
    "test" INTEGER,
    "retraction" INTEGER,
    "classification" TEXT,
    "classification_score" REAL,
    "classification_by" TEXT,
    "significant" INTEGER,
    "far" REAL,
    "error_radius" REAL,
    "error_containment" REAL,
    "error_systematic" INTEGER,
    "position_kind" TEXT,
    "mag_error" REAL,
    "mag_system" TEXT,
    "mag_kind" TEXT,
    "mag_limit" REAL,
    "band" TEXT,
    "flux" REAL,
    "flux_error" REAL,
    "flux_unit" TEXT,
    "is_negative" INTEGER,
    "mission" TEXT,
    "instruments" TEXT,
    "solar_system" TEXT,
    "access" TEXT,
    "message_id" TEXT,
    "issued" INTEGER,
    "broker_time" INTEGER,
    "received" INTEGER,
    "format" TEXT,
    "problems" TEXT,
    "error" TEXT,
    "error_major" REAL,
    "error_minor" REAL,
    "error_pa" REAL,
    "group" TEXT,
    "search" TEXT,
    "pipeline" TEXT,
    "p_bns" REAL,
    "p_nsbh" REAL,
    "p_bbh" REAL,
    "p_terrestrial" REAL,
    "has_ns" REAL,
    "has_remnant" REAL,
    "has_mass_gap" REAL,
    "area50" REAL,
    "area90" REAL,
    "distance_mpc" REAL,
    "distance_error_mpc" REAL,
    "alert_type_raw" TEXT,
    "subject" TEXT
);
-- Absorbs replays. night is in the key because PostgreSQL wants the partition column in every unique key.
CREATE UNIQUE INDEX alerts_key ON alerts (lane, position, record, night);
-- Few rows, often counted.
CREATE INDEX alerts_undecoded ON alerts (row) WHERE "error" IS NOT NULL;
-- Purge goes segment by segment.
CREATE INDEX alerts_segment ON alerts (segment);

-- A message that further streams match is stored once.
CREATE TABLE memberships (
    row INTEGER NOT NULL,
    stream INTEGER NOT NULL,
    PRIMARY KEY (row, stream)
) WITHOUT ROWID;

CREATE TABLE positions (
    stream INTEGER NOT NULL,
    lane INTEGER NOT NULL,
    next INTEGER NOT NULL,
    last_stamp INTEGER,
    last_hash INTEGER NOT NULL,
    PRIMARY KEY (stream, lane)
) WITHOUT ROWID;

CREATE TABLE gaps (
    id INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    lane INTEGER NOT NULL,
    first INTEGER NOT NULL,
    after_last INTEGER NOT NULL,
    why TEXT NOT NULL,
    detail TEXT NOT NULL,
    noticed INTEGER NOT NULL,
    UNIQUE (stream, lane, first, after_last, why)
);

CREATE TABLE marks (row INTEGER PRIMARY KEY, flags INTEGER NOT NULL);
