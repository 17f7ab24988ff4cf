// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace spreadline {

/// A string that must not be printed, logged or copied by accident. Its memory is overwritten when it goes. There is no
/// operator<< and no conversion; reveal() is the one way out, easy to search for.
class Secret {
public:
    Secret() = default;
    explicit Secret(std::string text) : m_text(std::move(text)) {}
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept : m_text(other.m_text) { other.wipe(); }
    Secret& operator=(Secret&& other) noexcept
    {
        if (this != &other) {
            wipe();
            m_text = other.m_text;
            other.wipe();
        }
        return *this;
    }
    ~Secret() { wipe(); }

    std::string_view reveal() const noexcept { return m_text; }
    bool isEmpty() const noexcept { return m_text.empty(); }

private:
    void wipe() noexcept
    {
        volatile char* bytes = m_text.data();
        for (std::size_t i = 0; i < m_text.size(); ++i)
            bytes[i] = 0;
        m_text.clear();
    }

    std::string m_text;
};

} // namespace spreadline
