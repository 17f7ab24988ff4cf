// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
Money product(Price a, Quantity b)
{
    return a * b;
}
#else
Money product(Price a, Price b)
{
    return a * b;
}
#endif
