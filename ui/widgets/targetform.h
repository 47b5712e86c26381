// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tom/target.h"
#include "core/tom/targets.h"
#include "ui/models/targetdesk.h"

#include <QMap>
#include <QWidget>

#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;

namespace tocsin::ui {

class ElidedLabel;
class FieldNote;
class QuietEdit;
class WordChoice;

// The target as it will be: label and value in rows. Name, groups, tags and what the TOM has of its own can be changed; what
// is wrong with a field stands below it. Main thread.
class TargetForm final : public QWidget
{
    Q_OBJECT
public:
    explicit TargetForm(QWidget *parent = nullptr);
    void setDraft(const tom::Draft &draft);
    void setToms(const std::vector<TargetDesk::Tom> &toms, const QString &account);
    void setFacts(const tom::TomFacts *facts); // null: not known
    // Only name and TOM: a comparison has the room.
    void setBrief(bool brief);
    void setLocked(bool locked); // it is on its way
    // By the TOM's keys: name, ra, targetextra_set …; gives the focus to the first. What belongs to no field comes back.
    QStringList setProblems(const QMap<QString, QString> &problems);
    // Fields that the TOM asks for and that are empty: said below them, the focus goes there. True: there is none.
    bool showMissing();
    // With what was changed.
    [[nodiscard]] tom::Draft draft() const;
    [[nodiscard]] QList<QWidget *> fields() const; // in reading order
    [[nodiscard]] QString account() const { return m_account; }
    [[nodiscard]] QString host() const; // of the account

Q_SIGNALS:
    void edited();
    void nameEdited(); // others may have it
    void accountChosen(const QString &account);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row {
        QString key; // as the TOM calls it
        QLabel *label = nullptr;
        QWidget *value = nullptr;
        FieldNote *note = nullptr;
        bool brief = false; // is shown beside a comparison
    };
    Row &addRow(const QString &key, const QString &label, QWidget *value);
    [[nodiscard]] Row *row(const QString &key);
    [[nodiscard]] bool isUsed(const Row &row) const;
    void removeExtras();
    void addExtra(const tom::TomFacts::Extra &extra);
    [[nodiscard]] QString extraValue(const Row &row) const;
    void showTom();
    void showRows();
    void useLook();

    tom::Draft m_draft;
    std::vector<TargetDesk::Tom> m_toms;
    QString m_account;
    QString m_user; // there
    bool m_brief = false;
    std::vector<Row> m_rows; // as they stand
    QGridLayout *m_grid;
    QuietEdit *m_name;
    ElidedLabel *m_position;
    ElidedLabel *m_aliases;
    WordChoice *m_groups;
    QuietEdit *m_tags;
    ElidedLabel *m_tom;
    QComboBox *m_tomChoice;
    std::vector<tom::TomFacts::Extra> m_extras;
    QMap<QString, QString> m_typed; // extras by key: kept when the TOM changes
};

} // namespace tocsin::ui
