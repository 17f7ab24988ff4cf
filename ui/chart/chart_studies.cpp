// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_studies.h"

#include "chart/chart_choices.h"
#include "chart/chart_comparison.h"
#include "session/market_view.h"
#include "studies/study_dialog.h"
#include "studies/study_picker.h"
#include "style/display_options.h"

#include <QInputDialog>

#include <algorithm>

namespace spreadline::chart {
namespace {

/// As the comparison knows it: a second symbol may have been typed in small letters.
QString canonical(const MarketView& market, const QString& symbol)
{
    const auto subject = symbol.isEmpty() ? Result<SourceSubject>(Errc::NotFound) : ChartSource::check(market, symbol);
    return subject ? subject->text : symbol;
}

} // namespace

ChartStudies::ChartStudies(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    connect(&m_context.canvas, &ChartCanvas::studiesChanged, this, &ChartStudies::studiesChanged);
    connect(&m_context.canvas, &ChartCanvas::studyEditWanted, this, &ChartStudies::edit);
}

ChartStudies::~ChartStudies()
{
    delete m_picker;
}

void ChartStudies::setExpression(bool isExpression)
{
    m_isExpression = isExpression;
    if (m_picker && m_picker->isVisible())
        m_picker->setContext(dialogContext());
}

studies::ChartContext ChartStudies::dialogContext() const
{
    studies::ChartContext context;
    context.bars = m_context.canvas.series().interval();
    context.supplied = indicators::OtherClose;
    if (!m_isExpression)
        context.supplied |=
            indicators::TakerBuyVolume | indicators::QuoteVolume | indicators::OpenInterestInput | indicators::FundingInput;
    context.zone = m_context.display.timeZone();
    for (const Instrument& instrument : m_context.market.instruments())
        context.symbols << QString::fromStdString(instrument.symbol);
    for (const ComparedSymbol& other : m_context.comparison.symbols()) {
        if (context.otherSymbol.isEmpty())
            context.otherSymbol = other.text;
    }
    context.anchor = m_context.canvas.crosshairTime();
    context.taken = all();
    return context;
}

void ChartStudies::ask()
{
    if (!m_picker) {
        m_picker = new studies::StudyPicker(m_context.themes, m_context.canvas.window());
        connect(m_picker, &studies::StudyPicker::chosen, this, [this](const ChartStudy& study) { add(study); });
        connect(m_picker, &studies::StudyPicker::choicesChanged, this,
                [this] { m_context.choices.setStudies(m_picker->choices()); });
    }
    m_picker->setContext(dialogContext());
    m_picker->setChoices(m_context.choices.studies());
    m_picker->ask();
}

void ChartStudies::edit(int id)
{
    const ChartStudy* study = m_context.canvas.study(id);
    if (!study)
        return;
    studies::ChartContext context = dialogContext();
    std::erase(context.taken, *study);
    auto* dialog = new studies::StudyDialog(*study, m_context.themes, context, m_context.canvas.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &studies::StudyDialog::edited, this, [this, id](const ChartStudy& edited) {
        const ChartStudy* current = m_context.canvas.study(id);
        if (!current)
            return; // removed while the dialog stood there
        ChartStudy wanted = edited;
        wanted.pane = current->pane; // the dialog knows no panes, and it may have been moved
        wanted.otherSymbol = canonical(m_context.market, edited.otherSymbol);
        if (!m_context.canvas.changeStudy(id, wanted))
            Q_EMIT told(tr("This does not fit the bars of the chart"));
    });
    connect(dialog, &studies::StudyDialog::defaultSaved, this, [this](const ChartStudy& saved) {
        studies::StudyChoices choices = m_context.choices.studies();
        choices.setDefault(saved);
        m_context.choices.setStudies(choices);
    });
    dialog->show(); // not modal: orders and prices stay within reach
}

int ChartStudies::add(ChartStudy study)
{
    study.otherSymbol = canonical(m_context.market, study.otherSymbol);
    return m_context.canvas.addStudy(std::move(study));
}

void ChartStudies::setShown(int id, bool shown)
{
    if (const ChartStudy* study = m_context.canvas.study(id)) {
        ChartStudy wanted = *study;
        wanted.isShown = shown;
        m_context.canvas.changeStudy(id, wanted);
    }
}

void ChartStudies::toOwnPane(int id)
{
    const ChartStudy* study = m_context.canvas.study(id);
    if (!study)
        return;
    int free = Pane::priceKey;
    for (const PaneShare& pane : m_context.canvas.paneLayout())
        free = std::max(free, pane.key);
    ChartStudy wanted = *study;
    wanted.pane = free + 1;
    m_context.canvas.changeStudy(id, wanted);
}

void ChartStudies::toPricePane(int id)
{
    if (const ChartStudy* study = m_context.canvas.study(id)) {
        ChartStudy wanted = *study;
        wanted.pane = Pane::priceKey;
        m_context.canvas.changeStudy(id, wanted);
    }
}

std::vector<ChartStudy> ChartStudies::all() const
{
    std::vector<ChartStudy> studies;
    for (const int id : m_context.canvas.studyIds())
        studies.push_back(*m_context.canvas.study(id));
    return studies;
}

void ChartStudies::replaceAll(const std::vector<ChartStudy>& studies, const std::vector<PaneShare>& panes)
{
    for (const int id : m_context.canvas.studyIds())
        m_context.canvas.removeStudy(id);
    for (const ChartStudy& study : studies)
        add(study);
    if (!panes.empty())
        m_context.canvas.setPaneLayout(panes);
}

void ChartStudies::keepTemplate()
{
    const QString name = QInputDialog::getText(m_context.canvas.window(), tr("Save indicators"), tr("Name of the set")).trimmed();
    if (!name.isEmpty() && !m_context.choices.keepTemplate(name, all()))
        Q_EMIT told(tr("It could not be kept: the name is too long, or there are too many"));
}

bool ChartStudies::loadTemplate(const QString& name)
{
    const bool isKnown = m_context.choices.templateNames().contains(name);
    if (isKnown)
        replaceAll(m_context.choices.studiesOf(name), {});
    return isKnown;
}

void ChartStudies::studiesChanged()
{
    QStringList seconds;
    for (const ChartStudy& study : all()) {
        const bool isRead = (study.spec.inputs() & indicators::OtherClose) != 0;
        if (isRead && !study.otherSymbol.isEmpty() && !seconds.contains(study.otherSymbol))
            seconds << study.otherSymbol;
    }
    m_context.comparison.setStudySymbols(seconds);
}

} // namespace spreadline::chart
