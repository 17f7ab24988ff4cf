// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawings/drawing_dialog.h"
#include "drawings/drawing_toolbar.h"
#include "drawings/ink_picker.h"
#include "samples.h"
#include "style/fonts.h"
#include "style/terminal_style.h"
#include "test_main.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>

#include <set>

using namespace spreadline;
using namespace spreadline::drawing;
using namespace spreadline::test;

class TstDrawingWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyToolHasItsEntry();
    void everyToolIsAmongTheTranslations();
    void buttonsChooseTools();
    void buttonsShowTheHand();
    void allLockedHiddenRemoved();
    void aLowStripHasMoreColumns();
    void everyGlyphIsDrawn();
    void dialogEditsACopy();
    void coordinatesAreReadInTheZone();
    void badCoordinatesChangeNothing();
    void intervalsOfADrawing();
    void levelsAreEdited();
    void gallery();
};

namespace {

struct Desk {
    ThemeSource themes;
    TestProjection view;
    DrawingBook book;
    DrawingHand hand;
    std::unique_ptr<DrawingToolbar> strip;

    Desk()
    {
        hand.setBook(&book);
        hand.setProjection(&view);
        strip = std::make_unique<DrawingToolbar>(hand, themes);
        strip->resize(strip->sizeHint());
    }
    StripButton& button(const char* name) const { return *strip->findChild<StripButton*>(QLatin1String(name)); }
};

template<typename Widget>
Widget& in(QWidget& parent, const char* name)
{
    return *parent.findChild<Widget*>(QLatin1String(name));
}

} // namespace

void TstDrawingWidgets::everyToolHasItsEntry()
{
    Desk desk;
    QMenu menu;
    DrawingToolbar::fillMenu(menu, desk.hand, desk.themes.theme());
    std::set<QString> texts;
    for (QAction* action : menu.actions()) {
        if (action->isSeparator())
            continue;
        texts.insert(action->text());
        desk.hand.chooseTool(std::nullopt);
        action->trigger();
        QVERIFY(desk.hand.tool());
        QVERIFY(action->text().startsWith(toolName(*desk.hand.tool())));
        QVERIFY(!toolHelp(*desk.hand.tool()).isEmpty());
    }
    QCOMPARE(texts.size(), std::size_t(drawingKinds));
    QVERIFY(texts.contains(toolName(DrawingKind::TrendLine) + QStringLiteral("\tAlt+T")));
    std::set<QString> keys;
    for (const Tool& tool : drawingTools()) {
        if (!toolShortcut(tool.kind).isEmpty())
            QVERIFY(keys.insert(toolShortcut(tool.kind).toString()).second);
    }
    QCOMPARE(keys.size(), std::size_t(5));
}

void TstDrawingWidgets::everyToolIsAmongTheTranslations()
{
    QFile file(qEnvironmentVariable("SPREADLINE_SOURCE_DIR") + QStringLiteral("/translations/spreadline_de.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(file.readAll());
    const QString ours =
        all.mid(all.indexOf(QLatin1String("<name>DrawingTools</name>"))).section(QLatin1String("</context>"), 0, 0);
    QVERIFY(!ours.isEmpty());
    for (const Tool& tool : drawingTools()) {
        for (const char* words : {tool.name, tool.help})
            QVERIFY2(ours.contains(QStringLiteral("<source>%1</source>").arg(QString::fromUtf8(words))), words);
    }
    for (int group = 0; group < toolGroups; ++group) {
        const QString name = groupName(static_cast<ToolGroup>(group)); // no translator is installed here
        QVERIFY2(ours.contains(QStringLiteral("<source>%1</source>").arg(name)), qPrintable(name));
    }
}

void TstDrawingWidgets::buttonsChooseTools()
{
    Desk desk;
    QTest::mouseClick(&desk.button("group0"), Qt::LeftButton);
    QVERIFY(desk.hand.tool() == DrawingKind::TrendLine);
    QVERIFY(desk.button("group0").isChecked() && !desk.button("pointer").isChecked());
    QTest::mouseClick(&desk.button("group0"), Qt::LeftButton); // a second click puts it down
    QVERIFY(!desk.hand.tool() && desk.button("pointer").isChecked() && !desk.button("group0").isChecked());
    desk.hand.chooseTool(DrawingKind::HorizontalRay); // from a menu
    QCOMPARE(desk.button("group0").accessibleName(), toolName(DrawingKind::HorizontalRay));
    desk.hand.chooseTool(std::nullopt);
    QTest::mouseClick(&desk.button("group0"), Qt::LeftButton);
    QVERIFY(desk.hand.tool() == DrawingKind::HorizontalRay); // the tool used last
    QTest::mouseClick(&desk.button("pointer"), Qt::LeftButton);
    QVERIFY(!desk.hand.tool());
}

void TstDrawingWidgets::buttonsShowTheHand()
{
    Desk desk;
    QVERIFY(desk.button("group0").toolTip().contains(QStringLiteral("Alt+T")));
    QTest::mouseClick(&desk.button("magnet"), Qt::LeftButton, {}, QPoint(10, 10));
    QVERIFY(desk.hand.magnet() == Magnet::Weak && desk.button("magnet").isChecked());
    desk.hand.setMagnet(Magnet::Off);
    QVERIFY(!desk.button("magnet").isChecked());
    QTest::mouseClick(&desk.button("stay"), Qt::LeftButton);
    QVERIFY(desk.hand.isStaying());
    for (StripButton* button : desk.strip->findChildren<StripButton*>())
        QVERIFY2(!button->accessibleName().isEmpty() && !button->toolTip().isEmpty(), qPrintable(button->objectName()));
}

void TstDrawingWidgets::allLockedHiddenRemoved()
{
    Desk desk;
    QVERIFY(!desk.button("clear").isEnabled());
    desk.book.add(sample(DrawingKind::HorizontalLine, {{20, 96}}));
    desk.book.add(sample(DrawingKind::HorizontalLine, {{20, 97}}));
    QTest::mouseClick(&desk.button("hide"), Qt::LeftButton);
    QVERIFY(desk.book.isAllHidden() && desk.hand.scene().items().empty());
    desk.hand.chooseTool(DrawingKind::Ray); // who draws wants to see it
    QVERIFY(!desk.book.isAllHidden() && !desk.button("hide").isChecked());
    QTest::mouseClick(&desk.button("lock"), Qt::LeftButton);
    QVERIFY(desk.book.isAllLocked() && !desk.button("clear").isEnabled());
    QTest::mouseClick(&desk.button("lock"), Qt::LeftButton);
    QTest::mouseClick(&desk.button("clear"), Qt::LeftButton);
    QVERIFY(desk.book.isEmpty() && desk.book.undo());
    QCOMPARE(desk.book.page().size(), std::size_t(2));
    desk.hand.setBook(nullptr);
    QVERIFY(!desk.button("clear").isEnabled() && !desk.button("lock").isEnabled());
}

void TstDrawingWidgets::aLowStripHasMoreColumns()
{
    Desk desk;
    desk.strip->show();
    const auto buttons = desk.strip->findChildren<StripButton*>();
    for (const int height : {desk.strip->sizeHint().height(), 260, 160}) {
        desk.strip->resize(desk.strip->width(), height);
        QCoreApplication::sendPostedEvents();
        for (int i = 0; i < buttons.size(); ++i) {
            QVERIFY2(desk.strip->rect().contains(buttons[i]->geometry()), qPrintable(buttons[i]->objectName()));
            for (int j = 0; j < i; ++j)
                QVERIFY(!buttons[i]->geometry().intersects(buttons[j]->geometry()));
        }
    }
    QVERIFY(desk.strip->width() > 2 * 32);
}

void TstDrawingWidgets::everyGlyphIsDrawn()
{
    std::set<QByteArray> pictures;
    const auto take = [&pictures](const auto& draw) {
        QImage image(20, 20, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        draw(painter);
        painter.end();
        QVERIFY(pictures.insert(QByteArray(reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes())).second);
    };
    for (int kind = 0; kind < drawingKinds; ++kind)
        take([kind](QPainter& painter) {
            drawToolGlyph(painter, static_cast<DrawingKind>(kind), QRectF(0, 0, 20, 20), Qt::white);
        });
    for (int glyph = 0; glyph <= static_cast<int>(StripGlyph::Bin); ++glyph) {
        if (static_cast<StripGlyph>(glyph) != StripGlyph::MagnetWeak) // as MagnetOff: that one is told by its colour
            take([glyph](QPainter& painter) {
                drawStripGlyph(painter, static_cast<StripGlyph>(glyph), QRectF(0, 0, 20, 20), Qt::white);
            });
    }
}

void TstDrawingWidgets::dialogEditsACopy()
{
    const ThemeSource themes;
    const Drawing before = sample(DrawingKind::TrendLine, {{20, 96.5}, {60, 104}});
    DrawingDialog dialog(before, themes, {});
    QVERIFY(dialog.drawing() == before); // opened and closed: nothing changed
    QSignalSpy edited(&dialog, &DrawingDialog::edited);
    in<QComboBox>(dialog, "width").setCurrentIndex(2);
    in<QComboBox>(dialog, "dash").setCurrentIndex(1);
    in<QLineEdit>(dialog, "text").setText(QStringLiteral("<b>neck</b>"));
    QTest::keyClick(&in<InkPicker>(dialog, "ink"), Qt::Key_Right);
    in<QDoubleSpinBox>(dialog, "price1").setValue(105.25);
    QCOMPARE(edited.size(), 5);
    Drawing expected = before;
    expected.style.width = 3;
    expected.style.dash = Dash::Dashed;
    expected.style.ink = Ink::Text;
    expected.text = QStringLiteral("<b>neck</b>");
    expected.anchors[1].price = 105.25;
    QVERIFY(dialog.drawing() == expected);
}

void TstDrawingWidgets::coordinatesAreReadInTheZone()
{
    const ThemeSource themes;
    const Drawing before = sample(DrawingKind::VerticalLine, {{90, 100}}); // 2026-01-01 01:30 UTC
    DrawingDialog dialog(before, themes, {QTimeZone("Asia/Tokyo"), 2});
    auto& time = in<QLineEdit>(dialog, "time0");
    QCOMPARE(time.text(), QStringLiteral("2026-01-01 10:30:00"));
    time.selectAll();
    QTest::keyClicks(&time, QStringLiteral("2026-01-01 10:45:30"));
    QCOMPARE(dialog.drawing().anchors[0].time, TestProjection::bar(105.5));
}

void TstDrawingWidgets::badCoordinatesChangeNothing()
{
    const ThemeSource themes;
    const Drawing before = sample(DrawingKind::VerticalLine, {{90, 100}});
    for (const char* text : {"", "yesterday", "2026-02-30 10:00:00", "0000-01-01 00:00:00", "9999-01-01 00:00:00"}) {
        DrawingDialog dialog(before, themes, {});
        auto& time = in<QLineEdit>(dialog, "time0");
        time.selectAll();
        QTest::keyClick(&time, Qt::Key_Delete);
        QTest::keyClicks(&time, QLatin1String(text));
        QVERIFY2(dialog.drawing() == before, text);
        QCOMPARE(time.palette().color(QPalette::Text), themes.theme().alarm);
    }
}

void TstDrawingWidgets::intervalsOfADrawing()
{
    const ThemeSource themes;
    DrawingDialog dialog(sample(DrawingKind::Ray, {{20, 96}, {60, 104}}), themes, {});
    auto& all = in<QCheckBox>(dialog, "allIntervals");
    auto& list = in<QLineEdit>(dialog, "intervals");
    QVERIFY(all.isChecked() && !list.isEnabled());
    all.setChecked(false);
    QTest::keyClicks(&list, QStringLiteral("1m, 4h"));
    QVERIFY(dialog.drawing().intervals
            == (std::vector{Interval::time(std::chrono::minutes(1)), Interval::time(std::chrono::hours(4))}));
    QTest::keyClicks(&list, QStringLiteral(" 7x"));
    QCOMPARE(dialog.drawing().intervals.size(), std::size_t(2)); // the last that made sense
    all.setChecked(true);
    QVERIFY(dialog.drawing().intervals.empty());
}

void TstDrawingWidgets::levelsAreEdited()
{
    const ThemeSource themes;
    Drawing fib = sample(DrawingKind::FibRetracement, {{20, 96}, {60, 104}});
    fib.levels = {{0}, {0.5}};
    DrawingDialog dialog(fib, themes, {});
    QTest::mouseClick(&in<QPushButton>(dialog, "addLevel"), Qt::LeftButton);
    QVERIFY(dialog.drawing().levels == (std::vector<Level>{{0}, {0.5}, {1.5}}));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto ratios = dialog.findChildren<QDoubleSpinBox*>();
    ratios.removeIf([](const QDoubleSpinBox* box) { return box->objectName().startsWith(QLatin1String("price")); });
    QCOMPARE(ratios.size(), 3);
    ratios[1]->setValue(0.618);
    QVERIFY(dialog.drawing().levels[1] == Level{0.618});
}

// The strip and a dialog in both themes, for the eye: SPREADLINE_GALLERY names the folder.
void TstDrawingWidgets::gallery()
{
    const QString folder = qEnvironmentVariable("SPREADLINE_GALLERY");
    if (folder.isEmpty())
        QSKIP("SPREADLINE_GALLERY is not set");
    Desk desk;
    QApplication::setFont(labelFont(12));
    for (const bool dark : {true, false}) {
        desk.themes.setTheme(dark, ColourPreset::GreenRed);
        QApplication::setStyle(new TerminalStyle(desk.themes));
        QApplication::setPalette(TerminalStyle::paletteFor(desk.themes.theme()));
        desk.hand.chooseTool(DrawingKind::FibRetracement);
        desk.hand.setMagnet(Magnet::Strong);
        desk.strip->resize(desk.strip->sizeHint());
        desk.strip->show();
        const QString name = QStringLiteral("%1/%2-%3.png").arg(folder, dark ? QStringLiteral("dark") : QStringLiteral("light"));
        QVERIFY(desk.strip->grab().save(name.arg(QStringLiteral("strip"))));
        QMenu menu;
        DrawingToolbar::fillMenu(menu, desk.hand, desk.themes.theme());
        menu.adjustSize();
        QVERIFY(menu.grab().save(name.arg(QStringLiteral("menu"))));
        for (const DrawingKind kind :
             {DrawingKind::FibRetracement, DrawingKind::Text, DrawingKind::LongPosition, DrawingKind::Channel}) {
            Drawing drawing = sample(kind, {{20, 96}, {60, 104}, {30, 90}});
            drawing.anchors.resize(anchorCount(kind));
            DrawingDialog dialog(drawing, desk.themes, {});
            dialog.show();
            auto* tabs = dialog.findChild<QTabWidget*>();
            for (int i = 0; i < tabs->count(); ++i) {
                tabs->setCurrentIndex(i);
                QCoreApplication::processEvents();
                QVERIFY(dialog.grab().save(name.arg(QStringLiteral("dialog-%1-%2").arg(static_cast<int>(kind)).arg(i))));
            }
        }
    }
}

SPREADLINE_TEST(TstDrawingWidgets)
#include "tst_drawing_widgets.moc"
