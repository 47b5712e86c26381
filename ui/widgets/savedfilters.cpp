// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/savedfilters.h"

#include "ui/dialogs/namedialog.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QShortcut>
#include <QToolButton>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kHeight = 26; // at text scale 1, as all below
constexpr int kPadding = 9;
constexpr int kGap = 7;
constexpr int kMostName = 120;
constexpr int kAdd = 26;

} // namespace

// The name, and the digit of its key; marked while its filter is applied.
class SavedButton final : public QAbstractButton
{
public:
    SavedButton(const SavedFilter &filter, const QString &digit, SavedFilters *parent) : QAbstractButton(parent), m_digit(digit)
    {
        setText(filter.name);
        setAccessibleName(filter.name);
        setAccessibleDescription(filter.text);
        setToolTip(formats::plainTip(filter.text + u"\nCtrl+"_s + digit));
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
    }
    QSize sizeHint() const override
    {
        return {nameWidth() + QFontMetrics(small()).horizontalAdvance(m_digit) + 6 + 2 * Theme::scaled(kPadding), Theme::scaled(kHeight)};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Palette &colours = Theme::palette();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double pen = hasFocus() ? 2 : 1;
        painter.setPen(QPen(hasFocus() ? colours.focus : isChecked() ? colours.accent : colours.lineStrong, pen));
        painter.setBrush(isChecked() ? colours.accentSoft : underMouse() ? colours.hover : colours.base);
        painter.drawRoundedRect(QRectF(rect()).adjusted(pen / 2, pen / 2, -pen / 2, -pen / 2), 4, 4);
        const QRect area = rect().adjusted(Theme::scaled(kPadding), 0, -Theme::scaled(kPadding), 0);
        painter.setFont(Theme::font(isChecked() ? Theme::Font::SmallBold : Theme::Font::Small));
        painter.setPen(isChecked() ? colours.accent : colours.text);
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(text(), Qt::ElideMiddle, nameWidth()));
        painter.setFont(small());
        painter.setPen(isChecked() ? colours.accent : colours.muted);
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignRight, m_digit);
    }
    void nextCheckState() override {} // what is applied decides

private:
    [[nodiscard]] static QFont small() { return Theme::font(Theme::Font::TinyStrong); }
    [[nodiscard]] int nameWidth() const // as bold as it can get, so that nothing moves
    {
        return std::min(QFontMetrics(Theme::font(Theme::Font::SmallBold)).horizontalAdvance(text()) + 2, Theme::scaled(kMostName));
    }

    const QString m_digit;
};

SavedFilters::SavedFilters(QWidget *parent) : QWidget(parent), m_add(new QToolButton(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_add->setIcon(Theme::icon(u"list-add"_s));
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::TabFocus);
    m_add->setAccessibleName(tr("Save filter"));
    connect(m_add, &QToolButton::clicked, this, [this] {
        askName(tr("Save filter"), tr("Save"), {}, [this](const QString &name) { add(name); });
    });
    for (int i = 0; i < kMost; ++i) {
        auto *key = new QShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + i)), this);
        connect(key, &QShortcut::activated, this, [this, i] {
            if (i < m_filters.size())
                Q_EMIT chosen(m_filters[i].text);
        });
    }
    present();
}

void SavedFilters::setFilters(const QList<SavedFilter> &filters)
{
    m_filters = filters.mid(0, kMost);
    rebuild();
}

void SavedFilters::setApplied(const QString &text)
{
    m_applied = text;
    present();
}

void SavedFilters::add(const QString &name)
{
    if (m_applied.isEmpty() || m_filters.size() >= kMost)
        return;
    m_filters << SavedFilter{name, m_applied};
    rebuild();
    Q_EMIT changed();
}

void SavedFilters::rename(qsizetype place, const QString &name)
{
    m_filters[place].name = name;
    rebuild();
    Q_EMIT changed();
}

void SavedFilters::move(qsizetype place, int step)
{
    const qsizetype to = place + step;
    if (to < 0 || to >= m_filters.size())
        return;
    m_filters.swapItemsAt(place, to);
    rebuild();
    Q_EMIT changed();
}

void SavedFilters::remove(qsizetype place)
{
    m_filters.removeAt(place);
    rebuild();
    Q_EMIT changed();
}

void SavedFilters::askName(const QString &title, const QString &verb, const QString &name, const std::function<void(const QString &)> &done)
{
    QStringList taken;
    for (const SavedFilter &filter : m_filters)
        taken << filter.name;
    taken.removeAll(name);
    auto *dialog = new NameDialog(title, verb, name, taken, window());
    connect(dialog, &NameDialog::named, this, done);
    dialog->open();
}

void SavedFilters::fillMenu(QMenu &menu, qsizetype place)
{
    const QString name = m_filters[place].name;
    connect(menu.addAction(tr("Rename…")), &QAction::triggered, this, [this, place, name] {
        askName(tr("Rename %1").arg(name), tr("Rename"), name, [this, place](const QString &other) { rename(place, other); });
    });
    QAction *left = menu.addAction(tr("Move left"));
    QAction *right = menu.addAction(tr("Move right"));
    left->setEnabled(place > 0);
    right->setEnabled(place + 1 < m_filters.size());
    connect(left, &QAction::triggered, this, [this, place] { move(place, -1); });
    connect(right, &QAction::triggered, this, [this, place] { move(place, 1); });
    connect(menu.addAction(Theme::icon(u"bell"_s), tr("Make a rule of this filter…")), &QAction::triggered, this,
            [this, text = m_filters[place].text] { Q_EMIT ruleWanted(text); });
    menu.addSeparator();
    connect(menu.addAction(Theme::icon(u"edit-delete"_s), tr("Remove")), &QAction::triggered, this, [this, place] { remove(place); });
}

void SavedFilters::rebuild()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (qsizetype i = 0; i < m_filters.size(); ++i) {
        auto *button = new SavedButton(m_filters[i], QString::number(i + 1), this);
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QAbstractButton::clicked, this, [this, i] { Q_EMIT chosen(m_filters[i].text); });
        connect(button, &QWidget::customContextMenuRequested, this, [this, i, button](const QPoint &at) {
            auto *menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            fillMenu(*menu, i);
            menu->popup(button->mapToGlobal(at));
        });
        m_buttons << button;
    }
    // Reading order is the order of Tab.
    for (qsizetype i = 0; i + 1 < m_buttons.size(); ++i)
        setTabOrder(m_buttons[i], m_buttons[i + 1]);
    if (!m_buttons.isEmpty())
        setTabOrder(m_buttons.constLast(), m_add);
    present();
    updateGeometry();
    arrange();
}

void SavedFilters::present()
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(m_filters[i].text == m_applied);
    const bool known = std::ranges::any_of(m_filters, [this](const SavedFilter &filter) { return filter.text == m_applied; });
    m_add->setEnabled(!m_applied.isEmpty() && !known && m_filters.size() < kMost);
    m_add->setToolTip(m_applied.isEmpty()      ? tr("There is no filter to save.")
                      : known                  ? tr("This filter is saved already.")
                      : m_filters.size() < kMost ? tr("Save this filter as a button")
                                               : tr("There is room for %1; remove one first.").arg(kMost));
}

QSize SavedFilters::sizeHint() const
{
    int width = Theme::scaled(kAdd);
    for (const SavedButton *button : m_buttons)
        width += button->sizeHint().width() + kGap;
    return {width, Theme::scaled(kHeight)};
}

QSize SavedFilters::minimumSizeHint() const
{
    return {Theme::scaled(kAdd), Theme::scaled(kHeight)};
}

void SavedFilters::arrange()
{
    const int room = width() - Theme::scaled(kAdd);
    int x = 0;
    bool fits = true; // once one has no room, those behind it have none either
    for (SavedButton *button : m_buttons) {
        const QSize size = button->sizeHint();
        fits = fits && x + size.width() <= room;
        button->setVisible(fits);
        if (!fits)
            continue;
        button->setGeometry(x, (height() - size.height()) / 2, size.width(), size.height());
        x += size.width() + kGap;
    }
    m_add->setGeometry(x, (height() - Theme::scaled(kHeight)) / 2, Theme::scaled(kAdd), Theme::scaled(kHeight));
}

void SavedFilters::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SavedFilters::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        updateGeometry();
        arrange();
    }
}

} // namespace tocsin::ui
