// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace spreadline {

/// A value, or the Error that says why there is none. Both convert implicitly, so a function returns either plainly.
template<typename T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    Result(Errc code) : Result(Error{code, {}, {}}) {}

    bool hasValue() const noexcept { return m_state.index() == 0; }
    explicit operator bool() const noexcept { return hasValue(); }

    /// Precondition of the four: hasValue().
    const T& value() const& { return assert(hasValue()), *std::get_if<0>(&m_state); }
    T& value() & { return assert(hasValue()), *std::get_if<0>(&m_state); }
    T&& value() && { return assert(hasValue()), std::move(*std::get_if<0>(&m_state)); }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    T valueOr(T other) const& { return hasValue() ? value() : std::move(other); }

    /// Precondition: !hasValue().
    const Error& error() const { return assert(!hasValue()), *std::get_if<1>(&m_state); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value, or an Error. `return {};` is success.
template<>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_failed(true) {}
    Result(Errc code) : Result(Error{code, {}, {}}) {}

    bool hasValue() const noexcept { return !m_failed; }
    explicit operator bool() const noexcept { return hasValue(); }
    const Error& error() const { return assert(m_failed), m_error; }

private:
    Error m_error;
    bool m_failed = false;
};

using Status = Result<void>;

} // namespace spreadline
