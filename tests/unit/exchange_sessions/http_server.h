// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

#include <functional>

namespace spreadline::test {

/// A server that says exactly the bytes a test wants, right or wrong: what a well-behaved server cannot be made to send.
class HttpServer {
public:
    /// Gets the request's target; what it returns is written as it is. An empty answer is no answer: the client waits.
    using Handler = std::function<QByteArray(const QByteArray& target)>;

    explicit HttpServer(Handler handler);

    std::string url() const;
    const QByteArrayList& targets() const { return m_targets; }

    static QByteArray answer(int status, const QByteArray& body, const QByteArray& headers = {},
                             const QByteArray& type = "application/json");

private:
    void serve(QTcpSocket* socket);

    QTcpServer m_server;
    Handler m_handler;
    QByteArrayList m_targets;
};

} // namespace spreadline::test
