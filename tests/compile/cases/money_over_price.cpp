// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
Money rest(Money a, Money b)
{
    return a - b;
}
#else
Money rest(Money a, Price b)
{
    return a - b;
}
#endif
