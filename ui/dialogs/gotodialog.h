// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/placelookup.h"
#include "ui/models/rowwalk.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tocsin::ui {

class AlertTableModel;
class FieldNote;

// One field for where to go: a time, an id, a name, a row. Says while somebody types what it understood and where that
// leads; a row that the table does not show can be shown without the filter. Main thread; owned by the window, gone when closed.
class GoToDialog final : public QDialog
{
    Q_OBJECT
public:
    GoToDialog(archive::Archive &archive, const AlertTableModel &model, QWidget *parent);
    void setAliases(std::shared_ptr<const triage::AliasIndex> aliases) { m_lookup.setAliases(std::move(aliases)); } // PlaceLookup

    [[nodiscard]] QString understood() const;
    [[nodiscard]] QString outcome() const;

Q_SIGNALS:
    void chosen(qint64 number);
    void chosenWithoutFilter(qint64 number);

private:
    void listShown();
    void look();
    void present();
    void showPlace();
    void go();
    [[nodiscard]] QString wordsFor(const PlaceReading &reading) const;

    const AlertTableModel &m_model;
    QLineEdit *m_text;
    QLabel *m_understood;
    FieldNote *m_outcome;
    QPushButton *m_clear;
    QPushButton *m_go;
    std::shared_ptr<NumberSet> m_shown; // numbers of the rows in the table
    std::vector<PlaceReading> m_readings;
    std::optional<FoundPlace> m_place; // where the text leads; nothing while that is looked for
    bool m_goWhenFound = false;
    QTimer m_rest;
    RowWalk m_walk;
    PlaceLookup m_lookup; // last: its thread ends before the rest goes
};

} // namespace tocsin::ui
