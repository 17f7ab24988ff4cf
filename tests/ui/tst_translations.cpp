// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "test_main.h"

#include <QSet>
#include <QXmlStreamReader>

using namespace spreadline;

/// The committed language files: complete, and with the same placeholders as the English text.
class TstTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void areComplete_data();
    void areComplete();
    void errorsAreAmongThem();

private:
    struct Message {
        QString context, source;
        QStringList translations;
        bool finished = true;
    };
    static QList<Message> read(const QString& language);
};

namespace {

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%(n|\\d)"));
    QStringList found;
    for (auto it = pattern.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

} // namespace

QList<TstTranslations::Message> TstTranslations::read(const QString& language)
{
    QFile file(qEnvironmentVariable("SPREADLINE_SOURCE_DIR") + QStringLiteral("/translations/spreadline_%1.ts").arg(language));
    QList<Message> messages;
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const auto name = xml.name();
        if (name == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (name == QLatin1String("message")) {
            messages.append({context, {}, {}, true});
        } else if (name == QLatin1String("source")) {
            messages.last().source = xml.readElementText();
        } else if (name == QLatin1String("translation")) {
            messages.last().finished = xml.attributes().value(QLatin1String("type")).isEmpty();
            if (const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements); !text.trimmed().isEmpty())
                messages.last().translations.append(text);
        }
    }
    return messages;
}

void TstTranslations::areComplete_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << "de";
    QTest::newRow("Chinese") << "zh";
}

void TstTranslations::areComplete()
{
    QFETCH(QString, language);
    const auto messages = read(language);
    QVERIFY(messages.size() > 100);
    QStringList wrong;
    for (const Message& message : messages) {
        if (!message.finished || message.translations.isEmpty())
            wrong.append(QStringLiteral("not translated: ") + message.source);
        for (const QString& text : message.translations) {
            if (placeholders(text) != placeholders(message.source))
                wrong.append(QStringLiteral("other placeholders: ") + message.source);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
}

void TstTranslations::errorsAreAmongThem()
{
    QSet<QString> sources;
    const auto messages = read(QStringLiteral("de"));
    for (const Message& message : messages) {
        if (message.context == QLatin1String("Errc"))
            sources.insert(message.source);
    }
    for (int code = 0; code <= static_cast<int>(Errc::Internal); ++code) {
        const auto sentence = advice(static_cast<Errc>(code));
        const QString text = QString::fromUtf8(sentence.data(), static_cast<qsizetype>(sentence.size()));
        QVERIFY2(sources.contains(text), qPrintable(text));
    }
}

SPREADLINE_TEST(TstTranslations)
#include "tst_translations.moc"
