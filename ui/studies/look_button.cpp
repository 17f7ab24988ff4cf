// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/look_button.h"

#include "drawings/ink_picker.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

#include <algorithm>
#include <array>
#include <cmath>

namespace spreadline::studies {
namespace {

Qt::PenStyle penStyle(Dash dash)
{
    switch (dash) {
    case Dash::Solid: return Qt::SolidLine;
    case Dash::Dashed: return Qt::DashLine;
    case Dash::Dotted: return Qt::DotLine;
    }
    return Qt::SolidLine;
}

/// The inks over whatever is below; a key that chooses or leaves closes it.
class InkPopup final : public QFrame {
public:
    InkPopup(const ThemeSource& themes, QWidget* parent) : QFrame(parent, Qt::Popup), m_themes(themes) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_themes.theme().panelRaised);
        painter.setPen(m_themes.theme().border);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
    void keyPressEvent(QKeyEvent* event) override
    {
        const std::array leaving{int{Qt::Key_Escape}, int{Qt::Key_Return}, int{Qt::Key_Enter}};
        if (std::ranges::find(leaving, event->key()) != leaving.end())
            close();
        else
            QFrame::keyPressEvent(event);
    }

private:
    const ThemeSource& m_themes;
};

} // namespace

LookButton::LookButton(Sample sample, const ThemeSource& themes, QWidget* parent)
    : QAbstractButton(parent),
      m_sample(sample),
      m_themes(themes),
      m_popup(new InkPopup(themes, this)),
      m_picker(new drawing::InkPicker(themes, m_popup))
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_popup->setObjectName(QStringLiteral("inks"));
    auto* across = new QHBoxLayout(m_popup);
    across->setContentsMargins(6, 6, 6, 6);
    across->addWidget(m_picker);
    connect(this, &QAbstractButton::clicked, this, &LookButton::offer);
    connect(m_picker, &drawing::InkPicker::picked, this, [this] {
        m_look.ink = m_picker->ink();
        m_look.custom = m_picker->custom();
        update();
        Q_EMIT picked();
    });
}

void LookButton::setLook(const chart::OutputLook& look, bool isBoth)
{
    m_look = look;
    m_isBoth = isBoth;
    m_picker->setInk(look.ink, look.custom);
    update();
}

void LookButton::offer()
{
    m_popup->adjustSize();
    QPoint place = mapToGlobal(QPoint(0, height() + 2));
    if (const QScreen* on = screen()) {
        const QRect room = on->availableGeometry();
        place.setX(std::max(room.left(), std::min(place.x(), room.right() - m_popup->width())));
        if (place.y() + m_popup->height() > room.bottom())
            place.setY(mapToGlobal(QPoint(0, -2)).y() - m_popup->height());
    }
    m_popup->move(place);
    m_popup->show();
    m_picker->setFocus(Qt::PopupFocusReason);
}

void LookButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down) // as a combo box opens
        return offer();
    QAbstractButton::keyPressEvent(event);
}

void LookButton::paintLine(QPainter& painter, const QRectF& box) const
{
    const Theme& theme = m_themes.theme();
    const auto stroke = [&](const QColor& colour, double from, double to) {
        painter.setPen(QPen(colour, m_look.width, penStyle(m_look.dash), Qt::FlatCap));
        const double y = std::floor(box.center().y()) + (m_look.width % 2) / 2.0; // sharp
        painter.drawLine(QPointF(from, y), QPointF(to, y));
    };
    if (m_isBoth && m_look.ink == Ink::Up) {
        stroke(theme.up, box.left(), box.center().x());
        stroke(theme.down, box.center().x(), box.right());
        return;
    }
    stroke(inkColour(m_look.ink, m_look.custom, theme), box.left(), box.right());
}

void LookButton::paintBars(QPainter& painter, const QRectF& box) const
{
    const Theme& theme = m_themes.theme();
    constexpr std::array heights{0.5, 0.9, 1.0, 0.7, 0.4};
    const double step = box.width() / heights.size();
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const bool isFall = m_isBoth && m_look.ink == Ink::Up && i >= 3;
        const QColor colour = isFall ? theme.down : inkColour(m_look.ink, m_look.custom, theme);
        const double height = box.height() * heights[i];
        painter.fillRect(QRectF(box.left() + step * static_cast<double>(i) + 1, box.bottom() - height, step - 3, height), colour);
    }
}

void LookButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = m_themes.theme();
    painter.setPen(hasFocus() ? theme.accent : theme.border);
    painter.setBrush(underMouse() && isEnabled() ? theme.hover : theme.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    painter.setOpacity(isEnabled() ? 1.0 : 0.35);
    const QRectF box = QRectF(rect()).adjusted(9, 6, -9, -6);
    if (m_sample == Sample::Line)
        paintLine(painter, box);
    else
        paintBars(painter, box);
}

} // namespace spreadline::studies
