// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowfilter.h"

#include "core/filter/helppage.h"
#include "core/filter/reading.h"
#include "ui/dialogs/addfielddialog.h"
#include "ui/dialogs/helppagedialog.h"
#include "ui/mainwindowprofile.h"
#include "ui/models/alerttablemodel.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/columnsets.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/filterrow.h"
#include "ui/widgets/savedfilters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QRegularExpression>

#include <algorithm>
#include <string>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLearnMs = 2'000; // what is on the screen hardly changes while somebody types
constexpr int kLookedAt = 200; // rows of the largest screen, and of a table that has no height yet
const QString kSaved = u"savedFilters"_s; // a JSON array of {name, text}, in their order
const QString kSets = u"columnSets"_s;
const QString kHistory = u"filterHistory"_s; // one a line, the newest first

} // namespace

WindowFilter::WindowFilter(FilterRow &row, AlertTable &table, ColumnSets &sets, AlertTableModel &model, DetailPane &detail,
                           MainWindowProfile &profile, QObject *parent)
    : QObject(parent), m_row(row), m_table(table), m_model(model), m_profile(profile)
{
    connect(&row, &FilterRow::filterChanged, this, [this](const std::shared_ptr<const filter::Filter> &filter) {
        m_wanted = filter;
        apply();
    });
    connect(&row, &FilterRow::stopWanted, &model, &AlertTableModel::stopSearch);
    table.installEventFilter(this);
    connect(&row, &FilterRow::filterChanged, &sets, [&sets](const std::shared_ptr<const filter::Filter> &filter) {
        sets.setOnlyStream(filter ? filter::onlyStream(*filter) : std::nullopt);
    });
    connect(&sets, &ColumnSets::changed, this, [this, &sets] {
        m_profile.setObject(kSets, sets.save());
        Q_EMIT changed();
    });
    connect(&table, &AlertTable::fieldWanted, this, [&row, &table] {
        auto *dialog = new AddFieldDialog(row.catalogue(), table.window());
        connect(dialog, &AddFieldDialog::chosen, &table, &AlertTable::addColumn);
        dialog->open();
    });
    connect(&row, &FilterRow::left, &table, [&table] { table.setFocus(Qt::OtherFocusReason); });
    connect(&table, &AlertTable::conditionWanted, &row, &FilterRow::narrow);
    connect(&detail, &DetailPane::conditionWanted, &row, &FilterRow::narrow);
    connect(&detail, &DetailPane::columnWanted, this, [&row, &table](const QString &path) {
        const auto field = filter::namedField(path.toStdString(), row.catalogue());
        if (const auto *named = std::get_if<filter::NamedField>(&field))
            table.addColumn(*named);
    });
    connect(&row, &FilterRow::samplesWanted, this, &WindowFilter::learn);
    connect(&row, &FilterRow::helpWanted, this, &WindowFilter::showHelp);
    connect(&row, &FilterRow::historyChanged, this, [this](const QStringList &history) {
        m_profile.setText(kHistory, history.join(u'\n'));
        Q_EMIT changed();
    });
    connect(row.saved(), &SavedFilters::changed, this, [this] {
        QJsonArray list;
        for (const SavedFilter &filter : m_row.saved()->filters())
            list << QJsonObject{{u"name"_s, filter.name}, {u"text"_s, filter.text}};
        m_profile.setText(kSaved, QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact)));
        Q_EMIT changed();
    });
    connect(&detail, &DetailPane::packetShown, &row, [&row](const std::shared_ptr<const LoadedPacket> &packet) {
        if (!packet->alert)
            return;
        row.catalogue().add(*packet->alert);
        if (!packet->fields.is_null())
            row.catalogue().add(packet->alert->format, packet->fields);
    });
}

void WindowFilter::restore()
{
    QList<SavedFilter> saved;
    for (const QJsonValue &each : QJsonDocument::fromJson(m_profile.text(kSaved).toUtf8()).array()) {
        if (const QJsonObject filter = each.toObject(); !filter[u"text"_s].toString().isEmpty())
            saved << SavedFilter{filter[u"name"_s].toString(), filter[u"text"_s].toString()};
    }
    m_row.saved()->setFilters(saved);
    m_row.setHistory(m_profile.text(kHistory).split(u'\n', Qt::SkipEmptyParts));
}

void WindowFilter::setHidesIgnored(bool hides)
{
    if (std::exchange(m_hidesIgnored, hides) != hides)
        apply();
}

void WindowFilter::apply()
{
    static const QRegularExpression kAsks(u"\\bignored\\b"_s);
    const std::string text = m_wanted ? m_wanted->text() : std::string();
    if (m_hidesIgnored && !kAsks.match(QString::fromStdString(text)).hasMatch()) {
        const auto compiled = filter::Filter::compile(text.empty() ? "not ignored" : "(" + text + ") and not ignored", m_row.catalogue());
        if (const auto *filter = std::get_if<filter::Filter>(&compiled))
            return m_model.setFilter(std::make_shared<const filter::Filter>(*filter));
    }
    m_model.setFilter(m_wanted);
}

bool WindowFilter::eventFilter(QObject *watched, QEvent *event)
{
    // Escape in the table stops a search that runs before it does anything else.
    if (watched == &m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_row.stop())
        return true;
    return QObject::eventFilter(watched, event);
}

void WindowFilter::learn()
{
    if (m_sinceLearning.isValid() && m_sinceLearning.elapsed() < kLearnMs)
        return;
    m_sinceLearning.start();
    const int first = m_table.rowAt(0);
    if (first < 0)
        return; // not laid out yet
    const int below = m_table.rowAt(m_table.viewport()->height() - 1);
    const int last = below < 0 ? m_model.rowCount() - 1 : below;
    for (int row = first; row <= std::min(last, first + kLookedAt); ++row) {
        if (const AlertRecord *record = m_model.recordAt(row))
            m_row.catalogue().add(*record->alert);
    }
}

void WindowFilter::showHelp()
{
    (new HelpPageDialog(tr("Filter language"), filter::helpPage(), m_table.window()))->open();
}

} // namespace tocsin::ui
