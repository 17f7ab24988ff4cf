// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/tape_history.h"
#include "style/theme.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace spreadline {

class ActiveInstrument;
class DisplayOptions;
class MarketView;
class TapeCanvas;

/// Trades of the active instrument with a size filter. Ui thread only; what it is given must outlive it.
class TapePanel : public QWidget {
    Q_OBJECT
public:
    struct Context {
        MarketView& market;
        const ThemeSource& themes;
        const DisplayOptions& display;
        const ActiveInstrument& active;
    };
    explicit TapePanel(const Context& context, QWidget* parent = nullptr);

    const TapeHistory& history() const noexcept { return m_history; }
    TapeCanvas& canvas() { return *m_canvas; }
    /// In units of the quote asset; 0 shows all. For the layout file.
    qint64 minimum() const;
    void setMinimum(qint64 least);

    QSize sizeHint() const override { return {270, 320}; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void wire();
    void watch();
    void updateFilter();
    void updateNotes();

    Context m_context;
    TapeHistory m_history;
    TapeCanvas* m_canvas;
    QComboBox* m_filter;
    QLabel* m_note;
    QPushButton* m_resume;
    QTimer m_ageing; ///< what is not synced wears its age
};

} // namespace spreadline
