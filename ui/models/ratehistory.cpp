// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ratehistory.h"

#include <algorithm>
#include <limits>

namespace tocsin::ui {

void RateHistory::advance(qint64 nowUs)
{
    const qint64 bin = nowUs / kBinUs;
    if (m_lastBin < 0) {
        m_lastBin = bin;
        return;
    }
    const auto steps = static_cast<size_t>(std::clamp<qint64>(bin - m_lastBin, 0, kBins));
    std::ranges::rotate(m_bins, m_bins.begin() + static_cast<std::ptrdiff_t>(steps));
    std::fill(m_bins.end() - static_cast<std::ptrdiff_t>(steps), m_bins.end(), 0);
    m_lastBin = std::max(bin, m_lastBin);
}

void RateHistory::take(qint64 total, qint64 nowUs)
{
    advance(nowUs);
    const qint64 fresh = total >= m_lastTotal ? total - m_lastTotal : total;
    m_lastTotal = total;
    const qint64 sum = m_bins.back() + fresh;
    m_bins.back() = static_cast<int>(std::min<qint64>(sum, std::numeric_limits<int>::max()));
}

QList<int> RateHistory::bins(qint64 nowUs) const
{
    RateHistory seen = *this;
    seen.advance(nowUs);
    return {seen.m_bins.begin(), seen.m_bins.end()};
}

} // namespace tocsin::ui
