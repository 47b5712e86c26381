// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/schemadoctor.h"

#include <QObject>
#include <QString>

class QAction;

namespace tocsin::ui {

class AlertTable;
class AlertTableModel;
class DetailPane;

// “Decode again” for the selected rows: has the doctor do it off the main thread, says how far it is and how it went, and shows
// what the rows have become. While it runs the same command stops it. Main thread; owned by the window.
class WindowRedecoding final : public QObject
{
    Q_OBJECT
public:
    WindowRedecoding(services::SchemaDoctor &doctor, AlertTable &table, AlertTableModel &model, DetailPane &detail, QAction &action, QObject *parent);

    void setEnabled(bool selected); // whether there are rows

    // One sentence: how many rows were decoded, how many were not and why.
    [[nodiscard]] static QString words(const services::DecodedAgain &result);

Q_SIGNALS:
    void said(const QString &message, bool bad); // for the status bar

private:
    void start();
    void finish(const services::DecodedAgain &result);
    void present();

    services::SchemaDoctor &m_doctor;
    AlertTable &m_table;
    AlertTableModel &m_model;
    DetailPane &m_detail;
    QAction &m_action;
    bool m_selected = false;
    bool m_running = false;
};

} // namespace tocsin::ui
