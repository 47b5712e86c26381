// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/archivedialog.h"

#include "ui/dialogs/askdialog.h"
#include "ui/dialogs/upkeepdialog.h"
#include "ui/models/streamwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

QString gapReason(const archive::StoredGap &gap)
{
    const QString why = QString::fromStdString(gap.why);
    if (why == u"expired"_s)
        return ArchiveDialog::tr("The broker had deleted them already");
    if (why == u"topic-recreated"_s)
        return ArchiveDialog::tr("The topic was made anew");
    if (why == u"too-large"_s)
        return ArchiveDialog::tr("Larger than is taken");
    if (why == u"damaged"_s)
        return ArchiveDialog::tr("Lost by the archive when it was damaged");
    if (why == u"refused"_s)
        return ArchiveDialog::tr("Refused by the archive");
    return ArchiveDialog::tr("Not known");
}

QString shortTime(UtcTime time)
{
    return time.isValid() ? QString::fromStdString(time.iso()).left(19).replace(u'T', u' ') : QStringLiteral("—");
}

} // namespace

ArchiveDialog::ArchiveDialog(services::ArchiveWatch &watch, const QString &folder, const QString &trouble, QWidget *parent)
    : QDialog(parent), m_watch(watch), m_grid(new QGridLayout), m_limitsBox(new QWidget(this)), m_size(new QDoubleSpinBox(this)), m_days(new QSpinBox(this)),
      m_apply(new QPushButton(tr("Apply"), this)), m_message(new MessagePanel(this)), m_gapsTitle(new QLabel(this)),
      m_gaps(new QTreeWidget(this)), m_folder(folder), m_trouble(trouble)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Archive"));
    resize(680, 480);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 12);
    column->setSpacing(10);
    column->addWidget(m_message);
    column->addLayout(m_grid);
    makeLimits();
    column->addWidget(m_limitsBox);
    column->addWidget(makeUpkeep());
    column->addWidget(m_gapsTitle);
    column->addWidget(m_gaps, 100);
    auto *close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    column->addStretch();
    column->addWidget(close, 0, Qt::AlignRight);
    m_grid->setHorizontalSpacing(12);
    m_grid->setColumnStretch(1, 1);
    m_gapsTitle->setFont(Theme::font(Theme::Font::Strong));
    m_gaps->setAccessibleName(tr("Gaps"));
    m_gaps->setHeaderLabels({tr("Noticed, UT"), tr("Stream"), tr("Topic"), tr("Partition"), tr("Missed"), tr("Why")});
    m_gaps->header()->setAccessibleName(tr("Columns"));
    m_gaps->hide();
    m_gaps->setRootIsDecorated(false);
    m_gaps->setUniformRowHeights(true);
    m_gaps->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    connect(&watch, &services::ArchiveWatch::told, this, &ArchiveDialog::show_);
    show_(watch.last());
    watch.ask();
}

QWidget *ArchiveDialog::makeUpkeep()
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    using Task = services::ArchiveUpkeep::Task;
    const auto add = [&](const QString &text, const QString &tip) {
        auto *button = new QPushButton(text, box);
        button->setAutoDefault(false);
        button->setToolTip(tip);
        row->addWidget(button);
        return button;
    };
    connect(add(tr("Verify"), tr("Read everything and check it; nothing is changed")), &QPushButton::clicked, this, [this] { lookAfter(Task::Verify); });
    connect(add(tr("Compact"), tr("Give back to the disk what deleted rows left behind")), &QPushButton::clicked, this, [this] { lookAfter(Task::Compact); });
    connect(add(tr("Recover…"), tr("Make a new index when this one is damaged; the old one is kept")), &QPushButton::clicked, this, &ArchiveDialog::askToRecover);
    row->addStretch();
    return box;
}

void ArchiveDialog::lookAfter(services::ArchiveUpkeep::Task task)
{
    auto *dialog = new UpkeepDialog(task, m_folder, this);
    connect(dialog, &UpkeepDialog::recoverWanted, this, &ArchiveDialog::askToRecover);
    connect(dialog, &QDialog::finished, &m_watch, &services::ArchiveWatch::ask);
    dialog->open();
}

void ArchiveDialog::askToRecover()
{
    if (!m_canRecover) {
        auto *told = new AskDialog(tr("The demo's archive is not recovered"), tr("It goes with the demo: leave the demo and start it again."), this);
        told->addCancel();
        told->open();
        return;
    }
    auto *dialog = new AskDialog(tr("Recover the archive?"),
                                 tr("The streams stop and this window closes while a new index is made from the old one and from the packets; then Tocsin opens again. "
                                    "The old index is kept."),
                                 this);
    dialog->addCancel();
    dialog->addAnswer(1, tr("Recover"), false);
    connect(dialog, &AskDialog::answered, this, [this] {
        Q_EMIT recoverWanted();
        close();
    });
    dialog->open();
}

void ArchiveDialog::makeLimits()
{
    auto *row = new QHBoxLayout(m_limitsBox);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    const auto add = [&](const QString &label, QAbstractSpinBox *editor) {
        auto *name = new QLabel(label, m_limitsBox);
        name->setBuddy(editor);
        editor->setAccessibleName(label);
        row->addWidget(name);
        row->addWidget(editor);
    };
    m_size->setDecimals(1);
    m_size->setRange(0.1, 1'000'000);
    m_size->setSuffix(tr(" GB"));
    m_size->setToolTip(tr("Index, packets and column files together. The oldest rows go first, starred and pinned ones never."));
    add(tr("Keep at most"), m_size);
    m_days->setRange(0, 36'500);
    m_days->setSuffix(tr(" days"));
    m_days->setSpecialValueText(tr("as long as there is room"));
    m_days->setToolTip(tr("Rows go when they were received so long ago, starred and pinned ones never."));
    add(tr("and for"), m_days);
    m_apply->setEnabled(false);
    m_apply->setAutoDefault(false);
    row->addWidget(m_apply);
    row->addStretch();
    connect(m_size, &QDoubleSpinBox::valueChanged, this, &ArchiveDialog::handleLimitsEdited);
    connect(m_days, &QSpinBox::valueChanged, this, &ArchiveDialog::handleLimitsEdited);
    connect(m_apply, &QPushButton::clicked, this, &ArchiveDialog::applyLimits);
    m_limitsBox->hide(); // until the archive has told its limits
}

void ArchiveDialog::handleLimitsEdited()
{
    m_edited = true;
    m_apply->setEnabled(true);
}

void ArchiveDialog::applyLimits()
{
    m_edited = false;
    m_apply->setEnabled(false);
    archive::Limits limits{.bytes = m_limits.bytes, .days = m_days->value()};
    // What was not touched stays as it is to the byte.
    if (std::abs(m_size->value() - static_cast<double>(m_limits.bytes) / 1e9) > 0.05)
        limits.bytes = std::llround(m_size->value() * 1e9);
    m_watch.setLimits(limits);
}

void ArchiveDialog::setLine(int row, const QString &label, const QString &value)
{
    if (row >= m_values.size()) {
        auto *name = new QLabel(label, this);
        name->setForegroundRole(QPalette::PlaceholderText);
        auto *text = new QLabel(this);
        text->setTextFormat(Qt::PlainText);
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        text->setWordWrap(true);
        m_grid->addWidget(name, row, 0, Qt::AlignRight | Qt::AlignTop);
        m_grid->addWidget(text, row, 1);
        m_values << text;
    }
    m_values[row]->setText(value);
}

void ArchiveDialog::show_(const services::ArchiveWatch::News &news)
{
    const archive::Info &info = news.info;
    if (!m_trouble.isEmpty())
        m_message->setMessage(MessagePanel::Kind::Bad, tr("Nothing is being written just now"), m_trouble);
    else if (!news.error.message.isEmpty())
        m_message->setMessage(MessagePanel::Kind::Bad, news.error.message, news.error.remedy, news.error.detail);
    else if (!info.notice.isEmpty())
        m_message->setMessage(MessagePanel::Kind::Warn, tr("Worth knowing"), info.notice);
    m_message->setVisible(!m_trouble.isEmpty() || !news.error.message.isEmpty() || !info.notice.isEmpty());
    if (!news.known)
        return;
    int row = 0;
    setLine(row++, tr("Place"), info.place);
    setLine(row++, tr("Alerts"), tr("%1 rows from %2 messages").arg(streamwords::count(info.rows), streamwords::count(info.messages)));
    setLine(row++, tr("Not readable"), streamwords::count(info.undecoded));
    setLine(row++, tr("From, to"), shortTime(info.oldest) + u" … "_s + shortTime(info.newest));
    setLine(row++, tr("Size"), tr("%1 of %2; %3 free on this disk")
                                   .arg(streamwords::bytes(info.bytes), streamwords::bytes(info.quotaBytes), streamwords::bytes(info.freeBytes)));
    setLine(row++, tr("Journal"), info.journal);
    m_limits = {.bytes = info.quotaBytes, .days = info.keepDays};
    if (!m_edited) {
        const QSignalBlocker noSize(m_size);
        const QSignalBlocker noDays(m_days);
        m_size->setValue(static_cast<double>(info.quotaBytes) / 1e9);
        m_days->setValue(info.keepDays);
    }
    m_limitsBox->show();
    m_gapsTitle->setText(info.gaps == 0 ? tr("No gaps: nothing was missed.") : tr("%1 gaps: what was missed, and why").arg(streamwords::count(info.gaps)));
    m_gaps->setVisible(info.gaps > 0);
    m_gaps->clear();
    QList<QTreeWidgetItem *> items;
    for (const archive::StoredGap &gap : news.gaps) {
        auto *item = new QTreeWidgetItem({shortTime(gap.noticed), QString::fromStdString(gap.stream), QString::fromStdString(gap.topic),
                                          gap.partition < 0 ? QString() : QString::number(gap.partition),
                                          streamwords::count(std::max<int64_t>(0, gap.to - gap.from)), gapReason(gap)});
        item->setToolTip(5, formats::plainTip(QString::fromStdString(gap.detail)));
        items << item;
    }
    m_gaps->addTopLevelItems(items);
}

} // namespace tocsin::ui
