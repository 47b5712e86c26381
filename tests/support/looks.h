// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTranslator>

#include <algorithm>

namespace tocsin::tests {

// How widgets are looked at: in every mode a picture (kept where TOCSIN_LOOK_DIR says), text without room, and in red any other
// colour.
struct Mode {
    const char *name;
    ui::Scheme scheme;
    double scale;
    bool wordy = false; // every text a third longer, as in German
};

inline constexpr Mode kModes[] = {{"light", ui::Scheme::Light, 1},
                           {"dark", ui::Scheme::Dark, 1},
                           {"light-large", ui::Scheme::Light, 2},
                           {"dark-large", ui::Scheme::Dark, 2},
                           {"red", ui::Scheme::Red, 1},
                           {"light-wordy", ui::Scheme::Light, 1, true}};
inline constexpr int kModeCount = sizeof(kModes) / sizeof(kModes[0]);

class Wordy final : public QTranslator
{
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        const QString source = QString::fromUtf8(text);
        QString longer = source;
        for (qsizetype left = std::max<qsizetype>(2, source.size() / 3); left > 0; left -= 12)
            longer += QLatin1Char(' ') + QString(std::min<qsizetype>(left, 12), QLatin1Char('w'));
        return longer;
    }
};

inline void clickButton(const QWidget &in, const QString &text)
{
    for (auto *button : in.findChildren<QPushButton *>()) {
        if (button->text().startsWith(text)) { // also when it is wordy
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(text));
}

// Labels and buttons whose text does not fit where they stand.
inline QStringList clipped(const QWidget &in)
{
    QStringList found;
    for (const QLabel *label : in.findChildren<QLabel *>()) {
        // One that gives up its middle says the whole in its tooltip.
        if (qobject_cast<const ui::ElidedLabel *>(label)) {
            if (label->isVisible() && !label->text().isEmpty() && label->height() < label->fontMetrics().height())
                found << label->text();
            continue;
        }
        if (!label->isVisible() || label->text().isEmpty() || label->sizePolicy().horizontalPolicy() == QSizePolicy::Ignored)
            continue;
        const bool narrow = !label->wordWrap() && label->width() < label->sizeHint().width();
        const bool low = label->wordWrap() && label->height() < label->heightForWidth(label->width());
        if (narrow || low)
            found << label->text();
    }
    for (const QAbstractButton *button : in.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->minimumSizeHint().width())
            found << button->text();
    }
    return found;
}

inline void look(QWidget &widget, const Mode &mode, const QString &name)
{
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    // What a click has asked the layouts for, and what those ask of the areas around them.
    for (int i = 0; i < 4; ++i)
        QCoreApplication::processEvents();
    // Qt paints the text cursor in what is below it, turned over: on black it is white.
    if (QWidget *focus = QApplication::focusWidget(); focus && mode.scheme == ui::Scheme::Red)
        focus->clearFocus();
    const QPixmap picture = widget.grab();
    if (const QString folder = qEnvironmentVariable("TOCSIN_LOOK_DIR"); !folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(name + QLatin1Char('-') + QLatin1String(mode.name) + QStringLiteral(".png"))));
    if (mode.scheme == ui::Scheme::Red) {
        const QImage image = picture.toImage().convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < image.height(); ++y) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            for (int x = 0; x < image.width(); ++x)
                QVERIFY2((line[x] & 0xffff) == 0, qPrintable(QStringLiteral("%1: %2, %3 is #%4").arg(name).arg(x).arg(y).arg(line[x] & 0xffffff, 6, 16)));
        }
    }
    const QStringList tight = clipped(widget);
    QVERIFY2(tight.isEmpty(), qPrintable(name + QStringLiteral(": ") + tight.join(QStringLiteral(" | "))));
}

} // namespace tocsin::tests
