// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/trust_text.h"

#include "style/format.h"

#include <QCoreApplication>

namespace spreadline {
QString trustWord(TrustState state)
{
    switch (state) {
    case TrustState::Down: return QCoreApplication::translate("Trust", "Down");
    case TrustState::Resyncing: return QCoreApplication::translate("Trust", "Resyncing");
    case TrustState::Stale: return QCoreApplication::translate("Trust", "Stale");
    case TrustState::Partial: return QCoreApplication::translate("Trust", "Partial");
    case TrustState::Synced: return QCoreApplication::translate("Trust", "Synced");
    }
    return {};
}

QColor trustColour(TrustState state, const Theme& theme)
{
    switch (state) {
    case TrustState::Synced: return theme.good;
    case TrustState::Partial:
    case TrustState::Resyncing: return theme.warning;
    case TrustState::Stale:
    case TrustState::Down: return theme.alarm;
    }
    return theme.alarm;
}

QString trustSentence(const Trust& trust, Timestamp now)
{
    QString text = trustWord(trust.state);
    if (trust.lastData.isKnown() && now.isKnown())
        text += QStringLiteral(", ")
            + QCoreApplication::translate("Trust", "last data %1 ago").arg(format::age(now - trust.lastData));
    if (trust.state != TrustState::Synced)
        text += QStringLiteral(". ") + adviceText(trust.reason);
    return text;
}

QString haltName(InstrumentStatus status)
{
    switch (status) {
    case InstrumentStatus::Trading: return {};
    case InstrumentStatus::Pending: return QCoreApplication::translate("Trust", "Not open yet");
    case InstrumentStatus::Break: return QCoreApplication::translate("Trust", "Halted");
    case InstrumentStatus::Settling: return QCoreApplication::translate("Trust", "Settling");
    case InstrumentStatus::Closed: return QCoreApplication::translate("Trust", "Closed");
    }
    return {};
}

QString adviceText(Errc code)
{
    const auto english = advice(code);
    return QCoreApplication::translate("Errc", QByteArray(english.data(), static_cast<qsizetype>(english.size())).constData());
}

QString errorText(const Error& error)
{
    QString text = adviceText(error.code);
    if (!error.where.empty())
        text += QStringLiteral(" (") + QString::fromStdString(error.where) + QLatin1Char(')');
    return text;
}

} // namespace spreadline
