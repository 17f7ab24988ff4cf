// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
Price made()
{
    return Price();
}
#else
Price made()
{
    return Price(15);
}
#endif
