// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QTcpServer>

namespace spreadline::bench {

/// TLS in front of a plain server of this machine, with a certificate made on the spot: what comes is handed on as it is, both ways.
/// Lives on the thread that made it, which must run an event loop.
class TlsRelay : public QTcpServer {
    Q_OBJECT
public:
    explicit TlsRelay(quint16 plainPort);

    const QSslCertificate& certificate() const { return m_certificate; }

private:
    void incomingConnection(qintptr descriptor) override;

    quint16 m_plainPort;
    QSslCertificate m_certificate;
    QSslConfiguration m_configuration;
};

} // namespace spreadline::bench
