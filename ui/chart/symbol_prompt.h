// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "chart/chart_prompt.h"
#include "style/theme.h"

#include <QStringList>

class QListView;
class QStandardItemModel;

namespace spreadline {

class MarketView;

namespace chart {

class ChartChoices;

/// The symbol that is being typed at the end of an expression: "eth" of "BTCUSDT/eth". Empty after an operator and for a number.
QString typedPart(const QString& text);
/// The text with that part replaced.
QString withPart(const QString& text, const QString& symbol);
/// Symbols that begin with the part, then those that hold it; within each the most traded first. All of them for no part.
QStringList symbolsLike(const MarketView& market, const QString& part, int most);
/// Why a text is no symbol and no expression, in the user's language, with the place.
QString symbolProblem(const Error& error);

/// The small box that asks for a symbol or an expression of symbols, with what fits below it. Ui thread only.
class SymbolPrompt final : public ChartPrompt {
    Q_OBJECT
public:
    SymbolPrompt(const QString& title, const MarketView& market, const ThemeSource& themes, const ChartChoices& choices,
                 QWidget* parent);

    void ask(const QString& start);

Q_SIGNALS:
    void chosen(const QString& text);

protected:
    QString hintFor(const QString& text) const override;
    bool take(const QString& text) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void suggest();
    void addRow(const QString& text, const QString& note);
    QString highlighted() const;
    QString wanted(const QString& text) const;

    const MarketView& m_market;
    const ThemeSource& m_themes;
    const ChartChoices& m_choices;
    QListView* m_list;
    QStandardItemModel* m_rows;
};

} // namespace chart
} // namespace spreadline
