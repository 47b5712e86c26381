// SPDX-License-Identifier: GPL-3.0-or-later
// For the thread sanitizer's build alone: Debian's Qt is not built for it, so it does not see that Qt's own locks order what a
// thread does before QMetaObject::invokeMethod() or a signal and what the receiver does with it. These definitions stand before
// Qt's, say so, and go on to Qt. What is passed on in another way is still told.
#include <QMetaObject>
#include <QObject>

#include <dlfcn.h>

extern "C" {
void __tsan_acquire(void *address); // of the sanitizer's own library
void __tsan_release(void *address);
}

namespace {

char handedOver = 0;

bool acquire(void **)
{
    __tsan_acquire(&handedOver);
    return false; // the event goes on to who receives it
}

[[maybe_unused]] const bool registered = QInternal::registerCallback(QInternal::EventNotifyCallback, acquire);

template <typename Function>
Function *qts(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

} // namespace

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type, void *result)
{
    static auto *const go = qts<bool(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    __tsan_release(&handedOver);
    const bool done = go(object, slot, type, result);
    __tsan_release(&handedOver); // no tail call: this function's name stands in what is reported
    return done;
}

void QMetaObject::activate(QObject *sender, const QMetaObject *of, int signal, void **arguments)
{
    static auto *const go = qts<void(QObject *, const QMetaObject *, int, void **)>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    __tsan_release(&handedOver);
    go(sender, of, signal, arguments);
    __tsan_release(&handedOver);
}
