// SPDX-License-Identifier: GPL-3.0-or-later
#include "bar_file.h"
#include "indicators.h"
#include "row_writer.h"
#include "subcommand.h"

#include "indicators/study_spec.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace spreadline::cli {
namespace {

using namespace indicators;

/// The studies of one run and the row of all their outputs.
class Desk {
public:
    Status add(const StudySpec& spec, std::optional<Interval> bars)
    {
        auto study = makeStudy(spec, bars);
        if (!study)
            return study.error();
        for (std::size_t i = 0; i < spec.study->outputs.size(); ++i) {
            const int displacement = spec.study->displacement(i, spec.arguments);
            // Only what would be drawn into the past moves; what is drawn ahead has its value at its own bar.
            const bool isPast = displacement < 0 && !spec.higher;
            m_columns.push_back({columnName(spec, i), isPast ? -displacement : 0});
        }
        m_studies.push_back(*std::move(study));
        m_row.resize(m_columns.size());
        return {};
    }
    std::span<const double> update(const StudyBar& bar)
    {
        auto place = m_row.begin();
        for (const auto& study : m_studies) {
            study->update(bar);
            place = std::ranges::copy(study->values(), place).out;
        }
        return m_row;
    }
    const std::vector<RowWriter::Column>& columns() const { return m_columns; }

private:
    std::vector<std::unique_ptr<Study>> m_studies;
    std::vector<RowWriter::Column> m_columns;
    std::vector<double> m_row;
};

/// The second symbol's bars, walked beside the first's.
class OtherBars {
public:
    Status open(const std::string& path)
    {
        auto file = BarFile::open(path, NoMore);
        if (!file)
            return file.error();
        m_file = *std::move(file);
        return {};
    }
    Status join(StudyBar& bar)
    {
        if (!m_file)
            return {};
        while (m_hasMore && (!m_isRead || m_bar.openTime < bar.openTime)) {
            const auto more = m_file->next(m_bar);
            if (!more)
                return more.error();
            m_isRead = m_hasMore = *more;
        }
        bar.otherClose = m_isRead && m_bar.openTime == bar.openTime ? m_bar.close : noValue;
        return {};
    }

private:
    std::unique_ptr<BarFile> m_file;
    StudyBar m_bar;
    bool m_isRead = false, m_hasMore = true;
};

/// Where the bars are farther apart than they usually are. Windows count bars, so a study reaches across it.
class GapCount {
public:
    void see(const BarFile& file, Timestamp openTime)
    {
        const auto last = std::exchange(m_last, openTime);
        if (!last)
            return;
        const Duration step = openTime - *last;
        if (m_step == Duration::zero() || step < m_step)
            m_step = step;
        if (step > m_step && m_count++ == 0)
            m_where = file.where();
    }
    void report(const QCommandLineParser& parser) const
    {
        if (m_count > 0)
            complain(parser,
                     QStringLiteral("%1 gap(s) in time, the first before %2; windows count bars, not minutes")
                         .arg(m_count)
                         .arg(QString::fromStdString(m_where)));
    }

private:
    std::optional<Timestamp> m_last;
    Duration m_step{};
    qint64 m_count = 0;
    std::string m_where;
};

struct Request {
    std::vector<StudySpec> studies;
    std::optional<Interval> interval;
    unsigned inputs = NoMore;
    std::string in, out, other;
};

Result<Request> readRequest(const QCommandLineParser& parser)
{
    Request request;
    for (const QString& text : parser.values(QStringLiteral("study"))) {
        auto spec = parseStudy(text.toStdString());
        if (!spec)
            return spec.error();
        if (std::ranges::find(request.studies, *spec) != request.studies.end())
            return Error{Errc::BadUsage, toString(*spec), "is asked for twice"};
        request.inputs |= spec->inputs();
        request.studies.push_back(*std::move(spec));
    }
    if (request.studies.empty())
        return Error{Errc::BadUsage, "--study", "is missing: --study 'rsi(14)'"};
    if (!parser.isSet(QStringLiteral("in")))
        return Error{Errc::BadUsage, "--in", "FILE is missing (- is stdin)"};
    if (parser.isSet(QStringLiteral("interval"))) {
        const auto interval = parseInterval(parser.value(QStringLiteral("interval")).toStdString());
        if (!interval)
            return Error{Errc::BadUsage, "--interval", interval.error().detail};
        request.interval = *interval;
    }
    request.in = parser.value(QStringLiteral("in")).toStdString();
    request.out = parser.value(QStringLiteral("out")).toStdString();
    request.other = parser.value(QStringLiteral("other")).toStdString();
    if (request.in == "-" && request.other == "-")
        return Error{Errc::BadUsage, "--other", "stdin can be only one of the two"};
    if (!request.other.empty())
        request.inputs &= ~static_cast<unsigned>(OtherClose);
    return request;
}

/// Bars in, rows out. What was right before an error has been written.
Status stream(BarFile& file, OtherBars& other, Desk& desk, RowWriter& writer, GapCount& gaps)
{
    StudyBar bar;
    Status waited;
    file.onWait([&] { waited = writer.flush(); });
    while (true) {
        const auto more = file.next(bar);
        if (!waited)
            return waited;
        if (!more || !*more)
            return more ? Status() : Status(more.error());
        if (auto joined = other.join(bar); !joined)
            return joined;
        gaps.see(file, bar.openTime);
        if (auto written = writer.write(bar.openTime, desk.update(bar)); !written)
            return written;
    }
}

Status runAll(const QCommandLineParser& parser)
{
    const auto request = readRequest(parser);
    if (!request)
        return request.error();
    Desk desk;
    for (const StudySpec& spec : request->studies) {
        if (auto added = desk.add(spec, request->interval); !added)
            return added;
    }
    auto file = BarFile::open(request->in, request->inputs);
    if (!file)
        return file.error();
    OtherBars other;
    if (auto opened = request->other.empty() ? Status() : other.open(request->other); !opened)
        return opened;
    auto writer = RowWriter::open(request->out, desk.columns());
    if (!writer)
        return writer.error();
    GapCount gaps;
    if (auto streamed = stream(**file, other, desk, *writer, gaps); !streamed) {
        if (request->out.empty() && streamed.error().code != Errc::CannotWrite)
            static_cast<void>(writer->flush()); // the error that ended the run is the one to tell
        return streamed;
    }
    gaps.report(parser);
    return writer->finish();
}

} // namespace

int runIndicators(const QCommandLineParser& parser)
{
    const Status status = runAll(parser);
    if (status)
        return Done;
    complain(parser, QString::fromStdString(logText(status.error())));
    return exitCode(status.error().code);
}

} // namespace spreadline::cli
