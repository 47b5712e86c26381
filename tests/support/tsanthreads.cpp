// SPDX-License-Identifier: GPL-3.0-or-later
// For the thread sanitizer's build alone: librdkafka uses C11 threads, which the sanitizer does not see. These definitions
// stand before the C library's and lead to the POSIX calls that it does see.
#include <pthread.h>
#include <threads.h>

#include <cerrno>
#include <cstdint>
#include <memory>

namespace {

struct Start {
    thrd_start_t run;
    void *argument;
};

void *startThread(void *given)
{
    const std::unique_ptr<Start> start(static_cast<Start *>(given));
    return reinterpret_cast<void *>(static_cast<intptr_t>(start->run(start->argument)));
}

int toC11(int result)
{
    return result == 0 ? thrd_success : result == ETIMEDOUT ? thrd_timedout : result == EBUSY ? thrd_busy : result == ENOMEM ? thrd_nomem : thrd_error;
}

pthread_mutex_t *posix(mtx_t *mutex)
{
    static_assert(sizeof(mtx_t) >= sizeof(pthread_mutex_t));
    return reinterpret_cast<pthread_mutex_t *>(mutex);
}

pthread_cond_t *posix(cnd_t *condition)
{
    static_assert(sizeof(cnd_t) >= sizeof(pthread_cond_t));
    return reinterpret_cast<pthread_cond_t *>(condition);
}

} // namespace

extern "C" {

int thrd_create(thrd_t *thread, thrd_start_t run, void *argument)
{
    return toC11(pthread_create(thread, nullptr, &startThread, new Start{run, argument}));
}
int thrd_join(thrd_t thread, int *result)
{
    void *value = nullptr;
    const int code = pthread_join(thread, &value);
    if (result)
        *result = static_cast<int>(reinterpret_cast<intptr_t>(value));
    return toC11(code);
}
int thrd_detach(thrd_t thread)
{
    return toC11(pthread_detach(thread));
}
int mtx_init(mtx_t *mutex, int type)
{
    pthread_mutexattr_t attributes;
    pthread_mutexattr_init(&attributes);
    if (type & mtx_recursive)
        pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    const int result = pthread_mutex_init(posix(mutex), &attributes);
    pthread_mutexattr_destroy(&attributes);
    return toC11(result);
}
int mtx_lock(mtx_t *mutex)
{
    return toC11(pthread_mutex_lock(posix(mutex)));
}
int mtx_trylock(mtx_t *mutex)
{
    return toC11(pthread_mutex_trylock(posix(mutex)));
}
int mtx_timedlock(mtx_t *mutex, const struct timespec *until)
{
    return toC11(pthread_mutex_timedlock(posix(mutex), until));
}
int mtx_unlock(mtx_t *mutex)
{
    return toC11(pthread_mutex_unlock(posix(mutex)));
}
void mtx_destroy(mtx_t *mutex)
{
    pthread_mutex_destroy(posix(mutex));
}
int cnd_init(cnd_t *condition)
{
    return toC11(pthread_cond_init(posix(condition), nullptr));
}
int cnd_signal(cnd_t *condition)
{
    return toC11(pthread_cond_signal(posix(condition)));
}
int cnd_broadcast(cnd_t *condition)
{
    return toC11(pthread_cond_broadcast(posix(condition)));
}
int cnd_wait(cnd_t *condition, mtx_t *mutex)
{
    return toC11(pthread_cond_wait(posix(condition), posix(mutex)));
}
int cnd_timedwait(cnd_t *condition, mtx_t *mutex, const struct timespec *until)
{
    return toC11(pthread_cond_timedwait(posix(condition), posix(mutex), until));
}
void cnd_destroy(cnd_t *condition)
{
    pthread_cond_destroy(posix(condition));
}

} // extern "C"
