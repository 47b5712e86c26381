// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/registryoption.h"

#include "core/base/webaddress.h"

#include <QCoreApplication>

namespace tocsin::streams {

using namespace Qt::StringLiterals;

options::OptionSpec registryOption()
{
    return {
        .key = u"registry"_s,
        .type = options::OptionType::Text,
        .label = QT_TRANSLATE_NOOP("options", "Schema registry"),
        .help = QT_TRANSLATE_NOOP("options", "Address of the registry that knows the schemas which packets name by number. A schema that is not known here "
                                             "is fetched from it once and kept; packets wait for it."),
        .defaultValue = QString(),
        .advanced = true,
        .example = "https://rubin-alert-schemas.slac.stanford.edu/schema-registry",
        .aliases = {u"schema.registry.url"_s},
        .valueProblem = [](const QVariant &value) { return value.toString().trimmed().isEmpty() ? QString() : webAddressProblem(value.toString()); },
    };
}

std::string registryOf(const options::OptionValues &values)
{
    QString address = values.stored().value(u"registry"_s).toString().trimmed();
    if (address.isEmpty() || !webAddressProblem(address).isEmpty())
        return {};
    while (address.endsWith(u'/'))
        address.chop(1);
    return address.toStdString();
}

} // namespace tocsin::streams
