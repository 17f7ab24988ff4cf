// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ids.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
bool same(InstrumentId a, InstrumentId b)
{
    return a == b;
}
#else
bool same(InstrumentId a, ChartId b)
{
    return a == b;
}
#endif
