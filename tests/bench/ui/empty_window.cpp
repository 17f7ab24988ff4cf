// SPDX-License-Identifier: GPL-3.0-or-later
#include "empty_window.h"

#include <QApplication>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace spreadline::bench {
namespace {

class EmptyWindow final : public QMainWindow {
public:
    explicit EmptyWindow(int life) : m_life(life) {}

protected:
    void paintEvent(QPaintEvent*) override
    {
        if (std::exchange(m_wasPainted, true))
            return;
        std::puts("painted");
        std::fflush(stdout);
        QTimer::singleShot(m_life, qApp, &QCoreApplication::quit);
    }

private:
    int m_life;
    bool m_wasPainted = false;
};

} // namespace

int showEmptyWindow(int argc, char** argv)
{
    QApplication application(argc, argv);
    EmptyWindow window(std::atoi(argv[2]));
    window.resize(1600, 900);
    window.show();
    return QApplication::exec();
}

} // namespace spreadline::bench
