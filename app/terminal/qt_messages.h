// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logging/log.h"

namespace spreadline {

/// Sends Qt's own messages to the program's log while it lives. One at a time; Qt's handler is a global.
class QtMessages {
public:
    explicit QtMessages(Log& log);
    ~QtMessages();
    QtMessages(const QtMessages&) = delete;
    QtMessages& operator=(const QtMessages&) = delete;
};

} // namespace spreadline
