// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLineEdit;

namespace spreadline {
class PlainLabel;
}

namespace spreadline::chart {

/// A small box over the chart with one line to type into and a word on what Enter will do. Esc or a click elsewhere
/// closes it. Ui thread only.
class ChartPrompt : public QFrame {
    Q_OBJECT
public:
    ChartPrompt(const QString& title, int longestText, QWidget* parent);

    /// Over the middle of the parent, with the text in; when it is open already, the text is added.
    void open(const QString& text);

protected:
    /// What Enter would do with the text, or why nothing.
    virtual QString hintFor(const QString& text) const = 0;
    /// Enter was pressed. False when the text means nothing: the box stays.
    virtual bool take(const QString& text) = 0;

    QLineEdit& edit() noexcept { return *m_edit; }
    const QLineEdit& edit() const noexcept { return *m_edit; }
    /// Below the hint, as wide as the box, which then is `width` wide where there is room.
    void addBelow(QWidget* widget, int width);
    /// The box where and as large as it should be; to be called when what is in it takes another height.
    void place();
    /// Enter, or a click that means the same.
    void accept();
    void dismiss();

    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showHint();

    QLineEdit* m_edit;
    PlainLabel* m_hint;
    int m_width = 220;
};

} // namespace spreadline::chart
