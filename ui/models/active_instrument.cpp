// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/active_instrument.h"

namespace spreadline {

void ActiveInstrument::set(InstrumentId id)
{
    follow(id);
    Q_EMIT chosen(id);
}

void ActiveInstrument::follow(InstrumentId id)
{
    if (m_id == id)
        return;
    m_id = id;
    Q_EMIT changed(id);
}

} // namespace spreadline
