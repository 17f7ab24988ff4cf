// SPDX-License-Identifier: GPL-3.0-or-later
#include "section_c.h"

#include "test_main.h"

using namespace spreadline;
using namespace spreadline::faults;

/// Sections C and G of the fault catalogue, as far as they are about market data: REST, limits, certificates, time.
class TstFaultsC : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void survives_data();
    void survives();

private:
    std::vector<FaultCase> m_rows;
};

void TstFaultsC::survives_data()
{
    m_rows.clear();
    for (auto* part : {&limits, &badAnswers, &badIdentities, &clocks})
        std::ranges::move((*part)(), std::back_inserter(m_rows));
    addRows(m_rows);
}

void TstFaultsC::survives()
{
    QFETCH(int, row);
    QCOMPARE(run(m_rows[static_cast<std::size_t>(row)]).join(QLatin1Char('\n')), QString());
}

SPREADLINE_TEST(TstFaultsC)
#include "tst_faults_c.moc"
