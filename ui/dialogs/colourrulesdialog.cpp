// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/colourrulesdialog.h"

#include "ui/dialogs/buttonrow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/accessiblecombobox.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/filterbox.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

const char *const kColourWords[] = {
    QT_TRANSLATE_NOOP("ColourRules", "Violet"), QT_TRANSLATE_NOOP("ColourRules", "Magenta"), QT_TRANSLATE_NOOP("ColourRules", "Orange"),
    QT_TRANSLATE_NOOP("ColourRules", "Purple"), QT_TRANSLATE_NOOP("ColourRules", "Blue"),    QT_TRANSLATE_NOOP("ColourRules", "Brown"),
    QT_TRANSLATE_NOOP("ColourRules", "Olive"),  QT_TRANSLATE_NOOP("ColourRules", "Teal"),    QT_TRANSLATE_NOOP("ColourRules", "Green"),
    QT_TRANSLATE_NOOP("ColourRules", "Amber"),  QT_TRANSLATE_NOOP("ColourRules", "Red"),     QT_TRANSLATE_NOOP("ColourRules", "Bright blue"),
    QT_TRANSLATE_NOOP("ColourRules", "Cyan"),   QT_TRANSLATE_NOOP("ColourRules", "Grey")};

// A small row: the fill with the stripe at its left edge, as the table paints it.
QIcon chip(const QString &name, qreal ratio)
{
    const Palette &colours = Theme::palette();
    const QColor colour = colours.ruleColour(name);
    const QSize size(Theme::scaled(22), Theme::scaled(14));
    QPixmap picture(size * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Palette::mix(colour, colours.base, 0.2));
    QPainter painter(&picture);
    painter.fillRect(0, 0, Theme::scaled(4), size.height(), colour);
    return QIcon(picture);
}

} // namespace

ColourRulesDialog::ColourRulesDialog(const ColourRules &rules, const QString &proposed, QWidget *parent)
    : QDialog(parent), m_list(new QListWidget(this)), m_name(new QLineEdit(this)), m_condition(new FilterBox(this)), m_note(new FieldNote(this)),
      m_colour(new QComboBox(this)), m_up(new QPushButton(tr("Up"), this)), m_down(new QPushButton(tr("Down"), this)),
      m_remove(new QPushButton(tr("Remove"), this)), m_ok(new QPushButton(tr("Use these rules"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Colour rules"));
    resize(Theme::scaled(640), Theme::scaled(460));
    auto *intro = new QLabel(tr("The first rule that a row passes gives it its colour. Rules that are not ticked are skipped."), this);
    intro->setWordWrap(true);
    intro->setTextFormat(Qt::PlainText);
    m_list->setAccessibleName(tr("Rules"));
    m_list->setIconSize({Theme::scaled(22), Theme::scaled(14)});
    auto *addButton = new QPushButton(tr("Add"), this);
    auto *reset = new QPushButton(tr("Shipped rules"), this);
    reset->setToolTip(tr("Replace all rules by those that come with Tocsin"));
    auto *side = new QVBoxLayout;
    for (QPushButton *button : {addButton, m_remove, m_up, m_down, reset}) {
        button->setAutoDefault(false);
        side->addWidget(button);
    }
    side->addStretch();
    auto *upper = new QHBoxLayout;
    upper->addWidget(m_list, 1);
    upper->addLayout(side);

    const auto label = [this](const QString &text, QWidget *buddy) {
        auto *made = new QLabel(text, this);
        made->setBuddy(buddy);
        buddy->setAccessibleName(text);
        return made;
    };
    m_name->setMaxLength(60);
    for (qsizetype i = 0; i < Palette::ruleColours().size(); ++i) {
        const QString &colour = Palette::ruleColours()[i];
        m_colour->addItem(chip(colour, devicePixelRatioF()), QCoreApplication::translate("ColourRules", kColourWords[i]), colour);
    }
    m_colour->setIconSize({Theme::scaled(22), Theme::scaled(14)});
    auto *conditionColumn = new QVBoxLayout;
    conditionColumn->setSpacing(2);
    conditionColumn->addWidget(m_condition);
    conditionColumn->addWidget(m_note);
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight | Qt::AlignVCenter);
    form->addRow(label(tr("Name"), m_name), m_name);
    form->addRow(label(tr("Condition"), m_condition), conditionColumn);
    form->addRow(label(tr("Colour"), m_colour), m_colour);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(10);
    column->addWidget(intro);
    column->addLayout(upper, 1);
    column->addLayout(form);
    column->addLayout(makeButtonRow(*this, m_ok));

    connect(m_list, &QListWidget::currentRowChanged, this, &ColourRulesDialog::showRule);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        if (!m_filling)
            m_rules[m_list->row(item)].enabled = item->checkState() == Qt::Checked;
        check();
    });
    connect(m_name, &QLineEdit::textEdited, this, &ColourRulesDialog::takeEdits);
    connect(m_condition, &QLineEdit::textChanged, this, &ColourRulesDialog::takeEdits);
    connect(m_colour, &QComboBox::currentIndexChanged, this, &ColourRulesDialog::takeEdits);
    connect(addButton, &QPushButton::clicked, this, [this] { add({}); });
    connect(m_remove, &QPushButton::clicked, this, &ColourRulesDialog::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(reset, &QPushButton::clicked, this, [this] { fill(ColourRules::shipped().rules(), 0); });
    connect(m_ok, &QPushButton::clicked, this, [this] {
        Q_EMIT applied(ColourRules(m_rules));
        accept();
    });
    fill(rules.rules(), 0);
    if (!proposed.isEmpty())
        add(proposed);
}

void ColourRulesDialog::setUnread(const QHash<QString, qint64> &unread)
{
    m_unread = unread;
    check();
}

int ColourRulesDialog::current() const
{
    return m_list->currentRow();
}

void ColourRulesDialog::fill(const QList<ColourRule> &rules, int current)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_rules = rules;
        m_list->clear();
        for (int row = 0; row < m_rules.size(); ++row) {
            m_list->addItem(new QListWidgetItem);
            present(row);
        }
    }
    m_list->setCurrentRow(std::clamp(current, -1, static_cast<int>(m_rules.size()) - 1));
    showRule();
}

void ColourRulesDialog::present(int row)
{
    const QScopedValueRollback filling(m_filling, true);
    const ColourRule &rule = m_rules[row];
    QListWidgetItem *item = m_list->item(row);
    item->setText(rule.name.isEmpty() ? rule.condition : rule.name);
    item->setToolTip(u"<p>"_s + rule.condition.toHtmlEscaped() + u"</p>"_s);
    item->setIcon(chip(rule.colour, devicePixelRatioF()));
    item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
    item->setCheckState(rule.enabled ? Qt::Checked : Qt::Unchecked);
}

void ColourRulesDialog::showRule()
{
    const int row = current();
    const bool any = row >= 0 && row < m_rules.size();
    {
        const QScopedValueRollback filling(m_filling, true);
        const ColourRule rule = any ? m_rules[row] : ColourRule{};
        m_name->setText(rule.name);
        m_condition->setText(rule.condition);
        m_colour->setCurrentIndex(m_colour->findData(rule.colour));
    }
    for (QWidget *editor : {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_condition), static_cast<QWidget *>(m_colour)})
        editor->setEnabled(any);
    m_remove->setEnabled(any);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(any && row < m_rules.size() - 1);
    check();
}

void ColourRulesDialog::takeEdits()
{
    const int row = current();
    if (m_filling || row < 0 || row >= m_rules.size())
        return;
    ColourRule &rule = m_rules[row];
    rule.name = m_name->text().trimmed();
    rule.condition = m_condition->text().trimmed();
    rule.colour = m_colour->currentData().toString();
    present(row);
    check();
}

// Says what is wrong with the rule at hand; a wrong one that is ticked keeps all from being used.
void ColourRulesDialog::check()
{
    const auto problemOf = [](const ColourRule &rule) -> QString {
        if (rule.condition.isEmpty())
            return tr("Write a condition in the filter language, such as mag < 16.");
        const auto result = filter::Filter::compile(rule.condition.toStdString(), filter::FieldCatalogue());
        const auto *problem = std::get_if<filter::Problem>(&result);
        if (!problem)
            return {};
        return problem->expected.isEmpty() ? problem->message : tr("%1 Expected: %2.").arg(problem->message, problem->expected);
    };
    const int row = current();
    const bool any = row >= 0 && row < m_rules.size();
    const qint64 unread = any ? m_unread.value(m_rules[row].condition) : 0;
    m_note->setHelp(unread > 0 ? tr("%n row(s) could not be judged, their packets are damaged: “tocsin archive verify” tells which.", nullptr, static_cast<int>(unread))
                               : QString());
    m_note->setProblem(any ? problemOf(m_rules[row]) : QString());
    int wrong = -1;
    for (int i = 0; i < m_rules.size() && wrong < 0; ++i) {
        if (m_rules[i].enabled && !problemOf(m_rules[i]).isEmpty())
            wrong = i;
    }
    m_ok->setEnabled(wrong < 0);
    m_ok->setToolTip(wrong < 0 ? QString() : tr("Rule %1 has no valid condition. Mend it, or take its tick away.").arg(wrong + 1));
}

void ColourRulesDialog::add(const QString &condition)
{
    QList<ColourRule> rules = m_rules;
    const auto place = std::max<qsizetype>(0, current());
    rules.insert(place, ColourRule{.name = {}, .condition = condition, .colour = Palette::ruleColours().value(place % Palette::ruleColours().size())});
    fill(rules, static_cast<int>(place));
    (condition.isEmpty() ? static_cast<QWidget *>(m_condition) : static_cast<QWidget *>(m_name))->setFocus();
}

void ColourRulesDialog::move(int step)
{
    const int row = current();
    QList<ColourRule> rules = m_rules;
    rules.swapItemsAt(row, row + step);
    fill(rules, row + step);
}

void ColourRulesDialog::remove()
{
    const int row = current();
    QList<ColourRule> rules = m_rules;
    rules.removeAt(row);
    fill(rules, row);
}

} // namespace tocsin::ui
