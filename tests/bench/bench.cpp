// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string_view>

namespace spreadline::bench {

Sample summarize(std::vector<double> values)
{
    if (values.empty())
        return {};
    std::ranges::sort(values);
    return {values[values.size() / 2], values.front(), values.back()};
}

bool Figure::holds() const
{
    switch (bound) {
    case Bound::RatioAtMost: return ratio <= limit;
    case Bound::RatioAtLeast: return ratio >= limit;
    case Bound::ValueAtMost: return value.median <= limit;
    case Bound::ValueAtLeast: return value.median >= limit;
    case Bound::None: break;
    }
    return true;
}

namespace {

const char* sign(Figure::Bound bound)
{
    return bound == Figure::Bound::RatioAtMost || bound == Figure::Bound::ValueAtMost ? "<=" : ">=";
}

void print(const std::string& bench, const Figure& figure)
{
    std::printf("%-10s %-46s %10.3f %-7s [%.3f..%.3f]", bench.c_str(), figure.name.c_str(), figure.value.median,
                figure.unit.c_str(), figure.value.low, figure.value.high);
    if (!figure.baselineName.empty())
        std::printf("  %s %.3f  ratio %.3f", figure.baselineName.c_str(), figure.baseline.median, figure.ratio);
    if (figure.bound != Figure::Bound::None)
        std::printf("  (%s %.3g: %s)", sign(figure.bound), figure.limit, figure.holds() ? "held" : "NOT HELD");
    std::printf("\n");
    std::fflush(stdout);
}

QJsonObject toJson(const Sample& sample)
{
    return {
        {QStringLiteral("median"), sample.median}, {QStringLiteral("low"), sample.low}, {QStringLiteral("high"), sample.high}};
}

bool quiet = false; // --json: only the document on stdout

} // namespace

void Report::add(Figure figure)
{
    if (!quiet)
        print(m_bench, figure);
    m_benches.push_back(m_bench);
    m_figures.push_back(std::move(figure));
}

bool Report::allHold() const
{
    return std::ranges::all_of(m_figures, &Figure::holds);
}

std::string Report::json() const
{
    QJsonArray list;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const Figure& figure = m_figures[i];
        QJsonObject object{{QStringLiteral("bench"), QString::fromStdString(m_benches[i])},
                           {QStringLiteral("name"), QString::fromStdString(figure.name)},
                           {QStringLiteral("unit"), QString::fromStdString(figure.unit)},
                           {QStringLiteral("value"), toJson(figure.value)},
                           {QStringLiteral("holds"), figure.holds()}};
        if (!figure.baselineName.empty()) {
            object.insert(QStringLiteral("baseline"), QString::fromStdString(figure.baselineName));
            object.insert(QStringLiteral("baseline_value"), toJson(figure.baseline));
            object.insert(QStringLiteral("ratio"), figure.ratio);
        }
        if (figure.bound != Figure::Bound::None)
            object.insert(QStringLiteral("limit"), figure.limit);
        list.append(object);
    }
    return QJsonDocument(list).toJson().toStdString();
}

double wallSeconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double cpuSeconds(const std::function<void()>& work)
{
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double threadSeconds(const std::function<void()>& work)
{
#if defined(CLOCK_THREAD_CPUTIME_ID)
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    };
    const double start = now();
    work();
    return now() - start;
#else
    return cpuSeconds(work);
#endif
}

void letPass(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

Paired paired(int rounds, double scale, const std::function<void()>& work, const std::function<void()>& baseline,
              double (*clock)(const std::function<void()>&))
{
    work();
    baseline();
    std::vector<double> workTimes, baselineTimes, ratios;
    for (int round = 0; round < rounds; ++round) {
        workTimes.push_back(clock(work) * scale);
        baselineTimes.push_back(clock(baseline) * scale);
        ratios.push_back(workTimes.back() / baselineTimes.back());
    }
    return {summarize(workTimes), summarize(baselineTimes), summarize(ratios).median};
}

std::vector<Bench>& benches()
{
    static std::vector<Bench> list;
    return list;
}

int runBenches(int argc, char** argv)
{
    std::vector<std::string_view> names;
    bool check = false;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "--json")
            quiet = true;
        else if (argument == "--check")
            check = true;
        else
            names.push_back(argument);
    }
    std::ranges::sort(benches(), {}, [](const Bench& bench) { return std::string_view(bench.name); });
    const auto known = [](std::string_view name) {
        return std::ranges::any_of(benches(), [&](const Bench& bench) { return name == bench.name; });
    };
    if (!std::ranges::all_of(names, known)) {
        std::fputs("There is no such bench. These are:\n", stderr);
        for (const Bench& bench : benches())
            std::fprintf(stderr, "  %-10s %s\n", bench.name, bench.summary);
        return 2;
    }
    Report report;
    for (const Bench& bench : benches()) {
        if (!names.empty() && std::ranges::find(names, std::string_view(bench.name)) == names.end())
            continue;
        report.beginBench(bench.name);
        bench.run(report);
    }
    if (quiet)
        std::fputs(report.json().c_str(), stdout);
    return check && !report.allHold() ? 1 : 0;
}

} // namespace spreadline::bench
