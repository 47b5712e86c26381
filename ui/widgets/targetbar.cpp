// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/targetbar.h"

#include "ui/models/targetwords.h"
#include "ui/theme/formats.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace std::chrono_literals;
using tom::State;
using Kind = MessagePanel::Kind;

namespace {

constexpr int kStays = 10; // s, after the time to undo, for those who want to open the page

} // namespace

TargetBar::TargetBar(QWidget *parent)
    : QWidget(parent), m_panel(new MessagePanel(this, MessagePanel::Shape::Banner)), m_open(m_panel->addButton(tr("Open page"))), m_verb(m_panel->addButton({})),
      m_keep(m_panel->addButton({}))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    hide();
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &TargetBar::tick);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT pageWanted(shown()->page); });
    connect(m_verb, &QPushButton::clicked, this, [this] {
        const Message message = *shown();
        putAway();
        message.decide();
    });
    connect(m_keep, &QPushButton::clicked, this, &TargetBar::putAway);
}

const TargetBar::Message *TargetBar::shown() const
{
    return !m_decisions.empty() ? &m_decisions.front() : &m_made;
}

void TargetBar::tellMade(const tom::TargetRecord &record, const QString &host, std::chrono::milliseconds undo)
{
    m_made = {.numbers = {record.number}, .seconds = static_cast<int>(undo / 1s)};
    m_made.decide = [this, number = record.number] { Q_EMIT removeWanted({number}); };
    const QString name = formats::plain(record.draft.name.toStdString());
    switch (record.state) {
    case State::Created:
        m_made.kind = Kind::Good;
        m_made.title = tr("%1 is in %2").arg(targetwords::state(record), host);
        m_made.text = tr("Made from %1.").arg(name);
        break;
    case State::Exists:
        m_made.kind = Kind::Good;
        m_made.title = tr("%1 of %2 is linked to the row").arg(targetwords::state(record), host);
        m_made.seconds = 0; // it was there before
        break;
    case State::Queued:
        m_made.title = tr("%1 waits in the outbox for %2").arg(name, host);
        m_made.text = tr("It is sent when the time to undo is over and the TOM answers.");
        break;
    default:
        m_made.title = tr("%1 is in the local list").arg(name);
    }
    if (record.target && targetwords::isPage(record.target->url))
        m_made.page = record.target->url;
    present();
}

void TargetBar::decideLater(Message message)
{
    if (!message.numbers.empty())
        forget(message.numbers.front());
    m_decisions.push_back(std::move(message));
    present();
}

void TargetBar::tellStrangers(const tom::TargetRecord &record, const QString &host)
{
    Message message{.kind = Kind::Warn, .title = tr("Strangers can see %1 of %2").arg(targetwords::state(record), host),
                    .text = tr("The TOM shows it to whoever asks, without signing in. Keep it if that is meant."), .verb = tr("Remove it from the TOM"), .numbers = {record.number}};
    message.decide = [this, number = record.number] { Q_EMIT removeWanted({number}); };
    decideLater(std::move(message));
}

void TargetBar::tellRefused(const tom::TargetRecord &record, const QString &host)
{
    Message message{.kind = Kind::Bad, .title = tr("%1 refused %2").arg(host, formats::plain(record.draft.name.toStdString())), .text = formats::plain(record.why.toStdString()),
                    .verb = tr("Correct it"), .numbers = {record.number}};
    message.decide = [this, record] { Q_EMIT correctWanted(record); };
    decideLater(std::move(message));
}

void TargetBar::tellKept(const tom::TargetRecord &record, const QString &host)
{
    Message message{.kind = Kind::Bad, .title = tr("%1 is still in %2").arg(formats::plain(record.draft.name.toStdString()), host), .text = formats::plain(record.why.toStdString()),
                    .verb = tr("Try again"), .numbers = {record.number}};
    message.decide = [this, number = record.number] { Q_EMIT removeWanted({number}); };
    decideLater(std::move(message));
}

void TargetBar::tellRetracted(const QString &name, const std::vector<int64_t> &numbers)
{
    const auto count = static_cast<int>(numbers.size());
    Message message{.kind = Kind::Warn, .title = tr("%1 was retracted").arg(name), .text = tr("%n target(s) came from it.", nullptr, count), .verb = tr("Remove %n target(s)", nullptr, count), .numbers = numbers};
    message.decide = [this, numbers] { Q_EMIT removeWanted(numbers); };
    decideLater(std::move(message));
}

void TargetBar::forget(int64_t number)
{
    std::erase_if(m_decisions, [number](const Message &message) { return message.numbers == std::vector{number}; });
    if (m_made.numbers == std::vector{number})
        m_made = {};
    present();
}

void TargetBar::present()
{
    const Message &message = *shown();
    setVisible(!message.title.isEmpty());
    if (message.title.isEmpty()) {
        m_second.stop();
        return;
    }
    const bool decision = !message.verb.isEmpty();
    if (m_panel->title() != message.title)
        m_panel->setMessage(message.kind, message.title, message.text);
    m_open->setVisible(!message.page.isEmpty());
    m_verb->setVisible(decision || message.seconds > 0);
    m_verb->setText(decision ? message.verb : tr("Undo (%1 s)").arg(message.seconds));
    m_verb->setAccessibleName(decision ? message.verb : tr("Undo"));
    m_keep->setText(decision ? tr("Keep") : tr("Put away"));
    if (!decision && !m_second.isActive())
        m_second.start();
}

// The seconds stand on the button alone: a message that changes each second would be read out each second.
void TargetBar::tick()
{
    if (!m_decisions.empty() || m_made.title.isEmpty())
        return;
    if (--m_made.seconds > 0)
        return present();
    if (m_made.seconds < -kStays || m_made.page.isEmpty())
        m_made = {};
    present();
}

void TargetBar::putAway()
{
    if (!m_decisions.empty())
        m_decisions.pop_front();
    else
        m_made = {};
    present();
}

} // namespace tocsin::ui
