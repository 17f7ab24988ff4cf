// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/instrument.h"
#include "domain/trust.h"
#include "style/theme.h"

#include <QString>

namespace spreadline {

/// "Synced", "Resyncing", ... translated.
QString trustWord(TrustState state);
/// The light's colour.
QColor trustColour(TrustState state, const Theme& theme);
/// One sentence for a tooltip: the state, since how long its data is old, and why. `now` is the time of the batch.
QString trustSentence(const Trust& trust, Timestamp now);
/// Why an instrument cannot be traded, in a word or two; empty while it can.
QString haltName(InstrumentStatus status);
/// The advice of an error code in the user's language (context "Errc").
QString adviceText(Errc code);
/// A person's voice for an error: the advice, then where it happened. Plain text: may hold words from outside.
QString errorText(const Error& error);

} // namespace spreadline
