// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/gotodialog.h"

#include "ui/models/alerttablemodel.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 440;
constexpr int kRestMs = 120; // between the last key and the question

QString timeText(const UtcTime &time)
{
    return formats::dateTime(time) + u" UT"_s;
}

// "Row 1,234: S260914a, 2026-09-14 03:02:28 UT"
QString describe(const Alert &alert)
{
    const QString name = formats::plain(alert.message == "circular" ? "GCN " + alert.id : alert.name.empty() ? alert.id : alert.name);
    const UtcTime &time = alert.timestamp.isValid() ? alert.timestamp : alert.brokerTime;
    QString text = GoToDialog::tr("Row %1").arg(QLocale().toString(qlonglong(alert.row)));
    if (!name.isEmpty())
        text += u": "_s + name;
    return time.isValid() ? text + u", "_s + timeText(time) : text;
}

} // namespace

GoToDialog::GoToDialog(archive::Archive &archive, const AlertTableModel &model, QWidget *parent)
    : QDialog(parent), m_model(model), m_text(new QLineEdit(this)), m_understood(new QLabel(this)), m_outcome(new FieldNote(this)),
      m_clear(new QPushButton(tr("Clear the filter and go"), this)), m_go(new QPushButton(tr("Go"), this)), m_walk(model), m_lookup(archive)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Go to"));
    setMinimumWidth(Theme::scaled(kWidth));
    auto *label = new QLabel(tr("Time, ID, name or row"), this);
    label->setBuddy(m_text);
    m_text->setAccessibleName(label->text());
    m_text->setPlaceholderText(tr("03:02, 2026-09-14 03:02, -2h, MJD 61297.1, S260914a, #1234"));
    m_text->setMaxLength(200);
    m_understood->setTextFormat(Qt::PlainText);
    m_understood->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_clear->hide();
    for (QPushButton *button : {cancel, m_clear})
        button->setAutoDefault(false);
    m_go->setDefault(true);
    Theme::setPrimary(m_go, true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(6);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_clear);
    buttons->addWidget(m_go);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->addWidget(label);
    column->addWidget(m_text);
    column->addWidget(m_understood);
    column->addWidget(m_outcome);
    column->addSpacing(8);
    column->addLayout(buttons);

    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &GoToDialog::look);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_lookup.cancel();
        m_place.reset();
        m_goWhenFound = false;
        m_readings = readPlace(m_text->text(), UtcTime::now());
        m_rest.start();
        present();
    });
    connect(&m_lookup, &PlaceLookup::found, this, [this](const FoundPlace &place) {
        m_place = place;
        present();
        if (std::exchange(m_goWhenFound, false))
            go();
    });
    connect(&m_lookup, &PlaceLookup::failed, this, [this](const Error &error) { m_outcome->setProblem(error.message + u' ' + error.remedy); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &GoToDialog::go);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        Q_EMIT chosenWithoutFilter(m_place->alert->row);
        accept();
    });
    connect(&model, &QAbstractItemModel::modelReset, this, &GoToDialog::listShown);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &GoToDialog::listShown);
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        // A lookup on its way keeps the set that it was given.
        if (m_shown.use_count() > 1)
            m_shown = std::make_shared<NumberSet>(*m_shown);
        for (int row = first; row <= last; ++row)
            m_shown->add(m_model.numberAt(row));
    });
    listShown();
    present();
}

// What a row must be in to be gone to without a detour.
void GoToDialog::listShown()
{
    m_shown = std::make_shared<NumberSet>();
    m_walk.start([this](int, int64_t number) { m_shown->add(number); }, [this] { look(); });
}

void GoToDialog::look()
{
    if (m_readings.empty() || m_walk.isRunning() || m_rest.isActive())
        return;
    m_lookup.find(m_readings, m_shown);
}

QString GoToDialog::wordsFor(const PlaceReading &reading) const
{
    switch (reading.kind) {
    case PlaceReading::Kind::Row:
        return tr("Row %1").arg(QLocale().toString(qlonglong(reading.row)));
    case PlaceReading::Kind::Time:
        return tr("Time %1, and the first row from there on").arg(timeText(reading.time));
    case PlaceReading::Kind::Name:
        break;
    }
    return tr("ID or name “%1”").arg(reading.name);
}

void GoToDialog::present()
{
    QString words;
    for (const PlaceReading &reading : m_readings) {
        if (!m_place || !m_place->alert || reading.kind == m_place->reading.kind)
            words += (words.isEmpty() ? QString() : tr(", or ")) + wordsFor(reading);
    }
    if (m_readings.empty() && !m_text->text().trimmed().isEmpty())
        words = tr("A row is written as # and its number, such as #1234.");
    m_understood->setText(words.isEmpty() ? tr("Times are UT; 03:02 is the last such time, -2h two hours ago.") : words);
    m_go->setEnabled(!m_readings.empty() && (!m_place || (m_place->alert && m_place->shown)));
    showPlace();
}

void GoToDialog::showPlace()
{
    m_clear->setVisible(m_place && m_place->alert && !m_place->shown && m_model.filter());
    m_outcome->setProblem({});
    if (!m_place) {
        m_outcome->setHelp(m_readings.empty() ? QString() : tr("Looking for it."));
        return;
    }
    if (m_place->alert && m_place->shown) {
        m_outcome->setHelp(describe(*m_place->alert));
        return;
    }
    if (m_place->alert)
        m_outcome->setProblem(m_model.filter() ? tr("%1. The filter hides it.").arg(describe(*m_place->alert))
                                               : tr("%1. The table does not show it just now.").arg(describe(*m_place->alert)));
    else if (m_place->reading.kind == PlaceReading::Kind::Time)
        m_outcome->setProblem(tr("No row has this time or a later one."));
    else if (m_place->reading.kind == PlaceReading::Kind::Row)
        m_outcome->setProblem(tr("The archive has no such row."));
    else
        m_outcome->setProblem(tr("No row has an ID or a name that begins so."));
}

void GoToDialog::go()
{
    if (!m_place) {
        m_goWhenFound = !m_readings.empty();
        return;
    }
    if (!m_place->alert || !m_place->shown)
        return;
    Q_EMIT chosen(m_place->alert->row);
    accept();
}

QString GoToDialog::understood() const
{
    return m_understood->text();
}

QString GoToDialog::outcome() const
{
    return m_outcome->text();
}

} // namespace tocsin::ui
