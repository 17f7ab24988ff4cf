// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
Price doubled(Price price)
{
    return price + price;
}
#else
Price doubled(Price price)
{
    return price * 2.0;
}
#endif
