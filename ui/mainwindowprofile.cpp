// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindowprofile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QSaveFile>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(logWindow, "tocsin.ui.window")

} // namespace

MainWindowProfile::MainWindowProfile(const QString &configFolder, const QString &name)
    : m_file(configFolder + u"/profiles/"_s + (name.isEmpty() ? u"default"_s : name) + u".json"_s)
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return; // the first start
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(1 << 20), &error);
    if (error.error != QJsonParseError::NoError)
        qCWarning(logWindow).noquote() << m_file << error.errorString();
    m_values = document.object();
}

QByteArray MainWindowProfile::bytes(const QString &key) const
{
    return QByteArray::fromBase64(m_values.value(key).toString().toLatin1());
}

QString MainWindowProfile::text(const QString &key, const QString &fallback) const
{
    return m_values.value(key).toString(fallback);
}

int MainWindowProfile::number(const QString &key, int fallback) const
{
    return m_values.value(key).toInt(fallback);
}

void MainWindowProfile::setBytes(const QString &key, const QByteArray &value)
{
    setText(key, QString::fromLatin1(value.toBase64()));
}

void MainWindowProfile::setText(const QString &key, const QString &value)
{
    if (m_values.value(key) == QJsonValue(value))
        return;
    m_values.insert(key, value);
    m_changed = true;
}

void MainWindowProfile::setObject(const QString &key, const QJsonObject &value)
{
    if (m_values.value(key) == QJsonValue(value))
        return;
    m_values.insert(key, value);
    m_changed = true;
}

void MainWindowProfile::remove(const QString &key)
{
    if (!m_values.contains(key))
        return;
    m_values.remove(key);
    m_changed = true;
}

void MainWindowProfile::setNumber(const QString &key, int value)
{
    if (m_values.value(key) == QJsonValue(value))
        return;
    m_values.insert(key, value);
    m_changed = true;
}

void MainWindowProfile::save()
{
    if (!m_changed)
        return;
    QDir().mkpath(QFileInfo(m_file).path());
    QSaveFile file(m_file);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(m_values).toJson()) < 0 || !file.commit()) {
        qCWarning(logWindow).noquote() << m_file << file.errorString();
        return;
    }
    m_changed = false;
}

} // namespace tocsin::ui
