// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fault_rig.h"

namespace spreadline::faults {

/// One row of the fault catalogue as data. It passes when the fault really happened, the invariants held while it was on, what the
/// row demands was seen, and after the healing everything agrees with the venue again within the deadline.
struct FaultCase {
    /// Does or waits for something; what it returns is the complaint, "" when all is well.
    using Step = std::function<QString(FaultRig&)>;
    using Count = std::function<std::int64_t(FaultRig&)>;

    QString id{};    ///< "A01"
    QString title{}; ///< what goes wrong, in a few words
    RigOptions rig{};

    Step before{};       ///< before anything connects; may be empty
    QByteArray faults{}; ///< posted to the control port: an object or a list of them
    Step act{};          ///< faults of the shims, after the posted ones; may be empty
    QString verb{};      ///< whose fired count is read from the exchange; "" when `fired` says
    Count fired{};       ///< how often it happened, for faults of the shims
    int atLeast = 1;     ///< times it has to happen before the healing
    std::chrono::milliseconds firesWithin = std::chrono::seconds(20);

    Step during{}; ///< what must be seen while it is on, waited for in here; may be empty
    std::chrono::milliseconds convergesWithin = std::chrono::seconds(15); ///< after the healing; zero: not looked at
    Step after{};                                                         ///< what must be true in the end; may be empty
};

/// Runs the case in a rig of its own. What is wrong, one line each; empty when it passed.
QStringList run(const FaultCase& faultCase);

/// For a _data function of Qt Test: one row each, named "A01 one depth frame dropped", with its place in the list as column "row".
void addRows(const std::vector<FaultCase>& cases);

} // namespace spreadline::faults
