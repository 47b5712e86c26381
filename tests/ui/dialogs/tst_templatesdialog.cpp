// SPDX-License-Identifier: GPL-3.0-or-later
// The templates, edited as a person does.
#include "support/accessiblewalk.h"
#include "support/widgets.h"
#include "ui/dialogs/templatesdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fieldnote.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using templates::Kind;
using templates::Template;

namespace {

struct Setup {
    QPointer<TemplatesDialog> dialog;
    std::vector<Template> saved;
    int saves = 0;

    explicit Setup(std::vector<Template> all = templates::shippedTemplates())
    {
        auto alert = std::make_shared<Alert>();
        alert->name = "ZTF26aabcdef";
        alert->ra = 187.70593;
        alert->dec = -12.391123;
        dialog = new TemplatesDialog(std::move(all), alert, nullptr);
        QObject::connect(dialog, &TemplatesDialog::saved, dialog, [this](const std::vector<Template> &now) {
            saved = now;
            ++saves;
        });
        dialog->show();
    }
    ~Setup() { delete dialog; }
    QTreeWidget *list() const { return dialog->findChild<QTreeWidget *>(); }
    QTreeWidgetItem *item(const QString &name) const
    {
        const QList<QTreeWidgetItem *> found = list()->findItems(name, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? nullptr : found.constFirst();
    }
    void choose(const QString &name) const
    {
        QVERIFY2(item(name), qPrintable(name));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(item(name)).center());
        QCOMPARE(list()->currentItem(), item(name));
    }
    template <typename T>
    T *named(const QString &name) const { return tests::named<T>(dialog, name); }
    QPushButton *button(const QString &text) const { return tests::button(dialog, text); }
    void click(const QString &text) const { QTest::mouseClick(button(text), Qt::LeftButton); }
    QString preview() const { return named<QPlainTextEdit>(u"Preview"_s)->toPlainText(); }
    QPlainTextEdit *text() const { return named<QPlainTextEdit>(u"Template"_s); }
    QStringList problems() const
    {
        QStringList all;
        for (const FieldNote *note : dialog->findChildren<FieldNote *>()) {
            if (!note->problem().isEmpty())
                all << note->problem();
        }
        return all;
    }
    void write(QWidget *field, const QString &what) const
    {
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, what);
    }
    const Template *find(const QString &name) const
    {
        const auto it = std::ranges::find(saved, name, &Template::name);
        return it == saved.end() ? nullptr : &*it;
    }
};

} // namespace

class TemplatesDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }

    void everyControlHasAName()
    {
        const Setup setup;
        QCOMPARE(tests::namelessControls(*setup.dialog), QStringList());
    }

    void previewIsLive()
    {
        const Setup setup;
        setup.choose(u"SIMBAD, within 10 arcsec"_s);
        QVERIFY(setup.preview().startsWith(u"https://simbad.cds.unistra.fr/simbad/sim-coo?Coord=187.705930%20-12.391123&"_s));
        setup.write(setup.text(), u"https://example.org/{name}?mag={mag}"_s);
        QCOMPARE(setup.preview(), u"Not offered for this row.\nThe row has no value “mag”."_s);
        setup.write(setup.text(), u"https://example.org/{name}"_s);
        QCOMPARE(setup.preview(), u"https://example.org/ZTF26aabcdef"_s);
        setup.write(setup.text(), u"https://example.org/{fields.id}"_s);
        QCOMPARE(setup.preview(), u"The row has no value “fields.id”."_s);
        setup.dialog->setSampleFields(std::make_shared<const decoders::FieldTree>(decoders::FieldTree{{"id", 7}}));
        QCOMPARE(setup.preview(), u"https://example.org/7"_s);
        setup.write(setup.named<QLineEdit>(u"Offered when"_s), u"mag < 19"_s);
        QVERIFY(setup.preview().startsWith(u"Not offered"_s));
        setup.choose(u"DS9 region"_s);
        QCOMPARE(setup.preview(), u"# Region file format: DS9 version 4.1\nicrs\ncircle(187.7059300,-12.3911230,5\") # text={ZTF26aabcdef}"_s);
    }

    void mistakesHoldUpSaving()
    {
        Setup setup;
        setup.choose(u"GraceDB"_s);
        setup.write(setup.text(), u"javascript:alert({name})"_s);
        QCOMPARE(setup.problems().size(), 1);
        setup.choose(u"NED, within half an arcmin"_s);
        QVERIFY(setup.problems().isEmpty());
        setup.click(u"Save"_s);
        QCOMPARE(setup.saves, 0);
        QCOMPARE(setup.list()->currentItem()->text(0), u"GraceDB"_s); // there it is
        QCOMPARE(setup.problems().size(), 1);
        setup.click(u"As it came"_s);
        QVERIFY(setup.problems().isEmpty());
        setup.click(u"Save"_s);
        QCOMPARE(setup.saves, 1);
        QCOMPARE(setup.saved, templates::shippedTemplates());
        QTRY_VERIFY(!setup.dialog);
    }

    void ownOnesAreAddedAndRemoved()
    {
        Setup setup;
        setup.button(u"Add"_s)->menu()->actions()[1]->trigger();
        QCOMPARE(setup.list()->currentItem()->text(0), u"My text"_s);
        setup.write(setup.named<QLineEdit>(u"Name"_s), u"Log line"_s);
        QCOMPARE(setup.list()->currentItem()->text(0), u"Log line"_s);
        setup.write(setup.text(), u"> "_s);
        QMenu *values = setup.button(u"Insert a value"_s)->menu();
        values->actions().constFirst()->trigger();
        QCOMPARE(setup.text()->toPlainText(), u"> {name}"_s);
        QCOMPARE(setup.preview(), u"> ZTF26aabcdef"_s);
        setup.button(u"Add"_s)->menu()->actions()[0]->trigger();
        setup.choose(u"Lasair (ZTF)"_s);
        setup.click(u"Remove"_s);
        QVERIFY(!setup.item(u"Lasair (ZTF)"_s));
        QCOMPARE(setup.list()->currentItem()->text(0), u"Lasair (LSST)"_s);
        setup.choose(u"My page"_s);
        setup.click(u"Remove"_s);
        setup.click(u"Save"_s);
        QCOMPARE(setup.saves, 1);
        QVERIFY(!setup.find(u"My page"_s));
        QVERIFY(setup.find(u"Lasair (ZTF)"_s)->hidden);
        QCOMPARE(setup.find(u"Log line"_s)->text, u"> {name}"_s);
        QCOMPARE(setup.find(u"Log line"_s)->kind, Kind::Text);

        Setup again(setup.saved);
        QVERIFY(!again.item(u"Lasair (ZTF)"_s));
        again.click(u"Bring back removed ones"_s);
        QVERIFY(again.item(u"Lasair (ZTF)"_s));
        QVERIFY(again.item(u"Log line"_s));
    }

    void orderIsKept()
    {
        Setup setup;
        setup.choose(u"ALeRCE (ZTF)"_s);
        setup.click(u"Up"_s);
        QCOMPARE(setup.list()->topLevelItem(0)->child(0)->text(0), u"ALeRCE (ZTF)"_s);
        QVERIFY(!setup.button(u"Up"_s)->isEnabled());
        setup.choose(u"Chat line"_s);
        QVERIFY(!setup.button(u"Up"_s)->isEnabled()); // its group ends there
        setup.click(u"Down"_s);
        setup.click(u"Save"_s);
        QCOMPARE(setup.saved.front().name, u"ALeRCE (ZTF)"_s);
        QCOMPARE(templates::templatesFromJson(templates::templatesToJson(setup.saved)), setup.saved);
    }
};

QTEST_MAIN(TemplatesDialogTest)
#include "tst_templatesdialog.moc"
