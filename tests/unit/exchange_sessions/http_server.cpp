// SPDX-License-Identifier: GPL-3.0-or-later
#include "http_server.h"

#include <QTcpSocket>

namespace spreadline::test {

HttpServer::HttpServer(Handler handler) : m_handler(std::move(handler))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket* socket = m_server.nextPendingConnection())
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] { serve(socket); });
    });
    m_server.listen(QHostAddress::LocalHost);
}

std::string HttpServer::url() const
{
    return "http://127.0.0.1:" + std::to_string(m_server.serverPort());
}

void HttpServer::serve(QTcpSocket* socket)
{
    const QByteArray request = socket->readAll(); // a GET of ours fits one segment
    const QByteArray target = request.split(' ').value(1);
    m_targets.append(target);
    const QByteArray answer = m_handler(target);
    if (answer.isEmpty())
        return;
    socket->write(answer);
    if (answer.contains("Connection: close"))
        socket->disconnectFromHost();
}

QByteArray HttpServer::answer(int status, const QByteArray& body, const QByteArray& headers, const QByteArray& type)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body;
}

} // namespace spreadline::test
