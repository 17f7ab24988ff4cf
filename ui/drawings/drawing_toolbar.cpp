// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_toolbar.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace spreadline::drawing {
namespace {

constexpr int cell = 32, rim = 4, gap = 7, glyphSize = 20, iconSize = 18;
constexpr int cornerSize = 12; ///< of a button: opens its menu

QIcon iconOf(DrawingKind kind, const Theme& theme, double pixelRatio)
{
    QPixmap pixmap(QSize(iconSize, iconSize) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    drawToolGlyph(painter, kind, QRectF(0, 0, iconSize, iconSize), theme.text);
    return QIcon(pixmap);
}

void addTool(QMenu& menu, DrawingKind kind, DrawingHand& hand, const Theme& theme)
{
    auto* action = menu.addAction(iconOf(kind, theme, menu.devicePixelRatioF()), toolName(kind));
    const QKeySequence shortcut = toolShortcut(kind);
    if (!shortcut.isEmpty()) // beside the name, but the key itself is the hand's: two owners would be ambiguous
        action->setText(toolName(kind) + QLatin1Char('\t') + shortcut.toString(QKeySequence::NativeText));
    action->setToolTip(toolHelp(kind));
    QObject::connect(action, &QAction::triggered, &hand, [&hand, kind] { hand.chooseTool(kind); });
}

} // namespace

StripButton::StripButton(const QString& name, const ThemeSource& themes, QWidget* parent)
    : QAbstractButton(parent), m_themes(themes)
{
    setSaid(name);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
}

void StripButton::setDraw(Draw draw)
{
    m_draw = std::move(draw);
    update();
}

void StripButton::setSaid(const QString& name, const QKeySequence& shortcut, const QString& help)
{
    setAccessibleName(name);
    setAccessibleDescription(help);
    QString tip = name;
    if (!shortcut.isEmpty())
        tip += QStringLiteral("  (%1)").arg(shortcut.toString(QKeySequence::NativeText));
    if (!help.isEmpty())
        tip += QLatin1Char('\n') + help;
    setToolTip(tip);
}

void StripButton::setMenuMaker(std::function<void(QMenu&)> fill)
{
    m_fill = std::move(fill);
}

bool StripButton::isCorner(QPoint at) const
{
    return m_fill && at.x() >= width() - cornerSize && at.y() >= height() - cornerSize;
}

void StripButton::openMenu()
{
    QMenu menu(this);
    m_fill(menu);
    menu.exec(mapToGlobal(QPoint(width() + rim, 0)));
    update();
}

void StripButton::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isCorner(event->pos()))
        return openMenu();
    QAbstractButton::mousePressEvent(event);
}

void StripButton::keyPressEvent(QKeyEvent* event)
{
    if (m_fill && event->key() == Qt::Key_Right)
        return openMenu();
    QAbstractButton::keyPressEvent(event);
}

void StripButton::contextMenuEvent(QContextMenuEvent* event)
{
    if (m_fill)
        openMenu();
    event->accept();
}

void StripButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_themes.theme();
    const bool isUnder = isEnabled() && (underMouse() || isDown());
    const QRectF plate = QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isUnder || isChecked() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme.accent) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? theme.selection : isUnder ? theme.hover : QColor(Qt::transparent));
        painter.drawRoundedRect(plate, 4, 4);
    }
    const QColor ink = !isEnabled() ? theme.textFaint : isChecked() ? theme.accent : isUnder ? theme.text : theme.textMuted;
    const double inset = (width() - glyphSize) / 2.0;
    if (m_draw)
        m_draw(painter, QRectF(rect()).adjusted(inset, inset, -inset, -inset), ink);
    if (!m_fill)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const QPointF corner = plate.bottomRight() - QPointF(2.5, 2.5);
    painter.drawPolygon(QPolygonF({corner, corner - QPointF(4, 0), corner - QPointF(0, 4)}));
}

DrawingToolbar::DrawingToolbar(DrawingHand& hand, const ThemeSource& themes, QWidget* parent)
    : QWidget(parent), m_hand(hand), m_themes(themes)
{
    setObjectName(QStringLiteral("drawingToolbar"));
    setAccessibleName(tr("Drawing tools"));
    for (const Tool& tool : drawingTools()) {
        auto& first = m_last[static_cast<std::size_t>(tool.group)];
        if (toolOf(first).group != tool.group)
            first = tool.kind;
    }
    m_pointer = add(QStringLiteral("pointer"));
    m_pointer->setCheckable(true);
    m_pointer->setSaid(tr("Select and move"), QKeySequence(Qt::Key_Escape));
    m_pointer->setDraw([](QPainter& p, const QRectF& box, const QColor& c) { drawStripGlyph(p, StripGlyph::Pointer, box, c); });
    connect(m_pointer, &QAbstractButton::clicked, this, [this] {
        m_hand.chooseTool(std::nullopt);
        refreshTools();
    });
    for (int group = 0; group < toolGroups; ++group)
        addGroup(static_cast<ToolGroup>(group));
    m_breaks = {1, m_buttons.size()};
    addStates();
    m_breaks.push_back(m_buttons.size() - 1);
    connect(&hand, &DrawingHand::toolChanged, this, &DrawingToolbar::refresh);
    connect(&hand, &DrawingHand::changed, this, &DrawingToolbar::refreshStates);
    connect(&themes, &ThemeSource::themeChanged, this, qOverload<>(&QWidget::update));
    refresh();
}

StripButton* DrawingToolbar::add(const QString& objectName)
{
    auto* button = new StripButton(QString(), m_themes, this);
    button->setObjectName(objectName);
    m_buttons.push_back(button);
    return button;
}

void DrawingToolbar::addGroup(ToolGroup group)
{
    const auto index = static_cast<std::size_t>(group);
    auto* button = m_groups[index] = add(QStringLiteral("group%1").arg(index));
    button->setCheckable(true);
    connect(button, &QAbstractButton::clicked, this, [this, index] {
        const bool isOn = m_hand.tool() == m_last[index];
        m_hand.chooseTool(isOn ? std::nullopt : std::optional(m_last[index])); // a second click puts it down
        refreshTools();
    });
    const auto count = std::ranges::count_if(drawingTools(), [group](const Tool& tool) { return tool.group == group; });
    if (count < 2)
        return;
    button->setMenuMaker([this, group](QMenu& menu) {
        for (const Tool& tool : drawingTools()) {
            if (tool.group == group)
                addTool(menu, tool.kind, m_hand, m_themes.theme());
        }
    });
}

void DrawingToolbar::chooseMagnet(Magnet magnet)
{
    if (magnet != Magnet::Off)
        m_lastMagnet = magnet;
    m_hand.setMagnet(magnet);
    refresh();
}

void DrawingToolbar::addStates()
{
    m_magnet = add(QStringLiteral("magnet"));
    m_stay = add(QStringLiteral("stay"));
    m_lock = add(QStringLiteral("lock"));
    m_eye = add(QStringLiteral("hide"));
    m_bin = add(QStringLiteral("clear"));
    for (auto* button : {m_magnet, m_stay, m_lock, m_eye})
        button->setCheckable(true);
    connect(m_magnet, &QAbstractButton::clicked, this, [this](bool on) { chooseMagnet(on ? m_lastMagnet : Magnet::Off); });
    m_magnet->setMenuMaker([this](QMenu& menu) {
        const std::array names{tr("Magnet off"), tr("Weak magnet: near a price of the bar"), tr("Strong magnet: always")};
        for (std::size_t i = 0; i < names.size(); ++i) {
            auto* action = menu.addAction(names[i], this, [this, i] { chooseMagnet(static_cast<Magnet>(i)); });
            action->setCheckable(true);
            action->setChecked(m_hand.magnet() == static_cast<Magnet>(i));
        }
    });
    m_stay->setSaid(tr("Keep the tool"), {}, tr("Draw one after the other."));
    m_stay->setDraw([](QPainter& p, const QRectF& box, const QColor& c) { drawStripGlyph(p, StripGlyph::Stay, box, c); });
    connect(m_stay, &QAbstractButton::clicked, &m_hand, &DrawingHand::setStaying);
    connect(m_lock, &QAbstractButton::clicked, this, [this](bool on) { m_hand.book()->setAllLocked(on); });
    connect(m_eye, &QAbstractButton::clicked, this, [this](bool on) { m_hand.book()->setAllHidden(on); });
    m_bin->setSaid(tr("Remove all drawings"), {}, tr("Ctrl+Z brings them back."));
    m_bin->setDraw([](QPainter& p, const QRectF& box, const QColor& c) { drawStripGlyph(p, StripGlyph::Bin, box, c); });
    connect(m_bin, &QAbstractButton::clicked, this, [this] { m_hand.book()->clear(); });
}

void DrawingToolbar::refreshTools()
{
    const auto tool = m_hand.tool();
    if (tool)
        m_last[static_cast<std::size_t>(toolOf(*tool).group)] = *tool;
    m_pointer->setChecked(!tool);
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
        const DrawingKind kind = m_last[i];
        m_groups[i]->setChecked(tool == kind);
        m_groups[i]->setSaid(toolName(kind), toolShortcut(kind), toolHelp(kind));
        m_groups[i]->setDraw([kind](QPainter& p, const QRectF& box, const QColor& c) { drawToolGlyph(p, kind, box, c); });
    }
}

void DrawingToolbar::refreshStates()
{
    const DrawingBook* book = m_hand.book();
    const bool isLocked = book && book->isAllLocked(), isHidden = book && book->isAllHidden();
    const Magnet magnet = m_hand.magnet();
    const Shown now{magnet, m_hand.isStaying(), book != nullptr, isLocked, isHidden, !book || book->isEmpty()};
    if (std::exchange(m_shown, now) == now)
        return; // the hand changes with every move of the mouse, this seldom
    m_magnet->setChecked(magnet != Magnet::Off);
    m_magnet->setSaid(magnet == Magnet::Off        ? tr("Magnet off")
                          : magnet == Magnet::Weak ? tr("Weak magnet")
                                                   : tr("Strong magnet"),
                      {}, tr("Catches open, high, low and close. Ctrl turns it about."));
    const StripGlyph shape = magnet == Magnet::Strong ? StripGlyph::MagnetStrong
        : magnet == Magnet::Weak                      ? StripGlyph::MagnetWeak
                                                      : StripGlyph::MagnetOff;
    m_magnet->setDraw([shape](QPainter& p, const QRectF& box, const QColor& c) { drawStripGlyph(p, shape, box, c); });
    m_stay->setChecked(m_hand.isStaying());
    showBookStates();
}

void DrawingToolbar::showBookStates()
{
    const bool isLocked = m_shown->isLocked, isHidden = m_shown->isHidden;
    for (auto* button : {m_lock, m_eye})
        button->setEnabled(m_shown->hasBook);
    m_bin->setEnabled(!m_shown->isEmpty && !isLocked);
    m_lock->setChecked(isLocked);
    m_lock->setSaid(isLocked ? tr("Unlock all drawings") : tr("Lock all drawings"));
    const StripGlyph lock = isLocked ? StripGlyph::Lock : StripGlyph::LockOpen;
    m_lock->setDraw([lock](QPainter& p, const QRectF& box, const QColor& c) { drawStripGlyph(p, lock, box, c); });
    m_eye->setChecked(isHidden);
    m_eye->setSaid(isHidden ? tr("Show all drawings") : tr("Hide all drawings"));
    const StripGlyph eye = isHidden ? StripGlyph::EyeShut : StripGlyph::Eye;
    m_eye->setDraw([eye](QPainter& p, const QRectF& box, const QColor& c) { drawStripGlyph(p, eye, box, c); });
}

void DrawingToolbar::refresh()
{
    refreshTools();
    m_shown.reset(); // a click may have checked a button that the hand did not follow
    refreshStates();
}

void DrawingToolbar::fillMenu(QMenu& menu, DrawingHand& hand, const Theme& theme)
{
    std::optional<ToolGroup> before;
    for (int group = 0; group < toolGroups; ++group) {
        for (const Tool& tool : drawingTools()) {
            if (tool.group != static_cast<ToolGroup>(group))
                continue;
            if (before && *before != tool.group)
                menu.addSeparator();
            before = tool.group;
            addTool(menu, tool.kind, hand, theme);
        }
    }
}

int DrawingToolbar::rowsFor(int height) const
{
    const int room = height - 2 * rim - static_cast<int>(m_breaks.size()) * gap;
    return std::clamp(room / cell, 1, static_cast<int>(m_buttons.size()));
}

QSize DrawingToolbar::sizeHint() const
{
    return {cell + 2 * rim, static_cast<int>(m_buttons.size()) * cell + static_cast<int>(m_breaks.size()) * gap + 2 * rim};
}

QSize DrawingToolbar::minimumSizeHint() const
{
    return {cell + 2 * rim, 4 * cell};
}

// From the top down, then the next column; a break is a gap only where the column goes on.
void DrawingToolbar::arrange()
{
    const int rows = rowsFor(height()), count = static_cast<int>(m_buttons.size());
    const int columns = (count + rows - 1) / rows;
    setFixedWidth(columns * cell + 2 * rim);
    int y = rim;
    for (int i = 0; i < count; ++i) {
        const bool isTop = i % rows == 0;
        const bool isBreak = std::ranges::find(m_breaks, static_cast<std::size_t>(i)) != m_breaks.end();
        y = isTop ? rim : isBreak ? y + gap : y;
        m_buttons[static_cast<std::size_t>(i)]->setGeometry(rim + i / rows * cell, y, cell, cell);
        y += cell;
    }
}

void DrawingToolbar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DrawingToolbar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_themes.theme();
    painter.fillRect(rect(), theme.panel);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.border);
    for (const std::size_t at : m_breaks) {
        const QRect box = m_buttons[at]->geometry();
        if (box.top() > rim)
            painter.fillRect(QRect(box.left() + 6, box.top() - gap / 2 - 1, cell - 12, 1), theme.border);
    }
}

} // namespace spreadline::drawing
