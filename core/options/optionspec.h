// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>
#include <QVariant>

#include <functional>
#include <optional>
#include <vector>

namespace tocsin::options {

enum class OptionType {
    Text,
    Secret, // never written to a file
    Integer,
    Boolean,
    Choice,
    File,
    Duration, // "90s", "10m", "2h"
    TextList, // one entry a line, or with commas between them; see listEntries()
    KeyValues, // NAME=VALUE a line
    StartAt, // live, resume, earliest, ISO time, last:N
};

struct Choice {
    QString value;
    const char *label; // translate in context "options"
};

class OptionValues;

// One setting of a stream type, described once: the dialog, the checks, the configuration file, the
// command line and the help are made from it. A plain value in the type's table.
struct OptionSpec {
    QString key; // file and command line
    OptionType type = OptionType::Text;
    const char *label = ""; // translate in context "options"
    const char *help = "";
    QVariant defaultValue = {}; // QString, qlonglong, bool, QStringList or QVariantMap by type
    std::optional<qint64> min = {};
    std::optional<qint64> max = {};
    std::vector<Choice> choices = {};
    bool required = false;
    std::function<bool(const OptionValues &)> requiredWhen = {}; // e.g. a user name with SASL
    std::function<bool(const OptionValues &)> usedWhen = {}; // hidden in the dialog, ignored when not
    bool advanced = false; // folded away in the dialog
    const char *example = "";
    QStringList aliases = {}; // earlier keys, still read
    std::function<QString(const QVariant &)> valueProblem = {}; // translated, empty when it is right; beside what the type asks
};

struct Problem {
    QString key; // empty: the whole
    QString message; // translated, says what to write instead
};

// Values of one stream, by key; what is not set has the default of its spec. A plain value.
class OptionValues
{
public:
    [[nodiscard]] bool contains(const QString &key) const { return m_values.contains(key); }
    void set(const QString &key, const QVariant &value) { m_values.insert(key, value); }
    void unset(const QString &key) { m_values.remove(key); }
    [[nodiscard]] const QMap<QString, QVariant> &stored() const { return m_values; }

    // With the default of the spec when nothing is set.
    [[nodiscard]] QVariant value(const std::vector<OptionSpec> &specs, const QString &key) const;

    friend bool operator==(const OptionValues &, const OptionValues &) = default;

private:
    QMap<QString, QVariant> m_values;
};

} // namespace tocsin::options
