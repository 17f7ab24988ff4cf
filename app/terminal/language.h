// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace spreadline {

/// Codes the window can be shown in: "" (as the system), "en", and every translation built in.
QStringList availableLanguages();

/// Installs the translators of `code` ("" or unknown: the system's language, English when there is none) and makes it the default
/// locale for numbers. Once, before the first widget.
void installLanguage(const QString& code);

} // namespace spreadline
