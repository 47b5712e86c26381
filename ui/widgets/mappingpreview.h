// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/mappingsamples.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace tocsin::ui {

class FieldTreeView;
class MessagePanel;

// The packets a mapping is tried on: which one, its tree, and what each key of the alert says without the mapping and with it.
// Packets come from the archive, a file or the clipboard. Main thread; the archive outlives it.
class MappingPreview final : public QWidget
{
    Q_OBJECT
public:
    // `stream`: under which name its packets are kept, empty: it has none yet. `archive` may be null.
    MappingPreview(archive::Archive *archive, const QString &stream, QWidget *parent);

    void setMapping(const std::shared_ptr<const FieldMapping> &mapping); // null: none
    void setTarget(const AlertField &field); // the key that a field of the tree goes to
    void readFile(const QString &path);
    void readText(const QString &text);
    [[nodiscard]] const MappingSample *sample() const; // that is shown; null: none
    [[nodiscard]] const std::vector<KnownPointer> &pointers() const;

Q_SIGNALS:
    void samplesChanged(); // pointers() are others
    void pointerChosen(const tocsin::FieldMapping::Pointer &pointer);
    void previewed(const std::shared_ptr<const tocsin::Alert> &alert); // of sample(), with the mapping

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showSet(const std::shared_ptr<const MappingSampleSet> &set);
    void showSample(int index);
    void say(const QString &title, const QString &text, bool bad);
    void showResult(const Alert &after);
    void chooseFile();
    void useCurrent();
    void ask();

    const QString m_stream;
    std::shared_ptr<const FieldMapping> m_mapping;
    std::shared_ptr<const MappingSampleSet> m_set;
    const AlertField *m_target = nullptr;
    QComboBox *m_packets;
    QPushButton *m_open;
    QPushButton *m_paste;
    MessagePanel *m_message;
    FieldTreeView *m_tree;
    QPushButton *m_use;
    QLabel *m_resultLabel;
    QTreeWidget *m_result;
    MappingSamples m_samples; // last: its thread ends before the rest goes
};

} // namespace tocsin::ui
