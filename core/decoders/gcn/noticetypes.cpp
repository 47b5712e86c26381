// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decoders/gcn/noticetypes.h"

#include <algorithm>
#include <array>

namespace tocsin::decoders {

namespace {

struct NoticeType {
    int64_t number;
    std::string_view name;
};
constexpr std::array kTypes{
    NoticeType{1, "GRB_COORDS"},
    NoticeType{2, "TEST_COORDS"},
    NoticeType{3, "IM_ALIVE"},
    NoticeType{4, "KILL_SOCKET"},
    NoticeType{11, "MAXBC"},
    NoticeType{21, "BRAD_COORDS"},
    NoticeType{22, "GRB_FINAL"},
    NoticeType{24, "HUNTS_SRC"},
    NoticeType{25, "ALEXIS_SRC"},
    NoticeType{26, "XTE_PCA_ALERT"},
    NoticeType{27, "XTE_PCA_SRC"},
    NoticeType{28, "XTE_ASM_ALERT"},
    NoticeType{29, "XTE_ASM_SRC"},
    NoticeType{30, "COMPTEL_SRC"},
    NoticeType{31, "IPN_RAW"},
    NoticeType{32, "IPN_SEG"},
    NoticeType{33, "SAX_WFC_ALERT"},
    NoticeType{34, "SAX_WFC_SRC"},
    NoticeType{35, "SAX_NFI_ALERT"},
    NoticeType{36, "SAX_NFI_SRC"},
    NoticeType{37, "XTE_ASM_TRANS"},
    NoticeType{39, "IPN_POS"},
    NoticeType{40, "HETE_ALERT_SRC"},
    NoticeType{41, "HETE_UPDATE_SRC"},
    NoticeType{42, "HETE_FINAL_SRC"},
    NoticeType{43, "HETE_GNDANA_SRC"},
    NoticeType{44, "HETE_TEST"},
    NoticeType{45, "GRB_CNTRPART"},
    NoticeType{46, "SWIFT_TOO_FOM"},
    NoticeType{47, "SWIFT_TOO_SC_SLEW"},
    NoticeType{48, "DOW_TOD"},
    NoticeType{51, "INTEGRAL_POINTDIR"},
    NoticeType{52, "INTEGRAL_SPIACS"},
    NoticeType{53, "INTEGRAL_WAKEUP"},
    NoticeType{54, "INTEGRAL_REFINED"},
    NoticeType{55, "INTEGRAL_OFFLINE"},
    NoticeType{56, "INTEGRAL_WEAK"},
    NoticeType{57, "AAVSO"},
    NoticeType{58, "MILAGRO_POS"},
    NoticeType{59, "KONUS_LC"},
    NoticeType{60, "SWIFT_BAT_GRB_ALERT"},
    NoticeType{61, "SWIFT_BAT_GRB_POS_ACK"},
    NoticeType{62, "SWIFT_BAT_GRB_POS_NACK"},
    NoticeType{63, "SWIFT_BAT_GRB_LC"},
    NoticeType{64, "SWIFT_BAT_SCALEDMAP"},
    NoticeType{65, "SWIFT_FOM_OBS"},
    NoticeType{66, "SWIFT_SC_SLEW"},
    NoticeType{67, "SWIFT_XRT_POSITION"},
    NoticeType{68, "SWIFT_XRT_SPECTRUM"},
    NoticeType{69, "SWIFT_XRT_IMAGE"},
    NoticeType{70, "SWIFT_XRT_LC"},
    NoticeType{71, "SWIFT_XRT_CENTROID"},
    NoticeType{72, "SWIFT_UVOT_DBURST"},
    NoticeType{73, "SWIFT_UVOT_FCHART"},
    NoticeType{76, "SWIFT_BAT_GRB_LC_PROC"},
    NoticeType{77, "SWIFT_XRT_SPECTRUM_PROC"},
    NoticeType{78, "SWIFT_XRT_IMAGE_PROC"},
    NoticeType{79, "SWIFT_UVOT_DBURST_PROC"},
    NoticeType{80, "SWIFT_UVOT_FCHART_PROC"},
    NoticeType{81, "SWIFT_UVOT_POS"},
    NoticeType{82, "SWIFT_BAT_GRB_POS_TEST"},
    NoticeType{83, "SWIFT_POINTDIR"},
    NoticeType{84, "SWIFT_BAT_TRANS"},
    NoticeType{85, "SWIFT_XRT_THRESHPIX"},
    NoticeType{86, "SWIFT_XRT_THRESHPIX_PROC"},
    NoticeType{87, "SWIFT_XRT_SPER"},
    NoticeType{88, "SWIFT_XRT_SPER_PROC"},
    NoticeType{89, "SWIFT_UVOT_POS_NACK"},
    NoticeType{90, "SWIFT_BAT_ALARM_SHORT"},
    NoticeType{91, "SWIFT_BAT_ALARM_LONG"},
    NoticeType{92, "SWIFT_UVOT_EMERGENCY"},
    NoticeType{93, "SWIFT_XRT_EMERGENCY"},
    NoticeType{94, "SWIFT_FOM_PPT_ARG_ERR"},
    NoticeType{95, "SWIFT_FOM_SAFE_POINT"},
    NoticeType{96, "SWIFT_FOM_SLEW_ABORT"},
    NoticeType{97, "SWIFT_BAT_QL_POS"},
    NoticeType{98, "SWIFT_BAT_SUB_THRESHOLD"},
    NoticeType{99, "SWIFT_BAT_SLEW_POS"},
    NoticeType{100, "AGILE_GRB_WAKEUP"},
    NoticeType{101, "AGILE_GRB_GROUND"},
    NoticeType{102, "AGILE_GRB_REFINED"},
    NoticeType{103, "SWIFT_ACTUAL_POINTDIR"},
    NoticeType{105, "AGILE_MCAL_ALERT"},
    NoticeType{107, "AGILE_POINTDIR"},
    NoticeType{108, "AGILE_TRANS"},
    NoticeType{109, "AGILE_GRB_POS_TEST"},
    NoticeType{110, "FERMI_GBM_ALERT"},
    NoticeType{111, "FERMI_GBM_FLT_POS"},
    NoticeType{112, "FERMI_GBM_GND_POS"},
    NoticeType{113, "FERMI_GBM_LC"},
    NoticeType{114, "FERMI_GBM_GND_INTERNAL"},
    NoticeType{115, "FERMI_GBM_FIN_POS"},
    NoticeType{116, "FERMI_GBM_ALERT_INTERNAL"},
    NoticeType{117, "FERMI_GBM_FLT_INTERNAL"},
    NoticeType{118, "FERMI_GBM_TRANS"},
    NoticeType{119, "FERMI_GBM_POS_TEST"},
    NoticeType{120, "FERMI_LAT_POS_INI"},
    NoticeType{121, "FERMI_LAT_POS_UPD"},
    NoticeType{122, "FERMI_LAT_POS_DIAG"},
    NoticeType{123, "FERMI_LAT_TRANS"},
    NoticeType{124, "FERMI_LAT_POS_TEST"},
    NoticeType{125, "FERMI_LAT_MONITOR"},
    NoticeType{126, "FERMI_SC_SLEW"},
    NoticeType{127, "FERMI_LAT_GND"},
    NoticeType{128, "FERMI_LAT_OFFLINE"},
    NoticeType{129, "FERMI_POINTDIR"},
    NoticeType{130, "SIMBADNED"},
    NoticeType{131, "FERMI_GBM_SUBTHRESH"},
    NoticeType{133, "SWIFT_BAT_MONITOR"},
    NoticeType{134, "MAXI_UNKNOWN"},
    NoticeType{135, "MAXI_KNOWN"},
    NoticeType{136, "MAXI_TEST"},
    NoticeType{137, "OGLE"},
    NoticeType{138, "CBAT"},
    NoticeType{139, "MOA"},
    NoticeType{140, "SWIFT_BAT_SUBSUB"},
    NoticeType{141, "SWIFT_BAT_KNOWN_SRC"},
    NoticeType{142, "VOE_11_IM_ALIVE"},
    NoticeType{143, "VOE_20_IM_ALIVE"},
    NoticeType{144, "FERMI_SC_SLEW_INTERNAL"},
    NoticeType{145, "COINCIDENCE"},
    NoticeType{146, "FERMI_GBM_FIN_INTERNAL"},
    NoticeType{148, "SUZAKU_LC"},
    NoticeType{149, "SNEWS"},
    NoticeType{150, "LVC_PRELIMINARY"},
    NoticeType{151, "LVC_INITIAL"},
    NoticeType{152, "LVC_UPDATE"},
    NoticeType{153, "LVC_TEST"},
    NoticeType{154, "LVC_COUNTERPART"},
    NoticeType{157, "AMON_ICECUBE_COINC"},
    NoticeType{158, "AMON_ICECUBE_HESE"},
    NoticeType{160, "CALET_GBM_FLT_LC"},
    NoticeType{161, "CALET_GBM_GND_LC"},
    NoticeType{163, "LVC_EARLY_WARNING"},
    NoticeType{164, "LVC_RETRACTION"},
    NoticeType{168, "GWHEN_COINC"},
    NoticeType{169, "AMON_ICECUBE_EHE"},
    NoticeType{171, "HAWC_BURST_MONITOR"},
    NoticeType{172, "AMON_NU_EM_COINC"},
    NoticeType{173, "ICECUBE_ASTROTRACK_GOLD"},
    NoticeType{174, "ICECUBE_ASTROTRACK_BRONZE"},
    NoticeType{175, "SK_SN"},
    NoticeType{176, "ICECUBE_CASCADE"},
    NoticeType{188, "GECAM_FLT"},
    NoticeType{189, "GECAM_GND"},
};
static_assert(std::ranges::is_sorted(kTypes, {}, &NoticeType::number));

} // namespace

std::string_view noticeTypeName(int64_t number)
{
    const auto it = std::ranges::lower_bound(kTypes, number, {}, &NoticeType::number);
    return it != kTypes.end() && it->number == number ? it->name : std::string_view();
}

bool isAliveType(int64_t number)
{
    return number == 3 || number == 142 || number == 143;
}

bool isTestType(int64_t number)
{
    constexpr std::array tests{2, 21, 44, 82, 109, 119, 124, 136, 153};
    return std::ranges::find(tests, number) != tests.end();
}

bool isPointingType(int64_t number)
{
    constexpr std::array pointings{51, 68, 70, 71, 72, 73, 77, 79, 80, 83, 87, 88, 103, 107, 126, 129, 144};
    return std::ranges::find(pointings, number) != pointings.end();
}

} // namespace tocsin::decoders
