// SPDX-License-Identifier: GPL-3.0-or-later
#include "tcp_shim.h"

#include <QTimer>

#include <algorithm>
#include <sys/socket.h>

namespace spreadline::faults {
namespace {

constexpr int rateTurnMs = 50;
constexpr qint64 heldBack = 64 * 1024; // bytes the proxy takes in while it does not pass them on

/// Closes with RST instead of FIN.
void abortWithReset(QTcpSocket* socket)
{
    const linger hard{1, 0};
    if (socket->socketDescriptor() >= 0)
        setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    socket->abort();
}

/// Lets what was written go out, then closes and deletes.
void closePolitely(QTcpSocket* socket)
{
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->disconnectFromHost();
    if (socket->state() == QAbstractSocket::UnconnectedState)
        socket->deleteLater();
}

} // namespace

TcpShim::TcpShim(quint16 targetPort, QObject* parent) : QObject(parent), m_server(this), m_targetPort(targetPort)
{
    m_watch.start();
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
    if (mode != Mode::Faithful)
        m_fired = 0;
    if (m_rateTimer != 0)
        killTimer(std::exchange(m_rateTimer, 0));
    if (mode == Mode::Rate)
        m_rateTimer = startTimer(rateTurnMs);
    const bool holdsBack = mode == Mode::Rate || mode == Mode::Blackhole;
    for (const auto& link : m_links) {
        link->passed = 0;
        link->venue->setReadBufferSize(holdsBack ? heldBack : 0);
    }
}

void TcpShim::heal()
{
    setMode(Mode::Faithful);
    for (const auto& link : m_links) { // what was held back flows now; what is delayed stays in order behind its delay
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
    for (const auto& link : m_links) {
        if (link->ended)
            continue;
        ++m_fired;
        reset(*link);
    }
}

void TcpShim::resetAfter(qint64 bytes)
{
    setMode(Mode::ResetAfter, bytes);
}
void TcpShim::blackhole()
{
    setMode(Mode::Blackhole);
}
void TcpShim::rate(qint64 bytesPerSecond)
{
    setMode(Mode::Rate, bytesPerSecond);
}
void TcpShim::split(qint64 bytes)
{
    setMode(Mode::Split, bytes);
}
void TcpShim::corrupt(int every)
{
    setMode(Mode::Corrupt, every);
}
void TcpShim::hang()
{
    setMode(Mode::Hang);
}

void TcpShim::delay(int milliseconds)
{
    m_fired = 0;
    for (const auto& link : m_links)
        link->delay = milliseconds;
}

void TcpShim::inject(const QByteArray& head, const QByteArray& unit, int times)
{
    setMode(Mode::Inject);
    m_head = head;
    m_unit = unit;
    m_times = times;
    for (const auto& link : m_links)
        link->injections = 0; // only new ones
}

void TcpShim::halfClose()
{
    for (const auto& link : m_links) {
        if (link->ended)
            continue;
        ++m_fired;
        shutdown(static_cast<int>(link->program->socketDescriptor()), SHUT_WR);
    }
}

void TcpShim::accept()
{
    while (QTcpSocket* program = m_server.nextPendingConnection()) {
        m_accepts.push_back(m_watch.elapsed());
        program->setParent(this);
        if (m_mode == Mode::Refuse) // at its first word: a reset any earlier makes Linux and Qt try again by themselves
            connect(program, &QTcpSocket::readyRead, this, [this, program] { turnAway(program); });
        else
            join(program);
    }
}

void TcpShim::turnAway(QTcpSocket* program)
{
    ++m_fired;
    program->disconnect(this);
    abortWithReset(program);
    program->deleteLater();
}

void TcpShim::join(QTcpSocket* program)
{
    m_links.push_back(std::make_unique<Link>());
    Link* link = m_links.back().get(); // lives until sweep(), which comes after every handler here
    link->program = program;
    link->venue = new QTcpSocket(this);
    program->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(program, &QTcpSocket::readyRead, this, [this, link] { fromProgram(*link); });
    connect(program, &QTcpSocket::disconnected, this, [this, link] { end(*link); });
    connect(link->venue, &QTcpSocket::connected, this, [this, link] { fromProgram(*link); });
    connect(link->venue, &QTcpSocket::readyRead, this, [this, link] { fromVenue(*link); });
    connect(link->venue, &QTcpSocket::disconnected, this, [this, link] { end(*link); });
    connect(link->venue, &QTcpSocket::errorOccurred, this, [this, link] { end(*link); });
    if (m_mode == Mode::Hang) {
        ++m_fired;
        return;
    }
    if (m_mode == Mode::Rate || m_mode == Mode::Blackhole)
        link->venue->setReadBufferSize(heldBack);
    link->venue->connectToHost(QHostAddress::LocalHost, m_targetPort);
}

void TcpShim::fromProgram(Link& link)
{
    if (m_mode == Mode::Blackhole || link.ended || link.venue->state() != QAbstractSocket::ConnectedState)
        return; // left in the socket's buffer
    link.venue->write(link.program->readAll());
}

void TcpShim::fromVenue(Link& link)
{
    if (m_mode == Mode::Blackhole && link.venue->bytesAvailable() > 0)
        ++m_fired;
    if (m_mode == Mode::Blackhole || m_mode == Mode::Rate || link.ended || !link.venue->isOpen())
        return;
    if (const QByteArray bytes = link.venue->readAll(); !bytes.isEmpty())
        pass(link, bytes);
}

void TcpShim::pass(Link& link, QByteArray bytes)
{
    if (link.delay > 0) {
        ++m_fired;
        QTimer::singleShot(link.delay, link.program, [program = link.program, bytes] { program->write(bytes); });
        return;
    }
    switch (m_mode) {
    case Mode::ResetAfter:
        if (link.passed + bytes.size() >= m_value) {
            link.program->write(bytes.left(m_value - link.passed));
            link.program->flush();
            ++m_fired;
            reset(link);
            return;
        }
        link.passed += bytes.size();
        break;
    case Mode::Split: return passSplit(link, bytes);
    case Mode::Corrupt: return passCorrupt(link, std::move(bytes));
    case Mode::Inject: return passInjecting(link, bytes);
    default: break;
    }
    link.program->write(bytes);
}

void TcpShim::passSplit(Link& link, const QByteArray& bytes)
{
    for (qint64 at = 0; at < bytes.size() && !link.ended; at += m_value) {
        ++m_fired;
        link.program->write(bytes.mid(at, m_value));
        link.program->flush();
    }
}

void TcpShim::passCorrupt(Link& link, QByteArray bytes)
{
    for (char& byte : bytes) {
        if (++link.passed % m_value != 0)
            continue;
        ++m_fired;
        byte = static_cast<char>(byte ^ 0x20);
    }
    link.program->write(bytes);
}

void TcpShim::passInjecting(Link& link, const QByteArray& bytes)
{
    const qsizetype end = link.injections < 0 ? bytes.indexOf("\r\n\r\n") : -1;
    if (end < 0) {
        if (link.injections <= 0)
            link.program->write(bytes); // what comes during the injection is lost in it
        return;
    }
    const bool isBusy = std::ranges::any_of(m_links, [](const auto& other) { return !other->ended && other->injections > 0; });
    if (isBusy) {
        link.injections = 0;
        link.program->write(bytes);
        return;
    }
    ++m_fired;
    link.injections = m_times;
    link.program->write(bytes.left(end + 4) + m_head);
    connect(link.program, &QTcpSocket::bytesWritten, this, [this, &link] { injectMore(link); });
    injectMore(link);
}

void TcpShim::injectMore(Link& link)
{
    if (link.ended || link.injections <= 0 || link.program->bytesToWrite() > m_unit.size())
        return;
    --link.injections;
    link.program->write(m_unit);
}

void TcpShim::timerEvent(QTimerEvent*)
{
    passRated();
}

void TcpShim::passRated()
{
    const qint64 turn = std::max<qint64>(1, m_value * rateTurnMs / 1000);
    for (const auto& link : m_links) {
        if (link->ended || link->venue->bytesAvailable() == 0)
            continue;
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
    link.ended = true;
    QMetaObject::invokeMethod(this, &TcpShim::sweep, Qt::QueuedConnection);
}

void TcpShim::end(Link& link)
{
    if (link.ended)
        return;
    if (m_mode == Mode::Faithful && link.program->state() == QAbstractSocket::ConnectedState && link.venue->isOpen())
        link.program->write(link.venue->readAll()); // the last words, a close frame among them
    link.ended = true;
    link.program->disconnect(this);
    link.venue->disconnect(this);
    closePolitely(link.program);
    closePolitely(link.venue);
    QMetaObject::invokeMethod(this, &TcpShim::sweep, Qt::QueuedConnection);
}

void TcpShim::sweep()
{
    std::erase_if(m_links, [](const auto& link) { return link->ended; });
}

} // namespace spreadline::faults
