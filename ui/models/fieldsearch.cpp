// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fieldsearch.h"

#include <QMetaObject>

namespace tocsin::ui {

FieldSearch::FieldSearch(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

FieldSearch::~FieldSearch()
{
    m_ending = true;
    m_pool.clear();
    m_pool.waitForDone();
}

void FieldSearch::cancel()
{
    ++m_newest;
}

void FieldSearch::find(const std::shared_ptr<const FieldNodes> &nodes, const QString &text, bool onlyChanges)
{
    const quint64 mine = ++m_newest;
    m_pool.start([this, nodes, text, onlyChanges, mine] {
        const auto stale = [this, mine] { return m_ending || m_newest != mine; };
        const std::shared_ptr<const FieldNodes> part = nodes->filtered(text, onlyChanges, stale);
        if (!part)
            return;
        // It points into the same packet, and keeps it.
        std::shared_ptr<const FieldNodes> kept(part.get(), [part, nodes](const FieldNodes *) {});
        QMetaObject::invokeMethod(
            this,
            [this, kept, mine] {
                if (m_newest == mine)
                    Q_EMIT found(kept);
            },
            Qt::QueuedConnection);
    });
}

void FieldSearch::write(const std::shared_ptr<const FieldNodes> &nodes, const decoders::FieldTree *tree, bool json)
{
    m_pool.start([this, nodes, tree, json] {
        if (m_ending)
            return;
        const QString text = json ? wholeJson(*tree) : wholeText(*tree);
        QMetaObject::invokeMethod(this, [this, text] { Q_EMIT written(text); }, Qt::QueuedConnection);
    });
}

} // namespace tocsin::ui
