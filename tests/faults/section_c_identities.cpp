// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_c.h"
#include "untrusted_server.h"

#include <algorithm>

namespace spreadline::faults {

using namespace std::chrono_literals;

namespace {

/// The venue's first host shows this identity: nothing is asked of it, and the second host serves.
FaultCase untrusted(const char* title, const UntrustedServer::Identity& identity)
{
    const auto server = std::make_shared<std::unique_ptr<UntrustedServer>>();
    FaultCase row{.id = QStringLiteral("C16"),
                  .title = QLatin1String(title),
                  .before = [](FaultRig&) { return QString(); },
                  .fired = [server](FaultRig&) { return std::int64_t{(*server)->visitors()}; },
                  .atLeast = 6, // three requests, three connections
                  .during =
                      [](FaultRig& rig) {
                          const auto trusts = rig.tap().trusts(rig.book);
                          const bool blamed = std::ranges::any_of(
                              trusts, [](const auto& change) { return change.trust.reason == Errc::TlsFailed; });
                          return blamed ? QString() : QStringLiteral("nobody said that TLS failed");
                      },
                  .after =
                      [server](FaultRig&) {
                          const qint64 bytes = (*server)->bytes();
                          server->reset();
                          return bytes == 0 ? QString() : QStringLiteral("it was told %1 bytes").arg(bytes);
                      }};
    row.rig.adjust = [server, identity](LiveFeedConfig& config, FaultRig&) {
        *server = std::make_unique<UntrustedServer>(identity);
        const std::string port = std::to_string((*server)->serverPort());
        config.venue.hosts.insert(config.venue.hosts.begin(), VenueHost{"https://127.0.0.1:" + port, "wss://127.0.0.1:" + port});
    };
    return row;
}

} // namespace

std::vector<FaultCase> badIdentities()
{
    return {untrusted("a certificate signed by itself", {}),
            untrusted("a certificate that has expired", {.validFromDays = -30, .validToDays = -1}),
            untrusted("a certificate for another host", {.name = "fapi.example.com"}),
            untrusted("TLS 1.0", {.oldProtocol = true})};
}

} // namespace spreadline::faults
