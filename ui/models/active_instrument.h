// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"

#include <QObject>

#include <optional>

namespace spreadline {

/// The instrument the linked panels show: the watchlist sets it, chart, ladder and tape follow. Ui thread only.
class ActiveInstrument : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Nothing until the first instrument is chosen.
    std::optional<InstrumentId> id() const noexcept { return m_id; }
    void set(InstrumentId id);

Q_SIGNALS:
    void changed(spreadline::InstrumentId id);

private:
    std::optional<InstrumentId> m_id;
};

} // namespace spreadline
