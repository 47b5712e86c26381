// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tocsin::streams {

// Which topics a stream reads: exact names, `^regex` (PCRE, anchored at the start), globs with `*`, and excludes of
// the same forms. Matched by us, so that every broker and every list of topics is judged alike. A plain value.
class TopicRules
{
public:
    TopicRules() = default;
    TopicRules(const QStringList &topics, const QStringList &excludes);

    [[nodiscard]] bool matches(const QString &topic) const;
    // Names that stand there as they are; they are missed when the broker has no such topic.
    [[nodiscard]] const QStringList &exactNames() const { return m_exact; }
    [[nodiscard]] bool hasPatterns() const { return !m_patterns.empty(); }
    // The first rule that is no valid pattern, with the place; empty when all are well.
    [[nodiscard]] QString problem() const { return m_problem; }

private:
    std::optional<QRegularExpression> compile(const QString &rule);

    QStringList m_exact;
    std::vector<QRegularExpression> m_patterns;
    QStringList m_excludedExact;
    std::vector<QRegularExpression> m_excludedPatterns;
    QString m_problem;
};

} // namespace tocsin::streams
