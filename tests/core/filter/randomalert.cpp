// SPDX-License-Identifier: GPL-3.0-or-later
// Random alerts and packets: few values, so that filters meet them, and many that are missing.
#include "randomkeys.h"

namespace randomfilter {

Alert Maker::alert()
{
    static const double kNumbers[] = {0, 1, 2, 0.5, 18.5, 19, 0.1, 1e-9};
    static const char *const kIds[] = {"", "7", "12", "3458293962815015016", "x1"};
    Alert alert;
    for (const TextKey &key : kTextKeys) {
        if (below(3))
            alert.*key.member = oneOf(kTexts);
    }
    for (const NumberKey &key : kNumberKeys) {
        if (below(3))
            alert.*key.member = kNumbers[below(8)];
    }
    for (const TimeKey &key : kTimeKeys) {
        if (below(3))
            alert.*key.member = UtcTime::fromUs(1'772'323'200'000'000 + below(8) * 3'600'000'000LL / 2);
    }
    if (below(2)) {
        static const double kRas[] = {0, 12.5, 0.1, 359.9, 200};
        static const double kDecs[] = {0, 45.5, -89.75, 89.9, -1};
        alert.ra = kRas[below(5)];
        alert.dec = kDecs[below(5)];
    }
    alert.id = oneOf(kIds);
    if (below(3))
        alert.row = below(2) ? 7 : 3458293962815015016;
    alert.test = below(2);
    if (below(3))
        alert.significant = below(2) == 1;
    static const char *const kMessages[] = {"circular", "detection", ""};
    alert.message = oneOf(kMessages);
    if (below(4) == 0)
        alert.subject = "A kilonova in GCN";
    return alert;
}

FieldTree Maker::packet()
{
    const auto scalar = [&]() -> FieldTree {
        switch (below(6)) {
        case 0:
            return below(4);
        case 1:
            return below(8) / 2.0;
        case 2:
        case 3:
            return oneOf(kTexts);
        case 4:
            return below(2) == 1;
        default:
            return nullptr;
        }
    };
    FieldTree tree = FieldTree::object();
    if (below(4))
        tree["x"] = scalar();
    if (below(3))
        tree["a.b"] = FieldTree::array({scalar(), FieldTree::array({scalar()})});
    if (below(2))
        tree["o"] = below(2) ? FieldTree{{"y", scalar()}} : scalar();
    if (below(3)) {
        tree["l"] = FieldTree::array();
        for (int i = below(4); i > 0; --i)
            tree["l"].push_back(below(2) ? scalar() : FieldTree{{"z", scalar()}});
    }
    if (below(2))
        tree["body"] = below(2) ? FieldTree("we report the kilonova: ab") : scalar();
    return tree;
}

} // namespace randomfilter
