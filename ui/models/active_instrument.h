// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QObject>

#include <optional>

namespace spreadline {

/// The instrument the linked panels show: the active chart's. Who lets a person choose one (watchlist, palette) sets it, and the active
/// chart takes it; ladder and tape follow. Ui thread only.
class ActiveInstrument : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Nothing until the first instrument is chosen.
    std::optional<InstrumentId> id() const noexcept { return m_id; }
    /// Somebody chose it.
    void set(InstrumentId id);
    /// The active chart shows it already.
    void follow(InstrumentId id);

Q_SIGNALS:
    void changed(spreadline::InstrumentId id);
    /// Also when it is the same as before: a chart may show more than this instrument.
    void chosen(spreadline::InstrumentId id);

private:
    std::optional<InstrumentId> m_id;
};

} // namespace spreadline
