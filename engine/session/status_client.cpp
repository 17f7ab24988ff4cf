// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/status_client.h"

#include "session/engine_socket.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QLocalSocket>

namespace spreadline {
namespace {

constexpr int connectPatience = 500; // ms; a local socket answers at once or not at all

} // namespace

Result<QJsonObject> StatusClient::ask(const EngineSocket& profile, const QString& command)
{
    const std::string where = profile.folder().toStdString();
    QElapsedTimer elapsed;
    elapsed.start();
    QLocalSocket socket;
    socket.connectToServer(profile.name());
    if (!socket.waitForConnected(connectPatience))
        return Error{Errc::NotFound, where, socket.errorString().toStdString()};
    const QJsonObject request{{QStringLiteral("command"), command}};
    socket.write(QJsonDocument(request).toJson(QJsonDocument::Compact) + '\n');
    QByteArray answer;
    while (!answer.endsWith('\n')) {
        const auto left = patience - static_cast<int>(elapsed.elapsed());
        if (left <= 0 || !socket.waitForReadyRead(left))
            return Error{Errc::Timeout, where, "the running program does not answer"};
        answer += socket.readAll();
        if (answer.size() > maxAnswer)
            return Error{Errc::FrameTooLarge, where, {}};
    }
    const QJsonDocument document = QJsonDocument::fromJson(answer);
    if (!document.isObject())
        return Error{Errc::BadFrame, where, "the answer is not a JSON object"};
    return document.object();
}

} // namespace spreadline
