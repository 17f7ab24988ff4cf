// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"

#include "test_main.h"

#include <ostream>
#include <sstream>
#include <type_traits>

using namespace spreadline;

template<typename T>
concept Printable = requires(std::ostream& out, const T& value)
{
    out << value;
};

static_assert(!Printable<Secret>);
static_assert(!std::is_copy_constructible_v<Secret>);
static_assert(!std::is_convertible_v<Secret, std::string>);
static_assert(!std::is_constructible_v<QString, Secret>);

class TstSecret : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void movesOutLeaveNothingBehind()
    {
        Secret from(std::string(100, 's'));
        const char* bytes = from.reveal().data();
        Secret to(std::move(from));
        QVERIFY(from.isEmpty());
        QCOMPARE(to.reveal().size(), 100u);
        QVERIFY(bytes[0] == '\0' || to.reveal().data() == bytes);
    }
};

SPREADLINE_TEST(TstSecret)
#include "tst_secret.moc"
