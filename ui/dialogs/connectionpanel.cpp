// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/connectionpanel.h"

#include "core/base/utctime.h"
#include "ui/theme/theme.h"
#include "ui/widgets/ladderview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

ConnectionPanel::ConnectionPanel(QWidget *parent)
    : QWidget(parent), m_button(new QPushButton(this)), m_hint(new QLabel(this)), m_view(new LadderView(this)), m_outcome(new QLabel(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *top = new QHBoxLayout;
    auto *heading = new QLabel(tr("Connection"), this);
    heading->setFont(Theme::font(Theme::Font::Strong));
    top->addWidget(heading);
    top->addStretch();
    top->addWidget(m_button);
    column->addLayout(top);
    column->addWidget(m_hint);
    column->addWidget(m_view);
    column->addWidget(m_outcome);

    m_button->setAutoDefault(false);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setText(tr("Tries the way to the first record: name, TCP, TLS, sign-in, rights."));
    m_outcome->setTextFormat(Qt::PlainText);
    m_outcome->setWordWrap(true);
    m_outcome->setFont(Theme::font(Theme::Font::Medium));
    m_outcome->setAccessibleName(tr("Outcome"));

    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_reading || m_ladder.isClimbing())
            forget();
        else
            test();
    });
    connect(&m_ladder, &ladder::Ladder::changed, this, [this](int rung) { m_view->setRung(rung, m_ladder.rungs()[static_cast<size_t>(rung)]); });
    connect(&m_ladder, &ladder::Ladder::finished, this, &ConnectionPanel::handleFinished);
    present();
}

QList<QWidget *> ConnectionPanel::fields() const
{
    return {m_button};
}

void ConnectionPanel::test()
{
    m_reading = true;
    const bool asked = m_question([this, turn = ++m_turn](const streams::StreamType &type, const Result<streams::StreamConfig> &config) {
        if (turn == m_turn)
            climb(type, config);
    });
    if (!asked)
        m_reading = false;
    else if (m_reading)
        present();
}

void ConnectionPanel::climb(const streams::StreamType &type, const Result<streams::StreamConfig> &config)
{
    m_reading = false;
    m_ended = false;
    m_refused = config ? Error{} : config.error();
    if (config && type.ladder) {
        m_tried = config.value().values.value(type.options, u"servers"_s).toStringList().join(u", "_s);
        m_ladder.climb(type.ladder(config.value()));
        m_view->setRungs(m_ladder.rungs());
    }
    present();
    Q_EMIT began();
}

void ConnectionPanel::forget()
{
    if (!m_ended && !m_reading && !m_ladder.isClimbing() && m_refused.message.isEmpty())
        return;
    ++m_turn;
    m_reading = false;
    m_refused = {};
    m_ladder.cancel();
    m_ended = false;
    present();
    Q_EMIT changed();
}

void ConnectionPanel::fold()
{
    if (m_ended)
        m_view->hide();
    else
        forget();
}

void ConnectionPanel::handleFinished()
{
    m_ended = true;
    present();
    Q_EMIT changed();
}

void ConnectionPanel::present()
{
    const bool climbing = m_ladder.isClimbing();
    const bool refused = !m_refused.message.isEmpty();
    m_button->setText(climbing || m_reading ? tr("Stop testing") : m_ended ? tr("Test again") : tr("Test connection"));
    m_hint->setVisible(!climbing && !m_ended && !refused);
    m_view->setVisible(climbing || m_ended);
    m_outcome->setVisible(m_ended || refused);
    if (!m_ended && !refused)
        return;
    const auto &rungs = m_ladder.rungs();
    const ladder::Rung *failure = m_ladder.failure();
    const Palette &p = Theme::palette();
    QPalette colours;
    colours.setColor(QPalette::WindowText, refused ? p.bad : !failure ? p.good : failure->problem.kind == ErrorKind::UnknownTopic ? p.warn : p.bad);
    m_outcome->setForegroundRole(QPalette::WindowText);
    m_outcome->setPalette(colours);
    if (refused)
        return m_outcome->setText(m_refused.message + u' ' + m_refused.remedy);
    m_outcome->setText(failure ? tr("Stopped at rung %1 of %2, %3.").arg(failure - rungs.data() + 1).arg(rungs.size()).arg(failure->what)
                               : tr("Connected in %1 ms. All rungs hold.").arg(QLocale().toString(m_ladder.milliseconds())));
}

QString ConnectionPanel::report() const
{
    QStringList lines{tr("Tocsin %1, connection to %2, %3 UT").arg(QStringLiteral(TOCSIN_VERSION), m_tried, QString::fromStdString(UtcTime::now().iso()).first(19))};
    for (const ladder::Rung &rung : m_ladder.rungs()) {
        lines << LadderView::sentence(rung);
        if (!rung.problem.detail.isEmpty())
            lines << u"    "_s + rung.problem.detail;
    }
    return lines.join(u'\n') + u'\n';
}

} // namespace tocsin::ui
