// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QBasicTimer>
#include <QWidget>

#include <vector>

namespace spreadline {

/// Short notices over the lower right corner of a window: at most four, each gone after a while or on a click; never modal, never
/// takes the keyboard. Texts are drawn as plain text.
class ToastStack : public QWidget {
    Q_OBJECT
public:
    enum class Level : std::uint8_t { Info, Warning, Alarm };
    static constexpr int mostShown = 4;

    /// Lies over `host` and follows its size.
    ToastStack(QWidget& host, const ThemeSource& themes);

    void show(Level level, const QString& text);
    /// Distance kept from the host's lower edge (a status bar).
    void setBottomMargin(int margin);
    int shown() const { return static_cast<int>(m_toasts.size()); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Toast {
        Level level;
        QString text;
        qint64 until;
        QRect box;
    };
    void place();
    void removeExpired(qint64 now);

    QWidget& m_host;
    const ThemeSource& m_themes;
    std::vector<Toast> m_toasts;
    QBasicTimer m_timer;
    int m_bottom = 8;
};

} // namespace spreadline
