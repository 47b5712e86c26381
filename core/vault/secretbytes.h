// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstddef>
#include <memory>
#include <string_view>

namespace tocsin::vault {

// The bytes of a secret; every copy is wiped when it goes. Nothing here makes a QString of them: who needs one for a
// library makes it last. A plain value, at home on any thread.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(std::string_view bytes);
    explicit SecretBytes(size_t size); // zeros
    SecretBytes(const SecretBytes &other);
    SecretBytes(SecretBytes &&other) noexcept;
    SecretBytes &operator=(SecretBytes other) noexcept;
    ~SecretBytes();

    // Takes the bytes over and wipes the array, where nobody else shares it.
    [[nodiscard]] static SecretBytes takeFrom(QByteArray &bytes);

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] size_t size() const { return m_size; }
    [[nodiscard]] const char *data() const { return m_bytes.get(); }
    [[nodiscard]] char *data() { return m_bytes.get(); }
    [[nodiscard]] std::string_view view() const { return {m_bytes.get(), m_size}; }
    // Forgets what stands behind the first `size` bytes.
    void truncate(size_t size);

    friend bool operator==(const SecretBytes &a, const SecretBytes &b) { return a.view() == b.view(); }

private:
    void wipe() noexcept;

    std::unique_ptr<char[]> m_bytes;
    size_t m_size = 0;
};

// For buffers that a library made us fill.
void wipe(QByteArray &bytes);
void wipe(void *bytes, size_t size) noexcept;

} // namespace tocsin::vault
