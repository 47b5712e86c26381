// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alertprinter.h"

#include "core/export/jsonline.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>

namespace tocsin::app {

namespace {

constexpr size_t kMostWaiting = 20'000;
constexpr int kPollMs = 200;

bool isRegularFile(int fd)
{
    struct stat info = {};
    return fstat(fd, &info) == 0 && S_ISREG(info.st_mode);
}

void column(std::string &out, std::string text, size_t width)
{
    for (char &c : text) {
        // Payload text must not steer the terminal.
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    }
    // Nor turn it round: the marks of writing direction, U+200E … U+2069.
    for (size_t i = 0; i + 2 < text.size(); ++i) {
        const std::string_view mark(text.data() + i, 3);
        if (mark == "\u200e" || mark == "\u200f" || (mark >= "\u202a" && mark <= "\u202e") || (mark >= "\u2066" && mark <= "\u2069"))
            text.replace(i, 3, "   ");
    }
    if (text.size() < width)
        text.resize(width, ' ');
    out += text;
    out += ' ';
}

std::string fixed(const Number &number, const char *format)
{
    if (!number.has())
        return {};
    std::array<char, 48> buffer;
    const int size = std::snprintf(buffer.data(), buffer.size(), format, number.value);
    return {buffer.data(), static_cast<size_t>(std::max(0, size))};
}

void appendTableLine(std::string &out, const Alert &alert)
{
    column(out, alert.timestamp.iso().substr(0, 23), 23);
    column(out, alert.name.empty() ? alert.id : alert.name, 20);
    column(out, !alert.error.empty() ? "unreadable: " + alert.error : alert.retraction ? std::string("retraction") : alert.classification, 16);
    column(out, fixed(alert.mag, "%.2f"), 6);
    column(out, fixed(alert.score, "%.2f"), 6);
    column(out, fixed(alert.ra, "%.5f"), 10);
    column(out, fixed(alert.dec, "%+.5f"), 10);
    out += alert.stream + ' ' + alert.topic;
}

} // namespace

AlertPrinter::AlertPrinter(Settings settings, std::function<void()> ended)
    : m_settings(settings), m_ended(std::move(ended)), m_isFile(isRegularFile(STDOUT_FILENO)), m_thread([this] { run(); })
{
}

AlertPrinter::~AlertPrinter()
{
    stop();
    m_thread.join();
}

void AlertPrinter::print(std::vector<std::shared_ptr<const Alert>> alerts)
{
    {
        const std::lock_guard lock(m_mutex);
        for (auto &alert : alerts) {
            const bool refused = !m_refused.empty() && m_refused.erase(alert.get()) > 0;
            if (wants(*alert) && !refused)
                m_waiting.push_back(std::move(alert));
            else
                m_fields.erase(alert.get());
        }
    }
    m_changed.notify_all();
}

void AlertPrinter::giveFields(const Alert *alert, std::string json)
{
    const std::lock_guard lock(m_mutex);
    m_fields[alert] = std::move(json);
}

void AlertPrinter::refuse(const Alert *alert)
{
    const std::lock_guard lock(m_mutex);
    m_refused.insert(alert);
}

void AlertPrinter::waitForRoom()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopping || m_gone || m_letAllPass || m_waiting.size() < kMostWaiting; });
}

void AlertPrinter::letAllPass()
{
    {
        const std::lock_guard lock(m_mutex);
        m_letAllPass = true;
    }
    m_changed.notify_all();
}

void AlertPrinter::whenDrained(std::function<void()> drained)
{
    {
        const std::lock_guard lock(m_mutex);
        m_drained = std::move(drained);
    }
    m_changed.notify_all();
    tellDrained();
}

void AlertPrinter::tellDrained()
{
    std::function<void()> drained;
    {
        const std::lock_guard lock(m_mutex);
        if (m_over || m_gone || (m_waiting.empty() && !m_writing))
            drained.swap(m_drained);
    }
    if (drained)
        drained();
}

void AlertPrinter::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
}

int64_t AlertPrinter::printed() const
{
    const std::lock_guard lock(m_mutex);
    return m_printed;
}

int64_t AlertPrinter::unwritten() const
{
    const std::lock_guard lock(m_mutex);
    const bool enough = m_settings.most > 0 && m_printed >= m_settings.most;
    return enough ? 0 : m_taken - m_printed + static_cast<int64_t>(m_waiting.size());
}

int AlertPrinter::failure() const
{
    const std::lock_guard lock(m_mutex);
    return m_failure;
}

bool AlertPrinter::write(const std::string &text)
{
    size_t done = 0;
    while (done < text.size()) {
        // poll() first, so that a reader who does not read cannot hold us for ever.
        pollfd out{STDOUT_FILENO, POLLOUT, 0};
        const int ready = poll(&out, 1, kPollMs);
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping)
                return false;
        }
        if (ready == 0 || (ready < 0 && errno == EINTR))
            continue;
        // A pipe takes at least PIPE_BUF when poll() says so; more could block. A file never does.
        const size_t most = m_isFile ? text.size() : PIPE_BUF;
        const ssize_t wrote = ::write(STDOUT_FILENO, text.data() + done, std::min(text.size() - done, most));
        if (wrote < 0) {
            if (errno == EINTR || errno == EAGAIN)
                continue;
            const std::lock_guard lock(m_mutex);
            m_failure = errno == EPIPE ? 0 : errno;
            return false;
        }
        done += static_cast<size_t>(wrote);
    }
    return true;
}

void AlertPrinter::run()
{
    const bool ended = printToTheEnd();
    {
        const std::lock_guard lock(m_mutex);
        m_over = true;
    }
    if (ended)
        m_ended();
    tellDrained();
}

bool AlertPrinter::printToTheEnd()
{
    std::string text;
    bool ended = false;
    while (!ended) {
        std::deque<std::shared_ptr<const Alert>> batch;
        std::unordered_map<const Alert *, std::string> fields;
        tellDrained();
        {
            std::unique_lock lock(m_mutex);
            m_changed.notify_all();
            m_changed.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping)
                return false;
            batch.swap(m_waiting);
            m_taken += static_cast<int64_t>(batch.size());
            if (!m_fields.empty()) {
                for (const auto &alert : batch) {
                    if (auto node = m_fields.extract(alert.get()))
                        fields.insert(std::move(node));
                }
            }
            m_writing = true;
        }
        text.clear();
        int64_t count = 0;
        for (const auto &alert : batch) {
            if (m_settings.most > 0 && m_printed + count >= m_settings.most)
                break;
            ++count;
            if (m_settings.silent)
                continue;
            if (m_settings.table) {
                appendTableLine(text, *alert);
            } else {
                const auto it = fields.find(alert.get());
                exporting::appendJsonLine(text, *alert, it == fields.end() ? std::string_view() : std::string_view(it->second));
            }
            text += '\n';
        }
        const bool written = write(text);
        {
            const std::lock_guard lock(m_mutex);
            m_writing = false;
            if (written)
                m_printed += count;
            if (m_stopping)
                return false;
            ended = !written || (m_settings.most > 0 && m_printed >= m_settings.most);
            m_gone = ended;
            if (ended)
                m_waiting.clear();
        }
        m_changed.notify_all();
    }
    return true;
}

} // namespace tocsin::app
