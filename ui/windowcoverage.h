// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/coveragewatch.h"
#include "core/services/topiclookup.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace tocsin::services {
class StreamManager;
}

namespace tocsin::ui {

class CoverageRibbon;
class StreamList;
class StreamModel;

// Ties the ribbon to the archive, the streams and their fetches: shows the selected stream, else all; asks again while it can
// be seen. Main thread; owned by the window, as all of them; the archive outlives it.
class WindowCoverage final : public QObject
{
    Q_OBJECT
public:
    WindowCoverage(services::StreamManager &manager, archive::Archive &archive, StreamModel &model, StreamList &list, CoverageRibbon &ribbon, QObject *parent);

Q_SIGNALS:
    void said(const QString &message, bool bad); // for the status bar

private:
    void ask();
    void showBands();
    void askBroker(const QString &uuid);
    void handleFinished(const QString &uuid);
    [[nodiscard]] qint64 sinceUs() const;

    services::StreamManager &m_manager;
    StreamModel &m_model;
    StreamList &m_list;
    CoverageRibbon &m_ribbon;
    QTimer m_timer;
    QElapsedTimer m_asked;
    struct Answer {
        QElapsedTimer asked;
        std::vector<streams::LaneEnds> ends;
    };
    QHash<QString, Answer> m_answers; // of brokers, by stream
    services::TopicLookup m_lookup;
    services::CoverageWatch m_watch;
};

} // namespace tocsin::ui
