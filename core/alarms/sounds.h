// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace tocsin::alarms {

// The sounds that come with the program, made here so that there is nothing to install, to lose or to license: "alarm" (a
// bell, three strokes upwards), "soft" (one low stroke), "retraction" (two strokes downwards).
[[nodiscard]] const QStringList &shippedSounds();
// Their WAV file: 44.1 kHz, mono, 16 bit. Any other name: empty.
[[nodiscard]] QByteArray soundData(const QString &name);
// A path under which this process can open the sound: a file in memory for those that are shipped, else the path itself.
[[nodiscard]] QString soundPath(const QString &sound);

} // namespace tocsin::alarms
