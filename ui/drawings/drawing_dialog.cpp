// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_dialog.h"

#include "drawings/drawing_tools.h"
#include "drawings/ink_picker.h"
#include "drawings/levels_editor.h"
#include "widgets/plain_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace spreadline::drawing {
namespace {

constexpr double highestPrice = 1e12;
constexpr int longestText = 4'000;

QString momentFormat()
{
    return QStringLiteral("yyyy-MM-dd HH:mm:ss");
}

QFormLayout* pageForm(QWidget* page)
{
    auto* form = new QFormLayout(page);
    form->setContentsMargins(4, 14, 4, 4);
    form->setHorizontalSpacing(18);
    form->setVerticalSpacing(10);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    return form;
}

/// "1m 15m, 4h": nothing when a word is no interval.
std::optional<std::vector<Interval>> typedIntervals(const QString& text)
{
    std::vector<Interval> intervals;
    QString words = text;
    for (const QString& word : words.replace(QLatin1Char(','), QLatin1Char(' ')).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const auto interval = parseInterval(word.toStdString());
        if (!interval)
            return std::nullopt;
        intervals.push_back(*interval);
    }
    return intervals.empty() ? std::nullopt : std::optional(intervals);
}

} // namespace

DrawingDialog::DrawingDialog(Drawing drawing, const ThemeSource& themes, const Context& context, QWidget* parent)
    : QDialog(parent), m_drawing(std::move(drawing)), m_themes(themes), m_context(context)
{
    setObjectName(QStringLiteral("drawingDialog"));
    setWindowTitle(toolName(m_drawing.kind));
    auto* tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->addTab(stylePage(), tr("Style"));
    if (hasLevels(m_drawing.kind))
        tabs->addTab(levelsPage(), tr("Levels"));
    tabs->addTab(placesPage(), tr("Coordinates"));
    tabs->addTab(shownPage(), tr("Visibility"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* ok = buttons->button(QDialogButtonBox::Ok);
    connect(this, &DrawingDialog::edited, ok, [this, ok] { ok->setEnabled(isSound(m_drawing)); });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 10, 18, 14);
    column->setSpacing(14);
    column->addWidget(tabs, 1);
    column->addWidget(buttons);
    setMinimumWidth(400);
    if (auto* first = findChild<QWidget*>(m_drawing.kind == DrawingKind::Text ? QStringLiteral("text") : QStringLiteral("ink")))
        first->setFocus();
}

void DrawingDialog::addSwitch(QFormLayout& form, const QString& text, bool& value)
{
    auto* box = new QCheckBox(text, this);
    box->setChecked(value);
    connect(box, &QCheckBox::toggled, this, [this, &value](bool on) { // a member of m_drawing, which lives as long as this
        value = on;
        Q_EMIT edited();
    });
    form.addRow(QString(), box);
}

void DrawingDialog::addTextRow(QFormLayout& form)
{
    if (m_drawing.kind == DrawingKind::Text) {
        auto* edit = new QPlainTextEdit(m_drawing.text, this);
        edit->setObjectName(QStringLiteral("text"));
        edit->setTabChangesFocus(true);
        edit->setFixedHeight(84);
        edit->setFrameShape(QFrame::Box);
        QPalette framed = edit->palette();
        framed.setColor(QPalette::WindowText, m_themes.theme().border); // of the frame; the words have QPalette::Text
        framed.setColor(QPalette::Base, m_themes.theme().panelRaised);
        edit->setPalette(framed);
        connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] {
            m_drawing.text = edit->toPlainText();
            Q_EMIT edited();
        });
        edit->selectAll();
        form.addRow(tr("Text"), edit);
        return;
    }
    if (hasLevels(m_drawing.kind) || isPosition(m_drawing.kind) || m_drawing.kind == DrawingKind::Ruler)
        return; // those speak in figures
    auto* edit = new QLineEdit(m_drawing.text, this);
    edit->setObjectName(QStringLiteral("text"));
    edit->setMaxLength(longestText);
    connect(edit, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_drawing.text = text;
        Q_EMIT edited();
    });
    form.addRow(tr("Text"), edit);
}

QLayout* DrawingDialog::widthAndDash()
{
    auto* width = new QComboBox(this);
    width->setObjectName(QStringLiteral("width"));
    width->setAccessibleName(tr("Width"));
    for (int i = 1; i <= widestLine; ++i)
        width->addItem(tr("%1 px").arg(i));
    width->setCurrentIndex(m_drawing.style.width - 1);
    connect(width, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_drawing.style.width = index + 1;
        Q_EMIT edited();
    });
    auto* dash = new QComboBox(this);
    dash->setObjectName(QStringLiteral("dash"));
    dash->setAccessibleName(tr("Pattern"));
    dash->addItems({tr("Solid"), tr("Dashed"), tr("Dotted")});
    dash->setCurrentIndex(static_cast<int>(m_drawing.style.dash));
    connect(dash, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_drawing.style.dash = static_cast<Dash>(index);
        Q_EMIT edited();
    });
    auto* across = new QHBoxLayout;
    across->setSpacing(8);
    across->addWidget(width, 1);
    across->addWidget(dash, 1);
    return across;
}

QWidget* DrawingDialog::stylePage()
{
    auto* page = new QWidget(this);
    auto* form = pageForm(page);
    DrawingStyle& style = m_drawing.style;
    auto* ink = new InkPicker(m_themes, page);
    ink->setObjectName(QStringLiteral("ink"));
    ink->setInk(style.ink, style.custom);
    connect(ink, &InkPicker::picked, this, [this, ink] {
        m_drawing.style.ink = ink->ink();
        m_drawing.style.custom = ink->custom();
        Q_EMIT edited();
    });
    form->addRow(tr("Colour"), ink);
    const bool isLine = m_drawing.kind != DrawingKind::Text && m_drawing.kind != DrawingKind::MarkerUp
        && m_drawing.kind != DrawingKind::MarkerDown && m_drawing.kind != DrawingKind::Ruler;
    if (isLine)
        form->addRow(tr("Line"), widthAndDash());
    addTextRow(*form);
    if (isFillable(m_drawing.kind))
        addSwitch(*form, tr("Fill"), style.filled);
    if (isExtendable(m_drawing.kind)) {
        addSwitch(*form, tr("Extend to the left"), style.extendLeft);
        addSwitch(*form, tr("Extend to the right"), style.extendRight);
    }
    if (isLine && m_drawing.kind != DrawingKind::Arrow && m_drawing.kind != DrawingKind::Rectangle
        && m_drawing.kind != DrawingKind::Channel)
        addSwitch(*form, tr("Show figures"), style.labelled);
    return page;
}

QWidget* DrawingDialog::levelsPage()
{
    auto* page = new QWidget(this);
    auto* editor = new LevelsEditor(m_drawing.levels, m_themes, page);
    connect(editor, &LevelsEditor::edited, this, [this, editor] {
        m_drawing.levels = editor->levels();
        Q_EMIT edited();
    });
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(4, 14, 4, 4);
    column->addWidget(editor);
    return page;
}

void DrawingDialog::markValid(QLineEdit& edit, bool isValid)
{
    QPalette palette = this->palette();
    if (!isValid)
        palette.setColor(QPalette::Text, m_themes.theme().alarm);
    edit.setPalette(palette);
}

void DrawingDialog::addMomentEdit(QFormLayout& form, std::size_t anchor)
{
    const auto millis = m_drawing.anchors[anchor].time.millis();
    auto* time = new QLineEdit(QDateTime::fromMSecsSinceEpoch(millis, m_context.zone).toString(momentFormat()), this);
    time->setObjectName(QStringLiteral("time%1").arg(anchor));
    time->setAccessibleName(tr("Time"));
    connect(time, &QLineEdit::textEdited, this, [this, time, anchor](const QString& text) {
        const QDateTime read = QDateTime::fromString(text.trimmed(), momentFormat());
        const QDateTime moment(read.date(), read.time(), m_context.zone);
        const bool isValid = read.isValid() && moment.isValid() && read.date().year() >= 1971 && read.date().year() <= 2200;
        markValid(*time, isValid);
        if (!isValid)
            return;
        m_drawing.anchors[anchor].time = Timestamp::fromMillis(moment.toMSecsSinceEpoch());
        Q_EMIT edited();
    });
    auto* price = new QDoubleSpinBox(this);
    price->setObjectName(QStringLiteral("price%1").arg(anchor));
    price->setAccessibleName(tr("Price"));
    price->setDecimals(m_context.priceDecimals);
    price->setRange(-highestPrice, highestPrice);
    price->setSingleStep(std::pow(10.0, -m_context.priceDecimals));
    price->setValue(m_drawing.anchors[anchor].price);
    price->setButtonSymbols(QAbstractSpinBox::NoButtons);
    price->setFrame(false); // the line edit in it has one
    connect(price, &QDoubleSpinBox::valueChanged, this, [this, anchor](double value) {
        m_drawing.anchors[anchor].price = value;
        Q_EMIT edited();
    });
    auto* across = new QHBoxLayout;
    across->setSpacing(8);
    if (!(isPosition(m_drawing.kind) && anchor == 2)) // a stop has no time of its own
        across->addWidget(time, 1);
    else
        time->hide();
    across->addWidget(price, 1);
    const std::array names{tr("Entry"), tr("Target"), tr("Stop")};
    form.addRow(isPosition(m_drawing.kind) ? names[anchor] : tr("Point %1").arg(anchor + 1), across);
}

QWidget* DrawingDialog::placesPage()
{
    auto* page = new QWidget(this);
    auto* form = pageForm(page);
    for (std::size_t i = 0; i < m_drawing.anchors.size(); ++i)
        addMomentEdit(*form, i);
    auto* zone = new PlainLabel(tr("Times in %1").arg(QString::fromLatin1(m_context.zone.id())), page);
    zone->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(QString(), zone);
    return page;
}

QWidget* DrawingDialog::shownPage()
{
    auto* page = new QWidget(this);
    auto* form = pageForm(page);
    QStringList words;
    for (const Interval interval : m_drawing.intervals)
        words.append(QString::fromStdString(toString(interval)));
    auto* all = new QCheckBox(tr("On all intervals"), page);
    all->setObjectName(QStringLiteral("allIntervals"));
    all->setChecked(m_drawing.intervals.empty());
    auto* list = new QLineEdit(words.join(QLatin1Char(' ')), page);
    list->setObjectName(QStringLiteral("intervals"));
    list->setPlaceholderText(QStringLiteral("1m 15m 1h 1d"));
    list->setEnabled(!all->isChecked());
    const auto apply = [this, all, list] {
        const auto typed = typedIntervals(list->text());
        markValid(*list, all->isChecked() || typed.has_value());
        list->setEnabled(!all->isChecked());
        if (all->isChecked())
            m_drawing.intervals.clear();
        else if (typed)
            m_drawing.intervals = *typed;
        Q_EMIT edited();
    };
    connect(all, &QCheckBox::toggled, this, apply);
    connect(list, &QLineEdit::textEdited, this, apply);
    form->addRow(QString(), all);
    form->addRow(tr("Only on"), list);
    addSwitch(*form, tr("Locked"), m_drawing.locked);
    addSwitch(*form, tr("Hidden"), m_drawing.hidden);
    return page;
}

} // namespace spreadline::drawing
