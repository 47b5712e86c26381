// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowredecoding.h"

#include "ui/models/alerttablemodel.h"
#include "ui/widgets/alerttable.h"
#include "ui/widgets/detailpane.h"

#include <QAction>
#include <QLocale>
#include <QMenu>

#include <algorithm>
#include <climits>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kLongestWhy = 160;

// Neighbours as one range: a selection may be the whole archive.
std::vector<archive::RowChanges::Range> rangesOf(std::vector<int64_t> rows)
{
    std::ranges::sort(rows);
    std::vector<archive::RowChanges::Range> ranges;
    for (const int64_t row : rows) {
        if (ranges.empty() || row > ranges.back().last + 1)
            ranges.push_back({row, row});
        else
            ranges.back().last = row;
    }
    return ranges;
}

} // namespace

WindowRedecoding::WindowRedecoding(services::SchemaDoctor &doctor, AlertTable &table, AlertTableModel &model, DetailPane &detail, QAction &action, QObject *parent)
    : QObject(parent), m_doctor(doctor), m_table(table), m_model(model), m_detail(detail), m_action(action)
{
    connect(&action, &QAction::triggered, this, [this] { m_running ? m_doctor.stopDecodingAgain() : start(); });
    connect(&table, &AlertTable::menuOpening, this, [this](QMenu *menu) { menu->addAction(&m_action); });
    connect(&doctor, &services::SchemaDoctor::decodingAgain, this, [this](double fraction) {
        if (m_running)
            Q_EMIT said(tr("Decoding again, %1").arg(QString::number(static_cast<int>(fraction * 100)) + u"\u00a0%"_s), false);
    });
    connect(&doctor, &services::SchemaDoctor::decodedAgain, this, &WindowRedecoding::finish);
    present();
}

void WindowRedecoding::setEnabled(bool selected)
{
    m_selected = selected;
    present();
}

void WindowRedecoding::present()
{
    m_action.setText(m_running ? tr("Stop decoding") : tr("Decode again"));
    m_action.setEnabled(m_running || m_selected);
}

void WindowRedecoding::start()
{
    const QList<qint64> selected = m_table.selectedRows();
    if (selected.isEmpty())
        return;
    m_running = true;
    present();
    m_doctor.decodeAgain({selected.begin(), selected.end()});
}

void WindowRedecoding::finish(const services::DecodedAgain &result)
{
    m_running = false;
    present();
    // At once; other rows of the same packets follow with the next look at the archive.
    m_model.readAgain(rangesOf(result.rows));
    if (std::ranges::find(result.rows, m_detail.row()) != result.rows.end())
        m_detail.readAgain();
    Q_EMIT said(words(result), !result.stopped.message.isEmpty() && result.stopped.kind != ErrorKind::Interrupted);
}

QString WindowRedecoding::words(const services::DecodedAgain &result)
{
    if (!result.stopped.message.isEmpty())
        return (result.stopped.message + u' ' + result.stopped.remedy).trimmed();
    const services::Redecoding &done = result.done;
    const auto count = [](int64_t rows) { return static_cast<int>(std::min<int64_t>(rows, INT_MAX)); };
    const auto text = [](int64_t rows) { return QLocale().toString(static_cast<qlonglong>(rows)); };
    const auto damaged = static_cast<int64_t>(done.unread.size());
    const int64_t unreadable = done.undecoded + done.waiting + damaged;
    const int64_t all = done.rows + done.waiting + damaged;
    if (all == 0)
        return tr("These rows are no longer in the archive.");
    QString words;
    if (unreadable == 0) {
        words = tr("%Ln row(s) decoded again", nullptr, count(all));
    } else {
        const QString why = done.why.empty() ? tr("their packets are damaged or lost") : QString::fromStdString(done.why).left(kLongestWhy);
        words = tr("%1 of %2 rows decoded again, %3 still cannot be read: %4").arg(text(all - unreadable), text(all), text(unreadable), why);
    }
    if (done.removed > 0)
        words += tr("; %Ln row(s) removed, which their packets do not hold", nullptr, count(done.removed));
    if (done.kept > 0)
        words += tr("; %Ln marked row(s) kept, which their packets do not hold", nullptr, count(done.kept));
    return words.endsWith(u'.') ? words : words + u'.';
}

} // namespace tocsin::ui
