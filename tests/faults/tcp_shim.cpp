// SPDX-License-Identifier: GPL-3.0-or-later
#include "tcp_shim.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace spreadline::faults {
namespace {

constexpr int rateTurnMs = 50;

/// Closes with RST instead of FIN.
void abortWithReset(QTcpSocket* socket)
{
    if (!socket)
        return;
    const linger hard{1, 0};
    if (socket->socketDescriptor() >= 0)
        setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket->abort();
}

} // namespace

TcpShim::TcpShim(quint16 targetPort, QObject* parent) : QObject(parent), m_targetPort(targetPort)
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, &TcpShim::accept);
}

TcpShim::~TcpShim()
{
    for (const auto& link : m_links) {
        link->program->disconnect(this);
        link->venue->disconnect(this);
    }
}

quint16 TcpShim::port() const
{
    return m_server.serverPort();
}

void TcpShim::setMode(Mode mode, qint64 value)
{
    m_mode = mode;
    m_value = value;
    m_fired = 0;
    if (m_rateTimer != 0)
        killTimer(std::exchange(m_rateTimer, 0));
    if (mode == Mode::Rate)
        m_rateTimer = startTimer(rateTurnMs);
    for (const auto& link : m_links)
        link->passed = 0;
}

void TcpShim::heal()
{
    setMode(Mode::Faithful);
    for (const auto& link : m_links) { // what was held back flows now
        fromProgram(*link);
        fromVenue(*link);
    }
}

void TcpShim::refuse()
{
    setMode(Mode::Refuse);
    resetAll();
}

void TcpShim::resetAll()
{
    const auto links = std::move(m_links);
    m_links.clear();
    for (const auto& link : links) {
        ++m_fired;
        reset(*link);
    }
}

void TcpShim::resetAfter(qint64 bytes) { setMode(Mode::ResetAfter, bytes); }
void TcpShim::blackhole() { setMode(Mode::Blackhole); }
void TcpShim::rate(qint64 bytesPerSecond) { setMode(Mode::Rate, bytesPerSecond); }
void TcpShim::split(qint64 bytes) { setMode(Mode::Split, bytes); }
void TcpShim::delay(int milliseconds) { setMode(Mode::Delay, milliseconds); }
void TcpShim::corrupt(int every) { setMode(Mode::Corrupt, every); }
void TcpShim::hang() { setMode(Mode::Hang); }

void TcpShim::halfClose()
{
    for (const auto& link : m_links) {
        ++m_fired;
        shutdown(static_cast<int>(link->program->socketDescriptor()), SHUT_WR);
    }
}

void TcpShim::accept()
{
    while (QTcpSocket* program = m_server.nextPendingConnection()) {
        ++m_accepted;
        if (m_mode == Mode::Refuse) {
            ++m_fired;
            abortWithReset(program);
            program->deleteLater();
            continue;
        }
        auto link = std::make_unique<Link>();
        link->program = program;
        program->setParent(this);
        program->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        link->venue = new QTcpSocket(this);
        Link* raw = link.get();
        m_links.push_back(std::move(link));
        connect(program, &QTcpSocket::readyRead, this, [this, raw] { fromProgram(*raw); });
        connect(program, &QTcpSocket::disconnected, this, [this, raw] { drop(raw); });
        connect(raw->venue, &QTcpSocket::connected, this, [this, raw] { fromProgram(*raw); });
        connect(raw->venue, &QTcpSocket::readyRead, this, [this, raw] { fromVenue(*raw); });
        connect(raw->venue, &QTcpSocket::disconnected, this, [this, raw] { drop(raw); });
        if (m_mode == Mode::Hang)
            ++m_fired;
        else
            raw->venue->connectToHost(QHostAddress::LocalHost, m_targetPort);
    }
}

void TcpShim::fromProgram(Link& link)
{
    if (m_mode == Mode::Blackhole || m_mode == Mode::Hang || link.venue->state() != QAbstractSocket::ConnectedState)
        return; // left in the socket's buffer
    link.venue->write(link.program->readAll());
}

void TcpShim::fromVenue(Link& link)
{
    if (m_mode == Mode::Blackhole && link.venue->bytesAvailable() > 0)
        ++m_fired;
    if (m_mode == Mode::Blackhole || m_mode == Mode::Rate || m_mode == Mode::Hang)
        return;
    if (const QByteArray bytes = link.venue->readAll(); !bytes.isEmpty())
        pass(link, bytes);
}

void TcpShim::pass(Link& link, QByteArray bytes)
{
    switch (m_mode) {
    case Mode::ResetAfter:
        if (link.passed + bytes.size() >= m_value) {
            link.program->write(bytes.left(m_value - link.passed));
            link.program->flush();
            ++m_fired;
            reset(link);
            drop(&link);
            return;
        }
        link.passed += bytes.size();
        break;
    case Mode::Split:
        return passSplit(link, bytes);
    case Mode::Corrupt:
        return passCorrupt(link, std::move(bytes));
    case Mode::Delay:
        ++m_fired;
        QTimer::singleShot(static_cast<int>(m_value), link.program, [program = link.program, bytes] { program->write(bytes); });
        return;
    default:
        break;
    }
    link.program->write(bytes);
}

void TcpShim::passSplit(Link& link, const QByteArray& bytes)
{
    for (qint64 at = 0; at < bytes.size(); at += m_value) {
        ++m_fired;
        link.program->write(bytes.mid(at, m_value));
        link.program->flush();
    }
}

void TcpShim::passCorrupt(Link& link, QByteArray bytes)
{
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        if (++link.passed % m_value == 0) {
            ++m_fired;
            bytes[at] = static_cast<char>(bytes[at] ^ 0x20);
        }
    }
    link.program->write(bytes);
}

void TcpShim::timerEvent(QTimerEvent*)
{
    passRated();
}

void TcpShim::passRated()
{
    const qint64 turn = std::max<qint64>(1, m_value * rateTurnMs / 1000);
    for (const auto& link : m_links) {
        if (link->venue->bytesAvailable() > 0)
            ++m_fired;
        link->program->write(link->venue->read(turn));
    }
}

void TcpShim::reset(Link& link)
{
    link.program->disconnect(this);
    link.venue->disconnect(this);
    abortWithReset(link.program);
    abortWithReset(link.venue);
    link.program->deleteLater();
    link.venue->deleteLater();
}

void TcpShim::drop(Link* link)
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [link](const auto& known) { return known.get() == link; });
    if (found == m_links.end())
        return;
    link->program->disconnect(this);
    link->venue->disconnect(this);
    if (link->program->state() == QAbstractSocket::ConnectedState) {
        if (m_mode == Mode::Faithful)
            link->program->write(link->venue->readAll());
        link->program->disconnectFromHost();
    }
    link->venue->disconnectFromHost();
    link->program->deleteLater();
    link->venue->deleteLater();
    m_links.erase(found);
}

} // namespace spreadline::faults
