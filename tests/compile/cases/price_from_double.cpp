// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
Price made()
{
    return Price::fromMantissa(15, 1);
}
#else
Price made()
{
    return 1.5;
}
#endif
