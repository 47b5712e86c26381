// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/packetloader.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QTabWidget;
class QTreeView;
class QTreeWidget;

namespace tocsin::ui {

class AlertCard;
class FieldTreeModel;

// The alert pane: card on top; below the whole packet as a tree with a find box, as text, as bytes, and its headers.
// Packets are read and decoded elsewhere; late answers for another row are dropped. Main thread; the archive outlives it.
class DetailPane final : public QWidget
{
    Q_OBJECT
public:
    explicit DetailPane(archive::Archive &archive, QWidget *parent = nullptr);
    void showRow(qint64 row);

private:
    void showPacket(const LoadedPacket &loaded);
    void showRaw(const LoadedPacket &loaded);
    void showHex(const std::string &bytes);
    void showHeaders(const LoadedPacket &loaded);
    void find(const QString &text);
    bool showMatching(const QModelIndex &parent, const QString &text);
    void showTreeMenu(const QPoint &at);

    PacketLoader m_loader;
    qint64 m_row = 0;
    AlertCard *m_card;
    QTabWidget *m_tabs;
    QLineEdit *m_find;
    QLabel *m_found;
    QTreeView *m_tree;
    FieldTreeModel *m_fields;
    QPlainTextEdit *m_raw;
    QPlainTextEdit *m_hex;
    QTreeWidget *m_headers;
    int m_matches = 0;
};

} // namespace tocsin::ui
