// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/streams/secretmask.h"

#include <QVariantMap>

#include <algorithm>

namespace tocsin::streams {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kShort = 4; // fewer characters stand inside ordinary words

// The secret somewhere inside a text that was put into base64: three ways to lie on its groups of three bytes. The digits
// at the ends hold bits of the neighbours too and are left.
QStringList base64Forms(const QByteArray &secret)
{
    QStringList forms;
    for (int before = 0; before < 3; ++before) {
        const QByteArray padded = QByteArray(before, ' ') + secret;
        const qsizetype skipped = (before * 8 + 5) / 6;
        const qsizetype whole = padded.size() * 8 / 6;
        if (whole - skipped < kShort)
            continue;
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding})
            forms.push_back(QString::fromLatin1(padded.toBase64(alphabet | QByteArray::OmitTrailingEquals).sliced(skipped, whole - skipped)));
    }
    return forms;
}

// Some write %C3, some %c3.
QString withSmallHex(QString text)
{
    for (qsizetype i = text.indexOf(u'%'); i >= 0; i = text.indexOf(u'%', i + 1))
        text.replace(i, 3, text.mid(i, 3).toLower());
    return text;
}

QString jsonForm(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
}

bool namesSecret(const QString &property)
{
    return std::ranges::any_of(std::initializer_list<const char *>{"password", "secret", "token", "jaas", "key.pem", "oauthbearer.config"},
                               [&](const char *word) { return property.contains(QLatin1String(word), Qt::CaseInsensitive); });
}

} // namespace

SecretMask::SecretMask(const std::vector<options::OptionSpec> &specs, const options::OptionValues &values)
{
    for (const options::OptionSpec &spec : specs) {
        const QVariant value = values.value(specs, spec.key);
        if (spec.type == options::OptionType::Secret) {
            m_secrets.push_back(value.toString());
        } else if (spec.type == options::OptionType::KeyValues) {
            const QVariantMap pairs = value.toMap();
            for (const auto &[name, entry] : pairs.asKeyValueRange()) {
                if (namesSecret(name))
                    m_secrets.push_back(entry.toString());
            }
        }
    }
    rebuild();
}

void SecretMask::add(const QString &secret)
{
    m_secrets.push_back(secret);
    rebuild();
}

void SecretMask::rebuild()
{
    QStringList forms;
    for (const QString &secret : std::as_const(m_secrets)) {
        if (secret.isEmpty())
            continue;
        const QByteArray bytes = secret.toUtf8();
        const QString percent = QString::fromLatin1(bytes.toPercentEncoding());
        forms << secret << percent << withSmallHex(percent) << jsonForm(secret) << base64Forms(bytes);
        forms << QString(percent).replace(u"%20"_s, u"+"_s); // as forms are sent
    }
    forms.removeDuplicates();
    std::ranges::sort(forms, std::ranges::greater{}, &QString::size);
    for (QString &form : forms) {
        const bool isShort = form.size() < kShort;
        form = QRegularExpression::escape(form);
        if (isShort)
            form = u"(?<![\\pL\\pN])"_s + form + u"(?![\\pL\\pN])"_s;
    }
    m_pattern = forms.isEmpty() ? QRegularExpression() : QRegularExpression(forms.join(u'|'));
    m_pattern.optimize(); // now: later, two threads might do it at once
}

QString SecretMask::masked(const QString &text) const
{
    return m_pattern.pattern().isEmpty() ? text : QString(text).replace(m_pattern, u"••••••"_s);
}

} // namespace tocsin::streams
