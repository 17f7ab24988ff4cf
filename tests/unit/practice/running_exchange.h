// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/practice_exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QWebSocket>

#include <optional>

namespace spreadline::practice::test {

/// 2026-01-05T12:00:00Z, a Monday.
inline constexpr std::int64_t originMillis = 1'767'614'400'000;

/// An answer, or how the transport failed.
struct Answer {
    int status = 0;
    QByteArray body;
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names

    QJsonDocument json() const { return QJsonDocument::fromJson(body); }
    QJsonObject object() const { return json().object(); }
    QJsonArray array() const { return json().array(); }
};

/// A practice exchange in this process, asked over real sockets. Its market starts at originMillis unless the config says.
class RunningExchange {
public:
    explicit RunningExchange(PracticeConfig config = {});

    bool isRunning() const { return m_address.port != 0; }
    const PracticeExchange::Address& address() const { return m_address; }
    /// "time" is /fapi/v1/time; a leading slash is taken as it is.
    Answer get(const QString& path, int timeoutMillis = 5'000);
    Answer control(const QByteArray& body, const QString& path = QStringLiteral("/fault"));
    QJsonObject truth(const QString& part);
    qint64 fired(const QString& verb) { return truth(QStringLiteral("faults"))[QLatin1String("fired")][verb].toInteger(); }

private:
    Answer run(QNetworkReply* reply, int timeoutMillis);

    PracticeExchange m_exchange;
    PracticeExchange::Address m_address;
    QNetworkAccessManager m_network;
};

/// A stream connection that keeps what it got.
class StreamClient {
public:
    StreamClient(const RunningExchange& exchange, const QString& path);

    bool waitOpen();
    void send(const QJsonObject& message);
    void send(const char* text) { socket.sendTextMessage(QString::fromUtf8(text)); }
    /// Messages of that stream, unwrapped: by "stream" when wrapped, by "e" when raw.
    QJsonArray of(const QString& streamOrType) const { return m_messages.value(streamOrType); }
    /// Answers to control messages.
    QJsonArray replies() const { return m_replies; }
    void forget();

    QWebSocket socket;
    QStringList texts;
    QList<QByteArray> binaries;
    std::optional<int> closeCode;

private:
    void keep(const QString& text);

    QHash<QString, QJsonArray> m_messages;
    QJsonArray m_replies;
};

} // namespace spreadline::practice::test
