// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decoders/fits/stamp.h"
#include "core/domain/inside.h"

#include <QImage>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace tocsin::ui {

// A cutout as it is drawn. A plain value.
struct StampPicture {
    std::string role; // science, template, difference; empty: the packet is the picture
    decoders::Stamp stamp; // for reading out
    QImage shared; // between the limits that all have; Indexed8 for Palette::imageRamp(), first row on top
    QImage own; // between its own
    QString limits; // its own, in words
    QString error; // why there is no picture; empty: there is
};

// Stamps and light curve of a packet, ready to be shown. Made on the loader's thread, never changed. A plain value.
struct PacketInside {
    qint64 row = 0;
    std::vector<StampPicture> stamps; // science, template, difference, others
    QString limits; // that all are drawn between, in words; empty: nothing can be drawn
    bool topDown = false; // the first row belongs on top, as the survey has it; else FITS' order
    std::vector<LightPoint> light; // newest first
    std::vector<QString> csv; // a line for each of `light`
    QStringList problems; // what was left out, and why

    static constexpr int kMostSide = 1'024; // of a picture that is drawn; larger ones are averaged
    static constexpr size_t kMostStamps = 12;

    // `mission` as of the alert. None: cancelled. Pure.
    [[nodiscard]] static std::shared_ptr<const PacketInside> of(qint64 row, const Inside &inside, const std::string &mission,
                                                                const std::function<bool()> &cancelled = {});
    // Whether there is more than the alert's own measurement.
    [[nodiscard]] static bool hasLight(const Inside &inside);
    [[nodiscard]] static QString csvHeader();
};

} // namespace tocsin::ui
