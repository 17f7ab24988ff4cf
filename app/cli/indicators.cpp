// SPDX-License-Identifier: GPL-3.0-or-later
#include "indicators.h"

#include "subcommand.h"

namespace spreadline::cli {
namespace {

QString text(const char* words)
{
    return QString::fromLatin1(words);
}

void declare(QCommandLineParser& parser)
{
    parser.addPositionalArgument(text("verb"),
                                 text("list: the studies there are, with their parameters and outputs. "
                                      "run: studies over the bars of a file. "
                                      "profile: volume by price over the bars of a file."));
    parser.addOption(
        {text("study"),
         text("A study and its arguments: rsi(14), macd(12,26,9), bbands(n=20,k=2), sma(20,source=hl2), or of a higher "
              "interval: rsi(14)@4h. May be given several times."),
         text("STUDY")});
    parser.addOption(
        {text("in"),
         text("Bars as CSV, plain or .gz; - is stdin. The first line names the columns open_time_ms, open, high, low, "
              "close, volume and, where a study needs them, taker_buy_volume, quote_volume, open_interest, "
              "funding_rate, other_close."),
         text("FILE")});
    parser.addOption({text("out"), text("Where the columns go; stdout otherwise."), text("FILE")});
    parser.addOption(
        {text("other"), text("Bars of a second symbol; joined by open time, their close is other_close."), text("FILE")});
    parser.addOption(
        {text("interval"), text("Interval of the bars, such as 15m; studies of a higher interval need it."), text("I")});
    parser.addOption({text("bins"), text("profile: number of price bins."), text("N"), text("24")});
    parser.addOption({text("value-area"), text("profile: share of the volume in the value area."), text("SHARE"), text("0.7")});
    parser.addOption({text("from"), text("profile: first open time, in milliseconds."), text("MS")});
    parser.addOption({text("to"), text("profile: open time before which it ends, in milliseconds."), text("MS")});
}

int run(const QCommandLineParser& parser)
{
    const QStringList verbs = parser.positionalArguments();
    if (verbs == QStringList(text("list")))
        return listIndicators(parser);
    if (verbs == QStringList(text("run")))
        return runIndicators(parser);
    if (verbs == QStringList(text("profile")))
        return profileVolume(parser);
    complain(parser,
             verbs.isEmpty() ? text("say what to do: list, run or profile")
                             : text("'%1' is not list, run or profile").arg(verbs.join(QLatin1Char(' '))));
    return BadUsage;
}

} // namespace
} // namespace spreadline::cli

SPREADLINE_SUBCOMMAND("indicators", "Lists the studies, or runs them over a file of bars.", spreadline::cli::declare,
                      spreadline::cli::run)
