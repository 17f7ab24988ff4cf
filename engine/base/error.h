// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace spreadline {

/// Every way our own code can fail, as a closed list. Each has two voices: name() for the log and advice() for the trader.
enum class Errc : std::uint8_t {
    // numbers and instruments
    BadNumber,
    Overflow,
    OffTick,
    OffStep,
    BelowMinimum,
    AboveMaximum,
    NotionalTooSmall,
    PriceOutOfBand,
    UnknownInstrument,
    NotTrading,
    // wire
    BadFrame,
    BadSchema,
    FrameTooLarge,
    UnknownEvent,
    SequenceGap,
    CrossedBook,
    StaleSnapshot,
    // network and venue
    Unreachable,
    DnsFailed,
    TlsFailed,
    Timeout,
    ConnectionLost,
    GeoBlocked,
    RateLimited,
    Banned,
    BadStatus,
    VenueRefused,
    VenueUnavailable,
    ClockUntrusted,
    TooSlow,
    // files, configuration, storage
    NotFound,
    BadConfig,
    BadUsage,
    BadFile,
    CannotWrite,
    StorageCorrupt,
    StorageBusy,
    StorageFull,
    SchemaTooNew,
    AlreadyRunning,
    NoKeychain,
    // our own bounds
    Busy,
    Full,
    Cancelled,
    Unsupported,
    // what is kept, and what is not (journals hold a code by its place: another order is another journalformat::version)
    OtherMarket,
    FutureData,
    NothingStored,
    RecordingFull,
    TradeNotCounted,
    Internal,
};

/// What failed, where, and in detail. `where` names the field, file:line, stream or request; `detail` is free text for the log
/// and may carry text from outside: never show it as rich text, never write a secret into it.
struct Error {
    Errc code = Errc::Internal;
    std::string where;
    std::string detail;

    bool operator==(const Error&) const = default;
};

/// The enumerator's own name, for logs, JSON and exit reports: "BadNumber".
std::string_view name(Errc code) noexcept;

/// A sentence in English a trader can act on; the ui translates it in the context "Errc".
std::string_view advice(Errc code) noexcept;

/// The log voice: "BadNumber at trade.p: '1.2.3'".
std::string logText(const Error& error);

/// The person's voice, in English: the advice, then where it happened.
std::string traderText(const Error& error);

} // namespace spreadline
