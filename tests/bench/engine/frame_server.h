// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace spreadline::bench {

constexpr const char* frameServerArgument = "--serve-frames";

/// The venue of the ingest bench, run as a process of its own so that its work is nobody else's: REST and streams of a
/// hundred symbols on 127.0.0.1 (VenueFrames), plain and by a relay over TLS. Says "port N tls M CERTIFICATE" (DER in base64), then
/// does what stdin asks until that ends:
///
///     pulse             one message of every stream, once all are subscribed
///     go RATE COUNT     COUNT messages, five trades for each depth update, RATE a second (0: as fast as they are
///     taken),
///                       evenly over the symbols; COUNT is a multiple of 600. Says "sent LAST_TRADE LAST_DEPTH" at the
///                       end: the ids of the last messages, the same for all symbols
int serveFrames();

} // namespace spreadline::bench
