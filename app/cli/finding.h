// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

#include <vector>

namespace spreadline::cli {

/// The faults `doctor` looks for. Their codes are for support and scripts and never change: "D01-DNS".
enum class Fault : std::uint8_t { Dns, Connect, Tls, Geo, Rest, Clock, Stream, Frame, Profile, Database, Keychain };

const char* codeOf(Fault fault);
const char* subjectOf(Fault fault); ///< "The venue's name resolves"
bool isOfVenue(Fault fault);

/// What one check found. Skipped: it makes no sense here, or an earlier check failed that it needs.
struct Finding {
    enum class Verdict : std::uint8_t { Good, Failed, Skipped };
    Fault fault{};
    Verdict verdict = Verdict::Good;
    QString detail; ///< a figure, or the reason
    QString advice; ///< what to do about it; empty unless Failed
};

Finding good(Fault fault, QString detail);
Finding failed(Fault fault, const Error& error);
Finding skipped(Fault fault, QString why);

} // namespace spreadline::cli
