// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/mappingdialog.h"

#include "core/decoders/mapped.h"
#include "ui/models/mappingwords.h"
#include "ui/models/pointermodel.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/mappingpreview.h"
#include "ui/widgets/mappingrow.h"
#include "ui/widgets/messagepanel.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScreen>
#include <QScrollArea>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t kGeneric = 8; // GenericAlert's keys come first in the contract

bool isPlace(const AlertField &field)
{
    const std::string_view key = field.key;
    return key == "ra" || key == "dec";
}

} // namespace

MappingDialog::MappingDialog(const QString &mapping, const QString &stream, archive::Archive *archive, QWidget *parent)
    : QDialog(parent), m_format(new QComboBox(this)), m_further(new QToolButton(this)), m_unreadable(new MessagePanel(this)),
      m_scroll(new QScrollArea(this)), m_preview(nullptr), m_reason(new FieldNote(this)), m_ok(new QPushButton(tr("OK"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Field mapping"));
    setAcceptDrops(true);
    resize(QSize(Theme::scaled(980), Theme::scaled(640)).boundedTo(screen()->availableSize() * 9 / 10));

    auto *title = new QLabel(windowTitle(), this);
    title->setFont(Theme::font(Theme::Font::Heading));
    auto *intro = new QLabel(tr("Say for each key of an alert which field of the packets it comes from. Keys without a field are found by their usual "
                                "names. Several fields, with | between them: the first that is there counts."),
                             this);
    intro->setWordWrap(true);
    intro->setTextFormat(Qt::PlainText);
    intro->setForegroundRole(QPalette::PlaceholderText);

    m_scroll->setWidget(makeForm());
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumWidth(m_scroll->widget()->minimumSizeHint().width() + Theme::scaled(16));
    m_preview = new MappingPreview(archive, stream, this);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(16);
    middle->addWidget(m_scroll, 1);
    middle->addWidget(m_preview, 1);

    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    m_ok->setDefault(true);
    Theme::setPrimary(m_ok, true);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(6);
    footer->addWidget(m_reason, 1);
    footer->addWidget(cancel);
    footer->addWidget(m_ok);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 14, 20, 14);
    column->setSpacing(10);
    column->addWidget(title);
    column->addWidget(intro);
    column->addWidget(m_unreadable);
    column->addLayout(middle, 1);
    column->addLayout(footer);
    m_unreadable->hide();

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(this->mapping());
        accept();
    });
    connect(m_preview, &MappingPreview::samplesChanged, this, [this] {
        auto *known = new PointerModel(m_preview->pointers(), this);
        for (MappingRow *row : m_rows)
            row->setKnown(known);
        delete m_known;
        m_known = known;
    });
    connect(m_preview, &MappingPreview::pointerChosen, this, [this](const FieldMapping::Pointer &pointer) {
        m_current->setPointer(pointer);
        showRows();
    });
    connect(m_preview, &MappingPreview::previewed, this, [this](const std::shared_ptr<const Alert> &after) { showOutcome(*after); });
    load(mapping);
    m_rows.front()->setFocus();
    setCurrent(m_rows.front());
}

QWidget *MappingDialog::makeForm()
{
    auto *form = new QWidget;
    form->setBackgroundRole(QPalette::Base);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    auto *formatLabel = new QLabel(tr("Used for"), form);
    formatLabel->setBuddy(m_format);
    m_format->setAccessibleName(tr("Used for"));
    m_format->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_format->setMinimumContentsLength(12);
    grid->addWidget(formatLabel, 0, 0, Qt::AlignRight);
    grid->addWidget(m_format, 0, 1);
    fillFormats();
    m_further->setText(tr("Further keys"));
    m_further->setCheckable(true);
    m_further->setAutoRaise(true);
    m_further->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_further->setArrowType(Qt::RightArrow);
    for (const AlertField *field : FieldMapping::fields()) {
        if (m_rows.size() == kGeneric)
            grid->addWidget(m_further, grid->rowCount(), 1, Qt::AlignLeft);
        auto *row = new MappingRow(*field, *grid, form);
        m_rows.push_back(row);
        connect(row, &MappingRow::changed, this, &MappingDialog::handleChanged);
        connect(row, &MappingRow::entered, this, [this, row] { setCurrent(row); });
    }
    connect(m_further, &QToolButton::toggled, this, &MappingDialog::showRows);
    connect(m_format, &QComboBox::currentIndexChanged, this, &MappingDialog::handleChanged);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 8, 0);
    column->addLayout(grid);
    column->addStretch();
    return form;
}

void MappingDialog::fillFormats()
{
    m_format->addItem(tr("Plain JSON and Avro"), QString());
    m_format->addItem(tr("Packets of every format"), u"*"_s);
    for (const decoders::Decoder *decoder : decoders::all())
        m_format->addItem(QCoreApplication::translate("decoders", decoder->label()), QString::fromLatin1(decoder->id()));
}

void MappingDialog::load(const QString &mapping)
{
    {
        const QScopedValueRollback loading(m_loading, true);
        if (!mapping.trimmed().isEmpty()) {
            const auto stored = FieldMapping::fromJson(mapping.toStdString());
            if (const auto *wrong = std::get_if<std::string>(&stored)) {
                m_unreadable->setMessage(MessagePanel::Kind::Warn, tr("The stored mapping cannot be used: %1.").arg(formats::plain(*wrong)),
                                         tr("OK replaces it by what is filled in here; Cancel keeps it."), mapping);
                m_unreadable->show();
            } else {
                const auto &read = *std::get<std::shared_ptr<const FieldMapping>>(stored);
                const QString format = QString::fromStdString(read.format());
                if (m_format->findData(format) < 0) // a format of another version of the program
                    m_format->addItem(format, format);
                m_format->setCurrentIndex(m_format->findData(format));
                for (MappingRow *row : m_rows) {
                    if (const FieldMapping::Rule *rule = read.find(row->field().key))
                        row->setRule(*rule);
                }
            }
        }
    }
    showRows();
    handleChanged();
}

void MappingDialog::showRows()
{
    const bool open = m_further->isChecked();
    m_further->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    for (size_t i = kGeneric; i < m_rows.size(); ++i)
        m_rows[i]->setShown(open || !m_rows[i]->isEmpty());
}

void MappingDialog::setCurrent(MappingRow *row)
{
    if (m_current == row)
        return;
    if (m_current)
        m_current->setCurrent(false);
    m_current = row;
    row->setCurrent(true);
    m_preview->setTarget(row->field());
}

QString MappingDialog::mapping() const
{
    const auto made = read();
    return made ? QString::fromStdString(made->toJson()) : QString();
}

std::shared_ptr<const FieldMapping> MappingDialog::read() const
{
    const std::string format = m_format->currentData().toString().toStdString();
    std::vector<FieldMapping::Rule> rules;
    for (const MappingRow *row : m_rows) {
        if (auto rule = row->rule())
            rules.push_back(std::move(*rule));
    }
    return rules.empty() ? nullptr : FieldMapping::of(format, std::move(rules));
}

void MappingDialog::handleChanged()
{
    if (m_loading)
        return;
    const auto wrong = std::ranges::find_if(m_rows, [](const MappingRow *row) { return !row->problem().isEmpty(); });
    m_reason->setProblem(wrong == m_rows.end() ? QString() : tr("Correct the field of %1 first.").arg(keyLabel((*wrong)->field())));
    m_ok->setEnabled(wrong == m_rows.end());
    m_ok->setToolTip(m_reason->problem());
    m_preview->setMapping(read());
}

void MappingDialog::showOutcome(const Alert &after)
{
    const MappingSample *sample = m_preview->sample();
    const decoders::Value packet(&sample->fields);
    const auto mapping = read();
    const bool used = mapping && mapping->appliesTo(after.format);
    for (MappingRow *row : m_rows) {
        const auto rule = row->rule();
        if (!rule) {
            row->setOutcome({}, false);
            continue;
        }
        const bool there = std::ranges::any_of(rule->from, [&](const auto &from) { return !decoders::valueAt(packet, from).isNull(); });
        const QString value = keyText(row->field(), after);
        const QStringList notes = notesOf(row->field(), after);
        if (!used)
            row->setOutcome(tr("Not used: this packet is %1.").arg(formats::plain(after.format)), false);
        else if (!there)
            row->setOutcome(tr("Not in this packet; the key stays empty."), false);
        else if (value.isEmpty() && std::holds_alternative<bool Alert::*>(row->field().member))
            row->setOutcome(tr("no"), false);
        else if (value.isEmpty() && notes.isEmpty() && isPlace(row->field()))
            row->setOutcome(tr("RA and Dec must both be right to give a position."), true);
        else if (value.isEmpty())
            row->setOutcome(notes.isEmpty() ? tr("Its value cannot be used.") : formats::sentence(notes.join(u"; "_s)), true);
        else
            row->setOutcome(notes.isEmpty() ? u"→ "_s + value : u"→ %1 · %2"_s.arg(value, notes.join(u"; "_s)), false);
    }
}

void MappingDialog::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (urls.size() == 1 && urls.constFirst().isLocalFile())
        event->acceptProposedAction();
}

void MappingDialog::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    m_preview->readFile(event->mimeData()->urls().constFirst().toLocalFile());
}

void MappingDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().base);
}

} // namespace tocsin::ui
