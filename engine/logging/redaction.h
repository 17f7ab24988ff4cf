// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace spreadline {

/// The text as it may be written to a log: values of names that mean a secret (signature=..., "apiSecret":"...", X-MBX-APIKEY: ...),
/// private keys in PEM form and long runs of letters and digits (API keys, listen keys, signatures, whatever they are called) are
/// replaced by [redacted]. A second net: the first is that secrets are of type Secret and are not logged.
std::string redacted(std::string_view text);

/// One line of printable text: control characters are written as escapes, so that text from outside cannot forge a line, and what
/// is longer than `limit` bytes is cut.
std::string oneLine(std::string_view text, std::size_t limit);

} // namespace spreadline
