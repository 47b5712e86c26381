// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/streamdialog.h"

#include "core/base/places.h"
#include "core/options/optiontable.h"
#include "core/services/accountsuggestion.h"
#include "core/streams/kafka/onkafka.h"
#include "core/vault/vault.h"
#include "ui/dialogs/accountdialog.h"
#include "ui/dialogs/accounteditor.h"
#include "ui/dialogs/connectionpanel.h"
#include "ui/dialogs/dialogparts.h"
#include "ui/dialogs/mappingdialog.h"
#include "ui/dialogs/topicbrowser.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fieldnote.h"
#include "ui/widgets/mappingeditor.h"
#include "ui/widgets/messagepanel.h"
#include "ui/widgets/optioneditor.h"
#include "ui/widgets/optionform.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace tocsin::ui {

using namespace Qt::StringLiterals;
using streams::StreamConfig;
using streams::StreamType;

namespace {

QString typeText(const char *text)
{
    return QCoreApplication::translate("streams", text);
}

// The demo is never mixed into an archive of real alerts; it has a window of its own.
bool canBeAdded(const StreamType &type)
{
    return type.id != u"demo"_s;
}

constexpr int kLeastRight = 320; // rungs and topics

} // namespace

StreamDialog::StreamDialog(const StreamConfig &config, const QStringList &taken, Submit submit, QWidget *parent, archive::Archive *archive, StreamAccounts accounts)
    : QDialog(parent), m_before(config), m_taken(taken), m_submit(std::move(submit)), m_archive(archive), m_accounts(std::move(accounts)), m_subtitle(new ElidedLabel(Qt::ElideRight, this)),
      m_types(new QListWidget(this)), m_scroll(new QScrollArea(this)),
      m_autostart(new QCheckBox(tr("Start with the program"), this)), m_enabled(new QCheckBox(tr("Enabled"), this)),
      m_connection(new ConnectionPanel(this)), m_topics(new TopicBrowser(this)), m_refusal(new MessagePanel(this)),
      m_fix(new QPushButton(this)), m_copyReport(new QPushButton(tr("Copy report"), this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_submitButton(new QPushButton(isAdding() ? tr("Add stream") : tr("Save"), this)), m_more(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(isAdding() ? tr("Add stream") : tr("Edit stream"));
    resize(QSize(Theme::scaled(960), Theme::scaled(600)).boundedTo(screen()->availableSize() * 9 / 10));

    auto *title = new QLabel(windowTitle(), this);
    title->setFont(Theme::font(Theme::Font::Heading));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(20, 12, 20, 12);
    header->setSpacing(14);
    header->addWidget(title);
    header->addWidget(m_subtitle, 1);

    m_types->setAccessibleName(tr("Kind of stream"));
    m_types->setFixedWidth(166);
    m_types->setFrameShape(QFrame::NoFrame);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *right = new QWidget(this);
    auto *rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(12, 16, 20, 12);
    rightColumn->setSpacing(12);
    rightColumn->addWidget(m_connection);
    rightColumn->addWidget(makeHairline(right));
    rightColumn->addWidget(m_topics, 1);
    rightColumn->addWidget(m_refusal);
    m_refusal->hide();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_types);
    middle->addWidget(m_scroll, 5);
    auto *rightScroll = new QScrollArea(this); // rungs with large text are higher than the dialog
    rightScroll->setFrameShape(QFrame::NoFrame);
    rightScroll->setWidgetResizable(true);
    rightScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    rightScroll->setFocusPolicy(Qt::NoFocus);
    rightScroll->setMinimumWidth(Theme::scaled(kLeastRight));
    right->setBackgroundRole(QPalette::Base);
    rightScroll->setWidget(right);
    middle->addWidget(rightScroll, 4);

    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(16, 10, 16, 10);
    footer->setSpacing(6);
    footer->addWidget(m_enabled);
    footer->addSpacing(12);
    footer->addWidget(m_autostart);
    footer->addStretch();
    for (QPushButton *button : {m_fix, m_copyReport, m_cancel, m_more})
        button->setAutoDefault(false);
    footer->addWidget(m_fix);
    footer->addWidget(m_copyReport);
    footer->addSpacing(12);
    footer->addWidget(m_cancel);
    footer->addWidget(m_submitButton);
    footer->addWidget(m_more);
    m_more->setIcon(Theme::icon(u"overflow-menu"_s));
    m_more->setAccessibleName(tr("More"));
    m_more->setToolTip(tr("Add the stream although its connection does not hold"));
    auto *more = new QMenu(m_more);
    connect(more->addAction(tr("Add anyway")), &QAction::triggered, this, &StreamDialog::trySubmit);
    m_more->setMenu(more);
    m_submitButton->setDefault(true);
    Theme::setPrimary(m_submitButton, true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(makeHairline(this));
    column->addLayout(middle, 1);
    column->addWidget(makeHairline(this));
    column->addLayout(footer);

    m_enabled->setChecked(config.enabled);
    m_autostart->setChecked(config.autostart);
    m_enabled->setToolTip(tr("A stream that is not enabled is kept and does not run."));
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_submitButton, &QPushButton::clicked, this, &StreamDialog::trySubmit);
    // Wherever the focus comes from, its field is in view, with its label and what is said below it.
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && m_form && m_form->isAncestorOf(now))
            m_scroll->ensureWidgetVisible(now, 0, 40);
    });
    connect(m_topics, &TopicBrowser::ticked, this, &StreamDialog::handleTicked);
    m_topics->setQuestion(question());
    m_connection->setQuestion(question());
    // There is room for one of them.
    connect(m_connection, &ConnectionPanel::began, m_topics, &TopicBrowser::forget);
    connect(m_topics, &TopicBrowser::asked, m_connection, &ConnectionPanel::fold);
    connect(m_connection, &ConnectionPanel::began, this, &StreamDialog::handleTested);
    connect(m_connection, &ConnectionPanel::changed, this, &StreamDialog::handleTested);
    connect(m_fix, &QPushButton::clicked, this, [this] {
        if (const ladder::Rung *failure = m_connection->failure())
            focusOn(failure->option);
    });
    connect(m_copyReport, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_connection->report()); });
    if (m_accounts.vault) {
        (void)m_accounts.vault->open(); // a command may have added some; a list that cannot be read shows none
        connect(m_accounts.vault, &vault::Vault::accountsChanged, this, &StreamDialog::showAccounts);
    }
    buildTypes();
    handleTested();
}

BrokerQuestion StreamDialog::question()
{
    return [this](const auto &answer) {
        // Only what the question needs must be right: rules for topics may still be empty.
        const auto problems = m_form->problems();
        const bool ready = std::ranges::all_of(problems, [](const options::Problem &p) { return p.key == u"topics"_s; });
        if (!m_type || (!ready && !m_form->showAllProblems()))
            return false;
        const StreamConfig filled = config();
        if (m_signIn && services::lacksSignIn(filled))
            m_signIn(filled, [self = QPointer(this), type = m_type, answer](const Result<StreamConfig> &signedIn) {
                if (self)
                    answer(*type, signedIn);
            });
        else
            answer(*m_type, filled);
        return true;
    };
}

// A rung that only the person can mend holds up adding; a broker that is down just now does not.
void StreamDialog::handleTested()
{
    const ladder::Rung *failure = m_connection->failure();
    const bool wantsAnswer = failure && !failure->problem.retriable && failure->problem.kind != ErrorKind::UnknownTopic;
    const options::OptionSpec *spec = failure && m_type ? options::findOption(m_type->options, failure->option) : nullptr;
    m_fix->setVisible(spec && m_form->editor(spec->key));
    if (spec)
        m_fix->setText(tr("Go to “%1”").arg(options::optionLabel(*spec)));
    m_copyReport->setVisible(m_connection->hasEnded());
    m_submitButton->setEnabled(m_type && !(isAdding() && wantsAnswer));
    m_more->setVisible(isAdding() && wantsAnswer);
}

void StreamDialog::buildTypes()
{
    const StreamType *first = nullptr;
    int shown = 0;
    for (const StreamType &type : streams::streamTypes()) {
        const bool mine = isAdding() ? canBeAdded(type) && (m_before.type.isEmpty() || m_before.type == type.id)
                                     : type.id == m_before.type;
        if (!mine)
            continue;
        if (!first)
            first = &type;
        auto *item = new QListWidgetItem(typeText(type.label), m_types);
        item->setData(Qt::UserRole, type.id);
        item->setToolTip(typeText(type.help));
        ++shown;
    }
    m_types->setVisible(shown > 1);
    connect(m_types, &QListWidget::currentItemChanged, this, [this](QListWidgetItem *item) {
        if (const StreamType *type = item ? streams::findStreamType(item->data(Qt::UserRole).toString()) : nullptr)
            showType(*type);
    });
    if (!first) {
        m_submitButton->setEnabled(false);
        return;
    }
    // Who comes for GCN or Hopskotch takes their card; the plain wish for a stream is one for any broker.
    m_types->setCurrentRow(0);
    chooseType(u"kafka"_s);
}

void StreamDialog::chooseType(const QString &id)
{
    for (int row = 0; row < m_types->count(); ++row) {
        if (m_types->item(row)->data(Qt::UserRole) == id)
            m_types->setCurrentRow(row);
    }
}

void StreamDialog::showType(const StreamType &type)
{
    const QString name = m_name ? m_name->text() : m_before.name;
    m_type = &type;
    m_account = nullptr;
    m_keep = nullptr;
    m_subtitle->setFullText(typeText(type.help));
    m_form = new OptionForm(type.options, type.check, nullptr, [this](const options::OptionSpec &spec, QWidget *parent) -> OptionEditor * {
        if (spec.key == u"account"_s && m_accounts.vault)
            return m_account = new AccountEditor(parent);
        if (spec.key != u"mapping"_s)
            return nullptr;
        return new MappingEditor([this](const QString &mapping, const MappingEditor::Done &done) { editMapping(mapping, done); }, parent);
    });
    m_form->setBackgroundRole(QPalette::Base);
    m_form->setContentsMargins(16, 16, 20, 16);
    m_form->setValues(m_before.values);
    if (m_account) {
        connect(m_account, &AccountEditor::newWanted, this, [this] { addAccount(false); });
        m_keep = new QPushButton(tr("Keep it in the vault…"));
        m_keep->setAutoDefault(false);
        m_form->addBelow(u"password"_s, m_keep);
        connect(m_keep, &QPushButton::clicked, this, [this] { addAccount(true); });
    }
    m_name = new QLineEdit(name);
    m_name->setMaxLength(100);
    m_nameNote = new FieldNote;
    m_nameNote->setHelp(tr("Letters, digits, dot, dash and underscore."));
    m_form->addRowAbove(tr("Name"), m_name, m_nameNote);
    m_scroll->setWidget(m_form); // the former form goes
    m_topics->setVisible(static_cast<bool>(type.topics));
    m_topics->forget();
    m_connection->setVisible(static_cast<bool>(type.ladder));
    m_connection->forget();
    // Assistive technology sets the text; that is no edit to Qt.
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        m_nameTouched = true;
        m_complainAboutName = true;
        showNameProblem();
    });
    connect(m_form, &OptionForm::changed, this, &StreamDialog::handleChanged);
    if (!isAdding())
        m_nameTouched = true;
    handleChanged();
    // The only one of its server needs no choice.
    if (isAdding() && m_account && m_account->value().toString().isEmpty()) {
        if (const QString account = services::accountOfItsServer(config(), m_accounts.vault->accounts().accounts()); !account.isEmpty()) {
            m_account->setValue(account);
            handleChanged();
        }
    }
    m_name->setFocus();
}

// Packets are kept under the name that the stream has had so far.
void StreamDialog::editMapping(const QString &mapping, const std::function<void(const QString &)> &done)
{
    auto *dialog = new MappingDialog(mapping, m_before.name, m_archive, this);
    connect(dialog, &MappingDialog::chosen, this, done);
    dialog->open();
}

// Reading order: what kind, the form from top to bottom, the topics beside it, the footer. Walked here, because Qt loses
// its way among editors that hand the focus on and forms that come and go.
bool StreamDialog::focusNextPrevChild(bool next)
{
    QList<QWidget *> order{m_types};
    order << m_form->fields();
    if (m_keep)
        order << m_keep;
    order << m_connection->fields() << m_topics->fields();
    order << QList<QWidget *>{m_enabled, m_autostart, m_fix, m_copyReport, m_cancel, m_submitButton, m_more};
    const qsizetype from = order.indexOf(focusWidget());
    if (from < 0)
        return QDialog::focusNextPrevChild(next);
    for (qsizetype step = 1; step < order.size(); ++step) {
        QWidget *at = order[(from + (next ? step : order.size() - step)) % order.size()];
        if (at->isVisibleTo(this) && at->isEnabled()) {
            at->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return false;
}

void StreamDialog::focusOn(const QString &key)
{
    const bool fromAccount = key == u"password"_s && m_account && !m_account->value().toString().isEmpty();
    m_form->focusOn(fromAccount ? u"account"_s : key);
}

void StreamDialog::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::palette().base);
}

StreamConfig StreamDialog::config() const
{
    StreamConfig config = m_before;
    config.name = m_name ? m_name->text().trimmed() : QString();
    config.type = m_type ? m_type->id : QString();
    config.enabled = m_enabled->isChecked();
    config.autostart = m_autostart->isChecked();
    if (m_form)
        config.values = m_form->values();
    return config;
}

void StreamDialog::handleChanged()
{
    const options::OptionValues values = m_form->values();
    const auto text = [&](const QString &key) { return values.value(m_type->options, key); };
    if (!m_nameTouched) {
        const QSignalBlocker ours(m_name);
        // Of the kinds that have a server of their own, the kind is the name.
        m_name->setText(suggestName(m_type->id == u"kafka" ? text(u"servers"_s).toStringList() : QStringList(), m_type->id, m_taken));
    }
    showNameProblem();
    showAccounts();
    // Another broker or account: its topics are not those of the list.
    const QStringList askedOf{text(u"servers"_s).toStringList().join(u','), text(u"security"_s).toString(), text(u"mechanism"_s).toString(),
                              text(u"user"_s).toString(), text(u"account"_s).toString(), text(u"domain"_s).toString()};
    if (askedOf != m_askedOf)
        m_topics->forget();
    m_askedOf = askedOf;
    // Whatever is filled in otherwise, secrets too, may hold where this did not.
    QStringList tested;
    for (const options::OptionSpec &spec : m_type->options)
        tested << values.value(m_type->options, spec.key).toStringList() << values.value(m_type->options, spec.key).toString();
    if (tested != m_tested)
        m_connection->forget();
    m_tested = tested;
    m_topics->setRules(streams::kafka::topicsOf(config()), text(u"exclude"_s).toStringList(), text(u"topics"_s).toStringList());
}

// Those that can sign in to what is filled in; the one that is chosen brings user and password.
void StreamDialog::showAccounts()
{
    if (!m_account)
        return;
    m_account->setAccounts(services::fittingAccounts(config(), m_accounts.vault->accounts().accounts()));
    const bool chosen = !m_account->value().toString().isEmpty();
    m_form->setCovered(chosen ? QStringList{u"user"_s, u"password"_s} : QStringList());
    const OptionEditor *password = m_form->editor(u"password"_s);
    m_keep->setEnabled(password && !password->value().toString().isEmpty());
}

void StreamDialog::addAccount(bool withTyped)
{
    const StreamConfig filled = config();
    auto *dialog = new AccountDialog(*m_accounts.vault, m_accounts.file, services::suggestedAccount(filled), services::fittingKinds(filled), this);
    if (withTyped) {
        QByteArray typed = m_form->editor(u"password"_s)->value().toString().toUtf8();
        dialog->setSecret(vault::SecretBytes::takeFrom(typed));
    }
    connect(dialog, &AccountDialog::stored, this, [this](const QString &name) {
        if (OptionEditor *password = m_form->editor(u"password"_s))
            password->setValue(QString()); // the vault has it
        m_account->setValue(name);
        Q_EMIT m_account->changed();
        m_account->focusTarget()->setFocus();
    });
    dialog->open();
}

void StreamDialog::handleTicked(const QString &topic, bool on)
{
    OptionEditor *editor = m_form->editor(u"topics"_s);
    if (!editor)
        return;
    QStringList topics = editor->value().toStringList();
    if (on && !topics.contains(topic))
        topics << topic;
    else if (!on)
        topics.removeAll(topic);
    editor->setValue(topics);
    Q_EMIT editor->changed();
}

void StreamDialog::showNameProblem()
{
    m_nameNote->setProblem(m_complainAboutName ? nameProblem(m_name->text(), m_taken) : QString());
}

void StreamDialog::trySubmit()
{
    m_complainAboutName = true;
    showNameProblem();
    if (!nameProblem(m_name->text(), m_taken).isEmpty()) {
        m_name->setFocus();
        return;
    }
    if (!m_form->showAllProblems())
        return;
    const Outcome outcome = m_submit(config());
    if (outcome) {
        accept();
        return;
    }
    m_refusal->setMessage(MessagePanel::Kind::Bad, outcome.error().message, outcome.error().remedy, outcome.error().detail);
    m_refusal->show();
}

QString StreamDialog::nameProblem(const QString &name, const QStringList &taken)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return tr("Give the stream a name.");
    if (!isPlainName(trimmed))
        return tr("Use letters, digits, dot, dash and underscore only.");
    if (taken.contains(trimmed, Qt::CaseInsensitive))
        return tr("Another stream has this name.");
    return {};
}

QString StreamDialog::suggestName(const QStringList &servers, const QString &typeId, const QStringList &taken)
{
    static const QStringList kDull{u"kafka"_s, u"broker"_s, u"bootstrap"_s, u"www"_s, u"public"_s, u"stream"_s,
                                   u"alerts"_s, u"com"_s, u"org"_s, u"net"_s, u"gov"_s, u"edu"_s};
    const QString host = servers.value(0).trimmed().section(u':', 0, 0);
    QString name;
    if (QHostAddress(host).isNull()) {
        const QStringList labels = host.split(u'.', Qt::SkipEmptyParts);
        for (const QString &label : labels) {
            if (!kDull.contains(label.toLower())) {
                name = label.toLower();
                break;
            }
        }
    }
    name.remove(QRegularExpression(u"[^A-Za-z0-9._-]"_s));
    if (name.isEmpty())
        name = typeId;
    QString free = name;
    for (int n = 2; taken.contains(free, Qt::CaseInsensitive); ++n)
        free = name + u'-' + QString::number(n);
    return free;
}

} // namespace tocsin::ui
