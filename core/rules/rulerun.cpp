// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/rulerun.h"

#include "core/rules/rule.h"

#include <QCoreApplication>

#include <array>

namespace tocsin::rules {

using namespace Qt::StringLiterals;

namespace {

struct Word {
    RuleRun::State state;
    const char16_t *word;
    const char *label;
};
constexpr std::array kWords{
    Word{RuleRun::State::Due, u"due", QT_TRANSLATE_NOOP("rules", "waits")},
    Word{RuleRun::State::Started, u"started", QT_TRANSLATE_NOOP("rules", "runs")},
    Word{RuleRun::State::Done, u"done", QT_TRANSLATE_NOOP("rules", "done")},
    Word{RuleRun::State::Failed, u"failed", QT_TRANSLATE_NOOP("rules", "did not work")},
    Word{RuleRun::State::Held, u"held", QT_TRANSLATE_NOOP("rules", "waits to be allowed")},
    Word{RuleRun::State::Dropped, u"dropped", QT_TRANSLATE_NOOP("rules", "left out")},
    Word{RuleRun::State::Silenced, u"silenced", QT_TRANSLATE_NOOP("rules", "silenced")},
    Word{RuleRun::State::Unsure, u"unsure", QT_TRANSLATE_NOOP("rules", "not known")},
};

} // namespace

QString stateWord(RuleRun::State state)
{
    return QString::fromUtf16(kWords[static_cast<size_t>(state)].word);
}

RuleRun::State stateOf(const QString &word)
{
    for (const Word &each : kWords) {
        if (word == QStringView(each.word))
            return each.state;
    }
    return RuleRun::State::Unsure;
}

QString stateLabel(RuleRun::State state)
{
    return QCoreApplication::translate("rules", kWords[static_cast<size_t>(state)].label);
}

QString kindLabel(const RuleRun &run)
{
    if (run.kind == u"alarm")
        return QCoreApplication::translate("rules", "Alarm");
    const ActionKind *kind = findActionKind(run.kind);
    return kind ? actionLabel(*kind) : run.kind;
}

} // namespace tocsin::rules
