// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace tocsin::ui {

// How the window was left: a small JSON file in the configuration folder. What cannot be read is taken as new; what a
// newer version wrote beside is kept. Main thread; a plain holder.
class MainWindowProfile
{
public:
    explicit MainWindowProfile(const QString &configFolder, const QString &name = {});

    [[nodiscard]] QByteArray bytes(const QString &key) const; // kept as base64
    [[nodiscard]] QString text(const QString &key, const QString &fallback = {}) const;
    [[nodiscard]] int number(const QString &key, int fallback) const;
    [[nodiscard]] QJsonObject object(const QString &key) const { return m_values.value(key).toObject(); }
    void setObject(const QString &key, const QJsonObject &value);
    void remove(const QString &key);
    void setBytes(const QString &key, const QByteArray &value);
    void setText(const QString &key, const QString &value);
    void setNumber(const QString &key, int value);
    // Written beside and renamed, only when something changed. A failure to write is logged: it must not hold up the end.
    void save();
    [[nodiscard]] const QString &file() const { return m_file; }

private:
    QString m_file;
    QJsonObject m_values;
    bool m_changed = false;
};

} // namespace tocsin::ui
