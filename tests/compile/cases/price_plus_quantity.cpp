// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
Price sum(Price a, Price b)
{
    return a + b;
}
#else
Price sum(Price a, Quantity b)
{
    return a + b;
}
#endif
