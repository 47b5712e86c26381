// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

class QLabel;
class QTreeWidget;

namespace tocsin::ui {

class CodeView;
class HexView;
class MessagePanel;
struct LoadedPacket;

// What a packet says as text. Filled when it is looked at.
class RawPage final : public QWidget
{
    Q_OBJECT
public:
    explicit RawPage(QWidget *parent = nullptr);
    void showPacket(const LoadedPacket &packet);

private:
    QLabel *m_note;
    CodeView *m_text;
};

// Its bytes; those at which a decoder stumbled are boxed, and why is said above them.
class HexPage final : public QWidget
{
    Q_OBJECT
public:
    explicit HexPage(QWidget *parent = nullptr);
    void showPacket(const std::shared_ptr<const LoadedPacket> &packet); // kept until another one is shown
    void clear();

private:
    void copyBytes() const;

    std::shared_ptr<const LoadedPacket> m_packet;
    MessagePanel *m_message;
    QLabel *m_note;
    HexView *m_bytes;
};

// How it came: topic, place, times, key and headers.
class HeadersPage final : public QWidget
{
    Q_OBJECT
public:
    explicit HeadersPage(QWidget *parent = nullptr);
    void showPacket(const LoadedPacket &packet);

private:
    QTreeWidget *m_list;
};

} // namespace tocsin::ui
