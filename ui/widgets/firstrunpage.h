// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace tocsin::ui {

// What stands in place of the table while no stream is configured: the demo, a card for each kind of stream, files; what other
// programs left on this computer; and where secrets will be kept. Knows nothing of vaults: the window tells it. Owned by the
// window.
class FirstRunPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget *parent = nullptr);

    // A file of credentials that was found. A plain value.
    struct Found {
        QString file; // empty: the environment
        QString shown; // "~/.netrc"
        QString what; // "2 accounts for kafka.scimma.org"
    };
    void setFound(const std::vector<Found> &found);
    // One sentence; `safe`: it holds beyond this session.
    void setPlace(const QString &sentence, bool safe);

Q_SIGNALS:
    void demoWanted();
    void addStreamWanted(const QString &type);
    void openFilesWanted();
    void importWanted(const QString &file); // empty: the environment

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeCards(QWidget *parent);
    void present();

    bool m_safe = true;
    QWidget *m_block;
    QWidget *m_found;
    QVBoxLayout *m_foundRows;
    QLabel *m_lock;
    QLabel *m_place;
};

} // namespace tocsin::ui
