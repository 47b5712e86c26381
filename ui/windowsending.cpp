// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windowsending.h"

#include "core/archive/storedfields.h"
#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/templatesdialog.h"
#include "ui/mainwindowactions.h"
#include "ui/mainwindowprofile.h"
#include "ui/models/alerttablemodel.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QPointer>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using templates::Kind;
using templates::ReadyTemplate;
using templates::Template;

namespace {

const QString kTemplates = u"templates"_s; // as templatesToJson() writes them
constexpr qsizetype kLookedAt = 20; // rows that decide what a menu offers
constexpr size_t kSearchedForPages = 1'000; // rows: many may be of one object
constexpr size_t kLong = 2'000; // rows that take a while

Template positionText(const QString &text)
{
    return {.id = u"own-position"_s, .kind = Kind::Text, .name = u"position"_s, .text = text, .condition = u"has(ra) and has(dec)"_s};
}

} // namespace

WindowSending::WindowSending(AlertTable &table, AlertTableModel &model, MainWindowActions &actions, archive::Archive &archive, MainWindowProfile &profile,
                             QWidget *window)
    : QObject(window), m_table(table), m_model(model), m_actions(actions), m_profile(profile), m_window(window), m_restricted(profile, this),
      m_work(archive)
{
    connect(&m_restricted, &RestrictedRows::changed, this, &WindowSending::changed);
    const auto copyPosition = [this](const QAction *action, const QString &text) {
        connect(action, &QAction::triggered, this, [this, text] { copyTemplate(positionText(text)); });
    };
    copyPosition(actions.copyDegrees, u"{ra} {dec}"_s);
    copyPosition(actions.copySexagesimal, u"{ra_hms} {dec_dms}"_s);
    connect(actions.copyCells, &QAction::triggered, this, [this] { copy(tr("cells"), cellsText(m_table.shownColumns())); });
    connect(actions.copyCsv, &QAction::triggered, this, [this] { copy(tr("CSV"), csvText(m_table.shownKeys())); });
    connect(actions.copyJson, &QAction::triggered, this, [this] { copy(tr("JSON lines"), jsonText()); });
    connect(actions.copyIds, &QAction::triggered, this, [this] { copy(tr("IDs"), idText()); });
    connect(actions.editTemplates, &QAction::triggered, this, &WindowSending::showTemplates);
    connect(actions.openMenu, &QMenu::aboutToShow, this, [this] { fillOpenMenu(*m_actions.openMenu); });
    connect(actions.copyMenu, &QMenu::aboutToShow, this, [this] { fillCopyMenu(*m_actions.copyMenu); });
    connect(actions.openIn, &QAction::triggered, this, [this] { popUp(m_actions.openMenu); });
    connect(actions.copyAs, &QAction::triggered, this, [this] { popUp(m_actions.copyMenu); });
    connect(&table, &AlertTable::menuOpening, this, [this](QMenu *menu) {
        menu->addMenu(m_actions.openMenu);
        menu->addMenu(m_actions.copyMenu);
    });
    connect(&table, &AlertTable::copyWanted, this, [this](AlertTable::Copying what) {
        (what == AlertTable::Copying::Cells         ? m_actions.copyCells
             : what == AlertTable::Copying::Degrees ? m_actions.copyDegrees
                                                    : m_actions.copySexagesimal)
            ->trigger();
    });
    connect(&table, &AlertTable::textCopyWanted, this, [this](const QString &text, bool restricted) {
        whenAllowed(restricted ? 1 : 0, [text] { QGuiApplication::clipboard()->setText(text); });
    });
    connect(&m_work, &RowWork::failed, this, [this](const Error &error) { Q_EMIT said(error.message); });
}

void WindowSending::restore()
{
    useTemplates(templates::templatesFromJson(m_profile.text(kTemplates).toUtf8()));
}

void WindowSending::useTemplates(std::vector<Template> all)
{
    m_templates = std::move(all);
    m_ready.clear();
    for (const Template &spec : m_templates) {
        auto made = ReadyTemplate::make(spec);
        if (auto *ready = std::get_if<ReadyTemplate>(&made); ready && !spec.hidden)
            m_ready.push_back(std::move(*ready));
    }
}

void WindowSending::setEnabled(bool selected)
{
    for (QAction *action : {m_actions.copyDegrees, m_actions.copySexagesimal, m_actions.copyCells, m_actions.copyCsv, m_actions.copyJson, m_actions.copyIds,
                            m_actions.copyAs, m_actions.openIn, m_actions.copyMenu->menuAction(), m_actions.openMenu->menuAction()})
        action->setEnabled(selected);
}

std::vector<int64_t> WindowSending::rows() const
{
    const QList<qint64> selected = m_table.selectedRows();
    return {selected.begin(), selected.end()};
}

std::vector<std::shared_ptr<const Alert>> WindowSending::rowsAtHand() const
{
    std::vector<std::shared_ptr<const Alert>> alerts;
    const QList<qint64> selected = m_table.selectedRows();
    for (qsizetype i = 0; i < std::min(selected.size(), kLookedAt); ++i) {
        const int row = m_model.indexOf(selected[i]);
        if (const AlertRecord *record = row >= 0 ? m_model.recordAt(row) : nullptr)
            alerts.push_back(record->alert);
    }
    return alerts;
}

void WindowSending::fill(QMenu &menu, Kind kind)
{
    const std::vector<std::shared_ptr<const Alert>> alerts = rowsAtHand();
    const UtcTime now = UtcTime::now();
    int number = 0;
    for (const ReadyTemplate &ready : m_ready) {
        // Rows that are still being read are judged when they are there.
        const bool offered = alerts.empty() || std::ranges::any_of(alerts, [&](const auto &alert) { return ready.isOfferedFor(*alert, now); });
        if (ready.spec().kind != kind || !offered)
            continue;
        QString name = ready.spec().name;
        name.replace(u'&', u"&&"_s);
        QAction *action = menu.addAction(++number < 10 ? u"&%1  %2"_s.arg(number).arg(name) : name);
        if (kind == Kind::Link)
            connect(action, &QAction::triggered, this, [this, ready] { open(ready); });
        else
            connect(action, &QAction::triggered, this, [this, spec = ready.spec()] { copyTemplate(spec); });
    }
    if (number == 0)
        menu.addAction(kind == Kind::Link ? tr("No page for this row") : tr("No text for this row"))->setEnabled(false);
}

void WindowSending::fillOpenMenu(QMenu &menu)
{
    menu.clear();
    fill(menu, Kind::Link);
    menu.addSeparator();
    menu.addAction(m_actions.editTemplates);
}

void WindowSending::fillCopyMenu(QMenu &menu)
{
    menu.clear();
    menu.addActions({m_actions.copyDegrees, m_actions.copySexagesimal, m_actions.copyCells});
    menu.addSeparator();
    menu.addActions({m_actions.copyCsv, m_actions.copyJson, m_actions.copyIds});
    menu.addSeparator();
    fill(menu, Kind::Text);
    menu.addSeparator();
    menu.addAction(m_actions.editTemplates);
}

// By key: where the current row is, else in the middle of the table.
void WindowSending::popUp(QMenu *menu)
{
    const QRect row = m_table.visualRect(m_table.currentIndex());
    const QRect area = m_table.viewport()->rect();
    const QPoint at = area.intersects(row) ? QPoint(area.center().x() / 2, row.bottom()) : area.center();
    menu->popup(m_table.viewport()->mapToGlobal(at));
}

void WindowSending::copyTemplate(const Template &spec)
{
    const auto made = ReadyTemplate::make(spec);
    const auto missing = std::make_shared<std::set<std::string>>();
    copy(spec.name, templateText(std::get<ReadyTemplate>(made), missing), missing);
}

void WindowSending::copy(const QString &what, RowText text, const std::shared_ptr<std::set<std::string>> &missing)
{
    std::vector<int64_t> wanted = rows();
    if (wanted.empty())
        return;
    if (wanted.size() > kLong)
        Q_EMIT said(tr("Copying %1 rows…").arg(QLocale().toString(static_cast<qulonglong>(wanted.size()))));
    m_work.run([this, what, wanted = std::move(wanted), text = std::move(text), missing](archive::Reader &reader, const RowWork::Stale &stale) -> Result<RowWork::Answer> {
        Result<WrittenRows> written = writeRows(reader, wanted, text, stale);
        if (!written)
            return written.error();
        return RowWork::Answer([this, what, written = std::move(written.value()), missing] {
            handleCopied(what, written, missing ? *missing : std::set<std::string>());
        });
    });
}

void WindowSending::handleCopied(const QString &what, const WrittenRows &written, const std::set<std::string> &missing)
{
    if (written.rows == 0) {
        Q_EMIT said(tr("Nothing was copied: no selected row has what “%1” needs.").arg(what));
        return;
    }
    whenAllowed(written.restricted, [this, what, written, missing] { putOnClipboard(what, written, missing); });
}

void WindowSending::whenAllowed(qint64 restricted, const std::function<void()> &copy)
{
    if (restricted == 0 || m_restricted.mayGoTo(RestrictedRows::clipboard())) {
        copy();
        return;
    }
    m_restricted.ask(RestrictedRows::clipboard(), tr("Copy restricted alerts?"),
                     tr("Restricted alerts among these rows: %1. Whatever reads the clipboard, and whoever reads what you paste, has them then. "
                        "You are asked once for the clipboard.")
                         .arg(QLocale().toString(restricted)),
                     tr("Copy"), m_window, copy);
}

void WindowSending::putOnClipboard(const QString &what, const WrittenRows &written, const std::set<std::string> &missing)
{
    QGuiApplication::clipboard()->setText(written.text);
    QString text = tr("%1: %2 rows are on the clipboard.").arg(what, QLocale().toString(written.rows));
    if (written.rows == 1)
        text = tr("%1: one row is on the clipboard.").arg(what);
    if (written.full)
        text += u' ' + tr("That is all it takes; Export writes the others as well.");
    if (written.leftOut > 0)
        text += u' ' + tr("Left out for want of a value: %1.").arg(QLocale().toString(written.leftOut));
    if (!missing.empty()) {
        QStringList names;
        for (const std::string &name : missing)
            names << QString::fromStdString(name);
        text += u' ' + tr("Not sent by some: %1.").arg(names.join(u", "_s));
    }
    Q_EMIT said(text);
}

void WindowSending::open(const ReadyTemplate &ready)
{
    m_work.run([this, ready, wanted = rows()](archive::Reader &reader, const RowWork::Stale &) -> Result<RowWork::Answer> {
        const auto alerts = reader.alerts(std::span(wanted).first(std::min(wanted.size(), kSearchedForPages)));
        if (!alerts)
            return alerts.error();
        const UtcTime now = UtcTime::now();
        QList<QUrl> pages;
        QString refusal;
        bool restricted = false;
        for (const auto &alert : alerts.value()) {
            if (pages.size() > kMostPages || !ready.meets(*alert, now))
                continue;
            archive::StoredFields packet(reader, alert->row, static_cast<size_t>(alert->record));
            const Result<QUrl> page = ready.link(*alert, &packet);
            if (!page)
                refusal = page.error().message;
            else if (!pages.contains(page.value()))
                pages << page.value();
            restricted = restricted || (page && alert->access == "restricted");
        }
        return RowWork::Answer([this, name = ready.spec().name, pages, restricted, refusal] { handlePages(name, pages, restricted, refusal); });
    });
}

void WindowSending::handlePages(const QString &name, const QList<QUrl> &pages, bool restricted, const QString &refusal)
{
    if (pages.isEmpty()) {
        Q_EMIT said(refusal.isEmpty() ? tr("No selected row has a page in %1.").arg(name) : tr("%1 was not opened: %2").arg(name, refusal));
        return;
    }
    if (pages.size() > kMostPages)
        Q_EMIT said(tr("More than %n page(s): only the first are opened.", nullptr, kMostPages));
    const QList<QUrl> first = pages.first(std::min<qsizetype>(pages.size(), kMostPages));
    const QString host = first.constFirst().host();
    const bool told = !restricted || m_restricted.mayGoTo(RestrictedRows::webHost(host));
    if (first.size() <= kPagesUnasked && told) {
        openPages(first);
        return;
    }
    const QString count = tr("Open %n page(s)", nullptr, static_cast<int>(first.size()));
    QString text = tr("Host: %1.").arg(host);
    if (!told)
        text += u' ' + tr("Some of these alerts are restricted: %1 would learn of them.").arg(host);
    auto *dialog = new AskDialog(told ? tr("Open %n page(s)?", nullptr, static_cast<int>(first.size())) : tr("Open pages about restricted alerts?"), text, m_window);
    dialog->addCancel();
    dialog->addAnswer(1, count, false);
    connect(dialog, &AskDialog::answered, this, [this, first, host, restricted] {
        if (restricted)
            m_restricted.allow(RestrictedRows::webHost(host)); // asked once
        openPages(first);
    });
    dialog->open();
}

void WindowSending::openPages(const QList<QUrl> &pages)
{
    for (const QUrl &page : pages) {
        if (!QDesktopServices::openUrl(page)) {
            Q_EMIT said(tr("Nothing on this computer opens web pages. The address: %1").arg(page.toString(QUrl::FullyEncoded)));
            return;
        }
    }
    Q_EMIT said(pages.size() == 1 ? tr("Opened %1").arg(pages.constFirst().toString(QUrl::FullyEncoded)) : tr("Opened %n page(s).", nullptr, static_cast<int>(pages.size())));
}

void WindowSending::showTemplates()
{
    const std::vector<std::shared_ptr<const Alert>> alerts = rowsAtHand();
    auto *dialog = new TemplatesDialog(m_templates, alerts.empty() ? nullptr : alerts.front(), m_window);
    connect(dialog, &TemplatesDialog::saved, this, [this](const std::vector<Template> &all) {
        useTemplates(all);
        m_profile.setText(kTemplates, QString::fromUtf8(templates::templatesToJson(all)));
        Q_EMIT changed();
    });
    dialog->open();
    if (alerts.empty())
        return;
    m_work.run([alert = alerts.front(), dialog = QPointer(dialog)](archive::Reader &reader, const RowWork::Stale &) -> Result<RowWork::Answer> {
        archive::StoredFields packet(reader, alert->row, static_cast<size_t>(alert->record));
        const decoders::FieldTree *tree = packet.tree();
        if (!tree)
            return RowWork::Answer();
        return RowWork::Answer([dialog, fields = std::make_shared<const decoders::FieldTree>(*tree)] {
            if (dialog)
                dialog->setSampleFields(fields);
        });
    });
}

} // namespace tocsin::ui
