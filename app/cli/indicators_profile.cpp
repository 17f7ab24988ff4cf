// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_file.h"
#include "indicators.h"
#include "subcommand.h"

#include "indicators/volume_profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <limits>

namespace spreadline::cli {
namespace {

using namespace indicators;

constexpr int mostBins = 100'000;

struct Range {
    int bins = 0;
    double valueArea = 0;
    Timestamp from, to;
};

Result<Timestamp> readTime(const QCommandLineParser& parser, const char* option, Timestamp preset)
{
    const QString name = QString::fromLatin1(option);
    if (!parser.isSet(name))
        return preset;
    bool isNumber = false;
    const qint64 millis = parser.value(name).toLongLong(&isNumber);
    constexpr qint64 farthest = 9'000'000'000'000;
    if (!isNumber || millis < -farthest || millis > farthest)
        return Error{Errc::BadUsage, std::string("--") + option, "must be a time in milliseconds"};
    return Timestamp::fromMillis(millis);
}

Result<Range> readRange(const QCommandLineParser& parser)
{
    Range range;
    bool isNumber = false;
    range.bins = parser.value(QStringLiteral("bins")).toInt(&isNumber);
    if (!isNumber || range.bins < 1 || range.bins > mostBins)
        return Error{Errc::BadUsage, "--bins", "must be a whole number from 1 to 100000"};
    range.valueArea = parser.value(QStringLiteral("value-area")).toDouble(&isNumber);
    if (!isNumber || !(range.valueArea > 0 && range.valueArea <= 1))
        return Error{Errc::BadUsage, "--value-area", "must be a number above 0 and up to 1"};
    const auto from = readTime(parser, "from", Timestamp::fromNanos(std::numeric_limits<std::int64_t>::min()));
    const auto to = readTime(parser, "to", Timestamp::fromNanos(std::numeric_limits<std::int64_t>::max()));
    if (!from || !to)
        return from ? to.error() : from.error();
    range.from = *from;
    range.to = *to;
    return range;
}

Result<std::vector<StudyBar>> readBars(const QCommandLineParser& parser, const Range& range)
{
    if (!parser.isSet(QStringLiteral("in")))
        return Error{Errc::BadUsage, "--in", "FILE is missing (- is stdin)"};
    auto file = BarFile::open(parser.value(QStringLiteral("in")).toStdString(), NoMore);
    if (!file)
        return file.error();
    std::vector<StudyBar> bars;
    StudyBar bar;
    while (true) {
        const auto more = (*file)->next(bar);
        if (!more)
            return more.error();
        if (!*more)
            return bars;
        if (bar.openTime >= range.from && bar.openTime < range.to)
            bars.push_back(bar);
    }
}

QJsonObject toJson(const VolumeProfile& profile)
{
    QJsonArray volume;
    for (const double amount : profile.volume)
        volume.append(amount);
    QJsonObject json{{QStringLiteral("low"), profile.low},
                     {QStringLiteral("high"), profile.high},
                     {QStringLiteral("bin_width"), profile.binWidth},
                     {QStringLiteral("total_volume"), profile.totalVolume},
                     {QStringLiteral("volume"), volume}};
    if (profile.totalVolume > 0) {
        json[QStringLiteral("poc_bin")] = static_cast<qint64>(profile.poc);
        json[QStringLiteral("val_bin")] = static_cast<qint64>(profile.val);
        json[QStringLiteral("vah_bin")] = static_cast<qint64>(profile.vah);
        json[QStringLiteral("poc_price")] = profile.pocPrice();
        json[QStringLiteral("val_price")] = profile.valPrice();
        json[QStringLiteral("vah_price")] = profile.vahPrice();
    }
    return json;
}

void print(const VolumeProfile& profile)
{
    for (std::size_t i = profile.volume.size(); i-- > 0;) {
        const double low = profile.low + static_cast<double>(i) * profile.binWidth;
        const bool isInside = profile.totalVolume > 0 && i >= profile.val && i <= profile.vah;
        std::printf("%.10g %.10g %.10g%s\n", low, low + profile.binWidth, profile.volume[i],
                    isInside && i == profile.poc ? " POC"
                        : isInside               ? " VA"
                                                 : "");
    }
}

Status runProfile(const QCommandLineParser& parser)
{
    const auto range = readRange(parser);
    if (!range)
        return range.error();
    const auto bars = readBars(parser, *range);
    if (!bars)
        return bars.error();
    if (bars->empty())
        return Error{Errc::BadUsage, "--in", "there are no bars in that range"};
    const VolumeProfile profile = volumeProfile(*bars, range->bins, range->valueArea);
    if (parser.isSet(QStringLiteral("json")))
        std::fputs(QJsonDocument(toJson(profile)).toJson().constData(), stdout);
    else
        print(profile);
    return {};
}

} // namespace

int profileVolume(const QCommandLineParser& parser)
{
    const Status status = runProfile(parser);
    if (status)
        return Done;
    complain(parser, QString::fromStdString(logText(status.error())));
    return exitCode(status.error().code);
}

} // namespace spreadline::cli
