// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

#include <array>

namespace tocsin::ui {

// Messages of the last two hours in bins of five minutes: what a stream's sparkline shows. A plain value.
class RateHistory
{
public:
    static constexpr int kBins = 24;
    static constexpr qint64 kBinUs = 300ll * 1'000'000;

    // `total` is the stream's running count; a count below the last one starts anew.
    void take(qint64 total, qint64 nowUs);
    // Oldest first; as seen at `nowUs`.
    [[nodiscard]] QList<int> bins(qint64 nowUs) const;

private:
    void advance(qint64 nowUs);

    std::array<int, kBins> m_bins{};
    qint64 m_lastBin = -1;
    qint64 m_lastTotal = 0;
};

} // namespace tocsin::ui
