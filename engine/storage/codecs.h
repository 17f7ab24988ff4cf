// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include "domain/market_data.h"

#include <span>

namespace spreadline::storage {

// Market data as packed columns: exact integers, each column as differences from what the row before lets one expect, sealed with
// a checksum. Every value reads back bit by bit, scales included, whatever the numbers are. The first byte is the format version.
//
// Unpacking accepts any bytes. Errors: StorageCorrupt.

/// `closed` is not stored: every stored bar is closed.
Bytes packKlines(std::span<const Kline> klines);
Result<std::vector<Kline>> unpackKlines(ByteView block);
/// Behind the rows that are there; an error adds none. Long histories are read without a copy.
Status unpackKlines(ByteView block, std::vector<Kline>& rows);

/// `instrument` is not stored: ids live as long as the session.
Bytes packTrades(std::span<const Trade> trades);
Result<std::vector<Trade>> unpackTrades(ByteView block);

/// `instrument` is not stored.
Bytes packBooks(std::span<const BookSnapshot> books);
Result<std::vector<BookSnapshot>> unpackBooks(ByteView block);

} // namespace spreadline::storage
