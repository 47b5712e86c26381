// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPlainTextEdit>

namespace tocsin::ui {

class SlicedText;

// Bytes in groups of eight, as many groups a line as fit; offsets muted, the offending bytes boxed. Nothing can be
// changed, everything copied.
class HexView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit HexView(QWidget *parent = nullptr);
    // `first` is the offset of the first byte; the boxed ones begin at `badAt` (an offset too; -1: none).
    void setBytes(const QByteArray &bytes, qint64 first = 0, qint64 badAt = -1, int badCount = 0);
    [[nodiscard]] int bytesPerLine() const { return m_perLine; }

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Offsets;
    void write();
    void goToBad();
    [[nodiscard]] int fittingBytes() const;

    QByteArray m_bytes;
    qint64 m_first = 0;
    qint64 m_badAt = -1;
    int m_badCount = 0;
    int m_perLine = 0;
    Offsets *m_offsets;
    SlicedText *m_text;
};

} // namespace tocsin::ui
