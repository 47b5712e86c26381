// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/gcn/senders.h"

#include "core/decoders/mapping.h"

#include <algorithm>
#include <array>

namespace tocsin::decoders {

namespace {

struct Entry {
    std::string_view words; // as whole words, lower case
    Sender sender;
};

// The first that is found decides: instruments stand before their missions, missions before the brokers that pass them on.
constexpr std::array kSenders{
    Entry{"swift bat", {"Swift", "BAT", "gamma"}},
    Entry{"swift xrt", {"Swift", "XRT", "x-ray"}},
    Entry{"swift uvot", {"Swift", "UVOT", "optical"}},
    Entry{"swift", {"Swift", "", "gamma"}},
    Entry{"fermi gbm", {"Fermi", "GBM", "gamma"}},
    Entry{"fermi lat", {"Fermi", "LAT", "gamma"}},
    Entry{"glast gbm", {"Fermi", "GBM", "gamma"}},
    Entry{"glast lat", {"Fermi", "LAT", "gamma"}},
    Entry{"fermi", {"Fermi", "", "gamma"}},
    Entry{"glast", {"Fermi", "", "gamma"}},
    Entry{"svom eclairs", {"SVOM", "ECLAIRs", "gamma"}},
    Entry{"svom grm", {"SVOM", "GRM", "gamma"}},
    Entry{"svom mxt", {"SVOM", "MXT", "x-ray"}},
    Entry{"svom vt", {"SVOM", "VT", "optical"}},
    Entry{"svom", {"SVOM", "", "gamma"}},
    Entry{"integral spi acs", {"INTEGRAL", "SPI-ACS", "gamma"}},
    Entry{"integral spiacs", {"INTEGRAL", "SPI-ACS", "gamma"}},
    Entry{"integral", {"INTEGRAL", "", "gamma"}},
    Entry{"agile mcal", {"AGILE", "MCAL", "gamma"}},
    Entry{"agile", {"AGILE", "", "gamma"}},
    Entry{"maxi", {"MAXI", "GSC", "x-ray"}},
    Entry{"calet gbm", {"CALET", "GBM", "gamma"}},
    Entry{"calet", {"CALET", "", "gamma"}},
    Entry{"gecam", {"GECAM", "", "gamma"}},
    Entry{"hawc", {"HAWC", "", "gamma"}},
    Entry{"hess", {"H.E.S.S.", "", "gamma"}},
    Entry{"magic", {"MAGIC", "", "gamma"}},
    Entry{"veritas", {"VERITAS", "", "gamma"}},
    Entry{"burst monitor", {"HAWC", "", "gamma"}},
    Entry{"neutrino em", {"AMON", "", "neutrino"}},
    Entry{"nu em", {"AMON", "", "neutrino"}},
    Entry{"icecube", {"IceCube", "", "neutrino"}},
    Entry{"amon", {"AMON", "", "neutrino"}},
    Entry{"antares", {"ANTARES", "", "neutrino"}},
    Entry{"km3net", {"KM3NeT", "", "neutrino"}},
    Entry{"snews", {"SNEWS", "", "neutrino"}},
    Entry{"sk sn", {"Super-Kamiokande", "", "neutrino"}},
    Entry{"super k", {"Super-Kamiokande", "", "neutrino"}},
    Entry{"super kamiokande", {"Super-Kamiokande", "", "neutrino"}},
    Entry{"gwhen", {"LVK", "", "gw"}},
    Entry{"lvc counterpart", {"LVK", "", ""}},
    Entry{"lvc", {"LVK", "", "gw"}},
    Entry{"lvk", {"LVK", "", "gw"}},
    Entry{"gwnet", {"LVK", "", "gw"}},
    Entry{"ipn", {"IPN", "", "gamma"}},
    Entry{"konus", {"Konus-Wind", "", "gamma"}},
    Entry{"suzaku", {"Suzaku", "WAM", "gamma"}},
    Entry{"hete", {"HETE", "", "gamma"}},
    Entry{"milagro", {"Milagro", "", "gamma"}},
    Entry{"sax", {"BeppoSAX", "", "x-ray"}},
    Entry{"xte", {"RXTE", "", "x-ray"}},
    Entry{"rxte", {"RXTE", "", "x-ray"}},
    Entry{"comptel", {"CGRO", "COMPTEL", "gamma"}},
    Entry{"batse", {"CGRO", "BATSE", "gamma"}},
    Entry{"maxbc", {"CGRO", "BATSE", "gamma"}},
    Entry{"alexis", {"ALEXIS", "", "uv"}},
    Entry{"near", {"NEAR", "XGRS", "gamma"}},
    Entry{"moa", {"MOA", "", "optical"}},
    Entry{"ogle", {"OGLE", "", "optical"}},
    Entry{"aavso", {"AAVSO", "", "optical"}},
    Entry{"cbat", {"CBAT", "", "optical"}},
    Entry{"gaia", {"Gaia", "", "optical"}},
    Entry{"asassn", {"ASAS-SN", "", "optical"}},
    Entry{"grandma", {"GRANDMA", "", "optical"}},
    Entry{"raptor", {"RAPTOR", "", "optical"}},
    Entry{"catot", {"CRTS", "", "optical"}},
    Entry{"crts", {"CRTS", "", "optical"}},
    Entry{"ztf", {"ZTF", "", "optical"}},
    Entry{"lsst", {"LSST", "", "optical"}},
    Entry{"goto", {"GOTO", "", "optical"}},
    Entry{"chime", {"CHIME", "", "radio"}},
    Entry{"chimenet", {"CHIME", "", "radio"}},
    Entry{"realfast", {"realfast", "", "radio"}},
    Entry{"askap", {"ASKAP", "", "radio"}},
    Entry{"lofar", {"LOFAR", "", "radio"}},
    Entry{"apertif", {"Apertif", "", "radio"}},
    Entry{"utmost", {"UTMOST", "", "radio"}},
    Entry{"parkes", {"Parkes", "", "radio"}},
    Entry{"dsa110", {"DSA-110", "", "radio"}},
    Entry{"grb coords", {"CGRO", "BATSE", "gamma"}},
    Entry{"grb final", {"CGRO", "BATSE", "gamma"}},
};

constexpr size_t kLongest = 300; // of the words that are looked at

// Lower case, everything but letters and digits a blank; blanks at both ends.
std::string plainWords(std::string_view words)
{
    std::string plain = " ";
    for (const char c : lower(words.substr(0, kLongest))) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
        else if (plain.back() != ' ')
            plain += ' ';
    }
    if (plain.back() != ' ')
        plain += ' ';
    return plain;
}

} // namespace

Sender senderOf(std::string_view words)
{
    const std::string plain = plainWords(words);
    for (const Entry &entry : kSenders) {
        // Gaia16aac and the like: the number belongs to the event.
        const size_t at = plain.find(' ' + std::string(entry.words));
        if (at != std::string::npos && !(plain[at + 1 + entry.words.size()] >= 'a' && plain[at + 1 + entry.words.size()] <= 'z'))
            return entry.sender;
    }
    return {};
}

void setSender(Alert &alert, const Sender &sender)
{
    alert.mission = sender.mission;
    alert.instruments = sender.instrument;
    alert.messenger = sender.messenger;
}

Text eventKey(std::string_view mission, std::string_view id)
{
    if (id.empty() || mission.empty())
        return Text(id);
    return lower(mission) + ':' + std::string(id);
}

bool isSuperevent(std::string_view id)
{
    if (isMockSuperevent(id))
        return true;
    const bool dated = id.size() > 6 && id[0] == 'S' && std::ranges::all_of(id.substr(1, 6), [](char c) { return c >= '0' && c <= '9'; });
    return dated && (id.size() == 7 || (id[7] >= 'a' && id[7] <= 'z'));
}

bool isMockSuperevent(std::string_view id)
{
    return id.size() > 8 && (id[0] == 'M' || id[0] == 'T') && id[1] == 'S' && id[2] >= '0' && id[2] <= '9';
}

const char *stageOfNotice(std::string_view type)
{
    struct Stage {
        std::string_view word; // a whole one
        const char *stage;
    };
    static constexpr std::array stages{
        Stage{" retraction ", "retraction"}, Stage{" early warning ", "early-warning"}, Stage{" earlywarning ", "early-warning"},
        Stage{" preliminary ", "preliminary"}, Stage{" fin ", "final"}, Stage{" final ", "final"}, Stage{" update ", "update"},
        Stage{" upd ", "update"}, Stage{" refined ", "update"}, Stage{" flt pos ", "update"}, Stage{" flt position ", "update"},
        Stage{" flight position ", "update"}, Stage{" gnd pos ", "update"}, Stage{" gnd position ", "update"}, Stage{" ground position ", "update"},
        Stage{" initial ", "initial"}, Stage{" ini ", "initial"}, Stage{" alert ", "initial"}, Stage{" wakeup ", "initial"},
    };
    const std::string plain = plainWords(type);
    for (const Stage &stage : stages) {
        if (plain.find(stage.word) != std::string::npos)
            return stage.stage;
    }
    return "";
}

std::string_view gbmClass(int64_t number)
{
    static constexpr std::array<std::string_view, 12> names{"ERROR", "UNRELIABLE_LOCATION", "LOCAL_PARTICLES", "BELOW_HORIZON", "GRB", "GENERIC_SGR",
                                                            "GENERIC_TRANSIENT", "DISTANT_PARTICLES", "SOLAR_FLARE", "CYG_X1", "SGR_1806_20",
                                                            "GROJ_0422_32"};
    constexpr int64_t flashOfTheEarth = 19;
    if (number == flashOfTheEarth)
        return "TGF";
    return number >= 0 && static_cast<uint64_t>(number) < names.size() ? names[static_cast<size_t>(number)] : std::string_view();
}

const char *stageOf(std::string_view word)
{
    struct Stage {
        std::string_view word;
        const char *stage;
    };
    static constexpr std::array stages{
        Stage{"earlywarning", "early-warning"}, Stage{"early warning", "early-warning"}, Stage{"early-warning", "early-warning"},
        Stage{"preliminary", "preliminary"},    Stage{"initial", "initial"},             Stage{"update", "update"},
        Stage{"subsequent", "subsequent"},      Stage{"final", "final"},                 Stage{"retraction", "retraction"},
    };
    const std::string lowered = lower(word.substr(0, 40));
    for (const Stage &stage : stages) {
        if (lowered == stage.word)
            return stage.stage;
    }
    return "";
}

} // namespace tocsin::decoders
