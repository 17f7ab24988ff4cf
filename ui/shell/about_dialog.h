// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace spreadline {

/// Version, licences, and where the data of this profile lies.
class AboutDialog : public QDialog {
    Q_OBJECT
public:
    AboutDialog(const QString& profileFolder, QWidget* parent = nullptr);
};

} // namespace spreadline
