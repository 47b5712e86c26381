// SPDX-License-Identifier: GPL-3.0-or-later
// What the window gives to those who look after schemas.
#include "core/services/schemauses.h"
#include "core/services/streammanager.h"
#include "core/streams/mappingoption.h"
#include "ui/dialogs/streamcommands.h"
#include "ui/mainwindow.h"
#include "ui/mainwindowactions.h"
#include "ui/models/alerttablemodel.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/savedfilters.h"
#include "ui/windowcolours.h"
#include "ui/windowredecoding.h"
#include "ui/windowschemas.h"

namespace tocsin::ui {

void MainWindow::wireSchemas()
{
    if (!m_services.schemas)
        return;
    auto *schemas = new WindowSchemas(*m_services.schemas, m_services.archive, *m_alerts, *m_detail, *m_schemaBanner, [this] { return fieldUses(); });
    connect(schemas, &WindowSchemas::said, m_status, &WindowStatus::say);
    connect(schemas, &WindowSchemas::registryWanted, this, [this](const QString &stream) {
        if (const streams::StreamConfig *config = m_services.manager.find(stream))
            m_commands->edit(config->uuid);
    });
    m_redecoding = new WindowRedecoding(*m_services.schemas, *m_table, *m_alerts, *m_detail, *m_actions->decodeAgain, this);
    connect(m_redecoding, &WindowRedecoding::said, m_status, &WindowStatus::say);
}

// What a person has made that names fields of packets.
std::vector<services::FieldUse> MainWindow::fieldUses() const
{
    using Kind = services::FieldUse::Kind;
    std::vector<services::FieldUse> uses;
    for (int i = 0; i < m_alerts->columnCount(); ++i) {
        const AlertColumnSpec &column = m_alerts->column(i);
        if (column.kind == CellKind::Packet)
            uses.push_back({Kind::Column, columnTitle(column).toStdString(), {services::fieldPath(column.path)}});
    }
    for (const SavedFilter &saved : m_filter->saved()->filters()) {
        const auto compiled = filter::Filter::compile(saved.text.toStdString(), m_filter->catalogue());
        if (const auto *valid = std::get_if<filter::Filter>(&compiled))
            uses.push_back({Kind::Filter, saved.name.toStdString(), services::fieldPaths(valid->root())});
    }
    const ColourRules &rules = m_colours->rules();
    for (qsizetype i = 0; i < rules.rules().size(); ++i) {
        if (const auto &condition = rules.filters()[static_cast<size_t>(i)])
            uses.push_back({Kind::ColourRule, rules.rules()[i].name.toStdString(), services::fieldPaths(condition->root())});
    }
    for (const streams::StreamConfig &config : m_services.manager.configs()) {
        if (const auto mapping = streams::mappingOf(config.values))
            uses.push_back({Kind::Mapping, config.name.toStdString(), services::fieldPaths(*mapping)});
    }
    return uses;
}

} // namespace tocsin::ui
