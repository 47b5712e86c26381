// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/coincidencesdialog.h"

#include "core/options/duration.h"
#include "core/watch/skypoints.h"
#include "core/watch/watchlist.h"
#include "ui/dialogs/buttonrow.h"
#include "ui/dialogs/dialogparts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/messagepanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QScrollArea>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kNights[] = {7, 30, 0};

// 7200 s as 2h: as people write it.
QString spanText(std::chrono::milliseconds span)
{
    const auto ms = span.count();
    if (ms > 0 && ms % 3'600'000 == 0)
        return QString::number(ms / 3'600'000) + u'h';
    if (ms > 0 && ms % 60'000 == 0)
        return QString::number(ms / 60'000) + u'm';
    return QString::number(static_cast<double>(ms) / 1000) + u's';
}

QString floorText(double degrees)
{
    return degrees > 0 ? QString::number(degrees, 'g', 10) + u" deg"_s : QString();
}

QString nameOf(const Alert &alert)
{
    return QString::fromStdString(watch::coincidenceName(alert));
}

UtcTime timeOf(const Alert &alert)
{
    return alert.timestamp.isValid() ? alert.timestamp : alert.received;
}

} // namespace

CoincidencesDialog::CoincidencesDialog(const std::vector<watch::Coincidence> &list, QWidget *parent)
    : QDialog(parent), m_entries(list), m_list(new QListWidget(this)), m_name(new QLineEdit(this)), m_a(new FilterBox(this)), m_b(new FilterBox(this)), m_within(new QLineEdit(this)),
      m_floor(new QLineEdit(this)), m_anywhere(new QCheckBox(tr("Anywhere: the times alone count"), this)), m_note(new FieldNote(this)), m_nights(new QComboBox(this)),
      m_look(new QPushButton(tr("Look at stored alerts"), this)), m_state(new QLabel(this)), m_last(new QTreeWidget(this)), m_message(new MessagePanel(this)),
      m_remove(new QPushButton(tr("Remove"), this)), m_ok(new QPushButton(tr("Use these"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Coincidences"));
    resize(QSize(Theme::scaled(720), Theme::scaled(640)).boundedTo(screen()->availableSize() * 9 / 10));
    for (const watch::Coincidence &one : m_entries) {
        m_withins.push_back(spanText(one.within));
        m_floors.push_back(floorText(one.floor));
    }
    auto *intro = new QLabel(tr("Alerts that pass A within a span of time of one that passes B, and inside its error circle or the 90 % area of its sky map, whatever streams they come from. "
                                "Both get the key coincidence with the other's name; a rule with has(coincidence) hears of it."),
                             this);
    intro->setWordWrap(true);
    intro->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(tr("Coincidences"));
    m_list->setItemDelegate(new StateRowDelegate(m_list));
    m_list->setMinimumHeight(Theme::scaled(2 * StateRowDelegate::kHeight + 4));
    for (FilterBox *box : {m_a, m_b})
        box->setClearButtonEnabled(false); // they stand in a form
    auto *addButton = new QPushButton(tr("Add"), this);
    auto *side = new QVBoxLayout;
    for (QPushButton *button : {addButton, m_remove, m_look}) {
        button->setAutoDefault(false);
        if (button != m_look)
            side->addWidget(button);
    }
    side->addStretch();
    auto *upper = new QHBoxLayout;
    upper->addWidget(m_list, 1);
    upper->addLayout(side);
    m_message->hide();
    // With large texts there is more than a screen.
    auto *contents = new QWidget(this);
    auto *parts = new QVBoxLayout(contents);
    parts->setContentsMargins(20, 20, 20, 8);
    parts->setSpacing(10);
    parts->addWidget(intro);
    parts->addLayout(upper, 2);
    parts->addWidget(makeForm());
    parts->addWidget(makePreview(), 3);
    parts->addWidget(m_message);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(contents);
    auto *buttons = new QVBoxLayout;
    buttons->setContentsMargins(20, 8, 20, 16);
    buttons->setSpacing(6);
    buttons->addLayout(makeButtonRow(*this, m_ok));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);

    connect(m_list, &QListWidget::currentRowChanged, this, &CoincidencesDialog::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_filling)
            m_entries[static_cast<size_t>(m_list->row(item))].enabled = item->checkState() == Qt::Checked;
        check();
    });
    for (QLineEdit *field : {m_name, static_cast<QLineEdit *>(m_a), static_cast<QLineEdit *>(m_b), m_within, m_floor})
        connect(field, &QLineEdit::textChanged, this, &CoincidencesDialog::takeEdits);
    connect(m_anywhere, &QCheckBox::toggled, this, &CoincidencesDialog::takeEdits);
    connect(m_nights, &QComboBox::currentIndexChanged, this, &CoincidencesDialog::forgetPreview);
    connect(addButton, &QPushButton::clicked, this, &CoincidencesDialog::add);
    connect(m_remove, &QPushButton::clicked, this, &CoincidencesDialog::remove);
    connect(m_look, &QPushButton::clicked, this, [this] {
        m_message->hide();
        m_look->setEnabled(false);
        setProgress(0);
        Q_EMIT previewWanted(m_entries[static_cast<size_t>(current())], m_nights->currentData().toInt());
    });
    connect(m_ok, &QPushButton::clicked, this, [this] {
        Q_EMIT saved(m_entries);
        accept();
    });
    connect(this, &QDialog::finished, this, &CoincidencesDialog::previewUnwanted);
    fill(0);
}

QWidget *CoincidencesDialog::makeForm()
{
    auto *place = new QWidget(this);
    const auto label = [place](const QString &text, QWidget *buddy) {
        auto *made = new QLabel(text, place);
        made->setBuddy(buddy);
        buddy->setAccessibleName(text);
        return made;
    };
    m_name->setMaxLength(40);
    m_within->setMaxLength(20);
    m_floor->setMaxLength(20);
    m_within->setPlaceholderText(u"60s"_s);
    m_floor->setPlaceholderText(tr("none"));
    m_a->setPlaceholderText(u"messenger = \"x-ray\""_s);
    m_b->setPlaceholderText(u"messenger = \"gw\" and significant"_s);
    m_floor->setToolTip(tr("No circle is smaller, and alerts that tell neither a circle nor a map have this one"));
    auto *spans = new QHBoxLayout;
    spans->addWidget(m_within, 1);
    spans->addWidget(label(tr("At least this radius"), m_floor));
    spans->addWidget(m_floor, 1);
    auto *form = new QFormLayout(place);
    form->setContentsMargins(0, 0, 0, 0);
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->addRow(label(tr("Name"), m_name), m_name);
    form->addRow(label(tr("A"), m_a), m_a);
    form->addRow(label(tr("B"), m_b), m_b);
    form->addRow(label(tr("Within"), m_within), spans);
    form->addRow(QString(), m_anywhere);
    form->addRow(QString(), m_note);
    return place;
}

QWidget *CoincidencesDialog::makePreview()
{
    auto *place = new QWidget(this);
    for (const int nights : kNights)
        m_nights->addItem(nights > 0 ? tr("Last %n nights", nullptr, nights) : tr("All stored nights"), nights);
    m_nights->setAccessibleName(tr("Stored alerts"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setAccessibleName(tr("Preview"));
    m_last->setAccessibleName(tr("The last pairs"));
    m_last->setHeaderLabels({tr("Time UT"), tr("Later"), tr("Earlier"), tr("Apart in time"), tr("On the sky")});
    m_last->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_last->header()->setStretchLastSection(true);
    m_last->setMinimumHeight(Theme::scaled(110));
    m_last->setRootIsDecorated(false);
    m_last->setUniformRowHeights(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_nights);
    row->addWidget(m_look);
    row->addStretch();
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(row);
    column->addWidget(m_state);
    column->addWidget(m_last, 1);
    return place;
}

int CoincidencesDialog::current() const
{
    return m_list->currentRow();
}

void CoincidencesDialog::fill(int row)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_list->clear();
        for (int i = 0; i < static_cast<int>(m_entries.size()); ++i) {
            m_list->addItem(new QListWidgetItem);
            present(i);
        }
    }
    m_list->setCurrentRow(std::clamp(row, -1, static_cast<int>(m_entries.size()) - 1));
    showCurrent();
}

void CoincidencesDialog::present(int row)
{
    const QScopedValueRollback filling(m_filling, true);
    const watch::Coincidence &one = m_entries[static_cast<size_t>(row)];
    QListWidgetItem *item = m_list->item(row);
    item->setText(tr("%1: A within %2 of B").arg(one.name.isEmpty() ? tr("no name") : one.name, m_withins[static_cast<size_t>(row)]));
    item->setToolTip(u"<p>"_s + one.a.toHtmlEscaped() + u"</p><p>"_s + one.b.toHtmlEscaped() + u"</p>"_s);
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(one.enabled ? Qt::Checked : Qt::Unchecked);
}

void CoincidencesDialog::showCurrent()
{
    const int row = current();
    const bool any = row >= 0 && row < static_cast<int>(m_entries.size());
    {
        const QScopedValueRollback filling(m_filling, true);
        const watch::Coincidence one = any ? m_entries[static_cast<size_t>(row)] : watch::Coincidence{};
        m_name->setText(one.name);
        m_a->setText(one.a);
        m_b->setText(one.b);
        m_within->setText(any ? m_withins[static_cast<size_t>(row)] : QString());
        m_floor->setText(any ? m_floors[static_cast<size_t>(row)] : QString());
        m_anywhere->setChecked(one.anywhere);
    }
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_a, m_b, m_within, m_floor, m_anywhere, m_nights, m_remove})
        field->setEnabled(any);
    forgetPreview();
    check();
}

void CoincidencesDialog::takeEdits()
{
    const int row = current();
    if (m_filling || row < 0)
        return;
    const auto at = static_cast<size_t>(row);
    watch::Coincidence &one = m_entries[at];
    one.name = m_name->text().trimmed();
    one.a = m_a->text().trimmed();
    one.b = m_b->text().trimmed();
    m_withins[at] = m_within->text().trimmed();
    m_floors[at] = m_floor->text().trimmed();
    one.anywhere = m_anywhere->isChecked();
    if (const auto within = options::parseDuration(m_withins[at]))
        one.within = *within;
    const Result<double> floor = m_floors[at].isEmpty() ? Result<double>(0.0) : watch::radiusIn(m_floors[at]);
    if (floor)
        one.floor = floor.value();
    present(row);
    forgetPreview();
    check();
}

Error CoincidencesDialog::problemOf(int row) const
{
    const auto at = static_cast<size_t>(row);
    const watch::Coincidence &one = m_entries[at];
    if (!options::parseDuration(m_withins[at]))
        return {.message = tr("“%1” is no span of time.").arg(m_withins[at]), .remedy = tr("Write 60s, 10m, 2h …")};
    if (!m_floors[at].isEmpty()) {
        if (const Result<double> floor = watch::radiusIn(m_floors[at]); !floor)
            return floor.error();
    }
    if (std::ranges::count(m_entries, one.name, &watch::Coincidence::name) > 1)
        return {.message = tr("Another one has the name “%1”.").arg(one.name), .remedy = tr("Give it a name of its own.")};
    const Outcome good = watch::checkCoincidence(one);
    return good ? Error{} : good.error();
}

void CoincidencesDialog::check()
{
    const int row = current();
    const bool any = row >= 0 && row < static_cast<int>(m_entries.size());
    const Error own = any ? problemOf(row) : Error{};
    m_note->setHelp(any ? QString() : tr("None yet. Add one to be told of two alerts that belong together."));
    m_note->setProblem((own.message + u' ' + own.remedy).trimmed());
    m_look->setEnabled(any && own.message.isEmpty());
    m_floor->setEnabled(any && !m_anywhere->isChecked());
    int wrong = -1;
    for (int i = 0; i < static_cast<int>(m_entries.size()) && wrong < 0; ++i) {
        if (!problemOf(i).message.isEmpty())
            wrong = i;
    }
    m_ok->setEnabled(wrong < 0);
    m_ok->setToolTip(wrong < 0 ? QString() : tr("Number %1 is not complete. Mend it, or remove it.").arg(wrong + 1));
}

void CoincidencesDialog::add()
{
    QString name;
    for (int number = 1; name.isEmpty() || std::ranges::find(m_entries, name, &watch::Coincidence::name) != m_entries.end(); ++number)
        name = u"coincidence-%1"_s.arg(number);
    m_entries.push_back({.name = name});
    m_withins.push_back(spanText(m_entries.back().within));
    m_floors.push_back({});
    fill(static_cast<int>(m_entries.size()) - 1);
    m_a->setFocus();
}

void CoincidencesDialog::remove()
{
    const int row = current();
    m_entries.erase(m_entries.begin() + row);
    m_withins.erase(m_withins.begin() + row);
    m_floors.erase(m_floors.begin() + row);
    fill(row);
}

void CoincidencesDialog::forgetPreview()
{
    Q_EMIT previewUnwanted();
    m_last->clear();
    m_state->clear();
    m_look->setEnabled(m_ok->isEnabled() && current() >= 0);
}

void CoincidencesDialog::setProgress(double fraction)
{
    m_state->setText(tr("Looking at stored alerts, %1.").arg(QString::number(static_cast<int>(fraction * 100)) + u"\u00a0%"_s));
}

void CoincidencesDialog::setPreview(const watch::CoincidencePreview &preview)
{
    const QLocale locale;
    QString text = preview.candidates == 0 ? tr("No stored alert passes A or B.")
                                           : tr("%1 of %2 alerts that pass A or B coincide with an earlier one.").arg(locale.toString(qlonglong(preview.pairs)), locale.toString(qlonglong(preview.candidates)));
    if (preview.withoutCircle > 0)
        text += u' ' + tr("%n of B tell neither a circle nor a map whose cells are known: nothing lies inside them without a radius.", nullptr, static_cast<int>(preview.withoutCircle));
    m_state->setText(text);
    m_last->clear();
    for (const watch::CoincidentPair &pair : preview.last) {
        const UtcTime time = timeOf(*pair.later);
        const bool known = pair.later->hasPosition() && pair.earlier->hasPosition();
        const double apart = known ? watch::separation(pair.later->ra.value, pair.later->dec.value, pair.earlier->ra.value, pair.earlier->dec.value) : 0;
        const double seconds = static_cast<double>(std::abs(time.us - timeOf(*pair.earlier).us)) / 1e6;
        auto *item = new QTreeWidgetItem(m_last, {QString::fromStdString(time.iso()).left(19).replace(u'T', u' '), nameOf(*pair.later), nameOf(*pair.earlier), locale.toString(seconds, 'f', seconds < 100 ? 1 : 0) + u" s"_s,
                                                  known ? locale.toString(apart, 'f', apart < 1 ? 3 : 1) + u'°' : QString()});
        item->setTextAlignment(3, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_look->setEnabled(true);
}

void CoincidencesDialog::showError(const Error &error)
{
    m_state->clear();
    m_look->setEnabled(true);
    m_message->setMessage(MessagePanel::Kind::Bad, error.message, error.remedy, error.detail);
    m_message->show();
}

} // namespace tocsin::ui
