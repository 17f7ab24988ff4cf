// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include <iostream>

using namespace spreadline;

void print(const Secret& secret)
{
#ifndef SPREADLINE_BAD
    std::cout << secret.isEmpty();
#else
    std::cout << secret;
#endif
}
