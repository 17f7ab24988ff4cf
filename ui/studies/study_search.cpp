// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_search.h"

#include "studies/study_texts.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <numeric>

namespace spreadline::studies {
namespace {

using indicators::StudyInfo;

constexpr int slip = 10; ///< scores up to this are guesses
constexpr int longestWord = 40;
constexpr int mostWords = 12;

QStringList wordsOf(const QString& text)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}_]+"), QRegularExpression::UseUnicodePropertiesOption);
    return text.toLower().split(others, Qt::SkipEmptyParts);
}

/// What a study is known by, in lower case.
struct Face {
    QStringList names; ///< and aliases
    QStringList title; ///< words, translated and English
    QString titles;    ///< both as they stand
    QStringList more;  ///< outputs, category, words people use
    QStringList help;
};

Face faceOf(const StudyInfo& study)
{
    Face face;
    face.names.append(toQString(study.name));
    for (const auto alias : study.aliases)
        face.names.append(toQString(alias));
    face.titles = (titleOf(study) + QLatin1Char('\n') + toQString(study.title)).toLower();
    face.title = wordsOf(face.titles);
    QString more = searchWords(study);
    for (const auto& output : study.outputs)
        more += QLatin1Char(' ') + titleOf(output);
    face.more = wordsOf(more);
    face.help = wordsOf(helpOf(study) + QLatin1Char(' ') + toQString(study.help));
    return face;
}

bool anyBegins(const QStringList& words, const QString& with)
{
    return std::ranges::any_of(words, [&with](const QString& word) { return word.startsWith(with); });
}

/// The same letters, two of them in the wrong order: the commonest slip, in words too short for others.
bool isSwapped(const QString& word, const QString& name)
{
    return word.size() > 2 && editDistance(word, name) == 1 && std::ranges::is_permutation(word, name);
}

int slips(const Face& face, const QString& word)
{
    const int allowed = word.size() < 3 ? 0 : word.size() < 6 ? 1 : 2;
    int fewest = allowed + 1;
    for (const QStringList* words : {&face.names, &face.title, &face.more}) {
        for (const QString& each : *words) {
            // A word that is still being typed is compared with as much of the other.
            const QString begun = each.left(word.size());
            fewest = std::min({fewest, editDistance(word, each), word.size() > 4 ? editDistance(word, begun) : fewest});
        }
    }
    return fewest <= allowed ? fewest : -1;
}

int scoreOf(const Face& face, const QString& word)
{
    if (face.names.contains(word))
        return 100;
    if (face.title.contains(word))
        return 80;
    if (anyBegins(face.names, word))
        return 70;
    if (anyBegins(face.title, word))
        return 60;
    if (anyBegins(face.more, word))
        return 40;
    if (face.titles.contains(word))
        return 30;
    if (std::ranges::any_of(face.names, [&word](const QString& name) { return isSwapped(word, name); }))
        return 25;
    if (word.size() > 2 && anyBegins(face.help, word))
        return 20;
    const int edits = slips(face, word);
    return edits < 0 ? 0 : slip - edits;
}

/// The worst of the words decides, then their sum.
int scoreOf(const Face& face, const QStringList& words, const QString& whole)
{
    int worst = 100, sum = 0;
    for (const QString& word : words) {
        const int score = scoreOf(face, word);
        worst = std::min(worst, score);
        sum += score;
    }
    if (worst <= slip)
        return worst;
    const int bonus = face.titles.startsWith(whole) ? 50 : 0;
    return worst * 100 + sum / static_cast<int>(words.size()) + bonus * 100;
}

} // namespace

int editDistance(const QString& a, const QString& b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(width), last(width), row(width);
    std::iota(last.begin(), last.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const bool isSame = a[i - 1] == b[j - 1];
            row[at] = std::min({last[at] + 1, row[at - 1] + 1, last[at - 1] + (isSame ? 0 : 1)});
            const bool isSwapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (isSwapped)
                row[at] = std::min(row[at], before[at - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, row);
    }
    return last.back();
}

std::vector<const StudyInfo*> findStudies(const QString& text)
{
    const QString whole = text.trimmed().toLower();
    QStringList words = wordsOf(whole).mid(0, mostWords);
    for (QString& word : words)
        word.truncate(longestWord);
    std::vector<std::pair<int, const StudyInfo*>> hits;
    int best = 0;
    for (const StudyInfo& study : indicators::allStudies()) {
        const int score = words.isEmpty() ? 1 : scoreOf(faceOf(study), words, whole);
        best = std::max(best, score);
        if (score > 0)
            hits.emplace_back(score, &study);
    }
    std::ranges::stable_sort(hits, std::ranges::greater(), [](const auto& hit) { return hit.first; });
    std::vector<const StudyInfo*> found;
    for (const auto& [score, study] : hits) {
        if (score > slip || best <= slip)
            found.push_back(study);
    }
    return found;
}

} // namespace spreadline::studies
