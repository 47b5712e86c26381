// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/places.h"

#include <QDir>
#include <QRegularExpression>

namespace tocsin {

using namespace Qt::StringLiterals;

namespace {

QString xdg(const char *variable, const QString &fallback)
{
    const QString value = qEnvironmentVariable(variable);
    // The specification: a relative path is invalid and to be ignored.
    const QString base = QDir::isAbsolutePath(value) ? value : QDir::homePath() + fallback;
    return base + u"/tocsin"_s;
}

} // namespace

Places Places::resolve(const QString &homeArgument)
{
    Places places;
    places.home = homeArgument.isEmpty() ? qEnvironmentVariable("TOCSIN_HOME") : homeArgument;
    if (!places.home.isEmpty()) {
        places.home = QDir(places.home).absolutePath();
        places.config = places.home + u"/config"_s;
        places.data = places.home + u"/data"_s;
        places.state = places.home + u"/state"_s;
        places.cache = places.home + u"/cache"_s;
    } else {
        places.config = xdg("XDG_CONFIG_HOME", u"/.config"_s);
        places.data = xdg("XDG_DATA_HOME", u"/.local/share"_s);
        places.state = xdg("XDG_STATE_HOME", u"/.local/state"_s);
        places.cache = xdg("XDG_CACHE_HOME", u"/.cache"_s);
    }
    const QString elsewhere = qEnvironmentVariable("TOCSIN_ARCHIVE");
    places.archive = elsewhere.isEmpty() ? places.data + u"/archive"_s : QDir(elsewhere).absolutePath();
    return places;
}

bool isPlainName(const QString &name)
{
    static const QRegularExpression good(u"\\A(?!\\.+\\z)[A-Za-z0-9._-]{1,100}\\z"_s);
    // Names of devices to Windows, with any ending: profiles are carried from machine to machine.
    static const QRegularExpression reserved(u"\\A(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?\\z"_s, QRegularExpression::CaseInsensitiveOption);
    return good.match(name).hasMatch() && !reserved.match(name).hasMatch();
}

} // namespace tocsin
