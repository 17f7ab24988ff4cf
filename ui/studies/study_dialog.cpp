// SPDX-License-Identifier: GPL-3.0-or-later
#include "studies/study_dialog.h"

#include "studies/inputs_page.h"
#include "studies/looks_page.h"
#include "studies/quiet_label.h"
#include "studies/study_texts.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <chrono>

namespace spreadline::studies {
namespace {

constexpr std::chrono::milliseconds previewDelay{150};

} // namespace

StudyDialog::StudyDialog(chart::ChartStudy study, const ThemeSource& themes, const ChartContext& context, QWidget* parent)
    : QDialog(parent),
      m_before(study),
      m_study(study),
      m_told(std::move(study)),
      m_inputs(new InputsPage(m_before, themes, context, this)),
      m_looks(new LooksPage(m_before, themes, this))
{
    setObjectName(QStringLiteral("studyDialog"));
    setWindowTitle(titleOf(*m_before.spec.study));
    auto* help = new QuietLabel(helpOf(*m_before.spec.study), themes, this);
    help->setWordWrap(true);
    auto* tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    tabs->addTab(m_inputs, tr("Inputs"));
    tabs->addTab(m_looks, tr("Style"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 12, 18, 14);
    column->setSpacing(12);
    column->addWidget(help);
    column->addWidget(tabs, 1);
    column->addWidget(buttons());
    column->addStrut(404); // the least width; a minimum of the dialog itself would keep it from growing with its words
    m_delay.setSingleShot(true);
    m_delay.setInterval(previewDelay);
    connect(&m_delay, &QTimer::timeout, this, &StudyDialog::tell);
    connect(m_inputs, &InputsPage::edited, this, &StudyDialog::read);
    connect(m_looks, &LooksPage::edited, this, &StudyDialog::read);
    m_ok->setEnabled(m_inputs->isGood());
    if (auto* first = m_inputs->nextInFocusChain(); first && m_inputs->isAncestorOf(first))
        first->setFocus();
}

QWidget* StudyDialog::buttons()
{
    auto* box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto* reset = box->addButton(tr("Reset to defaults"), QDialogButtonBox::ResetRole);
    reset->setObjectName(QStringLiteral("reset"));
    reset->setAutoDefault(false);
    m_save = box->addButton(tr("Save as default"), QDialogButtonBox::ResetRole);
    m_save->setObjectName(QStringLiteral("saveDefault"));
    m_save->setAutoDefault(false);
    m_save->setToolTip(tr("New ones of this kind begin with these settings."));
    m_ok = box->button(QDialogButtonBox::Ok);
    m_ok->setDefault(true);
    connect(box, &QDialogButtonBox::accepted, this, &StudyDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &StudyDialog::reject);
    connect(reset, &QPushButton::clicked, this, &StudyDialog::reset);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT defaultSaved(m_study);
        m_save->setEnabled(false); // done: there is nothing more to save until something changes
    });
    return box;
}

void StudyDialog::read()
{
    const bool isGood = m_inputs->isGood();
    m_ok->setEnabled(isGood);
    m_save->setEnabled(isGood);
    if (!isGood) {
        m_delay.stop(); // what is on the chart stays as it was
        return;
    }
    m_study.spec = m_inputs->spec();
    m_study.otherSymbol = m_inputs->otherSymbol();
    m_study.looks = m_looks->looks();
    m_delay.start();
}

void StudyDialog::reset()
{
    const indicators::StudyInfo& info = *m_study.spec.study;
    const chart::ChartStudy fresh = chart::newStudy({&info, info.presets(), std::nullopt, false});
    m_inputs->show(fresh.spec, m_before.otherSymbol); // which of two symbols is meant is no setting to be reset
    m_looks->show(fresh.looks);
    read();
}

void StudyDialog::tell()
{
    m_delay.stop();
    if (m_study == m_told)
        return;
    m_told = m_study;
    Q_EMIT edited(m_study);
}

void StudyDialog::accept()
{
    if (!m_inputs->isGood())
        return;
    tell();
    QDialog::accept();
}

void StudyDialog::reject()
{
    m_study = m_before;
    tell();
    QDialog::reject();
}

} // namespace spreadline::studies
