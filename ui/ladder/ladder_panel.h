// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <QHash>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QToolButton;

namespace spreadline {

class ActiveInstrument;
class DisplayOptions;
class MarketView;
class ThemeSource;

class PlainLabel;

namespace ladder {
class LadderCanvas;
}

/// The order book of the active instrument. Watches the book while it is shown, with the grouping chosen for that
/// instrument (by itself at first, so that the rows near the spread are mostly filled). Ui thread only.
class LadderPanel final : public QWidget {
    Q_OBJECT
public:
    LadderPanel(MarketView& market, const ThemeSource& themes, const DisplayOptions& display, ActiveInstrument& active,
                QWidget* parent = nullptr);
    ~LadderPanel() override;

    /// In units of 10^-priceScale.
    std::int64_t group() const noexcept { return m_group; }
    void setGroup(std::int64_t group);
    ladder::LadderCanvas& canvas() noexcept { return *m_canvas; }

    /// To be remembered with the layout: unit and groupings. Restoring takes no more than it understands.
    QString saveState() const;
    void restoreState(const QString& state);

Q_SIGNALS:
    /// A price was clicked. For the ticket to take over; nothing is sent.
    void priceClicked(spreadline::Price price);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void wire();
    void showMenu(QPoint at);
    void applyTheme();
    void setInstrument(InstrumentId id);
    void subjectChanged();
    void fillGroups(const Instrument& instrument);
    void chooseFirstGroup(const BookView& book);
    void watch();
    void unwatch();
    void apply(const BookPtr& book);
    std::int64_t tickGroup() const; ///< no grouping at all
    void tickersChanged(const std::vector<InstrumentId>& changed);
    void unitChanged();
    void showState();
    QString stateText() const;
    const Instrument* instrument() const;

    MarketView& m_market;
    const ThemeSource& m_themes;
    const DisplayOptions& m_display;
    ActiveInstrument& m_active;

    QComboBox* m_groupBox;
    QToolButton* m_unit;
    QToolButton* m_lock;
    ladder::LadderCanvas* m_canvas;
    PlainLabel* m_banner; ///< why the book is not to be trusted
    PlainLabel* m_empty;  ///< what stands where there is no book
    QTimer m_ageTimer;
    QObject* m_topWatch; ///< watches the ungrouped best prices while the book is grouped

    std::optional<InstrumentId> m_instrument;
    std::vector<std::int64_t> m_groups;
    std::int64_t m_group = 1;
    bool m_groupIsChosen = false;
    QHash<QString, qint64> m_chosenGroups; ///< by symbol: what the user chose
    Trust m_trust;
};

} // namespace spreadline
