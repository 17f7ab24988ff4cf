// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/theme.h"

#include <QFrame>

#include <functional>
#include <vector>

class QListView;
class QStandardItemModel;

namespace spreadline {

class SearchField;

/// Type a few letters, press Enter: symbols and commands in one list. Lies over the window; Escape or a click elsewhere closes it.
class CommandPalette : public QFrame {
    Q_OBJECT
public:
    struct Entry {
        QString title;
        QString hint; ///< a shortcut, or what kind of thing it is
        std::function<void()> run;
    };

    CommandPalette(QWidget& host, const ThemeSource& themes);

    /// With `text` typed already.
    void open(std::vector<Entry> entries, const QString& text = {});
    /// How well `title` answers `text`: 0 not at all, 3 begins with it, 2 a word begins with it, 1 contains it.
    static int rank(const QString& title, const QString& text);
    int shownCount() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void place();
    void filter(const QString& text);
    void move(int key);
    void runCurrent();

    QWidget& m_host;
    const ThemeSource& m_themes;
    std::vector<Entry> m_entries;
    SearchField* m_field;
    QListView* m_list;
    QStandardItemModel* m_model;
};

} // namespace spreadline
