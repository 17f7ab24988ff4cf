// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/money.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
double value(Price price)
{
    return price.toDouble();
}
#else
double value(Price price)
{
    return price;
}
#endif
