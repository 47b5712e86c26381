// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/topicrules.h"

#include <QCoreApplication>

#include <algorithm>

namespace tocsin::streams {

using namespace Qt::StringLiterals;

TopicRules::TopicRules(const QStringList &topics, const QStringList &excludes)
{
    for (const QString &rule : topics) {
        if (const auto pattern = compile(rule))
            m_patterns.push_back(*pattern);
        else
            m_exact.push_back(rule);
    }
    for (const QString &rule : excludes) {
        if (const auto pattern = compile(rule))
            m_excludedPatterns.push_back(*pattern);
        else
            m_excludedExact.push_back(rule);
    }
}

std::optional<QRegularExpression> TopicRules::compile(const QString &rule)
{
    QRegularExpression pattern;
    if (rule.startsWith(u'^')) {
        // Judged as it was written first: that tells the place in it, and "^a)|(b" must not become valid by our brackets.
        pattern.setPattern(rule);
        if (pattern.isValid())
            pattern.setPattern(u"\\A(?:"_s + rule.sliced(1) + u')');
    } else if (rule.contains(u'*')) {
        // A topic name has no path: `*` is any text, dots included.
        pattern.setPattern(u"\\A"_s + QRegularExpression::escape(rule).replace(u"\\*"_s, u".*"_s) + u"\\z"_s);
    } else {
        return std::nullopt;
    }
    if (!pattern.isValid() && m_problem.isEmpty())
        m_problem = QCoreApplication::translate("streams", "The pattern “%1” is not valid: %2 (position %3).")
                        .arg(rule, pattern.errorString())
                        .arg(qMin(pattern.patternErrorOffset() + 1, rule.size()));
    return pattern;
}

bool TopicRules::matches(const QString &topic) const
{
    const auto fits = [&topic](const QRegularExpression &pattern) { return pattern.match(topic).hasMatch(); };
    if (m_excludedExact.contains(topic) || std::ranges::any_of(m_excludedPatterns, fits))
        return false;
    // Kafka's own topics are never meant by a pattern.
    if (topic.startsWith(u"__"))
        return m_exact.contains(topic);
    return m_exact.contains(topic) || std::ranges::any_of(m_patterns, fits);
}

} // namespace tocsin::streams
