// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/faulty_delivery.h"

#include <algorithm>

namespace spreadline::practice {

using server::appendFrame;
using server::Opcode;

namespace {

std::string textFrame(std::string_view text)
{
    std::string frame;
    appendFrame(frame, Opcode::Text, text);
    return frame;
}

/// Valid JSON of the wrong shape: the value of the first text member becomes something else.
void mutate(std::string& text, std::string_view how)
{
    const std::size_t from = text.find("\"s\":\"") != std::string::npos ? text.find("\"s\":\"") : text.find("\":\"");
    const std::size_t colon = from == std::string::npos ? from : text.find(':', from);
    if (colon == std::string::npos)
        return;
    const std::size_t end = text.find('"', colon + 2) + 1;
    if (how == "missing")
        text.replace(from, end - from, "\"zz\":0");
    else
        text.replace(colon + 1, end - colon - 1, how == "array" ? "[1,2]" : how == "object" ? "{\"x\":1}" : "null");
}

void sendHuge(server::WebSocket& socket, const Fault& fault)
{
    const auto bytes =
        static_cast<std::size_t>(std::clamp<std::int64_t>(fault.argument("bytes", 64 << 20), 1, std::int64_t{256} << 20));
    const auto fragments =
        static_cast<std::size_t>(std::clamp<std::int64_t>(fault.argument("fragments", 1), 1, static_cast<std::int64_t>(bytes)));
    std::string out;
    for (std::size_t i = 0; i < fragments; ++i)
        appendFrame(out, i == 0 ? Opcode::Text : Opcode::Continuation, std::string(bytes / fragments, ' '), i + 1 == fragments);
    socket.sendRaw(out);
}

} // namespace

bool FaultyDelivery::isSilenced(const std::string& stream)
{
    if (m_muted.contains(stream))
        return true;
    if (m_faults.fire(Verb::WsMute, stream)) {
        m_muted.insert(stream);
        return true;
    }
    return m_faults.fire(Verb::WsDrop, stream) != nullptr;
}

void FaultyDelivery::spoil(const std::string& stream, std::string& text)
{
    if (const Fault* const fault = m_faults.fire(Verb::WsMutate, stream))
        mutate(text, fault->text("how", "null"));
    if (const Fault* const fault = m_faults.fire(Verb::WsTrunc, stream))
        text.resize(std::min(text.size(), static_cast<std::size_t>(fault->argument("bytes", 37))));
}

bool FaultyDelivery::sendOddly(server::WebSocket& socket, const std::string& stream, const std::string& text)
{
    if (const Fault* const fault = m_faults.fire(Verb::WsOpcode, stream)) {
        const std::string how = fault->text("how", "binary");
        std::string frame;
        if (how == "utf8")
            appendFrame(frame, Opcode::Text, text + "\xff\xfe");
        else
            appendFrame(frame, how == "reserved" ? static_cast<Opcode>(3) : Opcode::Binary, text);
        socket.sendRaw(frame);
        return true;
    }
    if (const Fault* const fault = m_faults.fire(Verb::WsBig, stream))
        sendHuge(socket, *fault);
    if (m_faults.fire(Verb::WsReset, stream)) {
        socket.sendRaw(textFrame(text).substr(0, text.size() / 2));
        socket.reset();
        return true;
    }
    if (const Fault* const fault = m_faults.fire(Verb::WsClose, stream)) {
        const auto code = static_cast<std::uint16_t>(fault->argument("code", 1001));
        if (code == 1006)
            socket.reset();
        else
            socket.close(code, "fault");
        return true;
    }
    return false;
}

int FaultyDelivery::deliver(server::WebSocket& socket, const std::string& stream, std::string text)
{
    if (isSilenced(stream))
        return 0;
    spoil(stream, text);
    if (sendOddly(socket, stream, text))
        return 1;
    int sent = 0;
    if (m_faults.fire(Verb::WsExtra, stream)) {
        sent += sendOrHold(socket, stream, textFrame("{\"e\":\"neverHeardOfIt\",\"E\":1,\"x\":{\"y\":[1,2]}}"));
        text.insert(1, "\"zz\":{\"new\":[1]},");
    }
    const std::string frame = textFrame(text);
    sent += sendOrHold(socket, stream, frame);
    if (m_faults.fire(Verb::WsDup, stream))
        sent += sendOrHold(socket, stream, frame);
    return sent;
}

int FaultyDelivery::sendOrHold(server::WebSocket& socket, const std::string& stream, std::string frame)
{
    if (const Fault* const fault = m_faults.fire(Verb::WsLate, stream)) {
        delay(socket, std::move(frame), std::chrono::milliseconds(fault->argument("ms", 2'000)));
        return 1;
    }
    if (const Fault* const fault = m_faults.fire(Verb::WsReorder, stream)) {
        m_windowSize = static_cast<std::size_t>(std::clamp<std::int64_t>(fault->argument("k", 5), 2, 1'000));
        m_random ^= fault->random;
        m_window.push_back(std::move(frame));
        return m_window.size() < m_windowSize ? 0 : releaseWindow(socket);
    }
    const int released = releaseWindow(socket);
    socket.sendFrames(frame);
    return released + 1;
}

int FaultyDelivery::releaseWindow(server::WebSocket& socket)
{
    for (std::size_t i = m_window.size(); i > 1; --i)
        std::swap(m_window[i - 1], m_window[static_cast<std::size_t>(nextRandom(m_random) * static_cast<double>(i))]);
    for (const std::string& frame : m_window)
        socket.sendFrames(frame);
    const int released = static_cast<int>(m_window.size());
    m_window.clear();
    return released;
}

void FaultyDelivery::delay(server::WebSocket& socket, std::string frame, std::chrono::milliseconds wait)
{
    m_late.push_back({std::chrono::steady_clock::now() + wait, std::move(frame)});
    if (m_late.size() == 1)
        m_timer.callAfter(wait, [this, &socket] { sendDue(socket); });
}

void FaultyDelivery::sendDue(server::WebSocket& socket)
{
    const auto now = std::chrono::steady_clock::now();
    for (; !m_late.empty() && m_late.front().due <= now; m_late.pop_front())
        socket.sendFrames(m_late.front().frame);
    if (!m_late.empty())
        m_timer.callAfter(m_late.front().due - now, [this, &socket] { sendDue(socket); });
}

} // namespace spreadline::practice
