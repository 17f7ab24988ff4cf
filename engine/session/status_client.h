// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace spreadline {

class EngineSocket;

/// Talks to the program that runs on a profile (StatusServer). Blocks for a short while; needs no event loop.
class StatusClient {
public:
    static constexpr qint64 maxAnswer = 4 << 20; ///< bytes
    static constexpr int patience = 3'000;       ///< ms for the whole exchange

    /// One command, one answer. Errors: NotFound when nothing runs on the profile, Timeout, BadFrame for an answer that is none.
    static Result<QJsonObject> ask(const EngineSocket& profile, const QString& command);
};

} // namespace spreadline
