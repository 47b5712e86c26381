// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keybindings.h"

#include "ui/mainwindowprofile.h"

#include <QAction>
#include <QCoreApplication>
#include <QJsonObject>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QWidget>

#include <algorithm>
#include <array>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

const QString kKeys = u"keys"_s; // {id: key in portable text; empty: none}, of those that are not the standard ones

struct TableKey {
    const char *id;
    const char *what;
    QKeyCombination key; // which the table itself understands
};

// In the order of the list of keys.
const std::array kTableKeys{
    TableKey{"nextRow", QT_TRANSLATE_NOOP("TableKeys", "Next row"), Qt::Key_J},
    TableKey{"previousRow", QT_TRANSLATE_NOOP("TableKeys", "Previous row"), Qt::Key_K},
    TableKey{"nextUnseenRow", QT_TRANSLATE_NOOP("TableKeys", "Next unseen row"), Qt::Key_N},
    TableKey{"previousUnseenRow", QT_TRANSLATE_NOOP("TableKeys", "Previous unseen row"), Qt::SHIFT | Qt::Key_N},
    TableKey{"markRow", QT_TRANSLATE_NOOP("TableKeys", "Mark, or take the mark away"), Qt::Key_M},
    TableKey{"pinRow", QT_TRANSLATE_NOOP("TableKeys", "Pin above the list, or take the pin away"), Qt::Key_P},
    TableKey{"targetOfRow", QT_TRANSLATE_NOOP("TableKeys", "Create a target of the row"), Qt::Key_T},
    TableKey{"ignoreRow", QT_TRANSLATE_NOOP("TableKeys", "Ignore the object, or show it again"), Qt::Key_X},
    TableKey{"seenRow", QT_TRANSLATE_NOOP("TableKeys", "Seen, or unseen again"), Qt::Key_U},
    TableKey{"tagRow1", QT_TRANSLATE_NOOP("TableKeys", "Tag 1, or take it away"), Qt::Key_1},
    TableKey{"tagRow2", QT_TRANSLATE_NOOP("TableKeys", "Tag 2, or take it away"), Qt::Key_2},
    TableKey{"tagRow3", QT_TRANSLATE_NOOP("TableKeys", "Tag 3, or take it away"), Qt::Key_3},
    TableKey{"tagRow4", QT_TRANSLATE_NOOP("TableKeys", "Tag 4, or take it away"), Qt::Key_4},
    TableKey{"tagRow5", QT_TRANSLATE_NOOP("TableKeys", "Tag 5, or take it away"), Qt::Key_5},
    TableKey{"onlyValue", QT_TRANSLATE_NOOP("TableKeys", "Only the value of the cell"), Qt::Key_F},
    TableKey{"withoutValue", QT_TRANSLATE_NOOP("TableKeys", "Without the value of the cell"), Qt::SHIFT | Qt::Key_F},
    TableKey{"copyDegreesOfRow", QT_TRANSLATE_NOOP("TableKeys", "Copy position in degrees"), Qt::Key_C},
    TableKey{"copySexagesimalOfRow", QT_TRANSLATE_NOOP("TableKeys", "Copy position, sexagesimal"), Qt::SHIFT | Qt::Key_C},
    TableKey{"lightCurveOfRow", QT_TRANSLATE_NOOP("TableKeys", "Light curve of the row"), Qt::Key_L},
    TableKey{"imagesOfRow", QT_TRANSLATE_NOOP("TableKeys", "Images of the row"), Qt::Key_I},
    TableKey{"compareRow", QT_TRANSLATE_NOOP("TableKeys", "What changed since the revision before"), Qt::Key_D},
};

// What moves about in every list and box belongs to them.
bool isFixed(const QKeySequence &key)
{
    constexpr std::array kFixed{Qt::Key_Up,     Qt::Key_Down,  Qt::Key_Left, Qt::Key_Right,  Qt::Key_Home,   Qt::Key_End,       Qt::Key_PageUp,
                                Qt::Key_PageDown, Qt::Key_Tab,   Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter,  Qt::Key_Escape,    Qt::Key_Space,
                                Qt::Key_Backspace, Qt::Key_Delete};
    const QKeyCombination first = key[0];
    return !(first.keyboardModifiers() & ~Qt::ShiftModifier) && std::ranges::find(kFixed, first.key()) != kFixed.end();
}

// Would be written into whatever box has the focus.
bool isTyped(const QKeySequence &key)
{
    const QKeyCombination first = key[0];
    const bool function = first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35;
    return !function && !(first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

QString plain(QString text)
{
    return text.remove(u'&').remove(u'…');
}

} // namespace

KeyBindings::KeyBindings(const QList<QAction *> &actions, const QList<QWidget *> &tables, MainWindowProfile &profile, QObject *parent)
    : QObject(parent), m_profile(profile)
{
    for (QAction *action : actions)
        m_all.push_back({action->objectName(), plain(action->iconText()), action->shortcuts(), action->shortcuts(), action});
    for (const TableKey &key : kTableKeys) {
        const QList<QKeySequence> keys{QKeySequence(key.key)};
        m_all.push_back({QString::fromLatin1(key.id), QCoreApplication::translate("TableKeys", key.what), keys, keys, nullptr});
    }
    for (QWidget *table : tables)
        table->installEventFilter(this);
}

void KeyBindings::restore()
{
    const QJsonObject kept = m_profile.object(kKeys);
    for (Binding &binding : m_all) {
        const QJsonValue key = kept.value(binding.id);
        if (!key.isString())
            continue;
        const QKeySequence read = QKeySequence::fromString(key.toString(), QKeySequence::PortableText);
        use(binding, read.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{read});
    }
}

void KeyBindings::use(Binding &binding, const QList<QKeySequence> &keys)
{
    binding.keys = keys;
    if (binding.action)
        binding.action->setShortcuts(keys);
}

QString KeyBindings::problem(size_t at, const QKeySequence &key) const
{
    if (key.isEmpty())
        return {};
    if (key.count() > 1)
        return tr("One key, alone or with Ctrl, Alt or Shift.");
    if (isFixed(key))
        return tr("%1 moves about in lists and boxes.").arg(key.toString(QKeySequence::NativeText));
    if (m_all[at].action && isTyped(key))
        return tr("%1 would be taken from whoever writes. Hold Ctrl or Alt as well.").arg(key.toString(QKeySequence::NativeText));
    for (size_t i = 0; i < m_all.size(); ++i) {
        if (i != at && m_all[i].keys.contains(key))
            return tr("%1 is the key of “%2”. Give that one another key first.").arg(key.toString(QKeySequence::NativeText), m_all[i].what);
    }
    return {};
}

void KeyBindings::set(size_t at, const QKeySequence &key)
{
    use(m_all[at], key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key});
    keep();
}

void KeyBindings::setStandard(size_t at)
{
    use(m_all[at], m_all[at].standard);
    keep();
}

void KeyBindings::keep()
{
    QJsonObject own;
    for (const Binding &binding : m_all) {
        if (binding.keys != binding.standard)
            own.insert(binding.id, binding.keys.isEmpty() ? QString() : binding.keys.constFirst().toString(QKeySequence::PortableText));
    }
    m_profile.setObject(kKeys, own);
    Q_EMIT changed();
}

// The table knows its standard keys; it is told of the one whose command is meant, and not of one that means nothing now.
bool KeyBindings::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || m_sending)
        return QObject::eventFilter(watched, event);
    const auto *pressed = static_cast<QKeyEvent *>(event);
    const QKeySequence key(QKeyCombination(pressed->modifiers() & ~Qt::KeypadModifier, static_cast<Qt::Key>(pressed->key())));
    bool freed = false;
    for (const Binding &binding : m_all) {
        if (!binding.isTables() || binding.keys == binding.standard)
            continue;
        if (binding.keys.contains(key)) {
            const QKeyCombination meant = binding.standard.constFirst()[0];
            QKeyEvent instead(QEvent::KeyPress, meant.key(), meant.keyboardModifiers(), {}, pressed->isAutoRepeat());
            const QScopedValueRollback sending(m_sending, true);
            QCoreApplication::sendEvent(watched, &instead);
            return true;
        }
        freed = freed || binding.standard.contains(key);
    }
    return freed || QObject::eventFilter(watched, event);
}

} // namespace tocsin::ui
