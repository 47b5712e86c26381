// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowcolours.h"

#include "ui/dialogs/colourrulesdialog.h"
#include "ui/mainwindowprofile.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/minimap.h"

#include <QHBoxLayout>
#include <QJsonDocument>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kRules = u"colourRules"_s; // a JSON array of {name, condition, colour, enabled}, in their order

}

WindowColours::WindowColours(archive::Archive &archive, AlertTable &table, AlertTableModel &model, MainWindowProfile &profile, QWidget *window)
    : QObject(window), m_profile(profile), m_window(window), m_area(new QWidget(window)), m_colours(archive, model),
      m_strip(new Minimap(table, model, m_colours, m_area))
{
    table.setColours(m_colours);
    auto *row = new QHBoxLayout(m_area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(&table, 1);
    row->addWidget(m_strip);
    connect(&table, &AlertTable::colourWanted, this, &WindowColours::edit);
    connect(&m_colours, &RowColours::failed, this, &WindowColours::failed);
    connect(&m_colours, &RowColours::marksChanged, this, &WindowColours::sayUnread);
}

void WindowColours::restore()
{
    const QString kept = m_profile.text(kRules);
    m_own = kept.isEmpty() ? ColourRules::shipped() : ColourRules::fromJson(QJsonDocument::fromJson(kept.toUtf8()).array());
    use();
}

void WindowColours::setByRules(const QList<ColourRule> &rules)
{
    if (rules == m_byRules)
        return;
    m_byRules = rules;
    use();
}

void WindowColours::use()
{
    m_colours.setRules(m_byRules.isEmpty() ? m_own : ColourRules(m_byRules + m_own.rules()));
}

// Once for each that is damaged: a row without a colour looks like one that passes no rule.
void WindowColours::sayUnread()
{
    const qint64 unread = m_colours.unreadRows();
    if (unread > m_unread)
        Q_EMIT said(tr("%n row(s) could not be judged by the colour rules, their packets are damaged: “tocsin archive verify” tells which.", nullptr,
                       static_cast<int>(unread)));
    m_unread = std::max(m_unread, unread);
}

void WindowColours::edit(const QString &proposed)
{
    auto *dialog = new ColourRulesDialog(m_own, proposed, m_window);
    QHash<QString, qint64> unread;
    for (int i = 0; i < static_cast<int>(m_own.rules().size()); ++i)
        unread.insert(m_own.rules()[i].condition, m_colours.unreadOf(i + static_cast<int>(m_byRules.size())));
    dialog->setUnread(unread);
    connect(dialog, &ColourRulesDialog::applied, this, [this](const ColourRules &rules) {
        m_own = rules;
        use();
        m_profile.setText(kRules, QString::fromUtf8(QJsonDocument(rules.toJson()).toJson(QJsonDocument::Compact)));
        Q_EMIT changed();
    });
    dialog->open();
}

} // namespace tocsin::ui
