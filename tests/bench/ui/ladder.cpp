// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "base/hash.h"
#include "ladder/ladder_canvas.h"
#include "style/format.h"

#include <QAbstractTableModel>
#include <QCoreApplication>
#include <QHeaderView>
#include <QTableView>

using namespace spreadline;
using namespace spreadline::bench;

namespace {

constexpr int levels = 100;
constexpr int frames = 60;
constexpr QSize ladderSize(280, 900); // forty rows

BookPtr bookAt(int frame)
{
    auto book = std::make_shared<BookView>();
    book->updateId = frame;
    book->scale = {1, 3};
    book->trust.state = TrustState::Synced;
    const auto quantity = [frame](int i) { // a third of the levels changes from frame to frame
        const auto seed = static_cast<std::uint64_t>(i * 1'000 + (i + frame) / 3);
        return static_cast<std::int64_t>(mix64(seed) % 90'000 + 1);
    };
    const std::int64_t bid = 618'000 + frame / 20 % 3;
    for (int i = 0; i < levels; ++i) {
        book->bids.push_back({bid - i, quantity(i)});
        book->asks.push_back({bid + 1 + i, quantity(i + 500)});
    }
    return book;
}

/// The same rows as text, as a table out of the box shows them: price, size, total.
class BookModel final : public QAbstractTableModel {
public:
    void setBook(BookPtr book)
    {
        m_book = std::move(book);
        Q_EMIT dataChanged(index(0, 0), index(rowCount({}) - 1, 2));
    }
    int rowCount(const QModelIndex&) const override { return rows; }
    int columnCount(const QModelIndex&) const override { return 3; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role == Qt::TextAlignmentRole)
            return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
        if (role != Qt::DisplayRole || !m_book)
            return {};
        const bool isAsk = index.row() < rows / 2;
        const auto at = static_cast<std::size_t>(isAsk ? rows / 2 - 1 - index.row() : index.row() - rows / 2);
        const BookLevel& level = isAsk ? m_book->asks[at] : m_book->bids[at];
        if (index.column() == 0)
            return QString::number(static_cast<double>(level.price) / 10, 'f', 1);
        return QString::number(static_cast<double>(level.quantity) / 1'000 * index.column(), 'f', 3);
    }
    static constexpr int rows = 40;

private:
    BookPtr m_book;
};

void run(Report& report)
{
    std::vector<BookPtr> books;
    for (int i = 0; i < frames; ++i)
        books.push_back(bookAt(i));
    ladder::LadderCanvas ladder;
    ladder.resize(ladderSize);
    ladder.setSubject({"BTC", "USDT", 1, 3});
    ladder.show();
    BookModel model;
    model.setBook(books.front());
    QTableView table;
    table.setModel(&model);
    table.verticalHeader()->setDefaultSectionSize(ladder.rowHeight());
    table.resize(ladderSize);
    table.show();
    QCoreApplication::processEvents();
    const auto draw = [](QWidget& widget) { QCoreApplication::sendPostedEvents(&widget, QEvent::UpdateRequest); };
    const Paired cost = paired(
        9, 1e3 / frames,
        [&] {
            for (const BookPtr& book : books) {
                ladder.setBook(book);
                draw(ladder);
            }
        },
        [&] {
            for (const BookPtr& book : books) {
                model.setBook(book);
                QCoreApplication::sendPostedEvents(); // the view delays part of its work
                draw(table);
            }
        },
        threadSeconds);
    report.add({"a frame of " + std::to_string(ladder.visibleRows()) + " rows", "ms", cost.work, "default QTableView, 40 rows",
                cost.baseline, cost.ratio, 0.125, Figure::Bound::RatioAtMost});
}

} // namespace

SPREADLINE_BENCH("ladder", "the order book ladder against a default QTableView", run)
