// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

int main(int argc, char** argv)
{
    return spreadline::bench::runBenches(argc, argv);
}
