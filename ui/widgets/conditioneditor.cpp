// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/conditioneditor.h"

#include "core/filter/filter.h"
#include "core/filter/measure.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filtercompletion.h"
#include "ui/widgets/filtermessage.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kRestMs = 250; // nobody is told of a word that is not yet written

} // namespace

ConditionEditor::ConditionEditor(filter::FieldCatalogue catalogue, Check check, const QString &example, QWidget *parent)
    : OptionEditor(parent), m_catalogue(std::move(catalogue)), m_check(std::move(check)), m_box(new FilterBox(this)),
      m_message(new FilterMessage(m_box, this)), m_completion(new FilterCompletion(m_box, m_message)), m_rest(new QTimer(this))
{
    m_box->setPlaceholderText(example);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_box);
    column->addWidget(m_message);
    m_message->hide();
    watch(m_box);
    m_rest->setSingleShot(true);
    m_rest->setInterval(kRestMs);
    connect(m_rest, &QTimer::timeout, this, &ConditionEditor::judge);
    connect(m_message, &FilterMessage::correctionWanted, this, &ConditionEditor::correct);
    connect(m_box, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(m_box, &QLineEdit::textChanged, this, [this] {
        m_rest->start();
        Q_EMIT changed();
    });
}

ConditionEditor::~ConditionEditor()
{
    m_box->removeEventFilter(this);
    delete m_completion;
}

QVariant ConditionEditor::value() const
{
    return m_box->text().trimmed();
}

void ConditionEditor::setValue(const QVariant &value)
{
    {
        const QSignalBlocker quiet(m_box);
        m_box->setText(value.toString());
        m_box->setCursorPosition(0); // long ones show how they begin
    }
    judge();
}

QWidget *ConditionEditor::focusTarget() const
{
    return m_box;
}

QList<QWidget *> ConditionEditor::fields() const
{
    return {m_box, m_message->findChild<QPushButton *>()}; // the correction
}

QString ConditionEditor::problem() const
{
    const std::string written = m_box->text().toStdString();
    const auto problem = value().toString().isEmpty() ? std::nullopt : m_check(written, m_catalogue);
    return problem ? problem->message : QString();
}

void ConditionEditor::judge()
{
    m_rest->stop();
    const std::string written = m_box->text().toStdString();
    m_problem = value().toString().isEmpty() ? std::nullopt : m_check(written, m_catalogue);
    if (m_problem) {
        const filter::Utf16Range place = m_problem->utf16(written);
        const QString said = m_problem->expected.isEmpty() ? m_problem->message : tr("%1 Expected: %2.").arg(m_problem->message, m_problem->expected);
        m_message->setMessage(place.position, place.length, said, QString::fromStdString(m_problem->suggestion));
    }
    m_message->setVisible(m_problem.has_value());
}

void ConditionEditor::correct()
{
    judge();
    if (!m_problem || m_problem->suggestion.empty())
        return;
    const filter::Utf16Range place = m_problem->utf16(m_box->text().toStdString());
    const QString better = QString::fromStdString(m_problem->suggestion);
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->replace(place.position, place.length, better);
    if (m_completion)
        m_completion->hide();
    judge();
}

void ConditionEditor::offer(bool always)
{
    if (m_completion)
        m_completion->offer(m_catalogue, always);
}

bool ConditionEditor::handleKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (!(modifiers & (Qt::AltModifier | Qt::ControlModifier)) && m_completion && m_completion->takeKey(key))
        return true;
    if (key == Qt::Key_F1) {
        Q_EMIT helpWanted();
        return true;
    }
    if (key == Qt::Key_Space && (modifiers & Qt::ControlModifier)) {
        offer(true);
        return true;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && (modifiers & Qt::AltModifier)) {
        correct();
        return true;
    }
    return false;
}

bool ConditionEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_box)
        return OptionEditor::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (handleKey(key->key(), key->modifiers()))
            return true;
        break;
    }
    case QEvent::ShortcutOverride:
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1)
            event->accept(); // of the language, not of the keys
        break;
    case QEvent::FocusOut:
        judge();
        [[fallthrough]];
    case QEvent::Hide:
        if (m_completion) // the window may go first
            m_completion->hide();
        break;
    case QEvent::Resize:
    case QEvent::Move:
        if (m_completion && m_completion->isVisible())
            m_completion->place();
        break;
    default:
        break;
    }
    return OptionEditor::eventFilter(watched, event);
}

std::optional<filter::Problem> conditionProblem(const std::string &text, const filter::FieldCatalogue &catalogue)
{
    auto compiled = filter::Filter::compile(text, catalogue);
    auto *problem = std::get_if<filter::Problem>(&compiled);
    return problem ? std::optional(std::move(*problem)) : std::nullopt;
}

std::optional<filter::Problem> measureProblem(const std::string &text, const filter::FieldCatalogue &catalogue)
{
    auto compiled = filter::Measure::compile(text, catalogue);
    auto *problem = std::get_if<filter::Problem>(&compiled);
    return problem ? std::optional(std::move(*problem)) : std::nullopt;
}

} // namespace tocsin::ui
