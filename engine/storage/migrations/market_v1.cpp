// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

namespace spreadline::storage {

// The first layout. A row of `series` is a symbol's bars of one interval, its trades, or its book samples. `tail` takes what is
// appended, a chunk a batch, in the order it came (so a batch
// of many symbols dirties few pages); chunks are folded into `blocks`, each of which covers a fixed span of keys (bars and book samples by
// time, trades by id), so that a row has exactly one place.
const char* const marketSchemaV1 = R"sql(
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE instruments (
    symbol              TEXT PRIMARY KEY,
    position            INTEGER NOT NULL UNIQUE,
    base_asset          TEXT NOT NULL,
    quote_asset         TEXT NOT NULL,
    status              INTEGER NOT NULL,
    onboarded_ns        INTEGER NOT NULL,
    tick_size           TEXT NOT NULL,
    min_price           TEXT NOT NULL,
    max_price           TEXT NOT NULL,
    step_size           TEXT NOT NULL,
    min_quantity        TEXT NOT NULL,
    max_quantity        TEXT NOT NULL,
    max_market_quantity TEXT NOT NULL,
    min_notional        TEXT NOT NULL,
    band_up             TEXT NOT NULL,
    band_down           TEXT NOT NULL,
    updated_ns          INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE series (
    id              INTEGER PRIMARY KEY,
    class           INTEGER NOT NULL,
    symbol          TEXT NOT NULL,
    interval_kind   INTEGER NOT NULL,
    interval_amount INTEGER NOT NULL,
    UNIQUE (symbol, class, interval_kind, interval_amount)
);

CREATE TABLE tail (
    id         INTEGER PRIMARY KEY,
    series     INTEGER NOT NULL,
    class      INTEGER NOT NULL,
    count      INTEGER NOT NULL,
    first_key  INTEGER NOT NULL,
    last_key   INTEGER NOT NULL,
    last_time  INTEGER NOT NULL,
    data       BLOB NOT NULL
);

CREATE INDEX tail_by_series ON tail (series);

CREATE TABLE blocks (
    series     INTEGER NOT NULL,
    block      INTEGER NOT NULL,
    class      INTEGER NOT NULL,
    count      INTEGER NOT NULL,
    last_time  INTEGER NOT NULL,
    data       BLOB NOT NULL,
    PRIMARY KEY (series, block)
) WITHOUT ROWID;

CREATE INDEX blocks_by_age ON blocks (class, last_time);
)sql";

} // namespace spreadline::storage
