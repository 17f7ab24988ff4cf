// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/studies.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace spreadline::studies {

/// What a typed line says beyond a search: "rsi 21", "ema(50)@4h", "ema 50 hl2 4h", "bbands n=20 k=2.5", "macd@1d:forming".
struct TypedStudy {
    std::optional<indicators::StudySpec> spec;
    QString problem; ///< a sentence, when it names a study but not one that can be; empty for a mere search
};

TypedStudy readTyped(const QString& text, const QTimeZone& zone);

} // namespace spreadline::studies
