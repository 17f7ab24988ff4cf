// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/typed_study.h"

#include "studies/parameter_text.h"
#include "studies/study_texts.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace spreadline::studies {
namespace {

using indicators::Parameter;
using indicators::StudyInfo;
using indicators::StudySpec;

constexpr qsizetype longestText = 200;

QString words(const char* text)
{
    return QCoreApplication::translate("Studies", text);
}

std::optional<Interval> readInterval(const QString& text)
{
    if (text.isEmpty() || !text.back().isLetter() || !text.front().isDigit())
        return std::nullopt;
    const bool isMonth = text.endsWith(QLatin1Char('M')); // the one letter whose size matters
    const auto interval = parseInterval((isMonth ? text : text.toLower()).toStdString());
    return interval && interval->isCalendar() ? std::optional(*interval) : std::nullopt;
}

/// "Length (n), Source (source)".
QString parameterNames(const StudyInfo& study)
{
    QStringList names;
    for (const Parameter& parameter : study.parameters)
        names.append(QStringLiteral("%1 (%2)").arg(titleOf(parameter), toQString(parameter.name)));
    return names.join(QStringLiteral(", "));
}

/// The words after a study's name, taken one by one; the first that does not fit is the problem.
class SpecReader {
public:
    SpecReader(const StudyInfo& study, const QTimeZone& zone)
        : m_study(study),
          m_zone(zone),
          m_spec{&study, study.presets(), std::nullopt, false},
          m_isGiven(study.parameters.size(), false)
    {}

    bool take(const QString& word)
    {
        const auto equals = word.indexOf(QLatin1Char('='));
        if (equals >= 0)
            return takeNamed(word.left(equals).toLower(), word.mid(equals + 1));
        if (word.compare(QLatin1String("forming"), Qt::CaseInsensitive) == 0)
            return m_spec.showsForming = true;
        if (takeChoice(word))
            return true;
        const std::size_t next = nextPlace();
        const bool isSpan = next < m_isGiven.size() && m_study.parameters[next].kind == Parameter::Kind::Milliseconds;
        const auto interval = isSpan ? std::nullopt : readInterval(word);
        if (interval)
            return takeInterval(word);
        return next < m_isGiven.size() ? set(next, word) : refuse(tooMany());
    }
    bool takeInterval(const QString& word)
    {
        m_spec.higher = readInterval(word);
        const auto sentence = QT_TRANSLATE_NOOP("Studies", "“%1” is not an interval such as 4h or 1d.");
        return m_spec.higher.has_value() || refuse(words(sentence).arg(word));
    }
    TypedStudy result() &&
    {
        if (m_problem.isEmpty() && m_spec.showsForming && !m_spec.higher)
            refuse(words(QT_TRANSLATE_NOOP("Studies", "“forming” needs an interval: @4h:forming.")));
        return m_problem.isEmpty() ? TypedStudy{std::move(m_spec), {}} : TypedStudy{std::nullopt, m_problem};
    }

private:
    bool refuse(const QString& why)
    {
        m_problem = why;
        return false;
    }
    std::size_t nextPlace() const
    {
        std::size_t place = 0;
        while (place < m_isGiven.size() && (m_isGiven[place] || m_study.parameters[place].byNameOnly))
            ++place;
        return place;
    }
    QString tooMany() const
    {
        if (m_study.parameters.empty())
            return words(QT_TRANSLATE_NOOP("Studies", "%1 has nothing to set.")).arg(titleOf(m_study));
        return words(QT_TRANSLATE_NOOP("Studies", "That is too much; there is %1.")).arg(parameterNames(m_study));
    }
    bool takeChoice(const QString& word)
    {
        for (std::size_t i = 0; i < m_isGiven.size(); ++i) {
            if (m_study.parameters[i].kind == Parameter::Kind::Choice && !m_isGiven[i]
                && readValue(m_study.parameters[i], word, m_zone).value)
                return set(i, word);
        }
        return false;
    }
    bool takeNamed(const QString& name, const QString& value)
    {
        for (std::size_t i = 0; i < m_isGiven.size(); ++i) {
            if (name == toQString(m_study.parameters[i].name) || name == titleOf(m_study.parameters[i]).toLower())
                return set(i, value);
        }
        if (m_study.parameters.empty())
            return refuse(tooMany());
        return refuse(words(QT_TRANSLATE_NOOP("Studies", "There is no “%1”; there is %2.")).arg(name, parameterNames(m_study)));
    }
    bool set(std::size_t place, const QString& text)
    {
        const Parameter& parameter = m_study.parameters[place];
        const Reading reading = readValue(parameter, text, m_zone);
        if (!reading.value)
            return refuse(QStringLiteral("%1: %2").arg(titleOf(parameter), reading.problem));
        m_spec.arguments[place] = *reading.value;
        m_isGiven[place] = true;
        return true;
    }

    const StudyInfo& m_study;
    const QTimeZone& m_zone;
    StudySpec m_spec;
    std::vector<bool> m_isGiven;
    QString m_problem;
};

/// Whether what follows the name is meant as arguments: "ema 50" is, "bollinger bands" is a search.
bool areArguments(const StudyInfo& study, const QString& rest)
{
    if (rest.contains(QRegularExpression(QStringLiteral("[(@=]|(^|\\s)[-+.]?\\d"))))
        return true;
    return std::ranges::any_of(study.parameters, [&rest](const Parameter& parameter) {
        return parameter.kind == Parameter::Kind::Choice && readValue(parameter, rest, QTimeZone::utc()).value;
    });
}

TypedStudy unknownStudy(const QString& name, const QString& rest)
{
    if (!rest.startsWith(QLatin1Char('(')) && !rest.startsWith(QLatin1Char('@')))
        return {}; // a search
    QStringList near;
    for (const auto like : indicators::namesLike(name.toLower().toStdString()))
        near.append(toQString(like));
    if (near.isEmpty())
        return {std::nullopt, words(QT_TRANSLATE_NOOP("Studies", "There is no indicator “%1”.")).arg(name)};
    const auto sentence = QT_TRANSLATE_NOOP("Studies", "There is no indicator “%1”. Did you mean %2?");
    return {std::nullopt, words(sentence).arg(name, near.join(QStringLiteral(", ")))};
}

} // namespace

TypedStudy readTyped(const QString& text, const QTimeZone& zone)
{
    static const QRegularExpression call(QStringLiteral("^\\s*([A-Za-z][A-Za-z0-9_]*)\\s*(.*)$"));
    static const QRegularExpression breaks(QStringLiteral("[\\s,;()·]+"));
    static const QRegularExpression looseEquals(QStringLiteral("\\s*=\\s*"));
    const auto match = call.match(text.trimmed());
    if (!match.hasMatch() || text.size() > longestText)
        return {};
    QString rest = match.captured(2).replace(looseEquals, QStringLiteral("="));
    const auto* study = indicators::findStudy(match.captured(1).toLower().toStdString());
    if (!study)
        return unknownStudy(match.captured(1), rest);
    if (!areArguments(*study, rest))
        return {};
    SpecReader reader(*study, zone);
    const auto at = rest.indexOf(QLatin1Char('@'));
    const QString inside = rest.left(at < 0 ? rest.size() : at);
    bool isGood = true;
    for (const QString& word : inside.split(breaks, Qt::SkipEmptyParts))
        isGood = isGood && reader.take(word);
    const QStringList higher = at < 0 ? QStringList() : rest.mid(at + 1).split(QLatin1Char(':'));
    if (isGood && at >= 0)
        isGood = reader.takeInterval(higher.first().trimmed());
    if (isGood && higher.size() > 1 && !higher[1].trimmed().isEmpty())
        reader.take(higher[1].trimmed());
    return std::move(reader).result();
}

} // namespace spreadline::studies
