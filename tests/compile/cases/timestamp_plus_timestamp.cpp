// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/timestamp.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
Duration span(Timestamp a, Timestamp b)
{
    return a - b;
}
#else
Timestamp span(Timestamp a, Timestamp b)
{
    return a + b;
}
#endif
