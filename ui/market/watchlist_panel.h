// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/watchlist_model.h"
#include "models/watchlist_proxy.h"
#include "style/theme.h"

#include <QTimer>
#include <QWidget>

namespace spreadline {

class ActiveInstrument;
class DisplayOptions;
class SearchField;
class WatchlistView;

/// The list of instruments: a click or an arrow key makes one active. Ui thread only; what it is given must outlive it.
class WatchlistPanel : public QWidget {
    Q_OBJECT
public:
    struct Context {
        const MarketView& market;
        const ThemeSource& themes;
        const DisplayOptions& display;
        Favourites& favourites;
        ActiveInstrument& active;
    };
    explicit WatchlistPanel(const Context& context, QWidget* parent = nullptr);

    /// Column widths and sorting, for the layout file.
    QByteArray saveState() const;
    void restoreState(const QByteArray& state);

    void setClockOffset(Duration offset) { m_model.setClockOffset(offset); }

    QSize sizeHint() const override { return {432, 500}; }
    WatchlistView& view() { return *m_view; }
    SearchField& filterField() { return *m_filter; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void wireKeys();
    void wireOrder();
    void showOrderMenu(QPoint at);
    void activateCurrent();
    void followActive();
    void showEmptiness();
    void rowsMoved();

    ActiveInstrument& m_active;
    const DisplayOptions& m_display;
    WatchlistModel m_model;
    WatchlistProxy m_proxy;
    SearchField* m_filter;
    WatchlistView* m_view;
    QTimer m_resort;   ///< sorting by a moving value, once a second
    QTimer m_flashEnd; ///< one repaint when the last flash is over
    bool m_following = false;
};

} // namespace spreadline
