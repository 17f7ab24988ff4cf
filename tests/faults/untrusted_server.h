// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

namespace spreadline::faults {

/// A TLS server nobody should talk to: its certificate is made on the spot and signed by itself. Counts who came and what they said.
/// Lives on the thread that made it, which must run an event loop.
class UntrustedServer : public QTcpServer {
    Q_OBJECT
public:
    struct Identity {
        QByteArray name = "127.0.0.1";             ///< common name and subject alternative name (as an address when it is one)
        int validFromDays = -1, validToDays = 365; ///< from today
        bool oldProtocol = false;                  ///< TLS 1.0 at most
    };
    explicit UntrustedServer(const Identity& identity);

    int visitors() const { return m_visitors; }
    qint64 bytes() const { return m_bytes; } ///< of requests, decrypted

private:
    void incomingConnection(qintptr descriptor) override;

    QSslConfiguration m_configuration;
    int m_visitors = 0;
    qint64 m_bytes = 0;
};

} // namespace spreadline::faults
