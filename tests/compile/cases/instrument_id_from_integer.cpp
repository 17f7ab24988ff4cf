// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/ids.h"

using namespace spreadline;

#ifndef SPREADLINE_BAD
InstrumentId first()
{
    return InstrumentId{0};
}
#else
InstrumentId first()
{
    return 0;
}
#endif
