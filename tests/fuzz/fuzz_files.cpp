// SPDX-License-Identifier: GPL-3.0-or-later
// Files and texts that people bring. TOCSIN_FUZZ_FORMAT says which: watchlist (CSV or VOTable), rules (as “rules add” takes them,
// with the texts of their actions).
#include "core/rules/rulecheck.h"
#include "core/rules/ruleset.h"
#include "core/rules/ruletext.h"
#include "core/templates/texttemplate.h"
#include "core/watch/watchlists.h"

#include <QDir>
#include <QStringConverter>

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdlib>
#include <string_view>

namespace {

using namespace tocsin;
using namespace Qt::StringLiterals;

void require(bool condition)
{
    if (!condition)
        std::abort();
}

bool isText(const std::string &name)
{
    QStringDecoder decoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    (void)QString(decoder(name));
    return !decoder.hasError();
}

void readWatchlist(const QByteArray &bytes)
{
    const Result<watch::Watchlist> read = watch::readWatchlist(bytes);
    if (!read)
        return require(!read.error().message.isEmpty() && !read.error().remedy.isEmpty());
    const watch::Watchlist &list = read.value();
    require(!list.sources.empty() && list.leftOut >= list.problems.size());
    for (const watch::WatchSource &source : list.sources) {
        require(source.ra >= 0 && source.ra < 360 && std::abs(source.dec) <= 90 && source.radius > 0 && source.radius <= 30);
        require(!source.name.empty() && isText(source.name));
    }
    // As it is kept, every source comes back.
    const Result<watch::Watchlist> again = watch::readWatchlist(watch::watchlistText(list));
    require(again.ok() && again.value().sources == list.sources);
}

void readRules(const QByteArray &bytes)
{
    const Result<std::vector<rules::Rule>> read = rules::rulesFromText(bytes);
    if (!read)
        return require(!read.error().message.isEmpty());
    static const Alert alert = [] {
        Alert some;
        some.name = "ZTF26abc";
        some.event = "S260914ab";
        some.ra = 187.7;
        some.dec = 12.4;
        some.mag = 18.5;
        some.topic = "igwn.gwalert";
        return some;
    }();
    for (const rules::Rule &rule : read.value()) {
        const Result<rules::Rule> again = rules::ruleFromJson(rules::ruleToJson(rule));
        require(again.ok() && rules::ruleToJson(again.value()) == rules::ruleToJson(rule));
        for (const rules::RuleProblem &problem : rules::problemsOf(rule))
            require(!problem.message.isEmpty() && problem.length >= 0);
        if (const auto ready = rules::ReadyRule::make(rule)) {
            (void)ready->levelFor(u"igwn.gwalert"_s);
            if (ready->filter)
                (void)ready->filter->judge(alert, UtcTime::fromIso("2026-03-01T05:00:00Z"));
        }
        for (const rules::Action &action : rule.actions) {
            const auto text = templates::TextTemplate::compile(action.text(u"text"_s).toStdString());
            std::vector<std::string> missing;
            if (const auto *made = std::get_if<templates::TextTemplate>(&text))
                (void)made->fill(alert, missing);
        }
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const bool isRules = std::string_view(std::getenv("TOCSIN_FUZZ_FORMAT") ? std::getenv("TOCSIN_FUZZ_FORMAT") : "") == "rules";
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    isRules ? readRules(bytes) : readWatchlist(bytes);
    return 0;
}
