// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptypage.h"

#include "ui/models/streammodel.h"
#include "ui/models/streamwords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/streamlook.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using streams::State;
using streams::StreamStatus;

namespace {

constexpr int kMostStreams = 8; // what fits; the dock has them all

QString contact(const StreamStatus &status, UtcTime now)
{
    switch (status.state) {
    case State::Live:
    case State::Quiet:
    case State::CatchingUp:
        if (status.lastHeartbeat.isValid())
            return EmptyPage::tr("heartbeat %1").arg(streamwords::age(status.lastHeartbeat, now));
        if (status.since.isValid())
            return EmptyPage::tr("connected %1").arg(streamwords::duration((now.us - status.since.us) / 1'000'000));
        return EmptyPage::tr("connected");
    default:
        return streams::stateWord(status.state);
    }
}

QString lastWord(const StreamStatus &status, UtcTime now)
{
    if (!status.cause.isEmpty())
        return streamwords::phrase(status.cause);
    if (status.lastAlert.isValid())
        return EmptyPage::tr("last alert %1").arg(streamwords::age(status.lastAlert, now));
    return EmptyPage::tr("no alert yet");
}

} // namespace

EmptyPage::EmptyPage(StreamModel &streams, QWidget *parent)
    : QWidget(parent), m_streams(streams), m_title(new QLabel(this)), m_text(new QLabel(this)), m_proof(new QWidget(this)),
      m_grid(new QGridLayout(m_proof)), m_clear(new QPushButton(tr("Clear"), this)),
      m_lastDay(new QPushButton(tr("Show the last 24 h"), this)),
      m_start(new QPushButton(tr("Start all streams"), this)), m_demo(new QPushButton(tr("Play the demo"), this))
{
    m_title->setFont(Theme::font(Theme::Font::Heading));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_grid->setContentsMargins(0, 12, 0, 12);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(3, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_lastDay);
    buttons->addWidget(m_start);
    buttons->addWidget(m_demo);
    m_clear->setToolTip(tr("Clear the filter"));
    buttons->addStretch();
    Theme::setPrimary(m_clear, true);
    Theme::setPrimary(m_start, true);

    auto *block = new QWidget(this);
    block->setMaximumWidth(640);
    auto *column = new QVBoxLayout(block);
    column->setSpacing(10);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_proof);
    column->addLayout(buttons);
    auto *row = new QHBoxLayout;
    row->addStretch(3);
    row->addWidget(block, 20);
    row->addStretch(4);
    auto *page = new QVBoxLayout(this);
    page->addStretch(4);
    page->addLayout(row);
    page->addStretch(5);

    connect(m_clear, &QPushButton::clicked, this, &EmptyPage::clearFilterWanted);
    connect(m_lastDay, &QPushButton::clicked, this, &EmptyPage::lastDayWanted);
    connect(m_demo, &QPushButton::clicked, this, &EmptyPage::demoWanted);
    connect(m_start, &QPushButton::clicked, this, &EmptyPage::startAllWanted);
    connect(&streams, &StreamModel::totalsChanged, this, &EmptyPage::refresh);
    connect(&streams, &StreamModel::dataChanged, this, &EmptyPage::refresh); // ages go on
    refresh();
}

void EmptyPage::setFiltered(bool filtered, qint64 hidden, bool isLastDay)
{
    m_filtered = filtered;
    m_isLastDay = isLastDay;
    m_hidden = hidden;
    refresh();
}

void EmptyPage::refresh()
{
    if (!isVisibleTo(parentWidget()) && !m_shown.isEmpty())
        return;
    const StreamModel::Totals totals = m_streams.totals();
    const UtcTime now = UtcTime::now();
    UtcTime last;
    for (const QString &uuid : m_streams.uuids()) {
        const UtcTime message = m_streams.status(uuid).lastAlert;
        if (message.isValid() && (!last.isValid() || message.us > last.us))
            last = message;
    }
    const bool nothingRuns = totals.listening + totals.connecting + totals.troubled == 0;
    if (m_filtered) {
        m_title->setText(tr("No row passes this filter"));
        m_text->setText(tr("%Ln row(s) hidden.", nullptr, static_cast<int>(std::min<qint64>(m_hidden, 1'000'000'000))));
    } else if (nothingRuns) {
        m_title->setText(totals.needSignIn > 0 ? tr("Not listening: sign-in is needed.") : tr("Not listening: all streams are stopped."));
        m_text->setText(tr("Rows appear here as soon as a stream runs and has something to say."));
    } else if (totals.listening == 0) {
        m_title->setText(totals.troubled > 0 ? tr("Not listening yet: see what the streams say.") : tr("Connecting."));
        m_text->setText(tr("Nothing is lost meanwhile: reading goes on where it left off."));
    } else {
        m_title->setText(last.isValid() ? tr("Listening. Nothing has arrived for %1.").arg(streamwords::duration((now.us - last.us) / 1'000'000))
                                        : tr("Listening. Nothing has arrived yet."));
        m_text->setText(listeningText());
    }
    m_clear->setVisible(m_filtered);
    m_lastDay->setVisible(m_filtered && !m_isLastDay);
    m_start->setVisible(!m_filtered && nothingRuns && totals.stopped > 0);
    m_demo->setVisible(!m_filtered && !totals.demo);
    m_proof->setVisible(!m_filtered);
    if (!m_filtered)
        fillProof();
}

// Promises no more than is the case.
QString EmptyPage::listeningText() const
{
    const StreamModel::Totals totals = m_streams.totals();
    QStringList sentences{tr("Quiet is normal: many topics are silent for days.")};
    const QStringList all = m_streams.uuids();
    if (std::ranges::any_of(all, [this](const QString &uuid) { return m_streams.status(uuid).lastHeartbeat.isValid(); }))
        sentences << tr("Heartbeats are signs of life and no alerts.");
    if (totals.connecting + totals.troubled + totals.needSignIn == 0)
        sentences << tr("The lines below prove that the connections hold.");
    else
        sentences << tr("Not every stream is connected: see below.");
    return sentences.join(u' ');
}

void EmptyPage::fillProof()
{
    const UtcTime now = UtcTime::now();
    struct Line {
        State state;
        QString name, contact, last;
    };
    std::vector<Line> lines;
    QString said;
    for (const QString &uuid : m_streams.uuids().mid(0, kMostStreams)) {
        const StreamStatus status = m_streams.status(uuid);
        const streams::StreamConfig *config = m_streams.config(uuid);
        Line line{status.state, config->label.isEmpty() ? config->name : config->label, contact(status, now), lastWord(status, now)};
        said += QString::number(static_cast<int>(line.state)) + line.name + line.contact + line.last;
        lines.push_back(std::move(line));
    }
    if (said == m_shown)
        return;
    m_shown = said;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Line &line : lines) {
        auto *glyph = new QLabel(m_proof);
        glyph->setPixmap(Theme::glyph(stateGlyph(line.state), Theme::scaled(14), stateColour(line.state), devicePixelRatioF()));
        auto *name = new QLabel(line.name, m_proof);
        name->setFont(Theme::font(Theme::Font::Strong));
        auto *contactLabel = new QLabel(line.contact, m_proof);
        if (line.state == State::NeedsSignIn) {
            QPalette colours;
            colours.setColor(QPalette::WindowText, Theme::palette().bad);
            contactLabel->setPalette(colours);
        }
        auto *last = new QLabel(line.last, m_proof);
        last->setForegroundRole(QPalette::PlaceholderText);
        int at = 0;
        for (QLabel *label : {glyph, name, contactLabel, last}) {
            label->setTextFormat(Qt::PlainText);
            m_grid->addWidget(label, row, at++);
        }
        ++row;
    }
}

void EmptyPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().base);
}

} // namespace tocsin::ui
