// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/targetform.h"

#include "ui/models/targetwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/quietedit.h"
#include "ui/widgets/wordchoice.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLabels = 72; // wide, at text scale 1
constexpr int kLongestName = 100; // that a TOM takes
const QString kExtra = u"extra:"_s;

} // namespace

TargetForm::TargetForm(QWidget *parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_name(new QuietEdit(this)), m_position(new ElidedLabel(Qt::ElideRight, this)),
      m_aliases(new ElidedLabel(Qt::ElideRight, this)), m_groups(new WordChoice(tr("None: only you see it"), this)), m_tags(new QuietEdit(this)),
      m_tom(new ElidedLabel(Qt::ElideMiddle, this)), m_tomChoice(new QComboBox(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(2);
    m_grid->setVerticalSpacing(1);
    m_grid->setColumnStretch(1, 1);
    m_rows.reserve(8);
    addRow(u"name"_s, tr("Name"), m_name).brief = true;
    addRow(u"ra"_s, tr("RA, Dec"), m_position);
    addRow(u"aliases"_s, tr("Aliases"), m_aliases);
    addRow(u"groups"_s, tr("Groups"), m_groups);
    addRow(u"tags"_s, tr("Tags"), m_tags);
    addRow(u"tom"_s, tr("TOM"), m_tom).brief = true;
    addRow(u"toms"_s, tr("TOM"), m_tomChoice).brief = true;
    m_name->setMaxLength(kLongestName);
    m_tags->setPlaceholderText(tr("None"));
    m_tags->setToolTip(tr("Words, separated by commas"));
    m_tomChoice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_tomChoice->setMinimumContentsLength(10);
    connect(m_name, &QLineEdit::textEdited, this, [this] {
        setProblems({});
        Q_EMIT edited();
        Q_EMIT nameEdited();
    });
    connect(m_tags, &QLineEdit::textEdited, this, &TargetForm::edited);
    connect(m_groups, &WordChoice::chosenChanged, this, &TargetForm::edited);
    connect(m_tomChoice, &QComboBox::currentIndexChanged, this, [this] {
        m_account = m_tomChoice->currentData().toString();
        Q_EMIT accountChosen(m_account);
    });
    useLook();
    showRows();
}

TargetForm::Row &TargetForm::addRow(const QString &key, const QString &label, QWidget *value)
{
    Row row{.key = key, .label = new QLabel(label, this), .value = value, .note = new FieldNote(this)};
    row.label->setTextFormat(Qt::PlainText);
    row.label->setForegroundRole(QPalette::PlaceholderText);
    row.label->setWordWrap(true); // a TOM may call its field anything
    row.label->setBuddy(value);
    row.note->hide();
    value->setAccessibleName(label);
    const int line = m_grid->rowCount();
    m_grid->addWidget(row.label, line, 0);
    m_grid->addWidget(value, line, 1);
    m_grid->addWidget(row.note, line + 1, 1);
    m_rows.push_back(row);
    return m_rows.back();
}

TargetForm::Row *TargetForm::row(const QString &key)
{
    const auto it = std::ranges::find(m_rows, key, &Row::key);
    return it == m_rows.end() ? nullptr : &*it;
}

void TargetForm::setDraft(const tom::Draft &draft)
{
    m_draft = draft;
    m_name->setText(draft.name);
    m_name->setCursorPosition(0);
    m_position->setFullText(targetwords::position(draft));
    m_aliases->setFullText(formats::plain(draft.aliases.join(u", "_s).toStdString()));
    m_groups->setChosen(draft.groups);
    m_tags->setText(draft.tags.join(u", "_s));
    m_tags->setCursorPosition(0);
    m_typed = draft.extras;
    for (Row &each : m_rows) {
        if (auto *edit = qobject_cast<QuietEdit *>(each.value); edit && each.key.startsWith(kExtra))
            edit->setText(m_typed.value(each.key.mid(kExtra.size())));
    }
    setProblems({});
    showRows();
}

void TargetForm::setToms(const std::vector<TargetDesk::Tom> &toms, const QString &account)
{
    m_toms = toms;
    m_account = account;
    {
        const QSignalBlocker quiet(m_tomChoice);
        m_tomChoice->clear();
        for (const TargetDesk::Tom &tom : toms)
            m_tomChoice->addItem(tom.account == tom.host ? tom.host : tr("%1 (%2)").arg(tom.host, tom.account), tom.account);
        m_tomChoice->addItem(tr("None: the local list"), QString());
        m_tomChoice->setCurrentIndex(std::max(0, m_tomChoice->findData(account)));
    }
    setFacts(nullptr);
}

void TargetForm::setFacts(const tom::TomFacts *facts)
{
    m_user = facts ? facts->user : QString();
    removeExtras();
    m_groups->setWords(facts ? facts->groups : QStringList());
    if (facts && m_groups->chosen().isEmpty())
        m_groups->setChosen(facts->usualGroups);
    if (facts) {
        for (const tom::TomFacts::Extra &extra : facts->extras)
            addExtra(extra);
    }
    showTom();
    useLook();
    showRows();
}

void TargetForm::removeExtras()
{
    std::erase_if(m_rows, [this](const Row &each) {
        if (!each.key.startsWith(kExtra))
            return false;
        m_typed[each.key.mid(kExtra.size())] = extraValue(each);
        delete each.label;
        delete each.value;
        delete each.note;
        return true;
    });
    m_extras.clear();
}

void TargetForm::addExtra(const tom::TomFacts::Extra &extra)
{
    const QString typed = m_typed.value(extra.key);
    QWidget *field = nullptr;
    if (!extra.choices.isEmpty() || extra.type == u"boolean"_s) {
        auto *box = new QComboBox(this);
        if (extra.required)
            box->setPlaceholderText(tr("This TOM asks for it"));
        else
            box->addItem(QString(), QString());
        if (extra.choices.isEmpty()) {
            box->addItem(tr("Yes"), u"true"_s);
            box->addItem(tr("No"), u"false"_s);
        }
        for (qsizetype i = 0; i < extra.choices.size(); ++i)
            box->addItem(formats::plain(extra.choiceNames.value(i, extra.choices[i]).toStdString()), extra.choices[i]);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setCurrentIndex(typed.isEmpty() ? (extra.required ? -1 : 0) : box->findData(typed));
        connect(box, &QComboBox::currentIndexChanged, this, &TargetForm::edited);
        field = box;
    } else {
        auto *edit = new QuietEdit(this);
        edit->setText(typed);
        edit->setPlaceholderText(extra.required ? tr("This TOM asks for it") : QString());
        if (extra.maxLength > 0)
            edit->setMaxLength(extra.maxLength);
        connect(edit, &QLineEdit::textEdited, this, &TargetForm::edited);
        field = edit;
    }
    m_extras.push_back(extra);
    addRow(kExtra + extra.key, formats::plain((extra.label.isEmpty() ? extra.key : extra.label).toStdString()), field);
}

QString TargetForm::extraValue(const Row &row) const
{
    if (const auto *box = qobject_cast<const QComboBox *>(row.value))
        return box->currentData().toString();
    const auto *edit = qobject_cast<const QuietEdit *>(row.value);
    return edit ? edit->text().trimmed() : QString();
}

QList<QWidget *> TargetForm::fields() const
{
    QList<QWidget *> all;
    for (const Row &each : m_rows)
        all << each.value;
    return all;
}

QString TargetForm::host() const
{
    const auto it = std::ranges::find(m_toms, m_account, &TargetDesk::Tom::account);
    return it == m_toms.end() ? QString() : it->host;
}

void TargetForm::showTom()
{
    m_tom->setFullText(m_account.isEmpty() ? tr("None: the local list") : m_user.isEmpty() ? host() : tr("%1, as %2").arg(host(), formats::plain(m_user.toStdString())));
}

void TargetForm::setBrief(bool brief)
{
    m_brief = brief;
    showRows();
}

void TargetForm::setLocked(bool locked)
{
    for (const Row &each : m_rows) {
        if (auto *edit = qobject_cast<QuietEdit *>(each.value))
            edit->setReadOnly(locked);
        else
            each.value->setEnabled(!locked || qobject_cast<ElidedLabel *>(each.value));
    }
}

QStringList TargetForm::setProblems(const QMap<QString, QString> &problems)
{
    QStringList rest;
    QWidget *first = nullptr;
    for (const Row &each : m_rows)
        each.note->setProblem({});
    for (auto it = problems.begin(); it != problems.end(); ++it) {
        const QString key = it.key() == u"dec"_s ? u"ra"_s : it.key();
        Row *found = row(key);
        if (!found)
            found = row(kExtra + key);
        if (!found || (m_brief && !found->brief)) {
            rest << (it.key().isEmpty() || it.key() == u"non_field_errors"_s ? it.value() : it.key() + u": "_s + it.value());
            continue;
        }
        found->note->setProblem(it.value());
        if (!first && found->value->focusPolicy() != Qt::NoFocus)
            first = found->value;
    }
    showRows();
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return rest;
}

bool TargetForm::showMissing()
{
    QMap<QString, QString> missing;
    if (m_name->text().trimmed().isEmpty())
        missing.insert(u"name"_s, tr("A target has a name."));
    for (const tom::TomFacts::Extra &extra : m_extras) {
        const Row *each = row(kExtra + extra.key);
        if (extra.required && each && extraValue(*each).isEmpty())
            missing.insert(extra.key, tr("This TOM asks for it."));
    }
    if (!missing.isEmpty())
        setProblems(missing);
    return missing.isEmpty();
}

tom::Draft TargetForm::draft() const
{
    tom::Draft draft = m_draft;
    draft.name = m_name->text().trimmed();
    draft.aliases.removeAll(draft.name);
    // The name that was written over is still one of its names.
    if (draft.name != m_draft.name && !m_draft.name.isEmpty() && !draft.aliases.contains(m_draft.name))
        draft.aliases.prepend(m_draft.name);
    draft.groups = m_groups->chosen();
    draft.tags = targetwords::words(m_tags->text());
    for (const Row &each : m_rows) {
        if (!each.key.startsWith(kExtra))
            continue;
        const QString key = each.key.mid(kExtra.size());
        const QString value = extraValue(each);
        if (value.isEmpty())
            draft.extras.remove(key);
        else
            draft.extras.insert(key, value);
    }
    return draft;
}

bool TargetForm::isUsed(const Row &row) const
{
    const bool choice = m_toms.size() > 1;
    return row.key == u"aliases"_s ? !m_aliases->fullText().isEmpty()
        : row.key == u"groups"_s   ? !m_account.isEmpty()
        : row.key == u"tom"_s      ? !choice
        : row.key == u"toms"_s     ? choice
                                   : true;
}

void TargetForm::showRows()
{
    for (const Row &each : m_rows) {
        const bool shown = isUsed(each) && (!m_brief || each.brief);
        each.label->setVisible(shown);
        each.value->setVisible(shown);
        each.note->setVisible(shown && !each.note->isEmpty());
    }
}

void TargetForm::useLook()
{
    const int height = Theme::scaled(23);
    for (const Row &each : m_rows) {
        each.label->setFont(Theme::font(Theme::Font::Small));
        const bool boxed = qobject_cast<QComboBox *>(each.value) != nullptr;
        each.value->setMinimumHeight(boxed ? Theme::scaled(26) : height);
        if (auto *text = qobject_cast<ElidedLabel *>(each.value))
            text->setContentsMargins(QuietEdit::kInset, 0, 0, 0);
    }
    m_grid->setColumnMinimumWidth(0, Theme::scaled(kLabels));
}

void TargetForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        useLook();
}

} // namespace tocsin::ui
