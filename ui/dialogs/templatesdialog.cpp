// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/templatesdialog.h"

#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTreeWidget>
#include <QUuid>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using templates::Kind;
using templates::ReadyTemplate;
using templates::Template;
using templates::TemplateProblem;

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kLongestName = 60;

QPlainTextEdit *makeEditor(QWidget *parent, int lines, const QString &name)
{
    auto *editor = new QPlainTextEdit(parent);
    editor->setFont(Theme::font(Theme::Font::MonoField));
    editor->setFixedHeight(lines * editor->fontMetrics().lineSpacing() + Theme::scaled(20));
    editor->setTabChangesFocus(true);
    editor->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    editor->setWordWrapMode(QTextOption::WrapAnywhere);
    editor->setAccessibleName(name);
    return editor;
}

class SampleFields final : public filter::PacketFields
{
public:
    explicit SampleFields(const decoders::FieldTree *fields) : m_fields(fields) {}
    [[nodiscard]] const decoders::FieldTree *tree() override { return m_fields; }

private:
    const decoders::FieldTree *m_fields;
};

// With what is wrong; nothing when it can be used.
std::optional<TemplateProblem> problemOf(const Template &spec)
{
    const auto made = ReadyTemplate::make(spec);
    const auto *problem = std::get_if<TemplateProblem>(&made);
    return problem ? std::optional(*problem) : std::nullopt;
}

} // namespace

TemplatesDialog::TemplatesDialog(std::vector<Template> all, std::shared_ptr<const Alert> sample, QWidget *parent)
    : QDialog(parent), m_all(std::move(all)), m_sample(std::move(sample)), m_list(new QTreeWidget(this)), m_name(new QLineEdit(this)),
      m_nameNote(new FieldNote(this)), m_beforeLabel(new QLabel(tr("Once in front"), this)), m_before(makeEditor(this, 3, tr("Once in front"))),
      m_textLabel(new QLabel(this)), m_text(makeEditor(this, 3, tr("Template"))), m_textNote(new FieldNote(this)), m_condition(new QLineEdit(this)),
      m_conditionNote(new FieldNote(this)), m_previewLabel(new QLabel(this)), m_preview(makeEditor(this, 3, tr("Preview")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Templates"));
    auto *heading = new QLabel(tr("Open in and copy as"), this);
    heading->setFont(Theme::font(Theme::Font::Heading));
    auto *cancel = new QPushButton(tr("Cancel"), this);
    m_save = new QPushButton(tr("Save"), this);
    m_restore = new QPushButton(tr("Bring back removed ones"), this);
    for (QPushButton *button : {cancel, m_restore})
        button->setAutoDefault(false);
    m_save->setDefault(true);
    Theme::setPrimary(m_save, true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_restore);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(makeList());
    QWidget *form = makeForm();
    auto *area = new QScrollArea(this); // with large text it may be higher than the screen
    area->setWidget(form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumWidth(form->minimumSizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    middle->addWidget(area, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(heading);
    column->addLayout(middle, 1);
    column->addLayout(buttons);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &TemplatesDialog::save);
    connect(m_restore, &QPushButton::clicked, this, &TemplatesDialog::restoreRemoved);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &TemplatesDialog::showCurrent);
    for (QLineEdit *field : {m_name, m_condition})
        connect(field, &QLineEdit::textEdited, this, &TemplatesDialog::takeEdited);
    for (const QPlainTextEdit *field : {m_before, m_text})
        connect(field, &QPlainTextEdit::textChanged, this, &TemplatesDialog::takeEdited);
    rebuild({});
    resize(Theme::scaled(820), std::min(Theme::scaled(720), screen()->availableGeometry().height() - Theme::scaled(60)));
}

QWidget *TemplatesDialog::makeList()
{
    auto *area = new QWidget(this);
    m_list->setAccessibleName(tr("Templates"));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIndentation(Theme::scaled(12));
    m_list->setMinimumWidth(Theme::scaled(230));
    auto *add = new QPushButton(tr("Add"), area);
    auto *kinds = new QMenu(add);
    connect(kinds->addAction(Theme::icon(u"globe"_s), tr("A page to open")), &QAction::triggered, this, [this] { this->add(Kind::Link); });
    connect(kinds->addAction(Theme::icon(u"edit-copy"_s), tr("A text to copy")), &QAction::triggered, this, [this] { this->add(Kind::Text); });
    add->setMenu(kinds);
    m_remove = new QPushButton(tr("Remove"), area);
    m_up = new QPushButton(tr("Up"), area);
    m_down = new QPushButton(tr("Down"), area);
    auto *first = new QHBoxLayout;
    first->setSpacing(6);
    for (QPushButton *button : {add, m_remove, m_up, m_down}) {
        button->setAutoDefault(false);
        first->addWidget(button);
    }
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list, 1);
    column->addLayout(first);
    connect(m_remove, &QPushButton::clicked, this, &TemplatesDialog::removeCurrent);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    return area;
}

QWidget *TemplatesDialog::makeForm()
{
    auto *area = new QWidget(this);
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    const auto addField = [&](QLabel *label, QWidget *field, FieldNote *note) {
        label->setBuddy(field);
        column->addWidget(label);
        column->addWidget(field);
        if (note)
            column->addWidget(note);
        column->addSpacing(6);
    };
    m_name->setMaxLength(kLongestName);
    m_name->setAccessibleName(tr("Name"));
    addField(new QLabel(tr("Name"), area), m_name, m_nameNote);
    addField(m_beforeLabel, m_before, nullptr);
    auto *values = new QPushButton(tr("Insert a value"), area);
    auto *menu = new QMenu(values);
    fillValues(*menu);
    values->setMenu(menu);
    values->setAutoDefault(false);
    m_reset = new QPushButton(tr("As it came"), area);
    m_reset->setAutoDefault(false);
    connect(m_reset, &QPushButton::clicked, this, &TemplatesDialog::resetCurrent);
    auto *row = new QHBoxLayout;
    row->addWidget(m_textLabel, 1);
    row->addWidget(values);
    row->addWidget(m_reset);
    m_textLabel->setBuddy(m_text);
    column->addLayout(row);
    column->addWidget(m_text);
    m_textNote->setHelp(tr("{ra:.5f} five decimals, {dec:+.1f} with its sign, {mag|none} when there is none, {name:word} without blanks, {name:quoted} as a literal, {{ a brace"));
    column->addWidget(m_textNote);
    column->addSpacing(6);
    m_condition->setFont(Theme::font(Theme::Font::MonoField));
    m_condition->setPlaceholderText(tr("always"));
    m_condition->setAccessibleName(tr("Offered when"));
    m_conditionNote->setHelp(tr("In the filter language, such as: has(ra) and name ~ \"^ZTF\""));
    addField(new QLabel(tr("Offered when"), area), m_condition, m_conditionNote);
    m_preview->setReadOnly(true);
    m_preview->setBackgroundRole(QPalette::Window);
    m_preview->setMaximumHeight(QWIDGETSIZE_MAX); // takes what room is left
    m_previewLabel->setBuddy(m_preview);
    column->addWidget(m_previewLabel);
    column->addWidget(m_preview, 1);
    return area;
}

void TemplatesDialog::fillValues(QMenu &menu)
{
    const auto put = [this](QMenu &in, const QString &name, const QString &help) {
        connect(in.addAction(u'{' + name + u"}  "_s + help), &QAction::triggered, this, [this, name] {
            m_text->insertPlainText(u'{' + name + u'}');
            m_text->setFocus();
        });
    };
    const auto label = [](const AlertField &field) { return QCoreApplication::translate("AlertField", field.help); };
    for (const char *key : {"name", "id", "ra", "dec"})
        put(menu, QString::fromLatin1(key), label(*findAlertField(key)));
    for (const templates::ExtraPlaceholder &extra : templates::extraPlaceholders())
        put(menu, QString::fromLatin1(extra.name), QCoreApplication::translate("templates", extra.help));
    for (const char *key : {"timestamp", "mjd", "mag", "band", "classification", "score", "url"})
        put(menu, QString::fromLatin1(key), label(*findAlertField(key)));
    QMenu *all = menu.addMenu(tr("All keys"));
    for (const AlertField &field : alertFields())
        put(*all, QString::fromLatin1(field.key), label(field));
}

Template *TemplatesDialog::current()
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const auto it = std::ranges::find(m_all, item ? item->data(0, kIdRole).toString() : QString(), &Template::id);
    return it == m_all.end() ? nullptr : &*it;
}

void TemplatesDialog::rebuild(const QString &currentId)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    QTreeWidgetItem *chosen = nullptr;
    for (const Kind kind : {Kind::Link, Kind::Text}) {
        auto *group = new QTreeWidgetItem(m_list, {kind == Kind::Link ? tr("Open in") : tr("Copy as")});
        group->setFlags(Qt::ItemIsEnabled);
        group->setSizeHint(0, QSize(0, Theme::scaled(24)));
        group->setFont(0, Theme::font(Theme::Font::SmallStrong));
        for (const Template &one : m_all) {
            if (one.kind != kind || one.hidden)
                continue;
            auto *item = new QTreeWidgetItem(group, {one.name});
            item->setData(0, kIdRole, one.id);
            item->setSizeHint(0, QSize(0, Theme::scaled(22)));
            if (!chosen || one.id == currentId)
                chosen = item;
        }
        group->setExpanded(true);
    }
    m_list->setCurrentItem(chosen);
    showCurrent();
}

void TemplatesDialog::showCurrent()
{
    const Template *spec = current();
    m_showing = true;
    const bool text = spec && spec->kind == Kind::Text;
    m_name->setText(spec ? spec->name : QString());
    m_before->setPlainText(spec ? spec->before : QString());
    m_text->setPlainText(spec ? spec->text : QString());
    m_condition->setText(spec ? spec->condition : QString());
    m_textLabel->setText(text ? tr("For each row") : tr("Address"));
    m_beforeLabel->setVisible(text);
    m_before->setVisible(text);
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_before, m_text, m_condition, m_remove})
        field->setEnabled(spec != nullptr);
    m_showing = false;
    showProblems();
}

void TemplatesDialog::takeEdited()
{
    Template *spec = current();
    if (m_showing || !spec)
        return;
    spec->name = m_name->text().trimmed();
    spec->before = m_before->toPlainText();
    spec->text = m_text->toPlainText();
    spec->condition = m_condition->text().trimmed();
    m_list->currentItem()->setText(0, spec->name);
    showProblems();
}

void TemplatesDialog::showProblems()
{
    const Template *spec = current();
    const std::optional<TemplateProblem> problem = spec ? problemOf(*spec) : std::nullopt;
    const auto say = [&problem](FieldNote *note, TemplateProblem::Field field) {
        note->setProblem(problem && problem->field == field ? problem->message : QString());
    };
    say(m_nameNote, TemplateProblem::Field::Name);
    say(m_textNote, TemplateProblem::Field::Text);
    say(m_conditionNote, TemplateProblem::Field::Condition);
    const auto shipped = spec ? templates::shippedTemplate(spec->id) : std::nullopt;
    m_reset->setEnabled(shipped && !(*shipped == *spec));
    m_restore->setEnabled(std::ranges::any_of(m_all, &Template::hidden));
    const QTreeWidgetItem *item = m_list->currentItem();
    const QTreeWidgetItem *group = item ? item->parent() : nullptr;
    m_up->setEnabled(group && group->indexOfChild(const_cast<QTreeWidgetItem *>(item)) > 0);
    m_down->setEnabled(group && group->indexOfChild(const_cast<QTreeWidgetItem *>(item)) + 1 < group->childCount());
    showPreview();
}

void TemplatesDialog::setSampleFields(std::shared_ptr<const decoders::FieldTree> fields)
{
    m_sampleFields = std::move(fields);
    showPreview();
}

void TemplatesDialog::showPreview()
{
    const Template *spec = current();
    m_previewLabel->setText(m_sample ? tr("With %1").arg(formats::plain(m_sample->name.empty() ? m_sample->id : m_sample->name).left(kLongestName))
                                     : tr("Select a row to see what it becomes"));
    m_preview->clear();
    if (!spec || !m_sample)
        return;
    const auto made = ReadyTemplate::make(*spec);
    const auto *ready = std::get_if<ReadyTemplate>(&made);
    if (!ready)
        return;
    QString text;
    SampleFields fields(m_sampleFields.get());
    if (spec->kind == Kind::Text) {
        std::vector<std::string> missing;
        text = (spec->before.isEmpty() ? QString() : spec->before + u'\n') + QString::fromStdString(ready->text(*m_sample, missing, &fields));
    } else {
        const Result<QUrl> page = ready->link(*m_sample, &fields);
        text = page ? page.value().toString(QUrl::FullyEncoded) : page.error().message;
    }
    if (!ready->isOfferedFor(*m_sample, UtcTime::now()))
        text = tr("Not offered for this row.") + u'\n' + text;
    m_preview->setPlainText(text);
}

QString TemplatesDialog::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; std::ranges::find(m_all, name, &Template::name) != m_all.end(); ++number)
        name = wanted + u' ' + QString::number(number);
    return name;
}

void TemplatesDialog::add(Kind kind)
{
    Template spec{.id = u"own-"_s + QUuid::createUuid().toString(QUuid::Id128), .kind = kind};
    spec.name = freeName(kind == Kind::Link ? tr("My page") : tr("My text"));
    spec.text = kind == Kind::Link ? u"https://example.org/{name}"_s : u"{name} {ra:.5f} {dec:+.5f}"_s;
    m_all.push_back(spec);
    rebuild(spec.id);
    m_name->setFocus();
    m_name->selectAll();
}

void TemplatesDialog::removeCurrent()
{
    const Template *spec = current();
    if (!spec)
        return;
    // The one below takes its place.
    const QTreeWidgetItem *item = m_list->currentItem();
    const QTreeWidgetItem *next = m_list->itemBelow(item);
    if (!next || !next->parent())
        next = m_list->itemAbove(item);
    const QString nextId = next ? next->data(0, kIdRole).toString() : QString();
    const auto at = m_all.begin() + (spec - m_all.data());
    if (templates::shippedTemplate(spec->id))
        at->hidden = true;
    else
        m_all.erase(at);
    rebuild(nextId);
}

void TemplatesDialog::moveCurrent(int step)
{
    const Template *spec = current();
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!spec || !item->parent())
        return;
    const QTreeWidgetItem *other = item->parent()->child(item->parent()->indexOfChild(const_cast<QTreeWidgetItem *>(item)) + step);
    if (!other)
        return;
    const QString id = spec->id;
    std::iter_swap(std::ranges::find(m_all, id, &Template::id), std::ranges::find(m_all, other->data(0, kIdRole).toString(), &Template::id));
    rebuild(id);
}

void TemplatesDialog::resetCurrent()
{
    Template *spec = current();
    if (const auto shipped = spec ? templates::shippedTemplate(spec->id) : std::nullopt) {
        *spec = *shipped;
        rebuild(shipped->id);
    }
}

void TemplatesDialog::restoreRemoved()
{
    const Template *spec = current();
    const QString id = spec ? spec->id : QString();
    for (Template &one : m_all)
        one.hidden = false;
    rebuild(id);
}

void TemplatesDialog::save()
{
    for (const Template &one : m_all) {
        if (!one.hidden && problemOf(one)) {
            rebuild(one.id); // shows what is wrong with it
            m_text->setFocus();
            return;
        }
    }
    Q_EMIT saved(m_all);
    accept();
}

} // namespace tocsin::ui
