// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/rowtexts.h"
#include "ui/restrictedrows.h"
#include "ui/widgets/alerttable.h"

#include <QObject>

class QMenu;

namespace tocsin::ui {

class AlertTableModel;
class MainWindowActions;
class MainWindowProfile;

// “Open in” and “Copy as” of the window: the menus over the selected rows, the templates that the profile keeps, and what
// they do. Rows are read and written out on a worker's thread; a page is opened only after its address was checked. Main
// thread; owned by the window, as all that it ties together.
class WindowSending final : public QObject
{
    Q_OBJECT
public:
    static constexpr int kMostPages = 10;
    static constexpr int kPagesUnasked = 3;

    WindowSending(AlertTable &table, AlertTableModel &model, MainWindowActions &actions, archive::Archive &archive, MainWindowProfile &profile,
                  QWidget *window);

    void restore(); // what the profile keeps
    void setEnabled(bool selected); // whether there are rows
    void showTemplates();
    [[nodiscard]] RestrictedRows &restricted() { return m_restricted; }
    // At once, or when the person has allowed that so many restricted alerts go to the clipboard; the way of all copies.
    void whenAllowed(qint64 restricted, const std::function<void()> &copy);

Q_SIGNALS:
    void said(const QString &text);
    void changed(); // something to keep

private:
    void fillOpenMenu(QMenu &menu);
    void fillCopyMenu(QMenu &menu);
    void fill(QMenu &menu, templates::Kind kind);
    void popUp(QMenu *menu);
    void copy(const QString &what, RowText text, const std::shared_ptr<std::set<std::string>> &missing = {});
    void copyTemplate(const templates::Template &spec);
    void handleCopied(const QString &what, const WrittenRows &written, const std::set<std::string> &missing);
    void putOnClipboard(const QString &what, const WrittenRows &written, const std::set<std::string> &missing);
    void open(const templates::ReadyTemplate &ready);
    void handlePages(const QString &name, const QList<QUrl> &pages, bool restricted, const QString &refusal);
    void openPages(const QList<QUrl> &pages);
    void useTemplates(std::vector<templates::Template> all);
    [[nodiscard]] std::vector<int64_t> rows() const;
    [[nodiscard]] std::vector<std::shared_ptr<const Alert>> rowsAtHand() const;

    AlertTable &m_table;
    AlertTableModel &m_model;
    MainWindowActions &m_actions;
    MainWindowProfile &m_profile;
    QWidget *m_window;
    std::vector<templates::Template> m_templates;
    std::vector<templates::ReadyTemplate> m_ready; // of those that are not hidden and sound
    RestrictedRows m_restricted;
    RowWork m_work;
};

} // namespace tocsin::ui
