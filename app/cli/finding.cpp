// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding.h"

#include <array>

namespace spreadline::cli {
namespace {

struct Entry {
    Fault fault;
    const char* code;
    const char* subject;
    bool ofVenue;
};

constexpr std::array table{
    Entry{Fault::Dns, "D01-DNS", "The venue's name resolves", true},
    Entry{Fault::Connect, "D02-CONNECT", "The venue's port answers", true},
    Entry{Fault::Tls, "D03-TLS", "The venue's certificate is trusted", true},
    Entry{Fault::Geo, "D04-GEO", "The venue serves this network and country", true},
    Entry{Fault::Rest, "D05-REST", "The venue answers requests", true},
    Entry{Fault::Clock, "D06-CLOCK", "This machine's clock agrees with the venue's", true},
    Entry{Fault::Stream, "D07-STREAM", "A market data connection opens", true},
    Entry{Fault::Frame, "D08-FRAME", "Market data arrives and can be read", true},
    Entry{Fault::Profile, "D09-PROFILE", "The profile folder can be written", false},
    Entry{Fault::Database, "D10-DATABASE", "The databases are sound", false},
    Entry{Fault::Keychain, "D11-KEYCHAIN", "The system keychain answers", false},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (static_cast<std::size_t>(table[i].fault) != i)
            return false;
    }
    return table.size() == static_cast<std::size_t>(Fault::Keychain) + 1;
}
static_assert(inOrder());

const Entry& entryOf(Fault fault)
{
    return table[static_cast<std::size_t>(fault)];
}

} // namespace

const char* codeOf(Fault fault)
{
    return entryOf(fault).code;
}

const char* subjectOf(Fault fault)
{
    return entryOf(fault).subject;
}

bool isOfVenue(Fault fault)
{
    return entryOf(fault).ofVenue;
}

Finding good(Fault fault, QString detail)
{
    return {fault, Finding::Verdict::Good, std::move(detail), {}};
}

Finding failed(Fault fault, const Error& error)
{
    return {fault, Finding::Verdict::Failed, QString::fromStdString(logText(error)),
            QString::fromUtf8(advice(error.code).data(), static_cast<qsizetype>(advice(error.code).size()))};
}

Finding skipped(Fault fault, QString why)
{
    return {fault, Finding::Verdict::Skipped, std::move(why), {}};
}

} // namespace spreadline::cli
