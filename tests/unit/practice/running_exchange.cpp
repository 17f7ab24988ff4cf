// SPDX-License-Identifier: GPL-3.0-or-later
#include "running_exchange.h"

#include <QEventLoop>
#include <QNetworkProxy>
#include <QTest>
#include <QTimer>

namespace spreadline::practice::test {

namespace {

PracticeConfig withOrigin(PracticeConfig config)
{
    if (!config.origin.isKnown())
        config.origin = Timestamp::fromMillis(originMillis);
    return config;
}

} // namespace

RunningExchange::RunningExchange(PracticeConfig config) : m_exchange(withOrigin(std::move(config)))
{
    m_network.setProxy(QNetworkProxy::NoProxy);
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    if (const auto address = m_exchange.start())
        m_address = *address;
}

Answer RunningExchange::run(QNetworkReply* reply, int timeoutMillis)
{
    QEventLoop loop;
    QTimer::singleShot(timeoutMillis, &loop, &QEventLoop::quit);
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), reply->error(), {}};
    if (!reply->isFinished()) {
        reply->abort();
        answer.error = QNetworkReply::TimeoutError;
    }
    for (const auto& [name, value] : reply->rawHeaderPairs())
        answer.headers.insert(name.toLower(), value);
    reply->deleteLater();
    return answer;
}

Answer RunningExchange::get(const QString& path, int timeoutMillis)
{
    const QString target = path.startsWith(QLatin1Char('/')) ? path : QStringLiteral("/fapi/v1/") + path;
    return run(m_network.get(QNetworkRequest(QUrl(QString::fromStdString(m_address.rest) + target))), timeoutMillis);
}

Answer RunningExchange::control(const QByteArray& body, const QString& path)
{
    QNetworkRequest request(QUrl(QString::fromStdString(m_address.control) + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    return run(m_network.post(request, body), 5'000);
}

QJsonObject RunningExchange::truth(const QString& part)
{
    return run(m_network.get(
                   QNetworkRequest(QUrl(QString::fromStdString(m_address.control) + QStringLiteral("/truth?part=") + part))),
               5'000)
        .object();
}

StreamClient::StreamClient(const RunningExchange& exchange, const QString& path)
{
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.setMaxAllowedIncomingMessageSize(4 << 20);
    QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket, [this](const QString& text) { keep(text); });
    QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &socket,
                     [this](const QByteArray& bytes) { binaries += bytes; });
    QObject::connect(&socket, &QWebSocket::disconnected, &socket, [this] {
        const int code = socket.closeCode(); // any number may come, the enumeration names a few
        closeCode = code;
    });
    socket.open(QUrl(QString::fromStdString(exchange.address().webSocket) + path));
}

bool StreamClient::waitOpen()
{
    return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; }, 5'000);
}

void StreamClient::send(const QJsonObject& message)
{
    socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
}

void StreamClient::keep(const QString& text)
{
    texts += text;
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    const QJsonObject object = json.object();
    if (object.contains(QLatin1String("result")) || object.contains(QLatin1String("error")))
        m_replies.append(object);
    else if (object.contains(QLatin1String("stream")))
        m_messages[object[QLatin1String("stream")].toString()].append(object[QLatin1String("data")]);
    else if (json.isArray())
        m_messages[json.array().at(0)[QLatin1String("e")].toString()].append(json.array());
    else
        m_messages[object[QLatin1String("e")].toString()].append(object);
}

void StreamClient::forget()
{
    texts.clear();
    m_messages.clear();
    m_replies = {};
}

} // namespace spreadline::practice::test
