// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ladderview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/messagepanel.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using ladder::Rung;
using ladder::RungState;

namespace {

constexpr int kGlyph = 16;
constexpr int kColumn = 30; // of the glyph and the line
constexpr int kLineGap = 3; // between glyph and line

// Nothing was ever sent there: a fact, no failure.
bool isCalm(const Rung &rung)
{
    return rung.problem.kind == ErrorKind::UnknownTopic;
}

struct Look {
    QString glyph;
    QColor colour;
};

Look lookOf(const Rung &rung)
{
    const Palette &p = Theme::palette();
    switch (rung.state) {
    case RungState::Held:
        return {u"okdisc"_s, p.good};
    case RungState::Failed:
        return isCalm(rung) ? Look{u"degraded"_s, p.warn} : Look{u"cross"_s, p.bad};
    case RungState::Skipped:
        return {u"skip"_s, p.muted};
    case RungState::Running:
        return {u"connecting"_s, p.accent};
    case RungState::Waiting:
        return {u"quiet"_s, p.muted};
    }
    Q_UNREACHABLE();
}

QString stateWord(const Rung &rung)
{
    switch (rung.state) {
    case RungState::Held:
        return LadderView::tr("holds");
    case RungState::Failed:
        return LadderView::tr("does not hold");
    case RungState::Skipped:
        return LadderView::tr("left out");
    case RungState::Running:
        return LadderView::tr("trying");
    case RungState::Waiting:
        return LadderView::tr("not reached");
    }
    Q_UNREACHABLE();
}

QString factOf(const Rung &rung)
{
    if (rung.state == RungState::Running || rung.state == RungState::Waiting)
        return rung.state == RungState::Running ? LadderView::tr("trying …") : stateWord(rung);
    return rung.fact;
}

void setColour(QLabel *label, const QColor &colour)
{
    QPalette palette;
    palette.setColor(QPalette::WindowText, colour);
    label->setForegroundRole(QPalette::WindowText);
    label->setPalette(palette);
}

} // namespace

class LadderView::Row final : public QWidget
{
public:
    Row(const Rung &rung, bool last, QWidget *parent)
        : QWidget(parent), m_last(last), m_what(new QLabel(this)), m_fact(new QLabel(this)), m_time(new QLabel(this)), m_grid(new QGridLayout(this))
    {
        m_grid->setContentsMargins(Theme::scaled(kColumn), 0, 0, 8);
        m_grid->setHorizontalSpacing(12);
        m_grid->setVerticalSpacing(1);
        m_grid->addWidget(m_what, 0, 0);
        m_grid->addWidget(m_time, 0, 1, Qt::AlignRight);
        m_grid->addWidget(m_fact, 1, 0, 1, 2);
        m_grid->setColumnStretch(0, 1);
        for (QLabel *label : {m_what, m_fact, m_time})
            label->setTextFormat(Qt::PlainText);
        m_fact->setWordWrap(true);
        m_fact->setTextInteractionFlags(Qt::TextSelectableByMouse);
        set(rung);
    }

    void set(const Rung &rung)
    {
        m_rung = rung;
        present();
        setAccessibleName(LadderView::sentence(rung));
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QWidget::changeEvent(event);
        if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
            present();
    }

    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        keepRoom();
    }

    void paintEvent(QPaintEvent *) override
    {
        const Look look = lookOf(m_rung);
        const int size = Theme::scaled(kGlyph);
        const double top = m_what->y() + (m_what->height() - size) / 2.0;
        QPainter painter(this);
        painter.drawPixmap(QPointF(0, top), Theme::glyph(look.glyph, size, look.colour, devicePixelRatioF()));
        if (m_last)
            return;
        const bool held = m_rung.state == RungState::Held || m_rung.state == RungState::Skipped;
        QPen pen(held ? Theme::palette().lineStrong : Theme::palette().muted, 1);
        if (!held)
            pen.setDashPattern({1, 3});
        painter.setPen(pen);
        const double middle = std::floor(size / 2.0) + 0.5;
        painter.drawLine(QPointF(middle, top + size + kLineGap), QPointF(middle, height() - kLineGap));
    }

private:
    // Beside a list that takes what there is, wrapped lines would be cut below the first.
    void keepRoom()
    {
        const int room = width() - Theme::scaled(kColumn);
        for (QWidget *part : {static_cast<QWidget *>(m_fact), static_cast<QWidget *>(m_box)}) {
            if (!part || room <= 0)
                continue;
            part->setMinimumHeight(0); // else it counts as needed for ever
            if (!part->isHidden())
                part->setMinimumHeight(std::max(0, part->heightForWidth(room)));
        }
    }

    void present()
    {
        if (m_presenting) // a label's own palette is a change of the row's, too
            return;
        m_presenting = true;
        const Palette &p = Theme::palette();
        const bool failed = m_rung.state == RungState::Failed;
        const bool dim = m_rung.state == RungState::Waiting;
        m_what->setFont(Theme::font(Theme::Font::Medium));
        m_fact->setFont(Theme::font(Theme::Font::Small));
        m_time->setFont(Theme::font(Theme::Font::Small));
        m_what->setText(m_rung.what);
        m_fact->setText(factOf(m_rung));
        m_fact->setVisible(!m_fact->text().isEmpty());
        m_time->setText(m_rung.milliseconds < 0 ? QString() : tr("%1 ms").arg(QLocale().toString(m_rung.milliseconds)));
        setColour(m_what, dim ? p.muted : p.text);
        setColour(m_fact, p.muted);
        setColour(m_time, failed ? (isCalm(m_rung) ? p.warn : p.bad) : p.muted);
        if (failed && !m_box) {
            m_box = new MessagePanel(this);
            m_grid->addWidget(m_box, 2, 0, 1, 2);
        }
        if (m_box) {
            m_box->setVisible(failed);
            if (failed && m_said != m_rung.problem.message) {
                m_said = m_rung.problem.message;
                m_box->setMessage(isCalm(m_rung) ? MessagePanel::Kind::Warn : MessagePanel::Kind::Bad, m_rung.problem.message, m_rung.problem.remedy, m_rung.problem.detail);
            }
        }
        keepRoom();
        m_presenting = false;
        update();
    }

    const bool m_last;
    bool m_presenting = false;
    Rung m_rung;
    QString m_said;
    QLabel *m_what;
    QLabel *m_fact;
    QLabel *m_time;
    QGridLayout *m_grid;
    MessagePanel *m_box = nullptr;
};

LadderView::LadderView(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setAccessibleName(tr("Rungs of the connection"));
}

void LadderView::setRungs(const std::vector<Rung> &rungs)
{
    for (Row *row : m_rows)
        delete row;
    m_rows.clear();
    for (size_t i = 0; i < rungs.size(); ++i) {
        auto *row = new Row(rungs[i], i + 1 == rungs.size(), this);
        layout()->addWidget(row);
        m_rows.push_back(row);
    }
}

void LadderView::setRung(int number, const Rung &rung)
{
    m_rows.at(static_cast<size_t>(number))->set(rung);
}

QString LadderView::sentence(const Rung &rung)
{
    QString text = rung.what + u": "_s + stateWord(rung);
    if (rung.milliseconds >= 0)
        text += u", "_s + tr("%1 ms").arg(QLocale().toString(rung.milliseconds));
    for (const QString &more : {rung.fact, rung.problem.message, rung.problem.remedy}) {
        if (!more.isEmpty())
            text += u". "_s + more;
    }
    return text;
}

} // namespace tocsin::ui
