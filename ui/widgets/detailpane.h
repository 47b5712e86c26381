// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/packetloader.h"

#include <QWidget>

class QAction;
class QLabel;
class QStackedWidget;
class QTabWidget;
class QTreeWidget;

namespace tocsin::ui {

class AlertCard;
class CodeView;
class FieldsPage;
class HexView;
class MessagePanel;

// The alert pane: card on top; below the whole packet as a tree with a find box, as text, as bytes, and its headers.
// Packets are read and decoded elsewhere; late answers for another row are dropped. Main thread; the archive outlives it.
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailPane(archive::Archive &archive, QWidget *parent = nullptr);
    void showRow(qint64 row);
    // Buttons below the card; the actions are the window's.
    void setActions(QAction *mark, const QList<QAction *> &copies);
    // What it shows once it has been read; also for tests.
    void showPacket(const std::shared_ptr<const LoadedPacket> &loaded);

Q_SIGNALS:
    void conditionWanted(const QString &condition); // to be joined to the filter
    void packetShown(const std::shared_ptr<const tocsin::ui::LoadedPacket> &packet);

private:
    QWidget *makeNothing();
    QWidget *makeRawPage();
    QWidget *makeHexPage();
    void showTab();
    [[nodiscard]] QWidget *focusTarget() const; // what F6 goes to
    void showRaw();
    void showHex();
    void showHeaders();
    void copyBytes() const;

    PacketLoader m_loader;
    qint64 m_row = 0;
    std::shared_ptr<const LoadedPacket> m_loaded;
    QStackedWidget *m_pages; // nothing chosen, or an alert
    AlertCard *m_card;
    QWidget *m_cardArea;
    QTabWidget *m_tabs;
    FieldsPage *m_fields;
    QWidget *m_rawPage;
    QLabel *m_rawNote;
    CodeView *m_raw;
    QWidget *m_hexPage;
    MessagePanel *m_hexMessage;
    QLabel *m_hexNote;
    HexView *m_hex;
    QTreeWidget *m_headers;
    // Texts are set when their tab is looked at.
    bool m_rawFilled = false;
    bool m_hexFilled = false;
};

} // namespace tocsin::ui
