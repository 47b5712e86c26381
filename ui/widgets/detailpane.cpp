// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailpane.h"

#include "ui/models/rownotes.h"
#include "core/decoders/decoder.h"
#include "ui/theme/formats.h"
#include "ui/theme/theme.h"
#include "ui/widgets/alertcard.h"
#include "ui/widgets/fieldspage.h"
#include "ui/widgets/fittingscroll.h"
#include "ui/widgets/imagespage.h"
#include "ui/widgets/lightpage.h"
#include "ui/widgets/packetpages.h"

#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace tocsin::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLeastWidth = 220; // below it nothing can be read
constexpr int kLeastCard = 60; // high; at text scale 1, as the next
constexpr int kLeastTabs = 150;
constexpr int kLateMs = 150;

} // namespace

DetailPane::DetailPane(archive::Archive &archive, QWidget *parent)
    : QWidget(parent), m_loader(archive), m_pages(new QStackedWidget(this)), m_card(new AlertCard), m_tabs(new QTabWidget), m_fields(new FieldsPage),
      m_images(new ImagesPage), m_light(new LightPage), m_raw(new RawPage), m_hex(new HexPage), m_headers(new HeadersPage)
{
    setAccessibleName(tr("Alert"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setUsesScrollButtons(false); // a narrow pane has shorter words, not hidden ones
    m_tabs->setElideMode(Qt::ElideRight);
    m_tabs->addTab(m_fields, tr("Fields"));
    m_tabs->addTab(m_images, tr("Images"));
    m_tabs->setTabToolTip(m_tabs->addTab(m_light, tr("Light", "short for light curve, on a tab")), tr("Light curve"));
    m_tabs->addTab(m_raw, tr("Raw"));
    m_tabs->addTab(m_hex, tr("Hex"));
    m_tabs->addTab(m_headers, tr("Headers"));
    showTabsOf(nullptr);

    m_card->setBackgroundRole(QPalette::Base);
    m_card->setAutoFillBackground(true);
    auto *alert = new QWidget;
    auto *column = new QVBoxLayout(alert);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_cardArea = new FittingScroll(m_card, kLeastWidth, kLeastCard);
    column->addWidget(m_cardArea);
    column->addWidget(m_tabs, 1);
    m_pages->addWidget(makeNothing());
    m_pages->addWidget(alert);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    setMinimumWidth(kLeastWidth);
    fitCard();
    setFocusProxy(m_pages->widget(0));

    new SelectionCopies(*this);
    m_late.setSingleShot(true);
    m_late.setInterval(kLateMs);
    connect(&m_late, &QTimer::timeout, this, &DetailPane::dropPacket);
    connect(m_fields, &FieldsPage::conditionWanted, this, &DetailPane::conditionWanted);
    connect(m_fields, &FieldsPage::columnWanted, this, &DetailPane::columnWanted);
    connect(m_fields, &FieldsPage::formatHelpWanted, this, &DetailPane::formatHelpWanted);
    connect(m_card, &AlertCard::conditionWanted, this, &DetailPane::conditionWanted);
    connect(m_card, &AlertCard::columnWanted, this, &DetailPane::columnWanted);
    connect(m_card, &AlertCard::rowWanted, this, &DetailPane::rowWanted);
    connect(m_card, &AlertCard::compareWanted, this, &DetailPane::toggleChanges);
    connect(&m_loader, &PacketLoader::alertRead, this, [this](const std::shared_ptr<const Alert> &read) {
        if (read->row == m_row && m_cardRow != m_row)
            showCard(read);
    });
    connect(&m_loader, &PacketLoader::insideRead, this, [this](const std::shared_ptr<const PacketInside> &inside) {
        if (m_loaded && inside->row == m_row && m_loaded->row == m_row)
            showInside(inside);
    });
    connect(&m_loader, &PacketLoader::comparedRead, this, [this](const std::shared_ptr<const ComparedPacket> &compared) {
        if (compared->packet == m_loaded)
            showChanges(compared);
    });
    connect(&m_loader, &PacketLoader::loaded, this, [this](const std::shared_ptr<const LoadedPacket> &loaded) {
        if (loaded->row == m_row)
            showPacket(loaded);
    });
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_wanted = nullptr;
        showTab();
    });
}

// A quiet block in the middle; it takes the focus, so that F6 finds the pane.
QWidget *DetailPane::makeNothing()
{
    auto *page = new QWidget;
    page->setFocusPolicy(Qt::StrongFocus);
    auto *title = new QLabel(tr("No alert selected"), page);
    title->setFont(Theme::font(Theme::Font::Medium));
    title->setAlignment(Qt::AlignCenter);
    title->setWordWrap(true);
    auto *text = new QLabel(tr("Its card, fields and bytes appear here."), page);
    text->setForegroundRole(QPalette::PlaceholderText);
    text->setAlignment(Qt::AlignCenter);
    text->setWordWrap(true);
    page->setAccessibleName(title->text());
    auto *column = new QVBoxLayout(page);
    column->setSpacing(4);
    column->addStretch(4);
    column->addWidget(title);
    column->addWidget(text);
    column->addStretch(5);
    return page;
}

void DetailPane::setActions(QAction *mark, const QList<QMenu *> &menus)
{
    m_card->setActions(mark, menus);
}

void DetailPane::showRow(qint64 row, const std::shared_ptr<const Alert> &known)
{
    if (row == m_row)
        return;
    m_row = row;
    m_card->setNote({});
    if (row != 0) {
        m_loader.load(row);
        m_late.start();
        if (known)
            showCard(known);
        return;
    }
    const bool here = isAncestorOf(QApplication::focusWidget());
    m_late.stop();
    dropPacket();
    m_cardRow = 0;
    m_pages->setCurrentIndex(0);
    setFocusProxy(m_pages->widget(0));
    if (here)
        setFocus(Qt::OtherFocusReason);
}

void DetailPane::readAgain()
{
    if (m_row != 0)
        m_loader.load(m_row);
}

void DetailPane::showCard(const std::shared_ptr<const Alert> &alert)
{
    const bool here = isAncestorOf(QApplication::focusWidget()) && m_pages->currentIndex() == 0;
    m_cardRow = alert->row;
    m_cardRestricted = alert->access == "restricted";
    m_card->show(*alert);
    showTarget();
    m_pages->setCurrentIndex(1);
    setFocusProxy(focusTarget());
    if (here)
        setFocus(Qt::OtherFocusReason);
}

void DetailPane::setNotes(const RowNotes &notes)
{
    m_notes = &notes;
    connect(&notes, &RowNotes::changed, this, &DetailPane::showTarget);
    showTarget();
}

void DetailPane::showTarget()
{
    const Alert *alert = m_card->alert();
    m_card->setTarget(m_notes && alert ? m_notes->of(*alert) : nullptr);
    fitCard();
}

void DetailPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitCard();
}

void DetailPane::fitCard()
{
    m_card->layout()->activate(); // as high as it is now at once, not one picture later
    m_cardArea->updateGeometry();
    m_tabs->setMinimumHeight(Theme::scaled(kLeastTabs));
}

// A large packet is freed elsewhere: nothing here may be the last to hold it.
void DetailPane::dropPacket()
{
    const std::shared_ptr<const LoadedPacket> packet = std::exchange(m_loaded, nullptr);
    const std::shared_ptr<const ComparedPacket> compared = std::exchange(m_compared, nullptr);
    m_fields->clear();
    dropInside();
    m_hex->clear();
    m_rawFilled = m_hexFilled = false;
    m_loader.drop(packet);
    m_loader.drop(compared);
}

void DetailPane::dropInside()
{
    m_loader.drop(m_images->setInside(nullptr));
    m_loader.drop(m_light->setInside(nullptr));
}

// Who steps through rows looking at images wants to see those of the next row that has some.
void DetailPane::showTabsOf(const LoadedPacket *packet)
{
    QWidget *const looked = m_tabs->currentWidget();
    for (const auto &[page, there] : {std::pair<QWidget *, bool>(m_images, packet && packet->hasImages), std::pair<QWidget *, bool>(m_light, packet && packet->hasLight)}) {
        if (looked == page && !there) {
            m_tabs->setCurrentWidget(m_fields);
            m_wanted = page;
        }
        m_tabs->setTabVisible(m_tabs->indexOf(page), there);
        if (m_wanted == page && there)
            m_tabs->setCurrentWidget(page);
    }
}

void DetailPane::showInside(const std::shared_ptr<const PacketInside> &inside)
{
    m_loader.drop(m_images->setInside(inside));
    m_loader.drop(m_light->setInside(inside));
    setFocusProxy(focusTarget());
    Q_EMIT insideShown(inside);
}

void DetailPane::showPacket(const std::shared_ptr<const LoadedPacket> &loaded)
{
    const bool here = isAncestorOf(QApplication::focusWidget()) && m_pages->currentIndex() == 0;
    m_late.stop();
    const std::shared_ptr<const LoadedPacket> former = std::exchange(m_loaded, loaded);
    const std::shared_ptr<const ComparedPacket> formerChanges = std::exchange(m_compared, nullptr);
    m_rawFilled = m_hexFilled = false;
    m_hex->clear();
    if (loaded->alert)
        showCard(loaded->alert);
    else
        m_card->clear();
    fitCard();
    m_pages->setCurrentIndex(1);
    const bool readable = loaded->nodes != nullptr;
    if (readable)
        m_fields->showFields(loaded);
    else if (!loaded->error.message.isEmpty())
        m_fields->showProblem(loaded->error.message, loaded->error.remedy);
    else if (const auto schema = loaded->alert ? decoders::waitsForSchema(*loaded->alert) : std::nullopt)
        m_fields->showProblem(tr("This packet waits for schema %1").arg(*schema),
                              tr("Nobody here knows it yet. The packet is kept, and is read as soon as the schema has come from the stream’s registry.") + u'\n'
                                  + tr("The bytes are kept; Hex shows them."));
    else
        m_fields->showProblem(tr("This packet could not be decoded"), formats::sentence(loaded->alert ? formats::plain(loaded->alert->error) : QString()) + u'\n'
                                  + tr("The bytes are kept; Hex shows them."));
    m_headers->showPacket(*loaded);
    dropInside();
    showTabsOf(loaded.get());
    if (std::exchange(m_asked, false) && m_wanted && m_tabs->currentWidget() != m_wanted)
        sayMissing();
    // Of a packet that nobody could read the bytes say most.
    if (!readable && m_tabs->currentWidget() == m_fields)
        m_tabs->setCurrentWidget(m_hex);
    else if (readable && m_tabs->currentWidget() == m_hex && former && !former->nodes)
        m_tabs->setCurrentWidget(m_fields);
    showTab();
    if (here)
        setFocus(Qt::OtherFocusReason);
    m_loader.drop(former);
    m_loader.drop(formerChanges);
    Q_EMIT packetShown(loaded);
}

void DetailPane::showChanges(const std::shared_ptr<const ComparedPacket> &compared)
{
    m_compared = compared;
    m_card->showChanges(*compared);
    fitCard();
    m_fields->showChanges(compared);
    Q_EMIT changesShown(compared);
}

void DetailPane::toggleChanges()
{
    const bool shown = m_tabs->currentWidget() == m_fields;
    m_tabs->setCurrentWidget(m_fields);
    m_fields->setOnlyChanges(!shown || !m_fields->isOnlyChanges());
}

void DetailPane::goToChange(int step)
{
    m_tabs->setCurrentWidget(m_fields);
    m_fields->goToChange(step);
}

void DetailPane::goToRevision(int step)
{
    m_card->goToRevision(step);
}

// Card and packet may be of two rows for a moment.
void DetailPane::whenAllowed(const std::function<void()> &copy)
{
    const bool packetRestricted = m_loaded && m_loaded->alert && m_loaded->alert->access == "restricted";
    if (m_cardRestricted || packetRestricted)
        Q_EMIT restrictedCopyWanted(copy);
    else
        copy();
}

void DetailPane::lookAt(Page page)
{
    QWidget *wanted = page == Page::Images ? static_cast<QWidget *>(m_images) : m_light;
    if (m_row == 0) {
        Q_EMIT said(tr("No alert is selected."));
        return;
    }
    const bool there = m_tabs->isTabVisible(m_tabs->indexOf(wanted)); // of the row before, perhaps
    if (there)
        m_tabs->setCurrentWidget(wanted);
    else
        m_wanted = wanted;
    m_asked = !m_loaded || m_loaded->row != m_row;
    if (!m_asked && !there)
        sayMissing();
}

void DetailPane::sayMissing()
{
    Q_EMIT said(m_wanted == m_images ? tr("This alert has no images; those of the next one that has some will be shown.")
                                     : tr("This alert has no light curve; that of the next one that has one will be shown."));
}

void DetailPane::sayOutsideTable(bool outside)
{
    m_card->setNote(outside ? tr("This row is not in the table as it is filtered now.") : QString());
    fitCard();
}

void DetailPane::showTab()
{
    if (!m_loaded)
        return;
    setFocusProxy(focusTarget());
    if (m_tabs->currentWidget() == m_raw && !std::exchange(m_rawFilled, true))
        m_raw->showPacket(*m_loaded);
    else if (m_tabs->currentWidget() == m_hex && !std::exchange(m_hexFilled, true))
        m_hex->showPacket(m_loaded);
}

QWidget *DetailPane::focusTarget() const
{
    const bool message = m_tabs->currentWidget() == m_fields && m_loaded && !m_loaded->nodes; // nothing to move in
    return message ? m_tabs : m_tabs->currentWidget();
}

} // namespace tocsin::ui
