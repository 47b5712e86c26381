// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/changewatch.h"
#include "core/services/schemadoctor.h"
#include "core/services/schemauses.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <set>
#include <vector>

class QPushButton;

namespace tocsin::ui {

class AlertTableModel;
class DetailPane;
class MessagePanel;
class SchemaDialog;

// What the window has to do with schemas: a calm notice where a survey's packets have changed or alerts wait for a schema, the
// dialog that shows the difference, and rows that were decoded anew: they change where they stand. Owned by the window; the
// doctor and the archive outlive it.
class WindowSchemas final : public QObject
{
    Q_OBJECT
public:
    // What the person has that names fields of packets, asked for when there is something to compare.
    using Uses = std::function<std::vector<services::FieldUse>()>;

    WindowSchemas(services::SchemaDoctor &doctor, archive::Archive &archive, AlertTableModel &model, DetailPane &detail, MessagePanel &banner, Uses uses);

Q_SIGNALS:
    void registryWanted(const QString &stream); // the stream with this name says nothing of its registry
    void said(const QString &message, bool bad); // for the status bar

private:
    void present();
    void showDialog();
    void handleFirst();
    void handlePutAway();
    [[nodiscard]] const services::WaitingSchema *waitingShown() const;

    services::SchemaDoctor &m_doctor;
    MessagePanel &m_banner;
    const Uses m_uses;
    services::ChangeWatch m_changes;
    QPushButton *m_first;
    std::set<services::SchemaKey> m_putAway; // what waits and need not be said any more, until the next start
    QPointer<SchemaDialog> m_dialog;
};

} // namespace tocsin::ui
