// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mappingrow.h"

#include "ui/models/fieldtreemodel.h"
#include "ui/models/mappingwords.h"
#include "ui/models/pointermodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"

#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QDropEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView kBetween = u" | ";

struct UnitWord {
    const char *unit;
    const char *word;
};
constexpr std::array kTimeWords{
    UnitWord{"iso", QT_TRANSLATE_NOOP("MappingRow", "ISO text")},         UnitWord{"mjd", QT_TRANSLATE_NOOP("MappingRow", "MJD")},
    UnitWord{"jd", QT_TRANSLATE_NOOP("MappingRow", "JD")},                UnitWord{"s", QT_TRANSLATE_NOOP("MappingRow", "s since 1970")},
    UnitWord{"ms", QT_TRANSLATE_NOOP("MappingRow", "ms since 1970")},     UnitWord{"us", QT_TRANSLATE_NOOP("MappingRow", "µs since 1970")},
    UnitWord{"ns", QT_TRANSLATE_NOOP("MappingRow", "ns since 1970")},
};

bool isTime(const AlertField &field)
{
    return std::holds_alternative<UtcTime Alert::*>(field.member);
}

QString unitWord(const AlertField &field, std::string_view unit)
{
    if (isTime(field)) {
        for (const UnitWord &one : kTimeWords) {
            if (unit == one.unit)
                return QCoreApplication::translate("MappingRow", one.word);
        }
    }
    return QString::fromUtf8(unit.data(), static_cast<qsizetype>(unit.size()));
}

} // namespace

MappingRow::MappingRow(const AlertField &field, QGridLayout &grid, QWidget *parent)
    : QObject(parent), m_field(field), m_label(new QLabel(keyLabel(field), parent)), m_from(new QComboBox(parent)), m_note(new FieldNote(parent))
{
    const QString label = m_label->text();
    const QString help = QCoreApplication::translate("AlertField", field.help);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(m_from);
    m_label->setToolTip(u"%1 · %2"_s.arg(QString::fromLatin1(field.key), help));
    m_label->setMinimumHeight(Theme::scaled(24));
    m_from->setEditable(true);
    m_from->setInsertPolicy(QComboBox::NoInsert);
    m_from->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_from->setMinimumContentsLength(10);
    m_from->setMaxVisibleItems(12);
    auto *completer = new QCompleter(m_from);
    completer->setCompletionRole(Qt::EditRole);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(12);
    m_from->setCompleter(completer);
    m_from->setAccessibleName(label);
    m_from->setAccessibleDescription(help);
    m_from->lineEdit()->setAccessibleName(label);
    m_from->lineEdit()->setFont(Theme::font(Theme::Font::MonoField));
    m_from->lineEdit()->setPlaceholderText(tr("By the usual names"));
    auto *line = new QHBoxLayout;
    line->setSpacing(6);
    line->addWidget(m_from, 1);
    auto *choices = isTime(field) ? new QHBoxLayout : line; // unit and scale want a line of their own
    choices->setSpacing(6);
    const auto choice = [&](const QString &name) {
        auto *box = new QComboBox(parent);
        box->setAccessibleName(name);
        box->installEventFilter(this);
        box->setFocusPolicy(Qt::StrongFocus);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(6);
        choices->addWidget(box, isTime(field) ? 1 : 0);
        connect(box, &QComboBox::currentIndexChanged, this, &MappingRow::changed);
        return box;
    };
    if (const auto units = FieldMapping::units(field); !units.empty()) {
        m_unit = choice(tr("%1: unit").arg(label));
        const QSignalBlocker quiet(m_unit);
        if (isTime(field))
            m_unit->addItem(tr("By its look"), QString());
        for (size_t i = 0; i < units.size(); ++i) // the first is the key's own
            m_unit->addItem(unitWord(field, units[i]), i == 0 && !isTime(field) ? QString() : QString::fromLatin1(units[i].data(), static_cast<qsizetype>(units[i].size())));
    }
    if (isTime(field)) {
        m_scale = choice(tr("%1: time scale").arg(label));
        const QSignalBlocker quiet(m_scale);
        for (const std::string_view scale : FieldMapping::scales())
            m_scale->addItem(QString::fromLatin1(scale.data(), static_cast<qsizetype>(scale.size())).toUpper());
    }
    auto *cell = new QVBoxLayout;
    cell->setSpacing(2);
    cell->addLayout(line);
    if (choices != line)
        cell->addLayout(choices);
    cell->addWidget(m_note);
    const int at = grid.rowCount();
    grid.addWidget(m_label, at, 0, Qt::AlignTop | Qt::AlignRight);
    grid.addLayout(cell, at, 1);
    m_from->installEventFilter(this);
    m_from->lineEdit()->installEventFilter(this);
    m_from->setFocusPolicy(Qt::StrongFocus);
    connect(m_from->lineEdit(), &QLineEdit::textChanged, this, [this] {
        m_outcome.clear(); // of what was written before
        m_refused = false;
        showNote();
        Q_EMIT changed();
    });
    showNote();
}

void MappingRow::setRule(const FieldMapping::Rule &rule)
{
    QStringList texts;
    for (const FieldMapping::Pointer &pointer : rule.from)
        texts << QString::fromStdString(FieldMapping::pointerText(pointer));
    m_storedText = texts.join(kBetween);
    m_stored = rule.from;
    if (m_unit)
        m_unit->setCurrentIndex(std::max(0, m_unit->findData(QString::fromStdString(rule.unit))));
    if (m_scale)
        m_scale->setCurrentIndex(static_cast<int>(rule.scale));
    m_from->setEditText(m_storedText);
}

bool MappingRow::isEmpty() const
{
    return m_from->currentText().trimmed().isEmpty();
}

std::optional<FieldMapping::Rule> MappingRow::rule() const
{
    const QString text = m_from->currentText().trimmed();
    if (text.isEmpty())
        return std::nullopt;
    FieldMapping::Rule rule{.field = &m_field};
    if (text == m_storedText) {
        rule.from = m_stored;
    } else {
        static const QRegularExpression between(uR"(\s+\|\s+)"_s);
        for (const QString &one : text.split(between)) {
            if (!one.startsWith(u'/') || !FieldMapping::parsePointer(one.toStdString(), rule.from.emplace_back()))
                return std::nullopt;
        }
    }
    if (m_unit)
        rule.unit = m_unit->currentData().toString().toStdString();
    if (m_scale)
        rule.scale = static_cast<timescale::Scale>(m_scale->currentIndex());
    return rule;
}

QString MappingRow::problem() const
{
    if (isEmpty() || rule())
        return {};
    if (!m_from->currentText().trimmed().startsWith(u'/'))
        return tr("Begin with a slash and write /name/name.");
    return tr("This is no JSON pointer. Write /name/name; a slash inside a name is ~1, a tilde ~0.");
}

void MappingRow::setPointer(const FieldMapping::Pointer &pointer)
{
    m_storedText = QString::fromStdString(FieldMapping::pointerText(pointer));
    m_stored = {pointer};
    m_from->setEditText(m_storedText);
}

void MappingRow::setKnown(PointerModel *pointers)
{
    // A box clears what is written when its list changes.
    const QSignalBlocker quiet(m_from->lineEdit());
    const QSignalBlocker quietBox(m_from);
    const QString text = m_from->currentText();
    m_from->setModel(pointers);
    m_from->setCurrentIndex(-1);
    m_from->setEditText(text);
    m_from->completer()->setModel(pointers);
}

void MappingRow::setOutcome(const QString &text, bool refused)
{
    m_outcome = text;
    m_refused = refused;
    showNote();
}

void MappingRow::showNote()
{
    const QString wrong = problem();
    m_note->setHelp(m_refused ? QString() : m_outcome);
    m_note->setProblem(!wrong.isEmpty() ? wrong : m_refused ? m_outcome : QString());
    m_note->setVisible(m_shown && !m_note->isEmpty());
}

void MappingRow::setShown(bool shown)
{
    m_shown = shown;
    for (QWidget *widget : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_unit), static_cast<QWidget *>(m_scale)}) {
        if (widget)
            widget->setVisible(shown);
    }
    showNote();
}

void MappingRow::setCurrent(bool current)
{
    m_label->setFont(Theme::font(current ? Theme::Font::Strong : Theme::Font::Body));
}

void MappingRow::setFocus()
{
    m_from->setFocus(Qt::OtherFocusReason);
}

bool MappingRow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        Q_EMIT entered();
        break;
    case QEvent::Wheel: // scrolls the form; changes no choice on its way
        if (!static_cast<QWidget *>(watched)->hasFocus()) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop: {
        auto *drop = static_cast<QDropEvent *>(event);
        if (drop->mimeData()->hasFormat(FieldTreeModel::pointerType())) {
            drop->acceptProposedAction();
            if (event->type() == QEvent::Drop) {
                m_from->setEditText(QString::fromUtf8(drop->mimeData()->data(FieldTreeModel::pointerType())));
                setFocus();
            }
            return true;
        }
        if (drop->mimeData()->hasUrls()) { // a file is a packet to look at, wherever it falls
            event->ignore();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tocsin::ui
