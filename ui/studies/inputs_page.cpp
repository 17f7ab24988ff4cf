// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/inputs_page.h"

#include "studies/parameter_text.h"
#include "studies/quiet_label.h"
#include "studies/study_texts.h"
#include "studies/value_edit.h"
#include "widgets/plain_label.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLineEdit>

#include <algorithm>

namespace spreadline::studies {
namespace {

using indicators::Parameter;
using indicators::StudySpec;

constexpr int longestSymbol = 64;

QString text(Interval interval)
{
    return QString::fromStdString(toString(interval));
}

/// Whether bars make up the longer ones; the engine's own rule, asked with the plainest study there is.
bool makesUp(Interval bars, Interval higher)
{
    const auto& plain = indicators::allStudies().front();
    return indicators::makeStudy({&plain, plain.presets(), higher, false}, bars).hasValue();
}

std::vector<Interval> longerThan(std::optional<Interval> bars)
{
    std::vector<Interval> longer;
    for (const auto intervals : {localIntervals(), venueIntervals()}) {
        for (const Interval each : intervals) {
            if (!bars || (each != *bars && makesUp(*bars, each)))
                longer.push_back(each);
        }
    }
    return longer;
}

} // namespace

InputsPage::InputsPage(const chart::ChartStudy& study, const ThemeSource& themes, const ChartContext& context, QWidget* parent)
    : QWidget(parent), m_themes(themes), m_context(context), m_spec(study.spec), m_firstSymbol(study.otherSymbol)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(4, 14, 4, 4);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(1, 220);
    grid->setColumnStretch(2, 1);
    for (const Parameter& parameter : study.spec.study->parameters)
        addParameter(*grid, parameter);
    if ((study.spec.inputs() & indicators::OtherClose) != 0)
        addSecondSymbol(*grid);
    addInterval(*grid);
    m_missing = new PlainLabel(this);
    m_missing->setObjectName(QStringLiteral("missing"));
    m_missing->setWordWrap(true);
    grid->addWidget(m_missing, grid->rowCount(), 0, 1, 3);
    grid->setRowStretch(grid->rowCount(), 1);
    show(study.spec, study.otherSymbol);
}

PlainLabel* InputsPage::addRow(QGridLayout& grid, const QString& title, QWidget* field, const QString& unit)
{
    const int row = grid.rowCount();
    auto* label = new PlainLabel(title, this);
    label->setBuddy(field);
    field->setAccessibleName(title);
    grid.addWidget(label, row, 0);
    grid.addWidget(field, row, 1);
    grid.addWidget(new QuietLabel(unit, m_themes, this), row, 2);
    auto* problem = new PlainLabel(this);
    problem->setObjectName(field->objectName() + QStringLiteral("Problem"));
    problem->setWordWrap(true);
    problem->setContentsMargins(0, 0, 0, 6);
    problem->hide();
    grid.addWidget(problem, row + 1, 1, 1, 2);
    grid.setRowMinimumHeight(row, 34);
    return problem;
}

InputsPage::Field InputsPage::choiceField(const Parameter& parameter, QComboBox& box)
{
    for (const auto choice : parameter.choices)
        box.addItem(choiceText(choice));
    connect(&box, &QComboBox::currentIndexChanged, this, &InputsPage::read);
    return {[&box] { return double(box.currentIndex()); }, [&box](double value) { box.setCurrentIndex(static_cast<int>(value)); },
            [] { return QString(); }};
}

void InputsPage::addParameter(QGridLayout& grid, const Parameter& parameter)
{
    QWidget* widget = nullptr;
    Field field;
    if (parameter.kind == Parameter::Kind::Choice) {
        auto* box = new QComboBox(this);
        field = choiceField(parameter, *box);
        widget = box;
    } else {
        auto* edit = new ValueEdit(parameter, m_context.zone, this);
        field = {[edit] { return edit->value(); }, [edit](double value) { edit->setValue(value); },
                 [edit] { return edit->problem(); }};
        connect(edit, &ValueEdit::edited, this, &InputsPage::read);
        widget = edit;
    }
    widget->setObjectName(toQString(parameter.name));
    const QString unit = isMoment(parameter) ? QString::fromLatin1(m_context.zone.id()) : unitOf(parameter);
    field.note = addRow(grid, titleOf(parameter), widget, unit);
    QString tip = helpOf(parameter);
    if (const QString range = rangeText(parameter); !range.isEmpty())
        tip += QLatin1Char('\n') + range;
    widget->setToolTip(tip);
    widget->setAccessibleDescription(tip);
    m_fields.push_back(std::move(field));
}

void InputsPage::addInterval(QGridLayout& grid)
{
    m_interval = new QComboBox(this);
    m_interval->setObjectName(QStringLiteral("interval"));
    m_interval->setToolTip(tr("Longer bars than the chart's own: the study of 4h bars over 15m ones."));
    m_interval->addItem(m_context.bars ? tr("As the chart (%1)").arg(text(*m_context.bars)) : tr("As the chart"));
    m_offered = longerThan(m_context.bars);
    if (m_spec.higher && std::ranges::find(m_offered, *m_spec.higher) == m_offered.end())
        m_offered.push_back(*m_spec.higher); // of another interval's days: told, not taken away
    for (const Interval interval : m_offered)
        m_interval->addItem(text(interval));
    m_intervalNote = addRow(grid, tr("Interval"), m_interval);
    m_forming = new QComboBox(this);
    m_forming->setObjectName(QStringLiteral("forming"));
    m_forming->addItems({tr("Closed bars only"), tr("The forming bar too")});
    m_forming->setToolTip(tr("A forming bar's value changes until the bar closes."));
    addRow(grid, tr("Values of"), m_forming);
    connect(m_interval, &QComboBox::currentIndexChanged, this, &InputsPage::read);
    connect(m_forming, &QComboBox::currentIndexChanged, this, &InputsPage::read);
}

void InputsPage::addSecondSymbol(QGridLayout& grid)
{
    m_symbol = new QLineEdit(this);
    m_symbol->setObjectName(QStringLiteral("otherSymbol"));
    m_symbol->setMaxLength(longestSymbol);
    m_symbol->setTextMargins(3, 0, 3, 0);
    auto* completer = new QCompleter(m_context.symbols, m_symbol);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_symbol->setCompleter(completer);
    m_symbolNote = addRow(grid, tr("Second symbol"), m_symbol);
    connect(m_symbol, &QLineEdit::textChanged, this, &InputsPage::read); // also by the completer
}

void InputsPage::show(const StudySpec& spec, const QString& otherSymbol)
{
    m_isShowing = true;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i].show(spec.arguments[i]);
    const auto found = spec.higher ? std::ranges::find(m_offered, *spec.higher) : m_offered.end();
    m_interval->setCurrentIndex(found == m_offered.end() ? 0 : static_cast<int>(found - m_offered.begin()) + 1);
    m_forming->setCurrentIndex(spec.showsForming ? 1 : 0);
    if (m_symbol)
        m_symbol->setText(otherSymbol);
    m_isShowing = false;
    m_spec = spec;
    m_otherSymbol = otherSymbol;
    check();
}

void InputsPage::read()
{
    if (m_isShowing)
        return;
    for (std::size_t i = 0; i < m_fields.size(); ++i)
        m_spec.arguments[i] = m_fields[i].value();
    const int interval = m_interval->currentIndex();
    m_spec.higher = interval > 0 ? std::optional(m_offered[static_cast<std::size_t>(interval) - 1]) : std::nullopt;
    m_spec.showsForming = m_spec.higher && m_forming->currentIndex() == 1;
    if (m_symbol)
        m_otherSymbol = m_symbol->text().trimmed().toUpper();
    check();
    Q_EMIT edited();
}

void InputsPage::check()
{
    m_isGood = true;
    for (const Field& field : m_fields)
        m_isGood &= note(*field.note, field.problem());
    m_isGood &= note(*m_intervalNote, intervalProblem());
    if (m_symbolNote)
        m_isGood &= note(*m_symbolNote, symbolProblem());
    m_forming->setEnabled(m_spec.higher.has_value());
    note(*m_missing, missingText(m_spec.inputs(), m_context.supplied)); // nothing is wrong with the study itself
}

bool InputsPage::note(PlainLabel& label, const QString& problem)
{
    QPalette alarming = palette();
    alarming.setColor(QPalette::WindowText, &label == m_missing ? m_themes.theme().warning : m_themes.theme().alarm);
    label.setPalette(alarming);
    label.setText(problem);
    label.setVisible(!problem.isEmpty());
    return problem.isEmpty();
}

QString InputsPage::intervalProblem() const
{
    if (!m_spec.higher || !m_context.bars || makesUp(*m_context.bars, *m_spec.higher))
        return {};
    return tr("Bars of %1 do not make up bars of %2.").arg(text(*m_context.bars), text(*m_spec.higher));
}

QString InputsPage::symbolProblem() const
{
    if (m_otherSymbol.isEmpty())
        return tr("Enter the symbol to compare with.");
    const bool isKnown = m_context.symbols.isEmpty() || m_otherSymbol == m_firstSymbol.toUpper()
        || m_otherSymbol == m_context.otherSymbol.toUpper() || m_context.symbols.contains(m_otherSymbol, Qt::CaseInsensitive);
    return isKnown ? QString() : tr("There is no symbol “%1” here.").arg(m_otherSymbol);
}

} // namespace spreadline::studies
