// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace spreadline::bench {

/// Several timings of one thing: the median is the figure, the range says how noisy the machine was.
struct Sample {
    double median = 0;
    double low = 0;
    double high = 0;
};
Sample summarize(std::vector<double> values);

/// One printed line: what was measured, against what in the same run, and the bound it must hold (0: none).
struct Figure {
    std::string name;
    std::string unit;
    Sample value;
    std::string baselineName; ///< empty: the figure stands alone
    Sample baseline;
    double ratio = 0; ///< median of the paired ratios value / baseline
    double limit = 0;
    enum class Bound { None, RatioAtMost, RatioAtLeast, ValueAtMost, ValueAtLeast } bound = Bound::None;

    bool holds() const;
};

class Report {
public:
    void add(Figure figure);
    bool allHold() const;
    const std::vector<Figure>& figures() const { return m_figures; }
    void beginBench(std::string name) { m_bench = std::move(name); }
    std::string json() const;

private:
    std::string m_bench;
    std::vector<std::string> m_benches;
    std::vector<Figure> m_figures;
};

/// Seconds that `work` takes: of wall time, of this process's CPU, and of the calling thread's CPU.
double wallSeconds(const std::function<void()>& work);
double cpuSeconds(const std::function<void()>& work);
double threadSeconds(const std::function<void()>& work);

/// Lets that much time go by, for what is measured over a time; serves the events of this thread meanwhile. Needs a
/// QCoreApplication.
void letPass(std::chrono::milliseconds time);

/// Runs work and baseline in turn `rounds` times (after one warm-up each) and pairs them, so that a slow moment of the
/// machine hits both. By default on the CPU clock: what else runs on the machine does not count. Values are seconds x
/// `scale` (for ns per item: 1e9 / items).
struct Paired {
    Sample work, baseline;
    double ratio = 0;
};
Paired paired(int rounds, double scale, const std::function<void()>& work, const std::function<void()>& baseline,
              double (*clock)(const std::function<void()>&) = cpuSeconds);

struct Bench {
    const char* name;
    const char* summary;
    void (*run)(Report& report);
};
std::vector<Bench>& benches();

/// main() of both bench programs: [NAME...] [--json] [--check]; --check exits 1 when a bound does not hold.
int runBenches(int argc, char** argv);

/// Keeps the optimiser from removing a result.
template<typename T>
inline void keep(const T& value)
{
#if defined(__GNUC__)
    asm volatile("" : : "g"(&value) : "memory");
#else
    static volatile const void* sink;
    sink = &value;
#endif
}

} // namespace spreadline::bench

#define SPREADLINE_BENCH(name, summary, run) \
    static const bool registeredBench = (spreadline::bench::benches().push_back({name, summary, run}), true);
