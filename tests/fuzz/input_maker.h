// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace spreadline::fuzz {

/// Makes inputs from samples: mutated bytes, mutated JSON tokens, and JSON grown from the samples' own words. The same seed makes
/// the same inputs on every platform.
class InputMaker {
public:
    /// Precondition: samples is not empty.
    InputMaker(std::vector<std::string> samples, std::uint64_t seed);

    /// The next input; valid until the next call.
    const std::string& next();

private:
    std::size_t below(std::size_t bound) { return bound == 0 ? 0 : static_cast<std::size_t>(m_random() % bound); }
    template<typename Texts>
    const auto& anyOf(const Texts& texts)
    {
        return texts[below(std::size(texts))];
    }
    void mutateBytes();
    void mutateTokens();
    void grow(int depth);
    void growObject(int depth);
    void growArray(int depth);

    std::vector<std::string> m_samples;
    std::vector<std::vector<std::string_view>> m_tokens; ///< of each sample
    std::vector<std::string_view> m_words;               ///< quoted texts of all samples
    std::vector<std::string_view> m_changed;             ///< tokens at work
    std::mt19937_64 m_random;
    std::string m_input;
};

} // namespace spreadline::fuzz
