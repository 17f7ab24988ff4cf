// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/timestamp.h"

#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>
#include <optional>
#include <string>

class QNetworkReply;

namespace spreadline {

/// An HTTP answer of any status, whole.
struct RestAnswer {
    int status = 0;
    std::string body;              ///< inflated
    int retryAfter = 0;            ///< seconds; 0 when the header is missing
    std::optional<int> usedWeight; ///< X-MBX-USED-WEIGHT-1M
    Duration roundTrip{};
};

/// Sends one GET at a time per call and reports the whole answer or why there is none. No retries, no budget: RestSession's.
///
/// HTTP/1.1 with keep-alive; redirects are not followed, proxies of the environment not used, cookies neither kept nor sent,
/// certificate errors never ignored. Every call ends: after `silence` without a byte or after `total`. Bodies are at most
/// `bodyLimit` after inflation.
///
/// Errors: DnsFailed, TlsFailed, Timeout, Unreachable, ConnectionLost (cut off half-way), FrameTooLarge, BadStatus (a redirect,
/// or a web page where JSON belongs: a captive portal).
///
/// One thread, with an event loop. Destroying it drops all calls without their callbacks.
class RestTransport {
public:
    struct Limits {
        Duration silence = std::chrono::seconds(5);
        Duration total = std::chrono::seconds(20);
        std::int64_t bodyLimit = 8 * 1024 * 1024;
    };
    using Done = std::function<void(Result<RestAnswer>)>;

    explicit RestTransport(Limits limits);
    ~RestTransport();

    void get(const QUrl& url, Done done);

private:
    struct Call;
    void watch(QNetworkReply* reply, Call* call);

    Limits m_limits;
    QNetworkAccessManager m_manager;
};

} // namespace spreadline
