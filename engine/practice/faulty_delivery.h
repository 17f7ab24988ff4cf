// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/fault_plan.h"
#include "server/loop_timer.h"
#include "server/web_socket.h"

#include <deque>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline::practice {

/// The way of a connection's messages while frame faults are on: dropped, doubled, shuffled, spoilt, late. Loop thread only.
class FaultyDelivery {
public:
    FaultyDelivery(FaultPlan& faults, server::IoLoop& loop) : m_faults(faults), m_timer(loop) {}

    /// Returns the frames that were handed to the socket.
    int deliver(server::WebSocket& socket, const std::string& stream, std::string text);
    /// The client subscribed anew: a mute ends.
    void onSubscribed(const std::string& stream) { m_muted.erase(stream); }
    bool isIdle() const noexcept { return m_muted.empty() && m_window.empty() && m_late.empty(); }

private:
    struct Late {
        std::chrono::steady_clock::time_point due;
        std::string frame;
    };
    bool isSilenced(const std::string& stream);
    void spoil(const std::string& stream, std::string& text);
    bool sendOddly(server::WebSocket& socket, const std::string& stream, const std::string& text);
    int sendOrHold(server::WebSocket& socket, const std::string& stream, std::string frame);
    int releaseWindow(server::WebSocket& socket);
    void delay(server::WebSocket& socket, std::string frame, std::chrono::milliseconds wait);
    void sendDue(server::WebSocket& socket);

    FaultPlan& m_faults;
    server::LoopTimer m_timer;
    std::set<std::string> m_muted;
    std::vector<std::string> m_window; ///< being shuffled
    std::size_t m_windowSize = 0;
    std::uint64_t m_random = 0;
    std::deque<Late> m_late;
};

} // namespace spreadline::practice
