// SPDX-License-Identifier: GPL-3.0-or-later
#include "odd_clocks.h"
#include "plain_http.h"
#include "section_c.h"

#include <QLocale>

#include <clocale>
#include <cstdlib>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

VenueHealth healthOf(FaultRig& rig)
{
    return rig.screen().status().health;
}

bool isNear(Duration one, Duration other, Duration allowed)
{
    return one - other <= allowed && other - one <= allowed;
}

bool offsetBecomes(FaultRig& rig, Duration expected, Duration allowed, std::chrono::milliseconds within)
{
    return rig.waitFor([&] { return healthOf(rig).clockTrusted && isNear(healthOf(rig).clockOffset, expected, allowed); },
                       within);
}

RigOptions askingOften(RigOptions options = {})
{
    options.adjust = [](LiveFeedConfig& config, FaultRig&) { config.clockEvery = 300ms; };
    return options;
}

/// The venue's clock is wrong by so much: measured, and no stream suffers.
FaultCase skewed(std::chrono::milliseconds skew)
{
    FaultCase row{.id = QStringLiteral("C10"),
                  .title = QStringLiteral("the venue's clock is off by %1 ms").arg(skew.count()),
                  .rig = askingOften(),
                  .faults = R"({"verb":"clock.skew","ms":)" + QByteArray::number(qint64{skew.count()}) + "}",
                  .verb = QStringLiteral("clock.skew")};
    row.during = [skew](FaultRig& rig) {
        const auto since = MarketTap::Clock::now();
        if (!offsetBecomes(rig, skew, 300ms, 10s))
            return QStringLiteral("the offset was not measured anew");
        return rig.screen().firstDoubt(rig.book, since) ? QStringLiteral("the book suffered") : QString();
    };
    row.after = [](FaultRig& rig) {
        return offsetBecomes(rig, 0ms, 300ms, 10s) ? QString() : QStringLiteral("the offset stayed");
    };
    return row;
}

FaultCase timeLies()
{
    return {.id = QStringLiteral("C11"),
            .title = QStringLiteral("one answer to the question for the time is a minute off"),
            .rig = askingOften(),
            .faults = R"({"verb":"time.lie","ms":60000,"n":1})",
            .verb = QStringLiteral("time.lie"),
            .during = [](FaultRig& rig) {
                const auto since = MarketTap::Clock::now();
                bool believed = false;
                rig.waitFor(
                    [&] {
                        believed = believed || !isNear(healthOf(rig).clockOffset, 0ms, 500ms) || !healthOf(rig).clockTrusted;
                        return believed || MarketTap::Clock::now() - since > 3s;
                    },
                    4s);
                return believed ? QStringLiteral("the lie was believed") : QString();
            }};
}

/// Round trips of three seconds say nothing about the time: nothing is signed by such a clock, and once they are short it is trusted.
FaultCase slowTime()
{
    return {.id = QStringLiteral("C11"),
            .title = QStringLiteral("the time arrives three seconds late"),
            .before =
                [](FaultRig& rig) {
                    return rig.truth().fault(R"({"verb":"time.lie","ms":0,"delay":3000})") ? QString()
                                                                                           : QStringLiteral("refused");
                },
            .verb = QStringLiteral("time.lie"),
            .atLeast = 2,
            .during =
                [](FaultRig& rig) {
                    if (!rig.waitFor([&] { return rig.screen().status().health.frames > 0; }, 3s))
                        return QStringLiteral("no health was reported");
                    return healthOf(rig).clockTrusted ? QStringLiteral("a late answer was trusted") : QString();
                },
            .after =
                [](FaultRig& rig) {
                    return offsetBecomes(rig, 0ms, 300ms, 12s) ? QString() : QStringLiteral("the clock stays untrusted");
                }};
}

/// Somebody sets this machine's clock. What is measured against the monotonic clock goes on.
FaultCase wallClockSet(const QString& title, std::function<Duration(Timestamp)> step)
{
    const auto clock = std::make_shared<SetClock>();
    const auto moved = std::make_shared<Duration>();
    FaultCase row{.id = QStringLiteral("G01"), .title = title, .fired = [moved](FaultRig&) {
                      return std::int64_t{*moved != Duration::zero()};
                  }};
    row.rig.clock = clock;
    row.act = [clock, moved, step](FaultRig&) {
        *moved = step(clock->now());
        clock->step(*moved);
        return QString();
    };
    row.during = [moved](FaultRig& rig) {
        return offsetBecomes(rig, -*moved, 300ms, 12s) ? QString() : QStringLiteral("the offset was not measured anew");
    };
    return row;
}

/// Two per cent instead of the 200 ppm of a bad crystal, and the question every 300 ms instead of every minute.
FaultCase drifting(double rate)
{
    const auto clock = std::make_shared<DriftingClock>(rate);
    FaultCase row{
        .id = QStringLiteral("G02"),
        .title = QStringLiteral("this machine's clock runs at %1").arg(rate),
        .rig = askingOften(),
        .fired = [clock](FaultRig&) { return std::chrono::duration_cast<std::chrono::milliseconds>(clock->drift()).count(); },
        .firesWithin = 60s};
    row.rig.clock = clock;
    row.atLeast = 150; // ms farther from the truth
    row.during = [clock](FaultRig& rig) {
        const bool near = rig.waitFor(
            [&] {
                return isNear(healthOf(rig).clockOffset, clock->now() > SystemClock().now() ? -clock->drift() : clock->drift(),
                              scaled(60ms));
            },
            3s);
        return near && healthOf(rig).clockTrusted ? QString() : QStringLiteral("the offset did not follow");
    };
    return row;
}

/// A practice market at speed: all of its time runs so fast, and the program's idea of it keeps up.
FaultCase venueAtSpeed()
{
    constexpr double speed = 4;
    const auto clock = std::make_shared<SystemClock>();
    FaultCase row{.id = QStringLiteral("G02"),
                  .title = QStringLiteral("the venue's time runs four times as fast"),
                  .before = [](FaultRig&) { return QString(); },
                  .fired =
                      [clock](FaultRig& rig) { // seconds gained
                          return (rig.venueNow() - clock->now()) / Duration(1s);
                      },
                  .atLeast = 30,
                  .firesWithin = 60s};
    row.rig.exchange.market.speed = speed;
    row.convergesWithin =
        0s; // a bar is now and then closed a few trades early at this pace: the core's clock is told once a second
    row.during = [clock](FaultRig& rig) {
        const auto keepsUp = [&] {
            const Duration truth = rig.venueNow() - clock->now();
            return healthOf(rig).clockTrusted && isNear(healthOf(rig).clockOffset, truth, scaled(4s)); // told once a second
        };
        return rig.waitFor(keepsUp, 10s)
            ? QString()
            : QStringLiteral("the venue's time ran away: %1 s ahead, believed %2 s, %3")
                  .arg(static_cast<double>((rig.venueNow() - clock->now()).count()) / 1e9)
                  .arg(static_cast<double>(healthOf(rig).clockOffset.count()) / 1e9)
                  .arg(healthOf(rig).clockTrusted ? QLatin1String("trusted") : QLatin1String("not trusted"));
    };
    row.after = [](FaultRig& rig) {
        const VenueHealth health = healthOf(rig);
        if (!health.clockTrusted || health.rejected > 0)
            return QStringLiteral("%1 frames were refused").arg(health.rejected);
        return std::chrono::abs(health.latencyP50) < scaled(1s)
            ? QString()
            : QStringLiteral("a delay of %1 ms is shown").arg(health.latencyP50 / 1ms);
    };
    return row;
}

/// What the wire says must be read and written the same in every country. The process's locale is put back at the end.
FaultCase locale(const QLocale& country, const char* name)
{
    const auto before = std::make_shared<QLocale>();
    const auto answer = [](FaultRig& rig) {
        return plainGet(rig.rest().port(),
                        "/fapi/v1/klines?symbol=BTCUSDT&interval=1h&limit=50&startTime=1700000000000&endTime=1700100000000")
            + plainGet(rig.rest().port(), "/fapi/v1/fundingRate?symbol=BTCUSDT&limit=20&endTime=1700100000000");
    };
    return {
        .id = QStringLiteral("G03"),
        .title = QStringLiteral("the locale is ") + country.name(),
        .before =
            [before, country, name](FaultRig&) {
                *before = QLocale();
                QLocale::setDefault(country);
                std::setlocale(LC_ALL, name); // where the machine has it
                return QString();
            },
        .fired = [country](
                     FaultRig&) { return std::int64_t{QLocale() == country && QLocale().toString(1.5) != QLatin1String("1.5")}; },
        .after =
            [before, answer](FaultRig& rig) {
                const QByteArray there = answer(rig);
                QLocale::setDefault(*before);
                std::setlocale(LC_ALL, "C");
                return !there.isEmpty() && there == answer(rig) ? QString() : QStringLiteral("the exchange answers otherwise");
            }};
}

} // namespace

std::vector<FaultCase> clocks()
{
    const auto setTo = [](Timestamp when) { return [when](Timestamp now) { return when - now; }; };
    constexpr std::int64_t dayIn1970 = 86'400'000, dayIn2038 = 2'147'483'647'000;
    return {skewed(-6s),
            skewed(1500ms),
            timeLies(),
            slowTime(),
            wallClockSet(QStringLiteral("the wall clock is set an hour ahead"), [](Timestamp) { return Duration(1h); }),
            wallClockSet(QStringLiteral("the wall clock is set an hour back"), [](Timestamp) { return Duration(-1h); }),
            wallClockSet(QStringLiteral("the wall clock is set to 1970"), setTo(Timestamp::fromMillis(dayIn1970))),
            wallClockSet(QStringLiteral("the wall clock is set to 2038"), setTo(Timestamp::fromMillis(dayIn2038))),
            drifting(1.02),
            drifting(0.98),
            venueAtSpeed(),
            locale(QLocale(QLocale::German, QLocale::Germany), "de_DE.UTF-8"),
            locale(QLocale(QLocale::Arabic, QLocale::Egypt), "ar_EG.UTF-8")};
}

} // namespace spreadline::faults
