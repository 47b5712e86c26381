// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/streams/stream.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;

namespace tocsin::services {
class StreamManager;
}

namespace tocsin::ui {

// What one stream and its client library said, as it comes, newest below. Stays open beside the window, deletes
// itself when closed; the manager outlives it. Text only: lines come from brokers.
class StreamLogDialog final : public QDialog
{
    Q_OBJECT
public:
    StreamLogDialog(services::StreamManager &manager, const QString &uuid, const QString &name, QWidget *parent);
    [[nodiscard]] const QString &uuid() const { return m_uuid; }

private:
    void fill();
    void append(const streams::LogLine &line);
    void copy();

    services::StreamManager &m_manager;
    const QString m_uuid;
    QComboBox *m_level;
    QPlainTextEdit *m_text;
};

} // namespace tocsin::ui
