// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTest>

#include <array>

namespace spreadline::test {

/// Open and close times of bars of every interval the venue serves, right ones and wrong ones; `field` is "open" or "close" where that
/// one is wrong, empty where the bar is right.
inline void barGridRows()
{
    struct Bar {
        const char* interval;
        const char* open;
        const char* next;
        const char* offGrid; ///< where a bar of the next shorter interval begins, but none of this one
    };
    static constexpr std::array<Bar, 15> bars{{
        {"1m", "2026-01-01T00:01:00Z", "2026-01-01T00:02:00Z", "2026-01-01T00:01:30Z"},
        {"3m", "2026-01-01T00:03:00Z", "2026-01-01T00:06:00Z", "2026-01-01T00:04:00Z"},
        {"5m", "2026-01-01T00:05:00Z", "2026-01-01T00:10:00Z", "2026-01-01T00:03:00Z"},
        {"15m", "2026-01-01T00:15:00Z", "2026-01-01T00:30:00Z", "2026-01-01T00:20:00Z"},
        {"30m", "2026-01-01T00:30:00Z", "2026-01-01T01:00:00Z", "2026-01-01T00:45:00Z"},
        {"1h", "2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z", "2026-01-01T01:30:00Z"},
        {"2h", "2026-01-01T02:00:00Z", "2026-01-01T04:00:00Z", "2026-01-01T03:00:00Z"},
        {"4h", "2026-01-01T04:00:00Z", "2026-01-01T08:00:00Z", "2026-01-01T06:00:00Z"},
        {"6h", "2026-01-01T06:00:00Z", "2026-01-01T12:00:00Z", "2026-01-01T04:00:00Z"},
        {"8h", "2026-01-01T08:00:00Z", "2026-01-01T16:00:00Z", "2026-01-01T12:00:00Z"},
        {"12h", "2026-01-01T12:00:00Z", "2026-01-02T00:00:00Z", "2026-01-01T08:00:00Z"},
        {"1d", "2026-01-02T00:00:00Z", "2026-01-03T00:00:00Z", "2026-01-02T12:00:00Z"},
        {"3d", "2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z", "2026-01-02T00:00:00Z"},
        {"1w", "2026-01-05T00:00:00Z", "2026-01-12T00:00:00Z", "2026-01-01T00:00:00Z"},
        {"1M", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z", "2026-02-02T00:00:00Z"},
    }};
    QTest::addColumn<QString>("interval");
    QTest::addColumn<qint64>("open");
    QTest::addColumn<qint64>("close");
    QTest::addColumn<QString>("field");
    const auto millis = [](const char* text) {
        return QDateTime::fromString(QLatin1String(text), Qt::ISODate).toMSecsSinceEpoch();
    };
    for (const Bar& bar : bars) {
        const auto row = [&bar](const char* what, qint64 open, qint64 close, const char* field) {
            QTest::addRow("%s %s", bar.interval, what)
                << QString::fromLatin1(bar.interval) << open << close << QString::fromLatin1(field);
        };
        const qint64 open = millis(bar.open);
        const qint64 next = millis(bar.next);
        const qint64 offGrid = millis(bar.offGrid);
        row("whole", open, next - 1, "");
        row("a millisecond late", open + 1, next - 1, "open");
        row("of a shorter interval", offGrid, offGrid + (next - open) - 1, "open");
        row("closes early", open, next - 2, "close");
        row("closes when the next opens", open, next, "close");
        row("closes a bar later", open, next + (next - open) - 1, "close");
        row("closes before it opens", open, open - 1, "close");
    }
}

} // namespace spreadline::test
