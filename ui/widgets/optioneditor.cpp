// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/optioneditor.h"

#include "core/options/optiontable.h"
#include "ui/widgets/secretfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <limits>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using options::OptionSpec;
using options::OptionType;

void OptionEditor::setLabel(const QString &label)
{
    focusTarget()->setAccessibleName(label);
}

void OptionEditor::watch(QWidget *field)
{
    field->installEventFilter(this);
    setFocusProxy(field);
}

bool OptionEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    // A wheel that scrolls the form must not change a number or a choice on its way.
    if (event->type() == QEvent::Wheel && qobject_cast<QWidget *>(watched) && !static_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

namespace {

QString optionText(const char *text)
{
    return QCoreApplication::translate("options", text);
}

QHBoxLayout *rowLayout(QWidget *editor)
{
    auto *layout = new QHBoxLayout(editor);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    return layout;
}

// A long choice must not make the form wider than its place.
void mayBeNarrow(QComboBox *box)
{
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(10);
    box->setFocusPolicy(Qt::StrongFocus);
}

// One line: Text, Duration and Secret.
class LineEditor final : public OptionEditor
{
public:
    LineEditor(const OptionSpec &spec, QWidget *parent)
        : OptionEditor(parent), m_line(spec.type == OptionType::Secret ? new SecretField(this) : new QLineEdit(this))
    {
        rowLayout(this)->addWidget(m_line);
        m_line->setPlaceholderText(QString::fromUtf8(spec.example));
        watch(m_line);
        connect(m_line, &QLineEdit::textChanged, this, &OptionEditor::changed);
    }
    QVariant value() const override { return m_line->text(); }
    void setValue(const QVariant &value) override
    {
        const QSignalBlocker quiet(m_line);
        m_line->setText(value.toString());
    }
    QWidget *focusTarget() const override { return m_line; }

private:
    QLineEdit *m_line;
};

class IntegerEditor final : public OptionEditor
{
public:
    IntegerEditor(const OptionSpec &spec, QWidget *parent) : OptionEditor(parent), m_box(new QSpinBox(this))
    {
        rowLayout(this)->addWidget(m_box);
        constexpr qint64 kMost = std::numeric_limits<int>::max();
        m_box->setRange(static_cast<int>(std::clamp<qint64>(spec.min.value_or(0), -kMost, kMost)),
                        static_cast<int>(std::clamp<qint64>(spec.max.value_or(kMost), -kMost, kMost)));
        m_box->setFocusPolicy(Qt::StrongFocus);
        static_cast<QHBoxLayout *>(layout())->addStretch();
        watch(m_box);
        connect(m_box, &QSpinBox::valueChanged, this, &OptionEditor::changed);
    }
    QVariant value() const override { return static_cast<qlonglong>(m_box->value()); }
    void setValue(const QVariant &value) override
    {
        const QSignalBlocker quiet(m_box);
        m_box->setValue(static_cast<int>(value.toLongLong()));
    }
    QWidget *focusTarget() const override { return m_box; }

private:
    QSpinBox *m_box;
};

class BooleanEditor final : public OptionEditor
{
public:
    explicit BooleanEditor(QWidget *parent) : OptionEditor(parent), m_box(new QCheckBox(this))
    {
        rowLayout(this)->addWidget(m_box);
        watch(m_box);
        connect(m_box, &QCheckBox::toggled, this, &OptionEditor::changed);
    }
    QVariant value() const override { return m_box->isChecked(); }
    void setValue(const QVariant &value) override
    {
        const QSignalBlocker quiet(m_box);
        m_box->setChecked(value.toBool());
    }
    QWidget *focusTarget() const override { return m_box; }

private:
    QCheckBox *m_box;
};

class ChoiceEditor final : public OptionEditor
{
public:
    ChoiceEditor(const OptionSpec &spec, QWidget *parent) : OptionEditor(parent), m_box(new QComboBox(this))
    {
        rowLayout(this)->addWidget(m_box, 1);
        for (const options::Choice &choice : spec.choices)
            m_box->addItem(optionText(choice.label), choice.value);
        mayBeNarrow(m_box);
        watch(m_box);
        connect(m_box, &QComboBox::currentIndexChanged, this, &OptionEditor::changed);
    }
    QVariant value() const override { return m_box->currentData(); }
    void setValue(const QVariant &value) override
    {
        const QSignalBlocker quiet(m_box);
        m_box->setCurrentIndex(std::max(0, m_box->findData(value.toString())));
    }
    QWidget *focusTarget() const override { return m_box; }

private:
    QComboBox *m_box;
};

class FileEditor final : public OptionEditor
{
public:
    FileEditor(const OptionSpec &spec, QWidget *parent)
        : OptionEditor(parent), m_line(new QLineEdit(this)), m_browse(new QPushButton(OptionEditor::tr("Browse…"), this))
    {
        QHBoxLayout *row = rowLayout(this);
        row->addWidget(m_line, 1);
        row->addWidget(m_browse);
        m_line->setPlaceholderText(QString::fromUtf8(spec.example));
        watch(m_line);
        connect(m_line, &QLineEdit::textChanged, this, &OptionEditor::changed);
        connect(m_browse, &QPushButton::clicked, this, [this] { choose(); });
    }
    QVariant value() const override { return m_line->text(); }
    void setValue(const QVariant &value) override
    {
        const QSignalBlocker quiet(m_line);
        m_line->setText(value.toString());
    }
    QWidget *focusTarget() const override { return m_line; }
    QList<QWidget *> fields() const override { return {m_line, m_browse}; }
    void setLabel(const QString &label) override
    {
        OptionEditor::setLabel(label);
        m_browse->setAccessibleName(OptionEditor::tr("Browse for %1").arg(label));
    }

private:
    void choose()
    {
        auto *dialog = new QFileDialog(this, m_line->accessibleName());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        if (!m_line->text().isEmpty())
            dialog->selectFile(m_line->text());
        connect(dialog, &QFileDialog::fileSelected, m_line, &QLineEdit::setText);
        dialog->open();
    }

    QLineEdit *m_line;
    QPushButton *m_browse;
};

// One entry a line: TextList and KeyValues. Grows from two to six lines.
class LinesEditor final : public OptionEditor
{
public:
    LinesEditor(const OptionSpec &spec, QWidget *parent)
        : OptionEditor(parent), m_pairs(spec.type == OptionType::KeyValues), m_text(new QPlainTextEdit(this))
    {
        rowLayout(this)->addWidget(m_text);
        QString example = QString::fromUtf8(spec.example);
        m_text->setPlaceholderText(example.replace(u", "_s, u"\n"_s).replace(u',', u'\n'));
        m_text->setTabChangesFocus(true);
        m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
        m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
        fitHeight();
        watch(m_text);
        connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
            fitHeight();
            Q_EMIT changed();
        });
    }
    QVariant value() const override
    {
        // Lists are also written with commas, as on the command line; values of properties may hold them.
        if (!m_pairs)
            return options::listEntries(m_text->toPlainText());
        QVariantMap pairs;
        for (const QString &line : m_text->toPlainText().split(u'\n')) {
            if (line.trimmed().isEmpty())
                continue;
            const qsizetype equals = line.indexOf(u'=');
            pairs.insert(line.left(equals).trimmed(), equals < 0 ? QString() : line.mid(equals + 1).trimmed());
        }
        return pairs;
    }
    void setValue(const QVariant &value) override
    {
        const QSignalBlocker quiet(m_text);
        QStringList lines;
        if (m_pairs) {
            const QVariantMap pairs = value.toMap();
            for (auto it = pairs.cbegin(); it != pairs.cend(); ++it)
                lines << it.key() + u'=' + it.value().toString();
        } else {
            lines = value.toStringList();
        }
        m_text->setPlainText(lines.join(u'\n'));
        fitHeight();
    }
    QWidget *focusTarget() const override { return m_text; }

protected:
    void changeEvent(QEvent *event) override
    {
        OptionEditor::changeEvent(event);
        if (event->type() == QEvent::FontChange)
            fitHeight();
    }

private:
    void fitHeight()
    {
        const int lines = std::clamp(m_text->blockCount(), 2, 6);
        const int frame = 2 * (m_text->frameWidth() + static_cast<int>(m_text->document()->documentMargin()));
        m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + frame + 2);
    }

    const bool m_pairs;
    QPlainTextEdit *m_text;
};

// live, resume, recent, earliest, an instant or the last N: a choice and, where it needs one, a field.
class StartEditor final : public OptionEditor
{
public:
    explicit StartEditor(QWidget *parent)
        : OptionEditor(parent), m_kind(new QComboBox(this)), m_time(new QLineEdit(this)), m_last(new QSpinBox(this))
    {
        QHBoxLayout *row = rowLayout(this);
        row->addWidget(m_kind, 1);
        row->addWidget(m_time, 1);
        row->addWidget(m_last);
        m_kind->addItem(OptionEditor::tr("What comes from now on"), u"live"_s);
        m_kind->addItem(OptionEditor::tr("Where it left off; at first, the oldest"), u"resume"_s);
        m_kind->addItem(OptionEditor::tr("Where it left off; at first, the last day"), u"recent"_s);
        m_kind->addItem(OptionEditor::tr("The oldest that the broker has"), u"earliest"_s);
        m_kind->addItem(OptionEditor::tr("From a time on, UT"), u"time"_s);
        m_kind->addItem(OptionEditor::tr("The last of each partition"), u"last"_s);
        mayBeNarrow(m_kind);
        m_time->setPlaceholderText(u"2026-09-14T18:00:00Z"_s);
        m_last->setRange(1, 1'000'000'000);
        m_last->setValue(20);
        m_last->setFocusPolicy(Qt::StrongFocus);
        watch(m_kind);
        m_time->installEventFilter(this);
        m_last->installEventFilter(this);
        showFields();
        connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
            showFields();
            Q_EMIT changed();
        });
        connect(m_time, &QLineEdit::textChanged, this, &OptionEditor::changed);
        connect(m_last, &QSpinBox::valueChanged, this, &OptionEditor::changed);
    }
    QVariant value() const override
    {
        const QString kind = m_kind->currentData().toString();
        if (kind == u"time"_s)
            return m_time->text().trimmed();
        if (kind == u"last"_s)
            return u"last:%1"_s.arg(m_last->value());
        return kind;
    }
    void setValue(const QVariant &value) override
    {
        const QSignalBlocker quietKind(m_kind);
        const QSignalBlocker quietTime(m_time);
        const QSignalBlocker quietLast(m_last);
        const QString text = value.toString();
        if (const int plain = m_kind->findData(text); plain >= 0) {
            m_kind->setCurrentIndex(plain);
        } else if (text.startsWith(u"last:"_s)) {
            m_kind->setCurrentIndex(m_kind->findData(u"last"_s));
            m_last->setValue(text.mid(5).toInt());
        } else {
            m_kind->setCurrentIndex(m_kind->findData(u"time"_s));
            m_time->setText(text);
        }
        showFields();
    }
    QWidget *focusTarget() const override { return m_kind; }
    QList<QWidget *> fields() const override { return {m_kind, m_time, m_last}; }
    void setLabel(const QString &label) override
    {
        OptionEditor::setLabel(label);
        m_time->setAccessibleName(OptionEditor::tr("%1: time, UT").arg(label));
        m_last->setAccessibleName(OptionEditor::tr("%1: how many").arg(label));
    }

private:
    void showFields()
    {
        const QString kind = m_kind->currentData().toString();
        m_time->setVisible(kind == u"time"_s);
        m_last->setVisible(kind == u"last"_s);
    }

    QComboBox *m_kind;
    QLineEdit *m_time;
    QSpinBox *m_last;
};

} // namespace

OptionEditor *makeOptionEditor(const OptionSpec &spec, QWidget *parent)
{
    switch (spec.type) {
    case OptionType::Text:
    case OptionType::Secret:
    case OptionType::Duration:
        return new LineEditor(spec, parent);
    case OptionType::Integer:
        return new IntegerEditor(spec, parent);
    case OptionType::Boolean:
        return new BooleanEditor(parent);
    case OptionType::Choice:
        return new ChoiceEditor(spec, parent);
    case OptionType::File:
        return new FileEditor(spec, parent);
    case OptionType::TextList:
    case OptionType::KeyValues:
        return new LinesEditor(spec, parent);
    case OptionType::StartAt:
        return new StartEditor(parent);
    }
    Q_UNREACHABLE();
}

} // namespace tocsin::ui
