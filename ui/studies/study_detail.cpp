// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_detail.h"

#include "studies/parameter_text.h"
#include "studies/quiet_label.h"
#include "studies/study_texts.h"
#include "style/fonts.h"
#include "widgets/plain_label.h"

#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>
#include <QPushButton>

namespace spreadline::studies {

StudyDetail::StudyDetail(const ThemeSource& themes, QWidget* parent)
    : QWidget(parent),
      m_themes(themes),
      m_title(new PlainLabel(this)),
      m_help(new PlainLabel(this)),
      m_reason(new PlainLabel(this)),
      m_symbolLabel(new PlainLabel(tr("Second symbol"), this)),
      m_settings(new QWidget(this)),
      m_grid(new QGridLayout(m_settings)),
      m_symbol(new QLineEdit(this)),
      m_star(new QPushButton(this)),
      m_add(new QPushButton(tr("Add to chart"), this))
{
    m_title->setFont(labelFont(15, QFont::DemiBold));
    m_reason->setObjectName(QStringLiteral("reason"));
    m_symbol->setObjectName(QStringLiteral("pickerSymbol"));
    m_symbolLabel->setBuddy(m_symbol);
    m_symbol->setAccessibleName(m_symbolLabel->text());
    m_symbol->setTextMargins(3, 0, 3, 0);
    m_add->setObjectName(QStringLiteral("add"));
    m_star->setObjectName(QStringLiteral("star"));
    m_star->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_B));
    m_star->setToolTip(m_star->shortcut().toString(QKeySequence::NativeText));
    m_star->setAutoDefault(false);
    m_add->setDefault(true); // Enter, wherever it is pressed
    for (PlainLabel* label : {m_title, m_help, m_reason})
        label->setWordWrap(true);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(0, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 12);
    column->setSpacing(9);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_title, m_help, m_settings, m_symbolLabel, m_symbol, m_reason})
        column->addWidget(widget);
    column->addStretch(1);
    column->addWidget(m_star);
    column->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, &StudyDetail::addWanted);
    connect(m_star, &QPushButton::clicked, this, &StudyDetail::starToggled);
    show(nullptr);
}

void StudyDetail::setContext(const ChartContext& context)
{
    if (context.otherSymbol != m_context.otherSymbol) // else what is typed stays
        m_symbol->setText(context.otherSymbol);
    m_context = context;
    auto* completer = new QCompleter(context.symbols, m_symbol);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    delete m_symbol->completer();
    m_symbol->setCompleter(completer);
}

bool StudyDetail::needsSymbol() const
{
    return (m_inputs & indicators::OtherClose) != 0;
}

void StudyDetail::show(const StudyRow* row)
{
    const bool isStudy = row && row->isStudy();
    m_inputs = isStudy ? row->spec.inputs() : 0;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_help, m_settings, m_star, m_add})
        widget->setVisible(isStudy);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_symbolLabel, m_symbol})
        widget->setVisible(needsSymbol());
    m_reason->setVisible(isStudy && !row->reason.isEmpty());
    m_title->setText(isStudy ? titleOf(*row->spec.study) : QString());
    if (!isStudy)
        return;
    m_help->setText(helpOf(*row->spec.study));
    m_reason->setText(row->reason);
    QPalette warning = palette();
    warning.setColor(QPalette::WindowText, m_themes.theme().warning);
    m_reason->setPalette(warning);
    m_add->setEnabled(row->reason.isEmpty());
    setFavourite(row->isFavourite);
    showSettings(*row);
}

void StudyDetail::showSettings(const StudyRow& row)
{
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int line = 0;
    const auto add = [this, &line](const QString& name, const QString& value) {
        auto* left = new QuietLabel(name, m_themes, m_settings);
        auto* right = new PlainLabel(value, m_settings);
        right->setFont(numberFont(12));
        m_grid->addWidget(left, line, 0);
        m_grid->addWidget(right, line++, 1, Qt::AlignRight);
    };
    const auto& parameters = row.spec.study->parameters;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const QString value = valueText(parameters[i], row.spec.arguments[i], m_context.zone);
        add(titleOf(parameters[i]), value.isEmpty() ? tr("First bar") : value);
    }
    if (row.spec.higher) {
        const QString interval = QString::fromStdString(toString(*row.spec.higher));
        add(tr("Interval"), row.spec.showsForming ? tr("%1, forming too").arg(interval) : interval);
    }
    add(tr("Pane"), paneText(*row.spec.study));
}

void StudyDetail::setFavourite(bool isFavourite)
{
    const QKeySequence keys = m_star->shortcut(); // a new text forgets it
    m_star->setText(isFavourite ? tr("Remove from favourites") : tr("Add to favourites"));
    m_star->setShortcut(keys);
}

std::optional<QString> StudyDetail::secondSymbol()
{
    if (!needsSymbol())
        return QString();
    const QString symbol = m_symbol->text().trimmed().toUpper();
    const bool isKnown = m_context.symbols.isEmpty() || symbol == m_context.otherSymbol.toUpper()
        || m_context.symbols.contains(symbol, Qt::CaseInsensitive);
    m_reason->setVisible(symbol.isEmpty() || !isKnown);
    if (!m_reason->isVisibleTo(this))
        return symbol;
    m_reason->setText(symbol.isEmpty() ? tr("Enter the symbol to compare with.")
                                       : tr("There is no symbol “%1” here.").arg(symbol));
    m_symbol->setFocus(Qt::OtherFocusReason);
    m_symbol->selectAll();
    return std::nullopt;
}

} // namespace spreadline::studies
