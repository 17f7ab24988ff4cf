// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/about_dialog.h"

#include "style/fonts.h"
#include "widgets/plain_label.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace spreadline {
namespace {

QLabel* line(const QString& text, const QFont& font, QWidget* parent)
{
    auto* label = new PlainLabel(text, parent);
    label->setFont(font);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AboutDialog::AboutDialog(const QString& profileFolder, QWidget* parent) : QDialog(parent)
{
    setWindowTitle(tr("About Spreadline"));
    setMinimumWidth(460);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(10);
    column->addWidget(line(QStringLiteral("Spreadline ") + QStringLiteral(SPREADLINE_VERSION), labelFont(20, QFont::Bold), this));
    column->addWidget(line(tr("A desktop trading terminal for crypto markets."), labelFont(13), this));
    column->addWidget(
        line(tr("Built with Qt %1, running on Qt %2.").arg(QStringLiteral(QT_VERSION_STR), QString::fromLatin1(qVersion())),
             labelFont(12), this));
    column->addWidget(
        line(tr("Free software under the GNU General Public License, version 3 or later. It uses Qt (LGPL-3.0), simdjson "
                "(Apache-2.0), "
                "spdlog (MIT), Boost (BSL-1.0), OpenSSL (Apache-2.0), SQLite (public domain), toml++ (MIT), zlib (Zlib) and the "
                "Roboto font (Apache-2.0)."),
             labelFont(12), this));
    column->addWidget(line(tr("Profile: %1").arg(QDir::toNativeSeparators(profileFolder)), labelFont(12), this));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* open = buttons->addButton(tr("Open log folder"), QDialogButtonBox::ActionRole);
    connect(open, &QPushButton::clicked, this, [profileFolder] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QDir(profileFolder).filePath(QStringLiteral("logs"))));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addSpacing(6);
    column->addWidget(buttons);
}

} // namespace spreadline
