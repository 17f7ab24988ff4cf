// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace spreadline {

/// A label that shows what it is given as it is. A QLabel guesses, and renders text from outside as markup when it looks like it.
class PlainLabel : public QLabel {
    Q_OBJECT
public:
    explicit PlainLabel(QWidget* parent = nullptr) : PlainLabel(QString(), parent) {}
    explicit PlainLabel(const QString& text, QWidget* parent = nullptr) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setText(text);
    }
};

} // namespace spreadline
