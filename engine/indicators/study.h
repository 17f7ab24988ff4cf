// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "indicators/study_bar.h"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>

namespace spreadline::indicators {

/// One study over one stream of bars, whatever its kind; made by the registry. Not shared between threads.
///
/// Every bar given to it is valid (BarCheck) and later than the one before. Values stand in the order of the outputs its
/// StudyInfo names; hasValue() is false for those that do not exist yet. Memory is taken when it is made and never again.
class Study {
public:
    virtual ~Study() = default;
    Study(const Study&) = delete;
    Study& operator=(const Study&) = delete;

    /// A closed bar. The values are those of values().
    virtual void update(const StudyBar& bar) = 0;
    /// Values of the last closed bar; overwritten by the next.
    std::span<const double> values() const noexcept { return m_values; }

    /// A forming bar: exactly the values update() would give, while the state of the closed bars stays as it is. As often as
    /// wished; they are overwritten by the next preview.
    virtual std::span<const double> preview(const StudyBar& bar) const = 0;

    /// Many closed bars at once, without a virtual call a bar and with the very bits update() gives: row after row into `rows`,
    /// which holds bars.size() x values().size().
    virtual void run(std::span<const StudyBar> bars, std::span<double> rows) = 0;

    /// As new.
    virtual void reset() = 0;
    virtual std::unique_ptr<Study> clone() const = 0;
    /// Takes over the state of a study of the same kind and arguments, without taking memory.
    virtual void assign(const Study& other) = 0;

protected:
    Study() = default;
    std::span<const double> m_values; ///< set once by the heir: where its values lie
};

/// Carries a concrete study: any value type with `std::array<double, N> update(const StudyBar&)`.
template<typename Concrete>
class StudyOf final : public Study {
public:
    using Values = decltype(std::declval<Concrete&>().update(std::declval<const StudyBar&>()));

    explicit StudyOf(Concrete fresh) : m_state(fresh), m_scratch(fresh), m_fresh(std::move(fresh))
    {
        m_current.fill(noValue);
        m_values = m_current;
    }

    void update(const StudyBar& bar) override { m_current = m_state.update(bar); }
    std::span<const double> preview(const StudyBar& bar) const override
    {
        m_scratch = m_state; // windows are of equal size: this copies and does not allocate
        m_previewed = m_scratch.update(bar);
        return m_previewed;
    }
    void run(std::span<const StudyBar> bars, std::span<double> rows) override
    {
        double* row = rows.data();
        for (const StudyBar& bar : bars) {
            m_current = m_state.update(bar);
            row = std::copy(m_current.begin(), m_current.end(), row);
        }
    }
    void reset() override
    {
        m_state = m_fresh;
        m_current.fill(noValue);
    }
    std::unique_ptr<Study> clone() const override
    {
        auto copy = std::make_unique<StudyOf>(m_fresh);
        copy->assign(*this);
        return copy;
    }
    void assign(const Study& other) override
    {
        const auto& same = static_cast<const StudyOf&>(other);
        m_state = same.m_state;
        m_current = same.m_current;
    }

private:
    Values m_current;
    Concrete m_state;
    mutable Values m_previewed{};
    mutable Concrete m_scratch;
    Concrete m_fresh;
};

/// A kernel of one number, double or array out, as a study of a price of the bar.
template<typename Kernel>
class OfPrice {
public:
    OfPrice(Kernel kernel, Source source) : m_kernel(std::move(kernel)), m_source(source) {}
    auto update(const StudyBar& bar)
    {
        if constexpr (std::is_same_v<decltype(m_kernel.update(0.0)), double>)
            return std::array<double, 1>{m_kernel.update(priceOf(bar, m_source))};
        else
            return m_kernel.update(priceOf(bar, m_source));
    }

private:
    Kernel m_kernel;
    Source m_source;
};

/// Atr and whatever else gives one double a bar, as a study.
template<typename Kernel>
class OfBar {
public:
    explicit OfBar(Kernel kernel) : m_kernel(std::move(kernel)) {}
    std::array<double, 1> update(const StudyBar& bar) { return {m_kernel.update(bar)}; }

private:
    Kernel m_kernel;
};

} // namespace spreadline::indicators
