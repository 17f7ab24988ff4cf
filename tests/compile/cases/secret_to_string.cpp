// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
std::string_view text(const Secret& secret)
{
    return secret.reveal();
}
#else
std::string text(const Secret& secret)
{
    return secret;
}
#endif
