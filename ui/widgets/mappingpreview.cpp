// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/mappingpreview.h"

#include "ui/models/mappingwords.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldtreeview.h"
#include "ui/widgets/messagepanel.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

MappingPreview::MappingPreview(archive::Archive *archive, const QString &stream, QWidget *parent)
    : QWidget(parent), m_stream(stream), m_packets(new QComboBox(this)), m_open(new QPushButton(tr("Open file…"), this)),
      m_paste(new QPushButton(tr("Paste"), this)), m_message(new MessagePanel(this)), m_tree(new FieldTreeView(this)),
      m_use(new QPushButton(this)), m_resultLabel(new QLabel(tr("What comes out of this packet"), this)), m_result(new QTreeWidget(this)),
      m_samples(archive)
{
    m_message->setMinimumWidth(Theme::scaled(250));
    m_packets->setAccessibleName(tr("Packet"));
    m_packets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_packets->setMinimumContentsLength(12);
    m_open->setToolTip(tr("Try the mapping on a packet in a file; it can be dropped here as well"));
    m_paste->setToolTip(tr("Try the mapping on the text in the clipboard"));
    for (QPushButton *button : {m_open, m_paste, m_use})
        button->setAutoDefault(false);
    m_tree->setAccessibleName(tr("Packet's fields"));
    m_tree->setContextMenuPolicy(Qt::NoContextMenu); // what it offers belongs to the table
    m_tree->setDragEnabled(true);
    m_tree->header()->resizeSection(0, Theme::scaled(160));
    m_tree->setMinimumHeight(Theme::scaled(90));
    m_tree->installEventFilter(this);
    m_result->setAccessibleName(tr("What comes out"));
    m_result->setHeaderLabels({tr("Key"), tr("By the usual names"), tr("With the mapping")});
    m_result->setRootIsDecorated(false);
    m_result->setUniformRowHeights(true);
    m_result->setFrameShape(QFrame::NoFrame);
    m_result->setTextElideMode(Qt::ElideMiddle); // both ends of an id matter
    m_result->setMinimumHeight(Theme::scaled(90));
    m_result->header()->setStretchLastSection(true);
    m_resultLabel->setFont(Theme::font(Theme::Font::SmallStrong));

    auto *top = new QHBoxLayout;
    top->setSpacing(6);
    top->addWidget(m_packets, 1);
    top->addWidget(m_open);
    top->addWidget(m_paste);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_message);
    column->addWidget(m_tree, 3);
    column->addWidget(m_use, 0, Qt::AlignLeft);
    column->addWidget(m_resultLabel);
    column->addWidget(m_result, 2);
    column->addStretch();

    connect(m_packets, &QComboBox::currentIndexChanged, this, &MappingPreview::showSample);
    connect(m_open, &QPushButton::clicked, this, &MappingPreview::chooseFile);
    connect(m_paste, &QPushButton::clicked, this, [this] { readText(QGuiApplication::clipboard()->text()); });
    connect(m_use, &QPushButton::clicked, this, &MappingPreview::useCurrent);
    connect(m_tree, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (m_tree->model()->rowCount(index.siblingAtColumn(0)) == 0)
            useCurrent();
    });
    connect(&m_samples, &MappingSamples::read, this, &MappingPreview::showSet);
    connect(&m_samples, &MappingSamples::failed, this, [this](const Error &error) { say(error.message, error.remedy, true); });
    connect(&m_samples, &MappingSamples::previewed, this, [this](size_t index, const std::shared_ptr<const Alert> &alert) {
        if (!sample() || static_cast<int>(index) != m_packets->currentIndex())
            return;
        showResult(*alert);
        Q_EMIT previewed(alert);
    });
    showSet(std::make_shared<MappingSampleSet>());
    say(tr("Reading the newest packets…"), {}, false);
    m_samples.readStream(m_stream);
}

const MappingSample *MappingPreview::sample() const
{
    const int index = m_packets->currentIndex();
    return index >= 0 && static_cast<size_t>(index) < m_set->samples.size() ? &m_set->samples[static_cast<size_t>(index)] : nullptr;
}

const std::vector<KnownPointer> &MappingPreview::pointers() const
{
    return m_set->pointers;
}

void MappingPreview::say(const QString &title, const QString &text, bool bad)
{
    m_message->setVisible(!title.isEmpty());
    if (!title.isEmpty())
        m_message->setMessage(bad ? MessagePanel::Kind::Bad : MessagePanel::Kind::Info, title, text);
}

void MappingPreview::showSet(const std::shared_ptr<const MappingSampleSet> &set)
{
    if (set->samples.empty() && m_set && !set->source.isEmpty()) { // what was shown stays
        say(tr("No packet was found in %1.").arg(set->source),
            set->unreadable.isEmpty() ? tr("Choose a JSON or Avro packet.") : formats::sentence(set->unreadable), true);
        return;
    }
    const QSignalBlocker quiet(m_packets);
    m_tree->setNodes(nullptr, false, nullptr); // its lines point into the former set
    m_set = set;
    m_packets->clear();
    const auto count = static_cast<int>(set->samples.size());
    for (int i = 0; i < count; ++i)
        m_packets->addItem(tr("%1 of %2 · %3").arg(i + 1).arg(count).arg(set->source.isEmpty() ? set->samples[static_cast<size_t>(i)].title : set->source));
    const bool any = count > 0;
    for (QWidget *widget : {static_cast<QWidget *>(m_packets), static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_use),
                            static_cast<QWidget *>(m_resultLabel), static_cast<QWidget *>(m_result)})
        widget->setVisible(any);
    if (any)
        say({}, {}, false);
    else if (!set->unreadable.isEmpty())
        say(tr("The newest packets of this stream cannot be read."), formats::sentence(set->unreadable), true);
    else
        say(tr("There are no packets of this stream yet."),
            tr("Start the stream and come back later; or open a file with a packet, drop it here, or paste its JSON."), false);
    showSample(m_packets->currentIndex());
    Q_EMIT samplesChanged();
}

void MappingPreview::showSample(int index)
{
    m_result->clear();
    if (index < 0 || !sample())
        return;
    m_tree->setNodes(sample()->nodes, false, nullptr);
    m_tree->setCurrentIndex(m_tree->model()->index(0, 0));
    ask();
}

void MappingPreview::ask()
{
    if (sample())
        m_samples.preview(m_set, static_cast<size_t>(m_packets->currentIndex()), m_mapping);
}

void MappingPreview::setMapping(const std::shared_ptr<const FieldMapping> &mapping)
{
    m_mapping = mapping;
    ask();
}

void MappingPreview::setTarget(const AlertField &field)
{
    m_target = &field;
    m_use->setText(tr("Use for %1").arg(keyLabel(field)));
    m_use->setToolTip(tr("Take the key from the field that is selected in the packet; Enter and a double click do the same"));
}

void MappingPreview::useCurrent()
{
    if (!sample() || !m_target || !m_tree->currentIndex().isValid())
        return;
    const FieldNode *node = m_tree->fields().nodeAt(m_tree->currentIndex());
    FieldMapping::Pointer pointer = pointerOf(*m_tree->fields().nodes(), static_cast<int>(m_tree->currentIndex().internalId()));
    if (pointer.empty())
        return;
    // A short list is one line here; of a position written as [RA, Dec] a key needs one of them.
    if (node->tree->is_array() && std::holds_alternative<Number Alert::*>(m_target->member))
        pointer.push_back(std::string_view(m_target->key) == "dec" && node->tree->size() > 1 ? "1" : "0");
    Q_EMIT pointerChosen(pointer);
}

void MappingPreview::showResult(const Alert &after)
{
    const Alert &before = *sample()->alert;
    m_result->clear();
    for (const AlertField *field : FieldMapping::fields()) {
        const QString was = keyText(*field, before);
        const QString now = keyText(*field, after);
        const bool mapped = m_mapping && m_mapping->find(field->key);
        if (was.isEmpty() && now.isEmpty() && !mapped)
            continue;
        auto *item = new QTreeWidgetItem(m_result, {keyLabel(*field), was.isEmpty() ? u"—"_s : was, now.isEmpty() ? u"—"_s : now});
        for (const int column : {1, 2})
            item->setToolTip(column, formats::plainTip(item->text(column)));
        if (mapped)
            item->setFont(0, Theme::font(Theme::Font::Strong));
        if (was != now)
            item->setFont(2, Theme::font(Theme::Font::Strong));
    }
    m_result->resizeColumnToContents(0);
    m_result->setColumnWidth(1, std::max(Theme::scaled(90), (m_result->viewport()->width() - m_result->columnWidth(0)) / 2));
}

void MappingPreview::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("A packet to try the mapping on"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MappingPreview::readFile);
    dialog->open();
}

void MappingPreview::readFile(const QString &path)
{
    m_samples.readFile(path);
}

void MappingPreview::readText(const QString &text)
{
    if (text.trimmed().isEmpty())
        say(tr("There is no text in the clipboard."), tr("Copy the JSON of a packet, then paste it here."), true);
    else
        m_samples.readText(text.toUtf8());
}

bool MappingPreview::eventFilter(QObject *watched, QEvent *event)
{
    // Enter would go on to the dialog and close it.
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            useCurrent();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tocsin::ui
