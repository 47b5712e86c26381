// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/brokers/brokers.h"

#include <array>

namespace tocsin::decoders {

Family brokerFamily()
{
    static const std::array<const Envelope *, 6> envelopes{&hopText(), &pubSub(), &bigQueryTable(), &hopLegacy(), &hopArchive(), &lvAlert()};
    static const std::array<const ByteFormat *, 2> bytes{&bson(), &xmpp()};
    // Those that ask for names of their own before those that ask for names that many use.
    static const std::array<const TreeFormat *, 14> trees{&hopExternal(), &graceDbUpload(), &graceDb(),         &snews(),   &hermes(),
                                                          &fink(),        &pittGoogleLite(), &bigQueryObject(), &antares(), &lasair(),
                                                          &ztfJson(),     &lsstJson(),       &alerce(),         &tomBroker()};
    return {.envelopes = envelopes, .bytes = bytes, .trees = trees};
}

} // namespace tocsin::decoders
