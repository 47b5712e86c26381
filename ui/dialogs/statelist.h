// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

class QColor;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QTreeWidget;
class QTreeWidgetItem;
class QWidget;

namespace tocsin::ui {

// What the pages of accounts and rules have in common: a list of which each row stands for a thing with a key, its name in the
// first column and its state (glyph, word, colour) in the last; below it what is known of the selected one; buttons at the foot.
// Free functions; main thread.
namespace statelist {

// Wide columns that people may choose: `stretched` takes what is left, long ones in `chosen` are cut at `most` logical pixels.
struct Columns {
    int stretched = 0;
    QList<int> chosen = {};
    QList<int> most = {};
    int least = 0; // of any; 0: as the style has it
};
void setUp(QTreeWidget *list, const QString &name, const QStringList &header, const Columns &columns);
// Once it is filled.
void fitColumns(QTreeWidget *list, const Columns &columns);
// `strong`: columns in the colour of text, beside the name.
QTreeWidgetItem *addRow(QTreeWidget *list, const QString &key, const QStringList &cells, const QString &glyph, const QColor &colour, const QList<int> &strong = {});
[[nodiscard]] QString currentKey(const QTreeWidget *list);
void select(QTreeWidget *list, const QString &key);
// After a list was filled anew: the row that was current, else the first.
void selectAgain(QTreeWidget *list, const QString &before);

// With large text there is less room than words.
[[nodiscard]] QScrollArea *makeArea(QWidget *inside, QWidget *parent);
// None of them the default; room behind `last` parts what is for all from what is for the selected one.
[[nodiscard]] QHBoxLayout *makeFooter(const QList<QPushButton *> &buttons, const QPushButton *last);
// Words in a list's place while it is empty.
void setUpNone(QLabel *label, const QString &text);

} // namespace statelist

} // namespace tocsin::ui
