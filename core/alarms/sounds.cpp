// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/sounds.h"

#include "core/alarms/alarm.h"

#include <QDataStream>
#include <QIODevice>

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <vector>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRate = 44'100;
constexpr double kTurn = 6.283185307179586;

struct Stroke {
    double at; // seconds
    double pitch; // Hz
    double loudness;
    double decay; // seconds until it is a third as loud
};

// The overtones of a bell are no multiples of its pitch; that is what tells one from a telephone.
struct Overtone {
    double ratio;
    double share;
};
constexpr Overtone kBell[] = {{0.5, 0.25}, {1.0, 0.6}, {1.19, 0.25}, {2.0, 0.45}, {2.74, 0.2}, {4.07, 0.1}};

QByteArray waveOf(const std::vector<Stroke> &strokes, double length)
{
    std::vector<double> samples(static_cast<size_t>(length * kRate), 0.0);
    for (const Stroke &stroke : strokes) {
        for (size_t i = static_cast<size_t>(stroke.at * kRate); i < samples.size(); ++i) {
            const double t = static_cast<double>(i) / kRate - stroke.at;
            const double attack = std::min(1.0, t / 0.004); // no click
            for (const Overtone &overtone : kBell)
                samples[i] += stroke.loudness * attack * overtone.share * std::exp(-t / stroke.decay * std::sqrt(overtone.ratio)) * std::sin(kTurn * stroke.pitch * overtone.ratio * t);
        }
    }
    const auto fade = static_cast<size_t>(0.05 * kRate);
    for (size_t i = 0; i < fade; ++i)
        samples[samples.size() - 1 - i] *= static_cast<double>(i) / static_cast<double>(fade);
    double peak = 0;
    for (const double sample : samples)
        peak = std::max(peak, std::abs(sample));
    double loudest = 0;
    for (const Stroke &stroke : strokes)
        loudest = std::max(loudest, stroke.loudness);

    QByteArray wave;
    QDataStream out(&wave, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    const auto bytes = static_cast<quint32>(samples.size() * 2);
    out.writeRawData("RIFF", 4);
    out << static_cast<quint32>(36 + bytes);
    out.writeRawData("WAVEfmt ", 8);
    out << quint32{16} << quint16{1} << quint16{1} << quint32{kRate} << quint32{kRate * 2} << quint16{2} << quint16{16};
    out.writeRawData("data", 4);
    out << bytes;
    for (const double sample : samples)
        out << static_cast<qint16>(std::lround(sample / peak * loudest * 32'000));
    return wave;
}

} // namespace

const QStringList &shippedSounds()
{
    static const QStringList names{kAlarmSound, kSoftSound, kRetractionSound};
    return names;
}

QByteArray soundData(const QString &name)
{
    if (name == kAlarmSound)
        return waveOf({{0, 880, 0.8, 0.25}, {0.22, 1'108.7, 0.85, 0.25}, {0.44, 1'318.5, 0.9, 0.4}, {1.1, 880, 0.8, 0.25}, {1.32, 1'108.7, 0.85, 0.25}, {1.54, 1'318.5, 0.9, 0.5}}, 2.8);
    if (name == kSoftSound)
        return waveOf({{0, 523.3, 0.35, 0.35}}, 1.2);
    if (name == kRetractionSound)
        return waveOf({{0, 659.3, 0.6, 0.3}, {0.35, 440, 0.6, 0.5}}, 1.7);
    return {};
}

QString soundPath(const QString &sound)
{
    static std::mutex mutex;
    static std::map<QString, int> files;
    if (!shippedSounds().contains(sound))
        return sound;
    const std::scoped_lock lock(mutex);
    if (!files.contains(sound)) {
        const QByteArray wave = soundData(sound);
        const int file = ::memfd_create("tocsin-sound", MFD_CLOEXEC);
        if (file < 0 || ::write(file, wave.constData(), static_cast<size_t>(wave.size())) != wave.size())
            return {};
        files[sound] = file; // as long as the program
    }
    return u"/proc/self/fd/%1"_s.arg(files[sound]);
}

} // namespace tocsin::alarms
