// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QToolButton>

namespace tocsin::ui {

// Some of a few words, chosen in a menu of check boxes; the button says which and looks like a line that can be changed
// (QuietEdit). Main thread.
class WordChoice final : public QToolButton
{
    Q_OBJECT
public:
    // `none`: what it says while none is chosen.
    WordChoice(const QString &none, QWidget *parent);
    void setWords(const QStringList &words); // to choose from; what is chosen stays, also where it is not among them
    void setChosen(const QStringList &chosen);
    [[nodiscard]] const QStringList &chosen() const { return m_chosen; }

Q_SIGNALS:
    void chosenChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QSize sizeHint() const override;

private:
    void fill();
    void present();

    const QString m_none;
    QStringList m_words;
    QStringList m_chosen;
    QMenu *m_menu;
};

} // namespace tocsin::ui
