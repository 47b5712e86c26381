// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/columnset.h"

#include <QJsonObject>
#include <QObject>

#include <optional>
#include <string>

class QMenu;

namespace tocsin::ui {

class AlertTable;

// The named arrangements of the table's columns. One is in use: what a person changes in the table changes it. A set may be
// bound to streams: it is used while the filter shows one of these alone, and the former one comes back after. There is
// always one, the first. Main thread; owned by the window.
class ColumnSets final : public QObject
{
    Q_OBJECT
public:
    ColumnSets(AlertTable &table, QObject *parent);

    [[nodiscard]] QJsonObject save();
    void restore(const QJsonObject &kept);
    void restoreOld(const QByteArray &bytes); // of versions before the sets
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] const ColumnSet &current() const { return m_sets[m_current]; }
    // The filter shows this stream alone; nothing: several, or all.
    void setOnlyStream(const std::optional<std::string> &stream);
    void setStreams(const QStringList &streams) { m_streams = streams; } // that a set may be bound to
    void fillMenu(QMenu &menu);

    void use(const QString &name); // chosen by a person
    void saveAs(const QString &name);
    void rename(const QString &name);
    void remove();
    void bind(const QString &stream, bool on);

Q_SIGNALS:
    void changed(); // something to keep

private:
    void keepCurrent();
    void show(qsizetype index);
    void askName(bool anew);

    AlertTable &m_table;
    QList<ColumnSet> m_sets;
    qsizetype m_current = 0;
    QString m_former; // comes back when no bound set is asked for any more; empty: nothing was changed
    std::optional<QString> m_onlyStream;
    QStringList m_streams;
};

} // namespace tocsin::ui
