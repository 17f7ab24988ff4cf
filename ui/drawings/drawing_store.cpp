// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace spreadline::drawing {
namespace {

constexpr qint64 largest = 32 * 1024 * 1024;
constexpr qsizetype longestName = 120;

// Safe on every file system: those that take no colon and those that take small letters for capitals.
QString fileName(const QString& name)
{
    QString safe;
    for (const char c : name.toUtf8()) {
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-')
            safe += QLatin1Char(c);
        else
            safe += QStringLiteral("_%1").arg(static_cast<unsigned char>(c), 2, 16, QLatin1Char('0'));
    }
    if (safe.size() <= longestName)
        return safe;
    const QByteArray digest = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    return safe.left(longestName - digest.size()) + QLatin1String(digest);
}

/// What is to be written; drawings never change once made, so that another thread may read them.
struct Snapshot {
    DrawingBook::Page page;
    DrawingFile file;
};

Snapshot snapshotOf(const DrawingBook& book, const DrawingFile& rest)
{
    Snapshot snapshot{book.page(), rest};
    snapshot.file.allHidden = book.isAllHidden();
    snapshot.file.allLocked = book.isAllLocked();
    return snapshot;
}

Status writeWhole(const QString& path, Snapshot snapshot)
{
    for (const DrawingBook::Entry& entry : snapshot.page)
        snapshot.file.drawings.push_back(*entry);
    const QByteArray text = QJsonDocument(toJson(snapshot.file)).toJson(QJsonDocument::Compact);
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return Error{Errc::CannotWrite, path.toStdString(), file.errorString().toStdString()};
    return {};
}

Result<QJsonObject> readWhole(QFile& file)
{
    if (file.size() > largest)
        return Error{Errc::BadFile, file.fileName().toStdString(), "too large"};
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(file.readAll(), &fault);
    if (!document.isObject())
        return Error{Errc::BadFile, QStringLiteral("%1:%2").arg(file.fileName()).arg(fault.offset).toStdString(),
                     fault.errorString().toStdString()};
    return document.object();
}

} // namespace

DrawingStore::DrawingStore(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder))
{
    m_writer.setMaxThreadCount(1); // writings of one file never overtake each other
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DrawingStore::writeChanged);
}

DrawingStore::~DrawingStore()
{
    for (const auto& [key, shelf] : m_shelves)
        shelf->book.disconnect(this);
    if (const Status status = flush(); !status)
        Q_EMIT troubled(status.error());
}

void DrawingStore::setDelays(int writeMs, int retryMs)
{
    m_writeMs = writeMs;
    m_retryMs = retryMs;
}

QString DrawingStore::path(const BookKey& key) const
{
    return QStringLiteral("%1/%2/%3.json").arg(m_folder, fileName(key.venue), fileName(key.symbol));
}

DrawingBook& DrawingStore::book(const BookKey& key)
{
    auto& shelf = m_shelves[key];
    if (shelf)
        return shelf->book;
    shelf = std::make_unique<Shelf>();
    load(key, *shelf);
    shelf->written = shelf->underway = shelf->book.revision();
    connect(&shelf->book, &DrawingBook::changed, this, [this] {
        if (!m_timer.isActive()) // from the first change on: one who keeps drawing is saved as well
            m_timer.start(m_writeMs);
    });
    return shelf->book;
}

void DrawingStore::load(const BookKey& key, Shelf& shelf)
{
    QFile file(path(key));
    const auto leaveAlone = [&](const Error& error) { // not ours to replace
        shelf.isKept = false;
        Q_EMIT troubled(error);
    };
    if (!file.open(QIODevice::ReadOnly)) {
        if (file.exists())
            leaveAlone(Error{Errc::BadFile, file.fileName().toStdString(), file.errorString().toStdString()});
        return;
    }
    const auto json = readWhole(file);
    file.close();
    auto read = json ? fromJson(*json) : Result<DrawingFile>(json.error());
    if (!read) {
        Error error = read.error();
        if (error.where == "drawings")
            error.where = file.fileName().toStdString();
        if (error.code == Errc::BadFile)
            return setAside(file.fileName(), shelf, std::move(error));
        return leaveAlone(error); // of a later version
    }
    if (read->broken > 0)
        Q_EMIT troubled(
            Error{Errc::BadFile, file.fileName().toStdString(), std::to_string(read->broken) + " drawings cannot be read"});
    shelf.book.load(std::exchange(read->drawings, {}), read->allHidden, read->allLocked);
    shelf.rest = std::move(*read);
}

void DrawingStore::setAside(const QString& path, Shelf& shelf, Error error)
{
    QString aside = path + QStringLiteral(".broken");
    for (int i = 2; QFileInfo::exists(aside); ++i)
        aside = QStringLiteral("%1.broken%2").arg(path).arg(i);
    shelf.isKept = QFile::rename(path, aside);
    error.detail += shelf.isKept ? "; kept as " + aside.toStdString() : "; cannot be set aside, so changes will not be kept";
    Q_EMIT troubled(error);
}

bool DrawingStore::isDirty() const
{
    for (const auto& [key, shelf] : m_shelves) {
        if (shelf->isKept && shelf->written != shelf->book.revision())
            return true;
    }
    return false;
}

void DrawingStore::writeChanged()
{
    for (const auto& [key, shelf] : m_shelves) {
        const std::uint64_t revision = shelf->book.revision();
        if (!shelf->isKept || shelf->written == revision || shelf->underway == revision)
            continue;
        shelf->underway = revision;
        m_writer.start([this, key = key, revision, file = path(key), snapshot = snapshotOf(shelf->book, shelf->rest)] {
            const Status status = writeWhole(file, snapshot);
            QMetaObject::invokeMethod(
                this, [this, key, revision, status] { finished(key, revision, status); }, Qt::QueuedConnection);
        });
    }
}

void DrawingStore::finished(const BookKey& key, std::uint64_t revision, const Status& status)
{
    Shelf& shelf = *m_shelves.at(key);
    if (status) {
        shelf.written = std::max(shelf.written, revision);
        shelf.isTroubled = false;
        return;
    }
    if (shelf.written >= revision)
        return; // a flush was faster
    if (shelf.underway == revision)
        shelf.underway = shelf.written;
    if (!m_timer.isActive())
        m_timer.start(m_retryMs);
    if (!std::exchange(shelf.isTroubled, true))
        Q_EMIT troubled(status.error());
}

Status DrawingStore::flush()
{
    m_timer.stop();
    m_writer.waitForDone();
    Status first;
    for (const auto& [key, shelf] : m_shelves) {
        const std::uint64_t revision = shelf->book.revision();
        if (!shelf->isKept || shelf->written == revision)
            continue;
        const Status status =
            writeWhole(path(key), snapshotOf(shelf->book, shelf->rest)); // also what the thread may have failed to write
        if (status)
            shelf->written = shelf->underway = revision;
        else if (first)
            first = status;
    }
    if (!first && !m_timer.isActive())
        m_timer.start(m_retryMs);
    return first;
}

} // namespace spreadline::drawing
