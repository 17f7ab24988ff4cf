// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QAbstractButton>

#include <optional>

namespace spreadline {

/// One field of the status bar: an optional light, a quiet caption, a value, an optional bar of a share used. Clickable.
class StatusCell : public QAbstractButton {
    Q_OBJECT
public:
    /// What the value's colour says.
    enum class Mood : std::uint8_t { Normal, Quiet, Good, Warning, Alarm };

    StatusCell(const QString& caption, const ThemeSource& themes, QWidget* parent = nullptr);

    /// `widest` keeps the cell's width from jumping while the value changes.
    void setWidest(const QString& widest);
    void setValue(const QString& value, Mood mood = Mood::Normal);
    void setLight(Mood mood);
    /// 0 to 1; draws a small bar.
    void setShare(double share);
    QString value() const { return m_value; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor colour(Mood mood) const;

    const ThemeSource& m_themes;
    QString m_caption, m_value, m_widest;
    Mood m_mood = Mood::Normal;
    std::optional<Mood> m_light;
    std::optional<double> m_share;
};

} // namespace spreadline
