// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace tocsin::tests {

// Another program on the archive's index: holds locks, looks at what is there. Closed with the object.
class OtherConnection
{
public:
    explicit OtherConnection(const QString &archive)
    {
        static int number = 0;
        m_name = QStringLiteral("other-%1").arg(++number);
        m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name);
        m_db.setDatabaseName(archive + QStringLiteral("/index.sqlite"));
        m_db.open();
    }
    ~OtherConnection()
    {
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    OtherConnection(const OtherConnection &) = delete;
    OtherConnection &operator=(const OtherConnection &) = delete;

    bool run(const QString &sql)
    {
        QSqlQuery query(m_db);
        return query.exec(sql);
    }
    QVariant value(const QString &sql)
    {
        QSqlQuery query(m_db);
        return query.exec(sql) && query.next() ? query.value(0) : QVariant();
    }

private:
    QString m_name;
    QSqlDatabase m_db;
};

} // namespace tocsin::tests
