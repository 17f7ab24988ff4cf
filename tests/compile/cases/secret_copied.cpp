// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
Secret moved(Secret secret)
{
    return secret;
}
#else
Secret copied(const Secret& secret)
{
    return secret;
}
#endif
