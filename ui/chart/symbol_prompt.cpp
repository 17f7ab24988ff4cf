// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/symbol_prompt.h"

#include "chart/chart_choices.h"
#include "session/chart_source.h"
#include "session/market_view.h"
#include "style/format.h"
#include "style/trust_text.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace spreadline::chart {
namespace {

constexpr int longestText = 200;
constexpr int mostRows = 60;
constexpr int rowHeight = 26;
constexpr int rowsInSight = 8;
constexpr int boxWidth = 380;
constexpr int aroundList = 120; ///< heading, field, hint and margins
constexpr int noteRole = Qt::UserRole + 1;

/// What SymbolExpression says of a form it does not understand.
constexpr std::array phrases{
    QT_TRANSLATE_NOOP("SymbolExpression", "an operation was expected"),
    QT_TRANSLATE_NOOP("SymbolExpression", "')' was expected"),
    QT_TRANSLATE_NOOP("SymbolExpression", "a symbol or a number was expected"),
    QT_TRANSLATE_NOOP("SymbolExpression", "a symbol or a number is missing"),
    QT_TRANSLATE_NOOP("SymbolExpression", "nested too deeply"),
    QT_TRANSLATE_NOOP("SymbolExpression", "names no symbol"),
};

class RowPainter final : public QStyledItemDelegate {
public:
    RowPainter(const ThemeSource& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {100, rowHeight}; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& theme = m_themes.theme();
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        const bool isHovered = option.state.testFlag(QStyle::State_MouseOver);
        painter->fillRect(option.rect, isCurrent ? theme.selection : isHovered ? theme.hover : theme.panelRaised);
        const QRect words = option.rect.adjusted(10, 0, -10, 0);
        const QString note = index.data(noteRole).toString();
        painter->setFont(numberFont(12));
        painter->setPen(theme.textMuted);
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight | Qt::TextSingleLine, note);
        const int noteWidth = painter->fontMetrics().horizontalAdvance(note) + 12;
        painter->setFont(labelFont(13));
        painter->setPen(theme.text);
        const QRect room = words.adjusted(0, 0, -noteWidth, 0);
        painter->drawText(room, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
    }

private:
    const ThemeSource& m_themes;
};

bool isWord(QChar c)
{
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

qsizetype partStart(const QString& text)
{
    qsizetype from = text.size();
    while (from > 0 && isWord(text[from - 1]))
        --from;
    return from;
}

QString noteOf(const MarketView& market, const QString& symbol)
{
    const Instrument* instrument = market.find(symbol);
    const TickerRow* ticker = instrument ? market.ticker(instrument->id) : nullptr;
    if (!ticker || !ticker->last)
        return {};
    const QString change = ticker->open24h ? format::change(*ticker->last, *ticker->open24h) : QString();
    return QStringLiteral("%1  %2").arg(format::price(ticker->last, *instrument), change);
}

} // namespace

QString typedPart(const QString& text)
{
    const QString part = text.mid(partStart(text));
    const bool isNumber = std::ranges::all_of(part, [](QChar c) { return c.isDigit(); });
    return isNumber && part.size() != text.size() ? QString() : part.toUpper();
}

QString withPart(const QString& text, const QString& symbol)
{
    return text.left(partStart(text)) + symbol;
}

QStringList symbolsLike(const MarketView& market, const QString& part, int most)
{
    struct Found {
        bool isStart;
        double traded;
        QString symbol;
    };
    std::vector<Found> found;
    for (const Instrument& instrument : market.instruments()) {
        const QString symbol = QString::fromStdString(instrument.symbol);
        const auto at = symbol.indexOf(part, 0, Qt::CaseInsensitive);
        if (at < 0)
            continue;
        const TickerRow* ticker = market.ticker(instrument.id);
        const double traded = ticker && ticker->quoteVolume24h ? ticker->quoteVolume24h->toDouble() : 0;
        found.push_back({at == 0, traded, symbol});
    }
    std::ranges::stable_sort(found, [&part](const Found& a, const Found& b) {
        const bool isExactA = a.symbol == part, isExactB = b.symbol == part;
        return std::tuple(!isExactA, !a.isStart, -a.traded) < std::tuple(!isExactB, !b.isStart, -b.traded);
    });
    QStringList symbols;
    for (const Found& one : found) {
        if (symbols.size() >= most)
            break;
        symbols << one.symbol;
    }
    return symbols;
}

QString symbolProblem(const Error& error)
{
    const QString where = QString::fromStdString(error.where);
    const QString detail = QString::fromStdString(error.detail);
    if (error.code == Errc::UnknownInstrument)
        return SymbolPrompt::tr("The venue has no symbol %1").arg(where);
    if (error.code == Errc::Unsupported)
        return SymbolPrompt::tr("Bars that count trades or an amount have no common times: choose an interval of time first");
    const QString place = detail.section(QStringLiteral(" at character "), 1);
    for (const char* phrase : phrases) {
        if (!detail.startsWith(QLatin1String(phrase)))
            continue;
        const QString said = QCoreApplication::translate("SymbolExpression", phrase);
        return place.isEmpty() ? said : SymbolPrompt::tr("%1 at character %2").arg(said, place);
    }
    return place.isEmpty() ? adviceText(error.code) : SymbolPrompt::tr("Not understood at character %1").arg(place);
}

SymbolPrompt::SymbolPrompt(const QString& title, const MarketView& market, const ThemeSource& themes, const ChartChoices& choices,
                           QWidget* parent)
    : ChartPrompt(title, longestText, parent),
      m_market(market),
      m_themes(themes),
      m_choices(choices),
      m_list(new QListView(this)),
      m_rows(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("symbolPrompt"));
    edit().setObjectName(QStringLiteral("symbolEdit"));
    m_list->setObjectName(QStringLiteral("symbolList"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new RowPainter(m_themes, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    edit().setAlignment(Qt::AlignLeft);
    addBelow(m_list, boxWidth);
    connect(&edit(), &QLineEdit::textChanged, this, &SymbolPrompt::suggest);
    connect(m_list, &QListView::clicked, this, &SymbolPrompt::accept);
}

void SymbolPrompt::ask(const QString& start)
{
    if (!isVisible())
        edit().clear(); // so that the rows are of now
    open(start.toUpper());
    suggest();
}

void SymbolPrompt::addRow(const QString& text, const QString& note)
{
    auto* item = new QStandardItem(text);
    item->setData(note, noteRole);
    m_rows->appendRow(item);
}

// Nothing typed: what was chosen lately comes first. Else only what can stand where the cursor is.
void SymbolPrompt::suggest()
{
    m_rows->clear();
    const QString text = edit().text();
    if (text.isEmpty()) {
        for (const QString& recent : m_choices.recentSymbols())
            addRow(recent, noteOf(m_market, recent));
    }
    const QString part = typedPart(text);
    if (!part.isEmpty() || text.isEmpty()) {
        for (const QString& symbol : symbolsLike(m_market, part, mostRows)) {
            if (!text.isEmpty() || !m_choices.recentSymbols().contains(symbol))
                addRow(symbol, noteOf(m_market, symbol));
        }
    }
    m_list->setCurrentIndex(m_rows->index(0, 0));
    const int room = std::clamp((parentWidget()->height() - aroundList) / rowHeight, 1, rowsInSight);
    m_list->setFixedHeight(std::min(room, m_rows->rowCount()) * rowHeight);
    place();
}

QString SymbolPrompt::highlighted() const
{
    return m_list->currentIndex().data().toString();
}

/// What Enter would choose: the text with its last symbol completed from the list.
QString SymbolPrompt::wanted(const QString& text) const
{
    if (text.trimmed().isEmpty())
        return highlighted();
    return typedPart(text).isEmpty() || highlighted().isEmpty() ? text : withPart(text, highlighted());
}

QString SymbolPrompt::hintFor(const QString& text) const
{
    if (text.isEmpty())
        return tr("A symbol, or an expression: BTCUSDT/ETHUSDT");
    if (m_market.instruments().empty())
        return tr("The venue's list has not come yet");
    const QString part = typedPart(text);
    const QStringList first = part.isEmpty() ? QStringList() : symbolsLike(m_market, part, 1);
    const auto subject = ChartSource::check(m_market, first.isEmpty() ? text : withPart(text, first.first()));
    return subject ? tr("Enter: %1").arg(subject->text) : symbolProblem(subject.error());
}

bool SymbolPrompt::take(const QString& text)
{
    const auto subject = ChartSource::check(m_market, wanted(text));
    if (subject)
        Q_EMIT chosen(subject->text);
    return subject.hasValue();
}

bool SymbolPrompt::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && m_rows->rowCount() > 0) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int page = rowsInSight - 1;
        const int by = key == Qt::Key_Up ? -1
            : key == Qt::Key_Down        ? 1
            : key == Qt::Key_PageUp      ? -page
            : key == Qt::Key_PageDown    ? page
                                         : 0;
        if (by != 0) {
            const int row = std::clamp(m_list->currentIndex().row() + by, 0, m_rows->rowCount() - 1);
            m_list->setCurrentIndex(m_rows->index(row, 0));
            return true;
        }
        if (key == Qt::Key_Tab && !highlighted().isEmpty()) {
            edit().setText(withPart(edit().text(), highlighted()));
            return true;
        }
    }
    return ChartPrompt::eventFilter(watched, event);
}

} // namespace spreadline::chart
