// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/fieldnodes.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>

namespace tocsin::ui {

// Looks through the lines of a packet's tree, and writes large parts of it out, on a thread of its own. Of searches only the
// newest is answered. Lives on the main thread.
class FieldSearch final : public QObject
{
    Q_OBJECT
public:
    explicit FieldSearch(QObject *parent = nullptr);
    ~FieldSearch() override;
    void find(const std::shared_ptr<const FieldNodes> &nodes, const QString &text, bool onlyChanges);
    void cancel(); // no answer comes any more
    // `nodes` keeps what `tree` points to.
    void write(const std::shared_ptr<const FieldNodes> &nodes, const decoders::FieldTree *tree, bool json);

Q_SIGNALS:
    void found(const std::shared_ptr<const tocsin::ui::FieldNodes> &nodes);
    void written(const QString &text);

private:
    std::atomic<quint64> m_newest{0};
    std::atomic<bool> m_ending{false};
    QThreadPool m_pool; // last: it is waited for first
};

} // namespace tocsin::ui
