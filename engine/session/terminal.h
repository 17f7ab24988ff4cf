// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/view.h"

#include <QObject>

#include <memory>

namespace spreadline {

class EngineLink;
class FramePump;
class MarketView;

/// Where the window plugs into an engine: its views, its commands, and the pulse of its frames. Ui thread only.
class Terminal : public QObject {
    Q_OBJECT
public:
    /// What the frame colour and the title say. Anything but Live is safe to click in.
    enum class Environment { Practice, Demo, Live, Replay };
    Q_ENUM(Environment)

    /// `venue` is the id shown in the status bar ("practice", "binance").
    Terminal(EngineLink& link, QString venue, Environment environment, QObject* parent = nullptr);
    ~Terminal() override;

    MarketView& market() noexcept;
    const StatusView& status() const noexcept;
    QString venue() const;
    Environment environment() const noexcept;

    /// A hidden or minimised window asks for no frames.
    void setActive(bool active);

Q_SIGNALS:
    void statusChanged(const spreadline::StatusView& status);
    void noticed(const spreadline::Notice& notice);

private:
    void apply(const struct ViewBatch& batch);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace spreadline
