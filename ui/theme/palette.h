// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QList>
#include <QStringList>
#include <QStringView>

namespace tocsin::ui {

enum class Scheme { System, Light, Dark, Red };

// Every colour of the window, one member a meaning. The three columns stand in palette.cpp, the only file of ui that may
// hold a colour literal. A plain value.
struct Palette {
    QColor window;
    QColor base;
    QColor raised;
    QColor sunken;
    QColor line;
    QColor lineStrong;
    QColor text;
    QColor muted;
    QColor disabled;
    QColor hover;
    QColor select;
    QColor selectIdle;
    QColor focus;
    QColor accent;
    QColor onAccent;
    QColor accentSoft;
    QColor good;
    QColor goodSoft;
    QColor warn;
    QColor warnSoft;
    QColor bad;
    QColor badSoft;
    QColor onBad;
    QColor retracted;
    QColor retractedSoft;
    QColor mark;
    QColor watch;
    QColor watchSoft;
    QColor test;
    QColor hatch;
    QColor changed;
    QColor gw;
    QColor gamma;
    QColor xray;
    QColor uv;
    QColor optical;
    QColor infrared;
    QColor radio;
    QColor neutrino;
    QColor none;
    QColor instProduction;
    QColor instPlayground;
    QColor instTest;
    QColor instMock;
    QColor onInst;
    QColor ribOk;
    QColor ribWait;
    QColor ribMiss;
    QColor ribGone;
    QColor spark;
    QColor codeKey;
    QColor codeStr;
    QColor codeNum;

    // System counts as light: whoever asks has found out before.
    [[nodiscard]] static const Palette &of(Scheme scheme);
    // "gw", "gamma", "x-ray" …; `none` for what is not known.
    [[nodiscard]] QColor messenger(QStringView word) const;
    // The colours that a person may give to rows, by the names that the profile keeps.
    [[nodiscard]] static const QStringList &ruleColours();
    [[nodiscard]] QColor ruleColour(QStringView name) const; // invalid: there is none of that name
    // Colours of a picture from black to white, 0 … 254; the last, 255, is transparent: no data.
    [[nodiscard]] static const QList<QRgb> &imageRamp(Scheme scheme);
    // `share` of the first over the second.
    [[nodiscard]] static QColor mix(const QColor &over, const QColor &under, double share);
};

} // namespace tocsin::ui
