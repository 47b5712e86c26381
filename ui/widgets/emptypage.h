// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace tocsin::ui {

class StreamModel;

// What the table says while it has no rows: what is the case, why that is fine or what is wrong, the proof per stream,
// and what one can do. Lies over the table's rows, below its header. The model outlives it.
class EmptyPage final : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyPage(StreamModel &streams, QWidget *parent = nullptr);

    // Rows exist, none passes the filter.
    void setFiltered(bool filtered, qint64 hidden, bool isLastDay = false); // of them, the filter is that of the last 24 h

Q_SIGNALS:
    void clearFilterWanted();
    void lastDayWanted();
    void startAllWanted();
    void demoWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void fillProof();
    [[nodiscard]] QString listeningText() const;

    StreamModel &m_streams;
    QLabel *m_title;
    QLabel *m_text;
    QWidget *m_proof;
    QGridLayout *m_grid;
    QPushButton *m_clear;
    QPushButton *m_lastDay;
    QPushButton *m_start;
    QPushButton *m_demo;
    bool m_filtered = false;
    bool m_isLastDay = false;
    qint64 m_hidden = 0;
    QString m_shown; // what the proof says now, to leave it alone while it stays true
};

} // namespace tocsin::ui
