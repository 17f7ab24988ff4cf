// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "drawings/drawing_book.h"
#include "drawings/drawing_json.h"

#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <map>
#include <tuple>

namespace spreadline::drawing {

struct BookKey {
    QString venue, symbol;
    bool operator<(const BookKey& other) const { return std::tie(venue, symbol) < std::tie(other.venue, other.symbol); }
};

/// Keeps the books of all symbols in the profile, a file each: VENUE/SYMBOL.json. A change is on disk about a second later,
/// all of them when the store goes. A file is replaced in one step, by a thread of its own because a disk may take its time;
/// a crash leaves the old one or the new one. Ui thread only.
///
/// Nothing of the user's is lost in silence: a file that cannot be read is set aside as NAME.broken, entries that this
/// version does not understand stay in the file, a file of a later version is left alone; and troubled() tells.
class DrawingStore : public QObject {
    Q_OBJECT
public:
    explicit DrawingStore(QString folder, QObject* parent = nullptr);
    ~DrawingStore() override; ///< flushes

    /// Read when first asked for; stays as long as the store. It may be emptier than its file when troubled() said so.
    DrawingBook& book(const BookKey& key);
    QString path(const BookKey& key) const;
    /// True while something is not on disk yet.
    bool isDirty() const;
    /// Writes what is not yet written, and waits. Errors: CannotWrite, the first one.
    Status flush();

    void setDelays(int writeMs, int retryMs); ///< for tests

Q_SIGNALS:
    /// BadFile: set aside, or some entries not shown; SchemaTooNew and NotFound-like failures: changes will not be kept;
    /// CannotWrite: tried again until it works.
    void troubled(const spreadline::Error& error);

private:
    struct Shelf {
        DrawingBook book;
        DrawingFile rest;           ///< what the file held beside the drawings
        std::uint64_t written = 0;  ///< revision on disk
        std::uint64_t underway = 0; ///< revision that the thread has
        bool isKept = true;         ///< false: its file is not ours to replace
        bool isTroubled = false;    ///< the last writing failed, and that was told
    };

    void load(const BookKey& key, Shelf& shelf);
    void setAside(const QString& path, Shelf& shelf, Error error);
    void writeChanged();
    void finished(const BookKey& key, std::uint64_t revision, const Status& status);

    QString m_folder;
    std::map<BookKey, std::unique_ptr<Shelf>> m_shelves;
    QThreadPool m_writer;
    QTimer m_timer;
    int m_writeMs = 1'000, m_retryMs = 15'000;
};

} // namespace spreadline::drawing
