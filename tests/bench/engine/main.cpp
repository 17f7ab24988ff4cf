// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "frame_server.h"

#include <cstring>

int main(int argc, char** argv)
{
    if (argc == 2 && std::strcmp(argv[1], spreadline::bench::frameServerArgument) == 0)
        return spreadline::bench::serveFrames();
    return spreadline::bench::runBenches(argc, argv);
}
