// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

class QSyntaxHighlighter;

namespace tocsin::ui {

class SlicedText;

// Text to read, with line numbers; JSON in the colours of its types. Nothing can be changed, everything copied.
class CodeView final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);
    void setCode(const QString &text, bool json);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Numbers;
    void placeNumbers();
    void paintNumbers(QPaintEvent &event);
    [[nodiscard]] int numbersWidth() const;

    QWidget *m_numbers;
    QSyntaxHighlighter *m_colours;
    SlicedText *m_text;
};

} // namespace tocsin::ui
