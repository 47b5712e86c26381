// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/topicbrowser.h"

#include "core/options/optiontable.h"
#include "ui/models/streamwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using streams::TopicInfo;

namespace {

constexpr int kRowHeight = 22; // look.md 3

}

TopicBrowser::TopicBrowser(QWidget *parent)
    : QWidget(parent), m_askButton(new QPushButton(this)), m_hint(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_find(new QLineEdit(this)), m_onlyTaken(new QCheckBox(tr("Only what the rules take"), this)), m_list(new QTreeWidget(this)), m_summary(new QLabel(this)), m_failure(new MessagePanel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *top = new QHBoxLayout;
    auto *heading = new QLabel(tr("Topics at the broker"), this);
    heading->setFont(Theme::font(Theme::Font::Strong));
    top->addWidget(heading);
    top->addStretch();
    top->addWidget(m_askButton);
    column->addLayout(top);
    column->addWidget(m_hint);
    column->addWidget(m_progress);
    column->addWidget(m_failure);
    column->addWidget(m_find);
    column->addWidget(m_onlyTaken);
    column->addWidget(m_list, 1);
    column->addWidget(m_summary);
    column->addStretch();

    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Asking the broker"));
    m_find->setPlaceholderText(tr("Find a topic"));
    m_find->setAccessibleName(tr("Find a topic"));
    m_find->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Topics at the broker"));
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Topic"), tr("Newest")});
    m_list->header()->setAccessibleName(tr("Columns"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setWordWrap(true);

    connect(m_askButton, &QPushButton::clicked, this, [this] {
        if (m_reading || m_lookup.isAsking()) {
            ++m_turn;
            m_reading = false;
            m_lookup.cancel();
            show_(m_topics.empty() ? Face::Idle : Face::Found);
        } else {
            ask();
        }
    });
    connect(m_find, &QLineEdit::textChanged, this, &TopicBrowser::applyFind);
    connect(m_onlyTaken, &QCheckBox::toggled, this, &TopicBrowser::applyFind);
    connect(m_list, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem *item, int column_) {
        if (!m_filling && column_ == 0)
            Q_EMIT ticked(item->text(0), item->checkState(0) == Qt::Checked);
    });
    connect(&m_lookup, &services::TopicLookup::found, this, &TopicBrowser::handleFound);
    connect(&m_lookup, &services::TopicLookup::failed, this, &TopicBrowser::handleFailed);
    show_(Face::Idle);
}

QList<QWidget *> TopicBrowser::fields() const
{
    return {m_askButton, m_find, m_onlyTaken, m_list};
}

void TopicBrowser::ask()
{
    m_reading = true;
    const bool asked = m_question([this, turn = ++m_turn](const streams::StreamType &type, const Result<streams::StreamConfig> &config) {
        if (turn == m_turn)
            lookUp(type, config);
    });
    if (!asked)
        m_reading = false;
    else if (m_reading)
        show_(Face::Asking);
}

void TopicBrowser::lookUp(const streams::StreamType &type, const Result<streams::StreamConfig> &config)
{
    m_reading = false;
    if (!config)
        return handleFailed(config.error());
    if (!type.topics)
        return;
    // Asked without it, the broker would only say that it refuses.
    if (const options::OptionSpec *secret = options::missingSecret(type.options, config.value().values)) {
        handleFailed({.kind = ErrorKind::SignInRefused,
                      .message = tr("“%1” is needed").arg(options::optionLabel(*secret)),
                      .remedy = tr("This broker tells its topics only to those who sign in.")});
        return;
    }
    m_lookup.ask(type, config.value());
    show_(Face::Asking);
    Q_EMIT asked();
}

void TopicBrowser::forget()
{
    ++m_turn;
    m_reading = false;
    m_lookup.cancel();
    m_topics.clear();
    m_list->clear();
    show_(Face::Idle);
}

void TopicBrowser::show_(Face face)
{
    const bool found = face == Face::Found;
    m_hint->setVisible(face == Face::Idle || face == Face::Asking);
    m_hint->setText(face == Face::Asking
                        ? tr("Asking, for at most %1 s.").arg(services::TopicLookup::kTimeLimitMs / 1000)
                        : tr("The broker can tell which topics there are and when each last had a message."));
    m_progress->setVisible(face == Face::Asking);
    m_failure->setVisible(face == Face::Failed);
    m_find->setVisible(found);
    m_onlyTaken->setVisible(found);
    m_list->setVisible(found);
    m_summary->setVisible(found);
    m_askButton->setText(face == Face::Asking ? tr("Stop asking")
                             : face == Face::Idle ? tr("Browse topics")
                                                  : tr("Ask again"));
}

void TopicBrowser::handleFound(const std::vector<TopicInfo> &topics)
{
    m_topics = topics;
    std::ranges::sort(m_topics, {}, &TopicInfo::name);
    m_filling = true;
    m_list->clear();
    const UtcTime now = UtcTime::now();
    QList<QTreeWidgetItem *> items;
    for (const TopicInfo &topic : m_topics) {
        const QString newest = !topic.error.isEmpty() ? topic.error
            : topic.newest.isValid()                  ? streamwords::age(topic.newest, now)
                                                      : tr("nothing yet");
        auto *item = new QTreeWidgetItem({topic.name, newest});
        item->setSizeHint(0, {0, Theme::scaled(kRowHeight)});
        item->setToolTip(0, formats::plainTip(topic.name));
        item->setToolTip(1, topic.newest.isValid() ? QString::fromStdString(topic.newest.iso()) : newest);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(0, Qt::Unchecked);
        items << item;
    }
    m_list->addTopLevelItems(items);
    m_filling = false;
    refreshTicks();
    show_(Face::Found);
}

void TopicBrowser::handleFailed(const Error &error)
{
    m_failure->setMessage(MessagePanel::Kind::Bad, error.message, error.remedy, error.detail);
    show_(Face::Failed);
}

void TopicBrowser::setRules(const QStringList &exact, Matcher matcher)
{
    m_exact = exact;
    m_matcher = std::move(matcher);
    refreshTicks();
}

void TopicBrowser::refreshTicks()
{
    m_filling = true;
    int matched = 0;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const bool takes = m_matcher && m_matcher(item->text(0));
        const bool byName = m_exact.contains(item->text(0));
        matched += takes ? 1 : 0;
        item->setCheckState(0, takes ? (byName ? Qt::Checked : Qt::PartiallyChecked) : Qt::Unchecked);
        // A topic that a pattern takes is not ticked off by itself: the pattern decides.
        item->setFlags(takes && !byName ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                        : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setToolTip(0, takes && !byName ? tr("%1\nTaken by a pattern").arg(item->text(0)) : item->text(0));
    }
    m_filling = false;
    m_summary->setText(tr("The rules take %1 of %Ln topic(s).", nullptr, static_cast<int>(m_topics.size())).arg(QLocale().toString(matched)));
    applyFind();
}

void TopicBrowser::applyFind()
{
    const QString wanted = m_find->text().trimmed();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const bool left = m_onlyTaken->isChecked() && item->checkState(0) == Qt::Unchecked;
        item->setHidden(left || !item->text(0).contains(wanted, Qt::CaseInsensitive));
    }
}

} // namespace tocsin::ui
