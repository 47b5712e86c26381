// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filtercompletion.h"

#include "core/filter/filter.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/filterbox.h"
#include "ui/widgets/filtermessage.h"

#include <QAbstractListModel>
#include <QAccessible>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using filter::Candidate;
using filter::CandidateKind;

namespace {

constexpr int kRow = 24; // look.md 6, at text scale 1 as all below
constexpr int kWidth = 640;
constexpr int kPadding = 9;
constexpr int kTextWidth = 150;
constexpr int kTypeWidth = 120;

QString kindOf(const Candidate &candidate)
{
    if (candidate.type.isEmpty()) {
        switch (candidate.kind) {
        case CandidateKind::Function:
            return FilterCompletion::tr("function");
        case CandidateKind::Operator:
            return FilterCompletion::tr("operator");
        case CandidateKind::Unit:
            return FilterCompletion::tr("unit");
        case CandidateKind::Value:
            return FilterCompletion::tr("value");
        case CandidateKind::Key:
        case CandidateKind::PacketField:
            return candidate.unit;
        }
    }
    return candidate.unit.isEmpty() ? candidate.type : candidate.type + u", "_s + candidate.unit;
}

// Whether a value ends here: only a unit, or an operator that goes on from it, may follow. A name that is no condition yet
// waits for a comparison.
bool isFinished(const std::string &before, const filter::Completion &found, const filter::FieldCatalogue &catalogue)
{
    const auto isOf = [](std::initializer_list<CandidateKind> kinds) {
        return [kinds](const Candidate &candidate) { return std::ranges::find(kinds, candidate.kind) != kinds.end(); };
    };
    if (!std::ranges::all_of(found.candidates, isOf({CandidateKind::Unit, CandidateKind::Operator})))
        return false;
    const bool waits = std::ranges::any_of(found.candidates, [](const Candidate &candidate) { return candidate.text == "="; });
    return !waits || !before.ends_with(' ') || std::holds_alternative<filter::Filter>(filter::Filter::compile(before, catalogue));
}

class CandidateModel final : public QAbstractListModel
{
public:
    CandidateModel(const filter::Completion &completion, QObject *parent) : QAbstractListModel(parent), m_completion(completion) {}
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_completion.candidates.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const Candidate &candidate = m_completion.candidates[static_cast<size_t>(index.row())];
        if (role == Qt::DisplayRole)
            return QString::fromStdString(candidate.text);
        if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
            return {};
        QStringList parts{QString::fromStdString(candidate.text), kindOf(candidate), candidate.meaning, candidate.sample};
        parts.removeAll({});
        const QString said = parts.join(u", "_s);
        return role == Qt::ToolTipRole ? formats::plainTip(said) : said;
    }
    [[nodiscard]] const Candidate &at(int row) const { return m_completion.candidates[static_cast<size_t>(row)]; }
    void renew(filter::Completion &into, filter::Completion completion)
    {
        beginResetModel();
        into = std::move(completion);
        endResetModel();
    }

private:
    const filter::Completion &m_completion;
};

class CandidateDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {Theme::scaled(kWidth), Theme::scaled(kRow)}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &colours = Theme::palette();
        const Candidate &candidate = static_cast<const CandidateModel *>(index.model())->at(index.row());
        painter->save();
        if (option.state & QStyle::State_Selected) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Theme::scheme() == Scheme::Red ? colours.focus : colours.select); // an outline where nothing is filled
            painter->setBrush(colours.select);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        }
        const auto write = [&](const QRect &area, Theme::Font font, const QColor &colour, const QString &text, Qt::Alignment side) {
            painter->setFont(Theme::font(font));
            painter->setPen(colour);
            painter->drawText(area, Qt::AlignVCenter | side, painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
        };
        const QRect row = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        const QString text = QString::fromStdString(candidate.text);
        const int textWidth = std::max(Theme::scaled(kTextWidth), QFontMetrics(Theme::font(Theme::Font::MonoField)).horizontalAdvance(text) + 12);
        const QString sample = candidate.sample;
        const int sampleWidth = std::min(QFontMetrics(Theme::font(Theme::Font::Small)).horizontalAdvance(sample) + 2, row.width() / 3);
        QRect area = row;
        area.setWidth(textWidth - 12);
        write(area, Theme::Font::MonoField, colours.text, text, Qt::AlignLeft);
        area = row.adjusted(textWidth, 0, 0, 0);
        area.setWidth(std::min(Theme::scaled(kTypeWidth), area.width()) - 8);
        write(area, Theme::Font::Small, colours.muted, kindOf(candidate), Qt::AlignLeft);
        area = row.adjusted(textWidth + Theme::scaled(kTypeWidth), 0, -sampleWidth - 12, 0);
        if (area.width() > 0)
            write(area, Theme::Font::Small, colours.text, candidate.meaning, Qt::AlignLeft);
        area = row;
        area.setLeft(row.right() - sampleWidth + 1);
        write(area, Theme::Font::Small, colours.muted, sample, Qt::AlignRight);
        painter->restore();
    }
};

} // namespace

FilterCompletion::FilterCompletion(FilterBox *box, FilterMessage *message)
    : QFrame(box->window()), m_box(box), m_message(message), m_list(new QListView(this)), m_foot(new QLabel(this)), m_model(new CandidateModel(m_completion, this))
{
    hide();
    setFocusPolicy(Qt::NoFocus);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setAccessibleName(tr("Completion"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerItem);
    m_list->viewport()->setAutoFillBackground(false);
    m_foot->setForegroundRole(QPalette::PlaceholderText);
    m_foot->setText(tr("Tab completes") + u"     "_s + tr("F1 explains the language") + u"     "_s + tr("values are from the rows you see"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(5, 5, 5, 5);
    column->setSpacing(5);
    column->addWidget(m_list, 1);
    column->addWidget(m_foot);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { take(index.row()); });
}

void FilterCompletion::offer(const filter::FieldCatalogue &catalogue, bool always)
{
    const std::string before = m_box->text().left(m_box->cursorPosition()).toStdString();
    filter::Completion found = filter::complete(m_box->text().toStdString(), before.size(), catalogue);
    const std::string typed = m_box->text().toStdString().substr(found.position, found.length);
    const bool same = std::ranges::any_of(found.candidates, [&](const Candidate &candidate) { return candidate.text == typed; });
    // What is complete needs no help: Enter applies it, and what nobody began to write would only cover the table.
    const bool complete = same || (typed.empty() && isFinished(before, found, catalogue));
    if (found.candidates.empty() || (!always && (m_box->text().trimmed().isEmpty() || complete)))
        return hide();
    static_cast<CandidateModel *>(m_model)->renew(m_completion, std::move(found));
    setParent(m_box->window()); // the row may have been made before it was put into a window
    m_list->scrollToTop();
    place();
    show();
    raise();
}

void FilterCompletion::place()
{
    m_foot->setFont(Theme::font(Theme::Font::Small));
    const int rows = std::min(kMostRows, m_model->rowCount());
    const QMargins margins = layout()->contentsMargins();
    QSize size(Theme::scaled(kWidth), rows * Theme::scaled(kRow) + layout()->spacing() + m_foot->sizeHint().height() + margins.top() + margins.bottom());
    QPoint below = m_box->mapTo(window(), QPoint(0, m_box->height() + 4));
    if (m_message->isVisible()) // what is wrong stays readable
        below.setY(m_message->mapTo(window(), QPoint(0, m_message->height() + 2)).y());
    size = size.boundedTo(QSize(window()->width() - below.x() - 4, std::max(window()->height() - below.y() - 4, m_foot->sizeHint().height() * 3)));
    setGeometry(QRect(below, size));
}

void FilterCompletion::move(int step)
{
    const int rows = m_model->rowCount();
    const int from = m_list->currentIndex().isValid() ? m_list->currentIndex().row() : step > 0 ? -1 : rows;
    const QModelIndex index = m_model->index((from + step + rows) % rows, 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    QAccessibleEvent event(m_list, QAccessible::Focus);
    event.setChild(index.row());
    QAccessible::updateAccessibility(&event);
}

void FilterCompletion::take(int row)
{
    const filter::Utf16Range range = filter::utf16Range(m_box->text().toStdString(), m_completion.position, m_completion.length);
    QString text = QString::fromStdString(m_completion.candidates[static_cast<size_t>(row)].text);
    const bool goesOn = text.endsWith(u'(') || text.endsWith(u'.') || text.endsWith(u'[') || text.endsWith(u' ');
    if (!goesOn && range.position + range.length == m_box->text().size())
        text += u' ';
    hide();
    m_box->replace(range.position, range.length, text);
}

bool FilterCompletion::takeKey(int key)
{
    if (!isVisible())
        return false;
    const QModelIndex current = m_list->currentIndex();
    switch (key) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
        for (int i = 0; i < kMostRows - 1; ++i)
            move(key == Qt::Key_PageDown ? 1 : -1);
        return true;
    case Qt::Key_Tab:
        take(current.isValid() ? current.row() : 0);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current.isValid()) {
            take(current.row());
            return true;
        }
        hide();
        return false;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

void FilterCompletion::paintEvent(QPaintEvent *)
{
    const Palette &colours = Theme::palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.lineStrong);
    painter.setBrush(colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.fillRect(1, m_foot->y() - 3, width() - 2, 1, colours.line);
}

} // namespace tocsin::ui
