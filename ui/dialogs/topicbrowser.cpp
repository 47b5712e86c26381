// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/topicbrowser.h"

#include "core/options/optiontable.h"
#include "core/streams/topicfamilies.h"
#include "ui/models/streamwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHash>
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
constexpr qsizetype kFewTopics = 12; // so many need no folding
constexpr qsizetype kMostRules = 6; // told one by one
constexpr qsizetype kMostNames = 3; // of each

// The topics, without their families.
QList<QTreeWidgetItem *> topicItems(const QTreeWidget &list)
{
    QList<QTreeWidgetItem *> items;
    for (int f = 0; f < list.topLevelItemCount(); ++f) {
        for (int t = 0; t < list.topLevelItem(f)->childCount(); ++t)
            items << list.topLevelItem(f)->child(t);
    }
    return items;
}

} // namespace

TopicBrowser::TopicBrowser(QWidget *parent)
    : QWidget(parent), m_askButton(new QPushButton(this)), m_hint(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_find(new QLineEdit(this)), m_onlyTaken(new QCheckBox(tr("Only what the rules take"), this)), m_list(new QTreeWidget(this)), m_summary(new QLabel(this)), m_preview(new QLabel(this)), m_failure(new MessagePanel(this))
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
    column->addWidget(m_preview);
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
    m_list->setIndentation(Theme::scaled(14));
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setWordWrap(true);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setForegroundRole(QPalette::PlaceholderText);
    m_preview->setWordWrap(true);
    m_preview->setAccessibleName(tr("What each rule takes"));

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
        if (!m_filling && column_ == 0 && item->parent())
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
    m_preview->setVisible(found && !m_preview->text().isEmpty());
    m_askButton->setText(face == Face::Asking ? tr("Stop asking")
                             : face == Face::Idle ? tr("Browse topics")
                                                  : tr("Ask again"));
}

void TopicBrowser::handleFound(const std::vector<TopicInfo> &topics)
{
    m_topics = topics;
    std::ranges::sort(m_topics, {}, &TopicInfo::name);
    QStringList names;
    QHash<QString, const TopicInfo *> byName;
    for (const TopicInfo &topic : m_topics) {
        names << topic.name;
        byName.insert(topic.name, &topic);
    }
    m_filling = true;
    m_list->clear();
    const UtcTime now = UtcTime::now();
    for (const streams::TopicFamily &family : streams::familiesOf(names)) {
        auto *head = new QTreeWidgetItem({tr("%1 (%2)").arg(family.label, QLocale().toString(family.topics.size()))});
        head->setFont(0, Theme::font(Theme::Font::Strong));
        head->setSizeHint(0, {0, Theme::scaled(kRowHeight)});
        head->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        UtcTime newest;
        for (const QString &name : family.topics) {
            const TopicInfo &topic = *byName.value(name);
            const QString words = !topic.error.isEmpty() ? topic.error
                : topic.newest.isValid()                 ? streamwords::age(topic.newest, now)
                                                         : tr("nothing yet");
            auto *item = new QTreeWidgetItem(head, {topic.name, words});
            item->setSizeHint(0, {0, Theme::scaled(kRowHeight)});
            item->setToolTip(1, topic.newest.isValid() ? QString::fromStdString(topic.newest.iso()) : words);
            item->setCheckState(0, Qt::Unchecked);
            if (topic.newest.isValid() && (!newest.isValid() || newest.us < topic.newest.us))
                newest = topic.newest;
        }
        if (newest.isValid())
            head->setText(1, streamwords::age(newest, now));
        m_list->addTopLevelItem(head);
    }
    m_filling = false;
    refreshTicks();
    // Those that the rules read from are open, and a short list is as a whole.
    const bool few = static_cast<qsizetype>(m_topics.size()) <= kFewTopics;
    for (int f = 0; f < m_list->topLevelItemCount(); ++f) {
        QTreeWidgetItem *head = m_list->topLevelItem(f);
        bool takes = few;
        for (int t = 0; t < head->childCount() && !takes; ++t)
            takes = head->child(t)->checkState(0) != Qt::Unchecked;
        head->setExpanded(takes);
    }
    show_(Face::Found);
}

void TopicBrowser::handleFailed(const Error &error)
{
    m_failure->setMessage(MessagePanel::Kind::Bad, error.message, error.remedy, error.detail);
    show_(Face::Failed);
}

void TopicBrowser::setRules(const QStringList &rules, const QStringList &excludes, const QStringList &own)
{
    m_ruleTexts = rules;
    m_excludes = excludes;
    m_own = own;
    m_rules = streams::TopicRules(rules, excludes);
    refreshTicks();
}

void TopicBrowser::refreshTicks()
{
    m_filling = true;
    int matched = 0;
    for (QTreeWidgetItem *item : topicItems(*m_list)) {
        const bool takes = m_rules.matches(item->text(0));
        const bool byName = m_own.contains(item->text(0));
        matched += takes ? 1 : 0;
        item->setCheckState(0, takes ? (byName ? Qt::Checked : Qt::PartiallyChecked) : Qt::Unchecked);
        // A topic that a pattern or a family takes is not ticked off by itself: the rule decides.
        item->setFlags(takes && !byName ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                        : Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setToolTip(0, formats::plainTip(takes && !byName ? tr("%1\nTaken by a rule").arg(item->text(0)) : item->text(0)));
    }
    m_filling = false;
    m_summary->setText(tr("The rules take %1 of %Ln topic(s).", nullptr, static_cast<int>(m_topics.size())).arg(QLocale().toString(matched)));
    refreshPreview();
    applyFind();
}

// Each rule by itself: a pattern that takes nothing, or too much, is seen at once.
void TopicBrowser::refreshPreview()
{
    QStringList lines;
    for (const QString &rule : m_ruleTexts.first(std::min(kMostRules, m_ruleTexts.size()))) {
        const streams::TopicRules alone({rule}, m_excludes);
        QStringList names;
        qsizetype count = 0;
        for (const TopicInfo &topic : m_topics) {
            if (!alone.matches(topic.name))
                continue;
            ++count;
            if (names.size() < kMostNames)
                names << topic.name;
        }
        const QString shown = QLocale().toString(count);
        if (count == 0)
            lines << tr("%1: none").arg(rule);
        else if (names == QStringList{rule})
            lines << tr("%1: there").arg(rule);
        else if (count > names.size())
            lines << tr("%1: %2, such as %3").arg(rule, shown, names.join(u", "_s));
        else
            lines << tr("%1: %2, %3").arg(rule, shown, names.join(u", "_s));
    }
    if (const int further = static_cast<int>(m_ruleTexts.size() - kMostRules); further > 0)
        lines << tr("and %n more rule(s)", nullptr, further);
    m_preview->setText(m_topics.empty() ? QString() : lines.join(u'\n'));
    m_preview->setVisible(m_list->isVisibleTo(this) && !m_preview->text().isEmpty());
}

void TopicBrowser::applyFind()
{
    const QString wanted = m_find->text().trimmed();
    for (int f = 0; f < m_list->topLevelItemCount(); ++f) {
        QTreeWidgetItem *head = m_list->topLevelItem(f);
        const bool whole = head->text(0).contains(wanted, Qt::CaseInsensitive); // a family by its name
        bool any = false;
        for (int t = 0; t < head->childCount(); ++t) {
            QTreeWidgetItem *item = head->child(t);
            const bool left = m_onlyTaken->isChecked() && item->checkState(0) == Qt::Unchecked;
            item->setHidden(left || !(whole || item->text(0).contains(wanted, Qt::CaseInsensitive)));
            any = any || !item->isHidden();
        }
        head->setHidden(!any);
        if (any && (!wanted.isEmpty() || m_onlyTaken->isChecked()))
            head->setExpanded(true);
    }
}

} // namespace tocsin::ui
