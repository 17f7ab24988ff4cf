// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

using namespace spreadline;

#ifdef __GNUC__
#pragma GCC diagnostic error "-Wunused-result"
#endif

Status mayFail();

void call()
{
#ifndef SPREADLINE_BAD
    (void)mayFail();
#else
    mayFail();
#endif
}
