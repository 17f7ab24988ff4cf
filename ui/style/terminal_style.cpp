// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/terminal_style.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

namespace spreadline {
namespace {

constexpr int scrollBarWidth = 9;
constexpr int shortestHandle = 28;
constexpr int chevronRoom = 12;

bool has(const QStyleOption* option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool opensMenu(const QStyleOption* option)
{
    const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
    return button && button->features.testFlag(QStyleOptionToolButton::HasMenu);
}

} // namespace

TerminalStyle::TerminalStyle(const ThemeSource& themes)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))), m_themes(themes)
{}

QPalette TerminalStyle::paletteFor(const Theme& theme)
{
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor& colour) { palette.setColor(role, colour); };
    set(QPalette::Window, theme.panel);
    set(QPalette::Base, theme.panel);
    set(QPalette::AlternateBase, blended(theme.panel, theme.panelRaised, 0.6));
    set(QPalette::Button, theme.panelRaised);
    set(QPalette::ToolTipBase, theme.panelRaised);
    set(QPalette::WindowText, theme.text);
    set(QPalette::Text, theme.text);
    set(QPalette::ButtonText, theme.text);
    set(QPalette::ToolTipText, theme.text);
    set(QPalette::BrightText, theme.alarm);
    set(QPalette::PlaceholderText, theme.textFaint);
    set(QPalette::Highlight, theme.accent);
    set(QPalette::HighlightedText, theme.accentText);
    set(QPalette::Link, theme.accent);
    set(QPalette::LinkVisited, theme.accent);
    set(QPalette::Light, theme.panelRaised);
    set(QPalette::Midlight, theme.border);
    set(QPalette::Mid, theme.border);
    set(QPalette::Dark, theme.border);
    set(QPalette::Shadow, theme.window);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.textFaint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, theme.border);
    return palette;
}

void TerminalStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QAbstractButton") || widget->inherits("QComboBox") || widget->inherits("QTabBar")
        || widget->inherits("QHeaderView") || widget->inherits("QScrollBar"))
        widget->setAttribute(Qt::WA_Hover);
}

void TerminalStyle::polish(QPalette& palette)
{
    palette = paletteFor(theme());
}

int TerminalStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return scrollBarWidth;
    case PM_ScrollBarSliderMin: return shortestHandle;
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent: return 3;
    case PM_DockWidgetFrameWidth: return 1; // of floating ones
    case PM_MenuBarPanelWidth:
    case PM_ToolBarFrameWidth:
    case PM_TabBarBaseHeight:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_TabBarTabHSpace: return 20;
    case PM_TabBarTabVSpace: return 8;
    case PM_MenuBarItemSpacing: return 2;
    case PM_HeaderMarkSize: return 7;
    case PM_FocusFrameVMargin: return 1;
    case PM_FocusFrameHMargin: return 7; // cells stand under their headings
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TerminalStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* result) const
{
    switch (hint) {
    case SH_TabBar_Alignment: return Qt::AlignLeft;
    case SH_Table_GridLineColor: return static_cast<int>(theme().grid.rgb());
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut:
    case SH_Widget_Animate: return 0;
    case SH_ComboBox_Popup: return 0;
    case SH_ToolTip_WakeUpDelay: return 400;
    default: return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

QSize TerminalStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                      const QWidget* widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_HeaderSection)
        wanted.setHeight(24);
    else if (type == CT_MenuItem && wanted.height() > 8)
        wanted.setHeight(std::max(wanted.height(), 26));
    else if (type == CT_MenuBarItem)
        wanted = size + QSize(18, 10);
    else if (type == CT_ToolButton && opensMenu(option))
        wanted.rwidth() += chevronRoom;
    else if (type == CT_LineEdit || type == CT_ComboBox || type == CT_SpinBox || type == CT_PushButton)
        wanted.setHeight(std::max(26, size.height() + 8));
    return wanted;
}

void TerminalStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                  const QWidget* widget) const
{
    switch (element) {
    case PE_PanelLineEdit: drawField(*option, *painter); return;
    case PE_IndicatorCheckBox: drawCheckBox(*option, *painter); return;
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool: drawButton(*option, *painter); return;
    case PE_FrameFocusRect:
        painter->setPen(theme().accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelTipLabel:
    case PE_PanelMenu:
    case PE_FrameMenu:
        painter->setPen(theme().border);
        painter->setBrush(theme().panelRaised);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelMenuBar:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_FrameDockWidget:
    case PE_Frame: return; // panels meet at the separators; a frame around each would double every line
    case PE_IndicatorDockWidgetResizeHandle:
        painter->fillRect(option->rect, has(option, State_MouseOver) ? theme().accent : theme().window);
        return;
    case PE_IndicatorHeaderArrow: return; // drawHeader does
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void TerminalStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const
{
    switch (element) {
    case CE_Splitter: painter->fillRect(option->rect, has(option, State_MouseOver) ? theme().accent : theme().window); return;
    case CE_HeaderEmptyArea: painter->fillRect(option->rect, theme().panel); return;
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            drawHeader(*header, *painter);
        return;
    case CE_HeaderLabel: return; // drawHeader does
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            drawTab(*tab, *painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            drawTabLabel(*tab, *painter);
        return;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, theme().panel); return;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            drawMenuBarItem(*item, *painter);
        return;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            drawMenuItem(*item, *painter);
        return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void TerminalStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                       const QWidget* widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option))
            drawScrollBar(*slider, *painter);
        return;
    }
    if (control == CC_ComboBox) {
        drawButton(*option, *painter);
        drawChevron(QRectF(subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget)).center(), *painter);
        return;
    }
    if (control == CC_ToolButton && opensMenu(option)) {
        drawButton(*option, *painter);
        auto label = *qstyleoption_cast<const QStyleOptionToolButton*>(option);
        label.rect.adjust(0, 0, -chevronRoom, 0);
        drawControl(CE_ToolButtonLabel, &label, painter, widget);
        drawChevron(QPointF(option->rect.right() - chevronRoom + 3, option->rect.center().y() + 0.5), *painter);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect TerminalStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                    const QWidget* widget) const
{
    const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option);
    if (control != CC_ScrollBar || !slider)
        return QProxyStyle::subControlRect(control, option, part, widget);
    // No arrow buttons: the groove is the whole bar.
    const bool horizontal = slider->orientation == Qt::Horizontal;
    const int length = horizontal ? slider->rect.width() : slider->rect.height();
    const int range = slider->maximum - slider->minimum;
    const int share = range + slider->pageStep > 0
        ? static_cast<int>(static_cast<qint64>(length) * slider->pageStep / (range + slider->pageStep))
        : length;
    const int handle = range > 0 ? std::clamp(share, std::min(shortestHandle, length), length) : length;
    const int start =
        sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - handle, slider->upsideDown);
    const auto along = [&](int from, int size) {
        return horizontal ? QRect(from, 0, size, slider->rect.height()) : QRect(0, from, slider->rect.width(), size);
    };
    switch (part) {
    case SC_ScrollBarSlider: return along(start, handle);
    case SC_ScrollBarGroove: return along(0, length);
    case SC_ScrollBarSubPage: return along(0, start);
    case SC_ScrollBarAddPage: return along(start + handle, length - start - handle);
    default: return {};
    }
}

} // namespace spreadline
