// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/vault/secretbytes.h"

#include <sodium.h>

#include <cstring>
#include <utility>

namespace tocsin::vault {

void wipe(void *bytes, size_t size) noexcept
{
    sodium_memzero(bytes, size); // memset() on memory that is given back is left out by compilers
}

void wipe(QByteArray &bytes)
{
    // data() of a shared array would make a copy and wipe that.
    if (!bytes.isEmpty() && bytes.isDetached())
        wipe(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes.clear();
}

SecretBytes::SecretBytes(size_t size) : m_bytes(size > 0 ? new char[size]() : nullptr), m_size(size)
{
}

SecretBytes::SecretBytes(std::string_view bytes) : SecretBytes(bytes.size())
{
    if (m_size > 0)
        std::memcpy(m_bytes.get(), bytes.data(), m_size);
}

SecretBytes::SecretBytes(const SecretBytes &other) : SecretBytes(other.view())
{
}

SecretBytes::SecretBytes(SecretBytes &&other) noexcept : m_bytes(std::move(other.m_bytes)), m_size(std::exchange(other.m_size, 0))
{
}

SecretBytes &SecretBytes::operator=(SecretBytes other) noexcept
{
    std::swap(m_bytes, other.m_bytes);
    std::swap(m_size, other.m_size);
    return *this;
}

SecretBytes::~SecretBytes()
{
    wipe();
}

SecretBytes SecretBytes::takeFrom(QByteArray &bytes)
{
    SecretBytes secret(std::string_view(bytes.constData(), static_cast<size_t>(bytes.size())));
    vault::wipe(bytes);
    return secret;
}

void SecretBytes::truncate(size_t size)
{
    if (size >= m_size)
        return;
    vault::wipe(m_bytes.get() + size, m_size - size);
    m_size = size;
}

void SecretBytes::wipe() noexcept
{
    if (m_bytes)
        vault::wipe(m_bytes.get(), m_size);
}

} // namespace tocsin::vault
