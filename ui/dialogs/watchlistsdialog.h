// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>

class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace tocsin::ui {

class FieldNote;
class MessagePanel;

// The watchlists of the profile: name and number of sources; a file is added as a list, a list is removed. Others read and write
// them. Opened with open(), deletes itself.
class WatchlistsDialog final : public QDialog
{
    Q_OBJECT
public:
    struct Entry {
        QString name;
        qint64 sources = 0; // -1: it cannot be read
    };

    explicit WatchlistsDialog(QWidget *parent);
    void setLists(const QList<Entry> &lists);
    void setState(const QString &title, const QString &details, bool warns = false); // of what is going on
    void addFile(const QString &file); // asks for its name

Q_SIGNALS:
    void addWanted(const QString &file, const QString &name, double radius); // degrees, of sources that bring none
    void removeWanted(const QString &name);

private:
    void chooseFile();
    void showButtons();
    void checkRadius();

    QTreeWidget *m_lists;
    QLineEdit *m_radius;
    FieldNote *m_help;
    MessagePanel *m_state;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace tocsin::ui
