// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/studies.h"

#include <QString>

#include <vector>

namespace spreadline::studies {

/// The studies that answer what was typed, best first; all of them for no text. Looks at names and aliases, at titles in the
/// window's language and in English, at outputs, category and help. Every word typed must be answered. Slips of the finger count
/// only where nothing answers without them.
std::vector<const indicators::StudyInfo*> findStudies(const QString& text);

/// Edits that turn one word into the other, two letters in the wrong order being one (optimal string alignment).
int editDistance(const QString& a, const QString& b);

} // namespace spreadline::studies
