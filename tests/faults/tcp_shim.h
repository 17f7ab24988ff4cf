// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace spreadline::faults {

/// A TCP proxy on loopback that misbehaves on demand: what a kernel without netem cannot do. It stands between the program and the
/// practice exchange's REST or WebSocket port. Faults act on bytes from the venue to the program unless they say otherwise.
/// Lives on the thread that made it, which must run an event loop.
class TcpShim : public QObject {
    Q_OBJECT
public:
    explicit TcpShim(quint16 targetPort, QObject* parent = nullptr);
    ~TcpShim() override;

    quint16 port() const;
    const std::vector<qint64>& accepts() const { return m_accepts; } ///< when each connection was taken, ms since the start
    int fired() const { return m_fired; }                            ///< times the present fault acted

    void heal(); ///< forwards faithfully again; what is broken stays broken
    /// New connections are reset when they say their first word, existing ones at once.
    void refuse();
    /// Every open connection is reset now.
    void resetAll();
    /// Every connection is reset after `bytes` more bytes, in the middle of whatever they are.
    void resetAfter(qint64 bytes);
    /// Nothing passes either way; sockets stay open (a peer that was stopped).
    void blackhole();
    /// The venue's side is closed for writing; the program may go on writing.
    void halfClose();
    /// At most this many bytes a second of each connection; the venue's sending fills up behind it.
    void rate(qint64 bytesPerSecond);
    /// Segments of at most `bytes`, each sent on its own.
    void split(qint64 bytes);
    /// On the connections there are now every byte arrives this much later; new ones are prompt.
    void delay(int milliseconds);
    /// One byte in `every` is flipped.
    void corrupt(int every);
    /// New connections are taken and then never answered (a TLS handshake that hangs); existing ones go on.
    void hang();
    /// On one new connection at a time, behind the head of the first HTTP answer (the WebSocket handshake): `head`, then `unit` so many times.
    /// Sent as the program takes it, so that it costs the proxy nothing.
    void inject(const QByteArray& head, const QByteArray& unit, int times);

private:
    enum class Mode { Faithful, Refuse, ResetAfter, Blackhole, Rate, Split, Corrupt, Hang, Inject };
    struct Link {
        QTcpSocket* program = nullptr;
        QTcpSocket* venue = nullptr;
        qint64 passed = 0;
        int delay = 0;       ///< ms
        int injections = -1; ///< units to go; -1: the handshake is still under way
        bool ended = false;  ///< one side is gone: nothing passes any more, swept later
    };

    void accept();
    void join(QTcpSocket* program);
    void turnAway(QTcpSocket* program);
    void fromProgram(Link& link);
    void fromVenue(Link& link);
    void pass(Link& link, QByteArray bytes);
    void passSplit(Link& link, const QByteArray& bytes);
    void passCorrupt(Link& link, QByteArray bytes);
    void passRated();
    void passInjecting(Link& link, const QByteArray& bytes);
    void injectMore(Link& link);
    void reset(Link& link);
    void end(Link& link);
    void sweep();
    void setMode(Mode mode, qint64 value = 0);
    void timerEvent(QTimerEvent* event) override;

    QTcpServer m_server;
    QElapsedTimer m_watch;
    quint16 m_targetPort;
    std::vector<std::unique_ptr<Link>> m_links;
    Mode m_mode = Mode::Faithful;
    qint64 m_value = 0;
    QByteArray m_head, m_unit;
    int m_times = 0;
    std::vector<qint64> m_accepts;
    int m_fired = 0;
    int m_rateTimer = 0;
};

} // namespace spreadline::faults
