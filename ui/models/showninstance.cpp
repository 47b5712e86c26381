// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/showninstance.h"

#include "core/streams/stream.h"

#include <QCoreApplication>

namespace tocsin::ui {

using streams::Instance;

ShownInstance shownInstance(const streams::StreamConfig &config)
{
    return {streams::instanceOf(config), config.type == u"demo"};
}

QString instanceWord(const ShownInstance &instance)
{
    switch (instance.instance) {
    case Instance::Production:
        return QCoreApplication::translate("instanceframe", "Production");
    case Instance::Playground:
        return QCoreApplication::translate("instanceframe", "Playground");
    case Instance::Test:
        return QCoreApplication::translate("instanceframe", "Test");
    case Instance::Mock:
        return instance.isNight ? QCoreApplication::translate("instanceframe", "Demo") : QCoreApplication::translate("instanceframe", "Mock");
    }
    return {};
}

ShownInstance leastReal(const ShownInstance &a, const ShownInstance &b)
{
    return b.instance > a.instance ? b : a;
}

ShownInstance instanceOfStream(const StreamInstances *instances, const std::string &stream)
{
    if (!instances)
        return {};
    const auto it = instances->find(stream);
    return it == instances->end() ? ShownInstance() : it->second;
}

} // namespace tocsin::ui
