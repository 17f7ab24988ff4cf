// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
bool less(Money a, Money b)
{
    return a < b;
}
#else
bool less(Price a, Money b)
{
    return a < b;
}
#endif
