// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/schemamemory.h"
#include "core/services/schemauses.h"

#include <QDialog>

#include <vector>

class QTreeWidget;

namespace tocsin::ui {

// What is new in a survey's packets: which fields came, went or changed, and what that breaks. Opened with open(), deletes
// itself.
class SchemaDialog final : public QDialog
{
    Q_OBJECT
public:
    SchemaDialog(const services::SchemaChange &change, const std::vector<services::BrokenUse> &uses, QWidget *parent);

Q_SIGNALS:
    void putAside(); // it need not be said any more

private:
    void fill();
    void copy();

    const services::SchemaChange m_change;
    const QStringList m_broken;
    QTreeWidget *m_fields;
};

} // namespace tocsin::ui
