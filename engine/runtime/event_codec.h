// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "runtime/byte_stream.h"
#include "runtime/core_event.h"

namespace spreadline {

/// A core event as bytes and back, exactly. Stamps are written as the distance to `previous`, the stamp of the event before. The
/// form is that of journalVersion (journal.h): raise that with any change here or in an event's fields.
void encode(ByteWriter& bytes, const CoreEvent& event, Timestamp previous);
/// Errors: BadFile.
Result<CoreEvent> decode(ByteReader& bytes, Timestamp previous);

} // namespace spreadline
