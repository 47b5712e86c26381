// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/bell.h"

#include "core/alarms/alarm.h"
#include "core/alarms/sounds.h"
#include "core/alarms/soundvolume.h"
#include "core/base/logging.h"

#include <QCoreApplication>
#include <QFile>
#include <QPointer>

#include <canberra.h>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tocsin::alarms {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLongest = 60s; // of one sound
constexpr auto kGoodBye = 300ms; // for the thread, when the program ends
constexpr size_t kMostWaiting = 3;
constexpr auto kVolumeLimit = 1s;
constexpr int kMuted = 1; // beside libcanberra's codes, which are 0 and below

Error errorOf(int code)
{
    Error error{.kind = ErrorKind::NotFound,
                .message = QCoreApplication::translate("alarms", "No sound can be played: this computer offers no sound device."),
                .remedy = QCoreApplication::translate("alarms", "Connect one, or start the desktop's sound server (PipeWire or PulseAudio); alarms are shown meanwhile."),
                .detail = QString::fromUtf8(ca_strerror(std::min(code, 0))),
                .retriable = true};
    if (code == CA_ERROR_NOTFOUND || code == CA_ERROR_CORRUPT || code == CA_ERROR_TOOBIG || code == CA_ERROR_NOTSUPPORTED) {
        error.kind = ErrorKind::BadArgument;
        error.message = QCoreApplication::translate("alarms", "The sound file cannot be played.");
        error.remedy = QCoreApplication::translate("alarms", "Choose a WAV or Ogg Vorbis file that is there; the shipped alarm was played instead.");
    } else if (code == kMuted) {
        error.message = QCoreApplication::translate("alarms", "The sound device is muted.");
        error.remedy = QCoreApplication::translate("alarms", "Turn its sound on in the desktop's volume control; alarms are shown meanwhile.");
        error.detail.clear();
    } else if (code == CA_ERROR_IO || code == CA_ERROR_DISCONNECTED || code == CA_ERROR_STATE) {
        error.message = QCoreApplication::translate("alarms", "The sound server broke off.");
        error.remedy = QCoreApplication::translate("alarms", "Start the desktop's sound server (PipeWire or PulseAudio) again; alarms are shown meanwhile.");
    }
    return error;
}

Error lateError()
{
    return {.kind = ErrorKind::TimeLimit,
            .message = QCoreApplication::translate("alarms", "The sound server does not answer."),
            .remedy = QCoreApplication::translate("alarms", "Start the desktop's sound server (PipeWire or PulseAudio) again; alarms are shown meanwhile."),
            .retriable = true};
}

// A sound on its way: the driver's thread says when it has ended.
struct Ending {
    std::mutex mutex;
    std::condition_variable came;
    bool has = false;
    int code = CA_SUCCESS;
};

void handleFinish(ca_context *, uint32_t, int code, void *given)
{
    auto *ending = static_cast<std::shared_ptr<Ending> *>(given);
    {
        const std::scoped_lock lock((*ending)->mutex);
        (*ending)->has = true;
        (*ending)->code = code;
    }
    (*ending)->came.notify_all();
    delete ending;
}

} // namespace

struct Bell::Job {
    QString sound;
    bool isMute = false; // only a look
    std::function<void(int code)> done = {}; // on the main thread
    std::vector<std::function<void()>> begun = {}; // on the main thread, of all who wanted it
    std::chrono::steady_clock::time_point asked = std::chrono::steady_clock::now();
};

// What the thread works on.
struct Bell::Player : std::enable_shared_from_this<Player> {
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Job> jobs;
    QString playing; // empty: nothing, or a look
    bool isBusy = false; // a job was taken and has not begun to sound
    std::vector<std::function<void()>> toTell; // when it does
    std::chrono::steady_clock::time_point busySince;
    bool isStopped = false; // what plays is to end
    bool isEnding = false;
    bool hasEnded = false;
    QPointer<Bell> bell; // looked at on the main thread only
    std::thread thread;

    void run();
    int play(const QString &file, bool isMute);
    // False: nobody is there any more.
    void post(std::function<void(Bell &)> what);
};

void Bell::Player::post(std::function<void(Bell &)> what)
{
    const std::scoped_lock lock(mutex);
    if (isEnding)
        return;
    QMetaObject::invokeMethod(qApp, [self = shared_from_this(), what = std::move(what)] {
        if (self->bell)
            what(*self->bell);
    }, Qt::QueuedConnection);
}

// A context for each sound: one that has lost its server does not come back to life, and a new one costs 10 ms.
int Bell::Player::play(const QString &file, bool isMute)
{
    ca_context *context = nullptr;
    int code = ca_context_create(&context);
    if (code != CA_SUCCESS)
        return code;
    // Not the role "event": people turn the desktop's own noises down and still want to be woken.
    ca_context_change_props(context, CA_PROP_APPLICATION_NAME, "Tocsin", CA_PROP_APPLICATION_ID, "tocsin", CA_PROP_MEDIA_ROLE, "alarm", nullptr);
    code = ca_context_open(context);
    if (code == CA_SUCCESS) {
        ca_proplist *how = nullptr;
        ca_proplist_create(&how);
        ca_proplist_sets(how, CA_PROP_MEDIA_FILENAME, QFile::encodeName(file).constData());
        ca_proplist_sets(how, CA_PROP_MEDIA_NAME, "Alarm");
        ca_proplist_sets(how, CA_PROP_CANBERRA_CACHE_CONTROL, "never");
        if (isMute)
            ca_proplist_sets(how, CA_PROP_CANBERRA_VOLUME, "-120");
        auto ending = std::make_shared<Ending>();
        auto *given = new std::shared_ptr<Ending>(ending);
        code = ca_context_play_full(context, 1, how, handleFinish, given);
        ca_proplist_destroy(how);
        if (code != CA_SUCCESS) {
            delete given;
        } else {
            std::vector<std::function<void()>> told;
            {
                const std::scoped_lock lock(mutex);
                isBusy = false;
                told.swap(toTell);
            }
            post([told = std::move(told)](Bell &) {
                for (const auto &begun : told)
                    begun();
            });
            const auto until = std::chrono::steady_clock::now() + kLongest;
            std::unique_lock lock(ending->mutex);
            while (!ending->has && std::chrono::steady_clock::now() < until) {
                ending->came.wait_for(lock, 50ms, [&ending] { return ending->has; });
                const std::scoped_lock stopLock(mutex);
                if (isStopped || isEnding || (isMute && !jobs.empty())) // no look holds up an alarm
                    break;
            }
            code = ending->has ? ending->code : CA_SUCCESS;
        }
    }
    ca_context_destroy(context); // what still plays ends, and says so
    return code;
}

void Bell::Player::run()
{
    std::unique_lock lock(mutex);
    while (true) {
        changed.wait(lock, [this] { return isEnding || !jobs.empty(); });
        if (isEnding)
            break;
        const Job job = std::move(jobs.front());
        jobs.pop_front();
        isBusy = true;
        busySince = job.asked;
        isStopped = false;
        playing = job.isMute ? QString() : job.sound;
        toTell = job.begun;
        lock.unlock();
        int code = play(soundPath(job.sound), job.isMute);
        if (job.isMute && code == CA_SUCCESS && isMuted(kVolumeLimit).value_or(false))
            code = kMuted;
        const bool isFile = code == CA_ERROR_NOTFOUND || code == CA_ERROR_CORRUPT || code == CA_ERROR_TOOBIG || code == CA_ERROR_NOTSUPPORTED;
        if (isFile && !job.isMute) // nobody sleeps through an alarm because a file has gone
            (void)play(soundPath(kAlarmSound), false);
        post([done = job.done, code](Bell &) {
            if (done)
                done(code);
        });
        lock.lock();
        isBusy = false;
        playing.clear();
    }
    hasEnded = true;
    changed.notify_all();
}

Bell::Bell(QObject *parent) : QObject(parent), m_player(std::make_shared<Player>())
{
    m_player->bell = this;
    m_player->thread = std::thread([player = m_player] { player->run(); });
    m_late.setInterval(250ms);
    connect(&m_late, &QTimer::timeout, this, &Bell::handleLate);
}

Bell::~Bell()
{
    bool hasEnded = false;
    {
        std::unique_lock lock(m_player->mutex);
        m_player->isEnding = true;
        m_player->changed.notify_all();
        m_player->changed.wait_for(lock, kGoodBye, [this] { return m_player->hasEnded; });
        hasEnded = m_player->hasEnded;
    }
    if (hasEnded)
        m_player->thread.join();
    else
        m_player->thread.detach(); // waits for a sound server; what it needs is its own
}

void Bell::push(Job job)
{
    {
        const std::scoped_lock lock(m_player->mutex);
        m_player->jobs.push_back(std::move(job));
    }
    m_player->changed.notify_all();
    m_late.start();
}

void Bell::play(const QString &sound, std::function<void()> begun)
{
    if (sound.isEmpty())
        return;
    Job job{.sound = sound, .done = [this, sound](int code) {
                if (code == CA_SUCCESS)
                    Q_EMIT played(sound);
                else if (code != CA_ERROR_CANCELED && code != CA_ERROR_DESTROYED)
                    Q_EMIT trouble(errorOf(code));
            }};
    if (begun)
        job.begun.push_back(begun);
    bool isHeard = false; // by what plays already
    {
        const std::scoped_lock lock(m_player->mutex);
        const auto coming = std::ranges::find_if(m_player->jobs, [&sound](const Job &other) { return !other.isMute && other.sound == sound; });
        if (m_player->playing == sound && !m_player->isStopped) {
            isHeard = !m_player->isBusy;
            if (!isHeard)
                m_player->toTell.insert(m_player->toTell.end(), job.begun.begin(), job.begun.end());
        } else if (coming != m_player->jobs.end()) {
            coming->begun.insert(coming->begun.end(), job.begun.begin(), job.begun.end());
        } else if (m_player->jobs.size() >= kMostWaiting) {
            isHeard = !m_player->isBusy;
        } else {
            m_player->jobs.push_back(std::move(job));
        }
    }
    m_player->changed.notify_all();
    m_late.start();
    if (isHeard && begun)
        begun();
}

void Bell::stop()
{
    const std::scoped_lock lock(m_player->mutex);
    std::erase_if(m_player->jobs, [](const Job &job) { return !job.isMute; });
    m_player->isStopped = true;
}

void Bell::check(QObject *context, std::function<void(Outcome)> done)
{
    const QPointer<QObject> guard(context);
    auto isTold = std::make_shared<bool>(false);
    const auto tell = [guard, isTold, done = std::move(done)](const Outcome &outcome) {
        if (guard && !std::exchange(*isTold, true))
            done(outcome);
    };
    push({.sound = kSoftSound, .isMute = true, .done = [tell](int code) { tell(code == CA_SUCCESS ? Outcome(Done{}) : Outcome(errorOf(code))); }});
    QTimer::singleShot(kLimit, context, [tell] { tell(lateError()); });
}

// Said once for each time that the thread is stuck; it says more itself when it comes back.
void Bell::handleLate()
{
    const auto now = std::chrono::steady_clock::now();
    bool isLate = false;
    {
        const std::scoped_lock lock(m_player->mutex);
        if (!m_player->isBusy && m_player->jobs.empty())
            m_late.stop();
        isLate = m_player->isBusy && now - m_player->busySince > kLimit && !m_player->playing.isEmpty();
    }
    if (!isLate)
        return;
    m_late.stop();
    Q_EMIT trouble(lateError());
}

} // namespace tocsin::alarms
