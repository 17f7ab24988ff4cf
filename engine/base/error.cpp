// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <array>

// Lets lupdate collect the sentences below; the ui looks them up in this context.
#define QT_TRANSLATE_NOOP(context, text) text

namespace spreadline {
namespace {

struct Voices {
    Errc code;
    std::string_view name;
    std::string_view advice;
};

constexpr std::array voices{
    Voices{Errc::BadNumber, "BadNumber",
           QT_TRANSLATE_NOOP("Errc", "A number could not be read. Nothing was changed; check the value.")},
    Voices{Errc::Overflow, "Overflow", QT_TRANSLATE_NOOP("Errc", "A number is too large to hold exactly. Use a smaller one.")},
    Voices{Errc::OffTick, "OffTick",
           QT_TRANSLATE_NOOP("Errc", "The price is not on the instrument's tick. Round it to the tick size.")},
    Voices{Errc::OffStep, "OffStep",
           QT_TRANSLATE_NOOP("Errc", "The quantity is not on the instrument's step. Round it to the step size.")},
    Voices{Errc::BelowMinimum, "BelowMinimum",
           QT_TRANSLATE_NOOP("Errc", "The value is below the instrument's minimum. Raise it.")},
    Voices{Errc::AboveMaximum, "AboveMaximum",
           QT_TRANSLATE_NOOP("Errc", "The value is above the instrument's maximum. Lower it.")},
    Voices{Errc::NotionalTooSmall, "NotionalTooSmall",
           QT_TRANSLATE_NOOP("Errc", "The order is worth less than the venue accepts. Raise the quantity.")},
    Voices{Errc::PriceOutOfBand, "PriceOutOfBand",
           QT_TRANSLATE_NOOP("Errc", "The price is too far from the mark price. Move it closer.")},
    Voices{Errc::UnknownInstrument, "UnknownInstrument",
           QT_TRANSLATE_NOOP("Errc", "The venue does not list this instrument. Check the symbol.")},
    Voices{Errc::NotTrading, "NotTrading", QT_TRANSLATE_NOOP("Errc", "The instrument is not trading now. Its data is kept.")},
    Voices{
        Errc::BadFrame, "BadFrame",
        QT_TRANSLATE_NOOP(
            "Errc", "The venue sent a message that cannot be read. It was dropped and the stream is being synchronised again.")},
    Voices{Errc::BadSchema, "BadSchema",
           QT_TRANSLATE_NOOP("Errc",
                             "The venue sent a message of an unexpected shape. It was dropped; if this repeats, look for an "
                             "update of Spreadline.")},
    Voices{Errc::FrameTooLarge, "FrameTooLarge",
           QT_TRANSLATE_NOOP("Errc", "The venue sent a message over the size limit. The connection is being opened anew.")},
    Voices{Errc::UnknownEvent, "UnknownEvent",
           QT_TRANSLATE_NOOP("Errc", "The venue sent a message of a kind that is not known here. It was ignored.")},
    Voices{Errc::SequenceGap, "SequenceGap",
           QT_TRANSLATE_NOOP("Errc", "A message of this stream is missing. The data is greyed until it is synchronised again.")},
    Voices{Errc::CrossedBook, "CrossedBook",
           QT_TRANSLATE_NOOP("Errc", "The best bid is above the best ask. The book is greyed until it is synchronised again.")},
    Voices{Errc::StaleSnapshot, "StaleSnapshot",
           QT_TRANSLATE_NOOP("Errc", "The snapshot is older than the stream. Another one is being fetched.")},
    Voices{Errc::Unreachable, "Unreachable",
           QT_TRANSLATE_NOOP("Errc", "The venue cannot be reached. Check the network; trying again by itself.")},
    Voices{
        Errc::DnsFailed, "DnsFailed",
        QT_TRANSLATE_NOOP("Errc", "The venue's name cannot be resolved. Check the network, the DNS server and the host name.")},
    Voices{Errc::TlsFailed, "TlsFailed",
           QT_TRANSLATE_NOOP(
               "Errc", "The venue's certificate is not trusted, so nothing was sent. Check the clock and the network's proxy.")},
    Voices{Errc::Timeout, "Timeout", QT_TRANSLATE_NOOP("Errc", "The venue did not answer in time. Trying again by itself.")},
    Voices{Errc::ConnectionLost, "ConnectionLost",
           QT_TRANSLATE_NOOP("Errc", "The connection to the venue was lost. Connecting again by itself.")},
    Voices{
        Errc::GeoBlocked, "GeoBlocked",
        QT_TRANSLATE_NOOP("Errc", "The venue refuses connections from this network or country. Use another network or venue.")},
    Voices{Errc::RateLimited, "RateLimited",
           QT_TRANSLATE_NOOP("Errc", "The venue's request limit is reached. Waiting until it allows more.")},
    Voices{Errc::Banned, "Banned",
           QT_TRANSLATE_NOOP("Errc", "The venue has banned this address for a time. Nothing is sent until the ban ends.")},
    Voices{Errc::BadStatus, "BadStatus",
           QT_TRANSLATE_NOOP("Errc", "The venue answered with an unexpected status. Trying again by itself.")},
    Voices{Errc::VenueRefused, "VenueRefused",
           QT_TRANSLATE_NOOP("Errc", "The venue refused the request. Its reason is in the log.")},
    Voices{Errc::VenueUnavailable, "VenueUnavailable",
           QT_TRANSLATE_NOOP("Errc", "The venue is not available now. Trying again by itself.")},
    Voices{Errc::ClockUntrusted, "ClockUntrusted",
           QT_TRANSLATE_NOOP("Errc", "The clock's distance to the venue's clock is not known. Check the system clock.")},
    Voices{Errc::TooSlow, "TooSlow",
           QT_TRANSLATE_NOOP(
               "Errc", "This machine or network does not keep up with the data. Close some charts or watch fewer symbols.")},
    Voices{Errc::NotFound, "NotFound", QT_TRANSLATE_NOOP("Errc", "The file or entry does not exist. Check its name.")},
    Voices{Errc::BadConfig, "BadConfig",
           QT_TRANSLATE_NOOP("Errc", "The settings file has a mistake. Mend the line that is named.")},
    Voices{Errc::BadUsage, "BadUsage", QT_TRANSLATE_NOOP("Errc", "The command is not understood. See --help.")},
    Voices{Errc::BadFile, "BadFile",
           QT_TRANSLATE_NOOP("Errc", "The file cannot be read as what it should be. Check the line that is named.")},
    Voices{Errc::CannotWrite, "CannotWrite",
           QT_TRANSLATE_NOOP("Errc", "A file cannot be written. Check its folder's permissions and the free space.")},
    Voices{Errc::StorageCorrupt, "StorageCorrupt",
           QT_TRANSLATE_NOOP("Errc",
                             "The database is damaged. It was set aside untouched; restore a backup or start with a new one.")},
    Voices{Errc::StorageBusy, "StorageBusy",
           QT_TRANSLATE_NOOP("Errc", "The database is held by another program. Close that program.")},
    Voices{Errc::StorageFull, "StorageFull",
           QT_TRANSLATE_NOOP("Errc", "The disk is full. Free some space; nothing new is stored until then.")},
    Voices{Errc::SchemaTooNew, "SchemaTooNew",
           QT_TRANSLATE_NOOP("Errc", "The database was written by a newer Spreadline. Use that version, or another profile.")},
    Voices{Errc::AlreadyRunning, "AlreadyRunning",
           QT_TRANSLATE_NOOP("Errc", "Spreadline already runs on this profile. Use its window, or another profile.")},
    Voices{Errc::NoKeychain, "NoKeychain",
           QT_TRANSLATE_NOOP("Errc", "No system keychain was found. Live trading stays off without one.")},
    Voices{Errc::Busy, "Busy", QT_TRANSLATE_NOOP("Errc", "The engine is busy and did not take the command. Try again.")},
    Voices{Errc::Full, "Full",
           QT_TRANSLATE_NOOP("Errc", "A bounded queue is full. The data behind it is being synchronised again.")},
    Voices{Errc::Cancelled, "Cancelled", QT_TRANSLATE_NOOP("Errc", "Cancelled.")},
    Voices{Errc::Unsupported, "Unsupported", QT_TRANSLATE_NOOP("Errc", "This is not available here.")},
    Voices{Errc::OtherMarket, "OtherMarket",
           QT_TRANSLATE_NOOP("Errc", "The stored data were another practice market's. They are gone, and storing began anew.")},
    Voices{Errc::FutureData, "FutureData",
           QT_TRANSLATE_NOOP("Errc",
                             "Stored data are later than the venue's clock. They are left out and fetched again; check the "
                             "system clock.")},
    Voices{Errc::NothingStored, "NothingStored",
           QT_TRANSLATE_NOOP("Errc",
                             "The market database cannot be opened, so nothing is stored. What this session sees is forgotten "
                             "when it ends.")},
    Voices{Errc::RecordingFull, "RecordingFull",
           QT_TRANSLATE_NOOP("Errc",
                             "The recording of this session has reached its size limit and ended. What was recorded can be "
                             "replayed.")},
    Voices{Errc::TradeNotCounted, "TradeNotCounted",
           QT_TRANSLATE_NOOP("Errc", "A trade does not fit into the bars that are built here. They are shown without it.")},
    Voices{Errc::Internal, "Internal",
           QT_TRANSLATE_NOOP("Errc", "Something went wrong inside Spreadline. Please report it with the log.")},
};
static_assert(voices.size() == static_cast<std::size_t>(Errc::Internal) + 1);

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < voices.size(); ++i) {
        if (static_cast<std::size_t>(voices[i].code) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(), "voices must stand in the order of Errc");

} // namespace

std::string_view name(Errc code) noexcept
{
    return voices[static_cast<std::size_t>(code)].name;
}

std::string_view advice(Errc code) noexcept
{
    return voices[static_cast<std::size_t>(code)].advice;
}

std::string logText(const Error& error)
{
    std::string text{name(error.code)};
    if (!error.where.empty())
        text.append(" at ").append(error.where);
    if (!error.detail.empty())
        text.append(": ").append(error.detail);
    return text;
}

std::string traderText(const Error& error)
{
    std::string text{advice(error.code)};
    if (!error.where.empty())
        text.append(" (").append(error.where).append(")");
    return text;
}

} // namespace spreadline
