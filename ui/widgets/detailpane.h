// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/packetloader.h"
#include "ui/widgets/copying.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QMenu;
class QStackedWidget;
class QTabWidget;

namespace tocsin::ui {

class AlertCard;
class FieldsPage;
class HeadersPage;
class HexPage;
class ImagesPage;
class LightPage;
class RawPage;
class RowNotes;

// The alert pane: card on top; below the whole packet as a tree with a find box, its images and its light curve where it has
// them, as text, as bytes, and its headers; what changed since the revision before, in the card and in the tree. Packets are read, decoded and compared elsewhere; late
// answers for another row are dropped. Main thread; the archive outlives it.
class DetailPane final : public QWidget, public CopyGuard
{
    Q_OBJECT
public:
    explicit DetailPane(archive::Archive &archive, QWidget *parent = nullptr);
    void whenAllowed(const std::function<void()> &copy) override;
    // `known`: the alert of the row, where somebody has it in memory: the card is there at once.
    void showRow(qint64 row, const std::shared_ptr<const Alert> &known = {});
    [[nodiscard]] qint64 row() const { return m_row; } // 0: none
    void readAgain(); // what is shown was decoded anew
    // Buttons below the card; the actions are the window's.
    void setActions(QAction *mark, const QList<QMenu *> &menus);
    // What it shows once it has been read; also for tests.
    void showPacket(const std::shared_ptr<const LoadedPacket> &loaded);
    void showInside(const std::shared_ptr<const PacketInside> &inside); // of the packet that is shown
    void showChanges(const std::shared_ptr<const ComparedPacket> &compared); // of the packet that is shown
    void toggleChanges(); // the fields that changed, and all again
    void goToChange(int step);
    void goToRevision(int step);
    // Brings the page to the front; where the packet has none, says so and waits for the next row that has one.
    enum class Page { Light, Images };
    void lookAt(Page page);
    // The row that is shown does not stand in the table as it is filtered.
    void setNotes(const RowNotes &notes); // what alerts have become; outlives this
    void sayOutsideTable(bool outside);

Q_SIGNALS:
    void conditionWanted(const QString &condition); // to be joined to the filter
    void formatHelpWanted(const QString &format);
    void columnWanted(const QString &path); // a key or a packet field, as the filter language writes it
    void restrictedCopyWanted(const std::function<void()> &copy); // of the alert that is shown; whoever may allow it calls it
    void said(const QString &text); // for the status bar
    void rowWanted(qint64 row); // another revision of the event
    void insideShown(const std::shared_ptr<const tocsin::ui::PacketInside> &inside);
    void packetShown(const std::shared_ptr<const tocsin::ui::LoadedPacket> &packet);
    void changesShown(const std::shared_ptr<const tocsin::ui::ComparedPacket> &packet);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeNothing();
    void showCard(const std::shared_ptr<const Alert> &alert);
    void fitCard();
    void showTab();
    void sayMissing();
    void showTabsOf(const LoadedPacket *packet);
    void dropInside();
    void dropPacket();
    [[nodiscard]] QWidget *focusTarget() const; // what F6 goes to

    void showTarget();

    PacketLoader m_loader;
    const RowNotes *m_notes = nullptr;
    qint64 m_row = 0;
    qint64 m_cardRow = 0; // whose card is shown
    bool m_cardRestricted = false;
    std::shared_ptr<const LoadedPacket> m_loaded;
    std::shared_ptr<const ComparedPacket> m_compared;
    QStackedWidget *m_pages; // nothing chosen, or an alert
    AlertCard *m_card;
    QWidget *m_cardArea;
    QTabWidget *m_tabs;
    FieldsPage *m_fields;
    ImagesPage *m_images;
    LightPage *m_light;
    RawPage *m_raw;
    HexPage *m_hex;
    HeadersPage *m_headers;
    QTimer m_late; // the former packet stays below the new card no longer than that
    // Texts are set when their tab is looked at.
    bool m_rawFilled = false;
    bool m_hexFilled = false;
    bool m_asked = false; // for m_wanted, before its packet was there
    QWidget *m_wanted = nullptr; // the page that was looked at when a packet without it came
};

} // namespace tocsin::ui
