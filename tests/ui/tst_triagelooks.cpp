// SPDX-License-Identifier: GPL-3.0-or-later
// The dialogs of triage in every mode: usual, empty, wrong, and with long texts.
#include "support/looks.h"
#include "ui/dialogs/coincidencesdialog.h"
#include "ui/dialogs/ignoreddialog.h"
#include "ui/dialogs/notedialog.h"
#include "ui/dialogs/shiftlogdialog.h"
#include "ui/dialogs/watchlistsdialog.h"

#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tocsin;
using namespace tocsin::ui;
using tests::kModeCount;
using tests::kModes;
using tests::look;
using tests::Mode;
using tests::Wordy;

namespace {

std::shared_ptr<const Alert> alertOf(const char *name, int second, double ra, double dec)
{
    auto alert = std::make_shared<Alert>();
    alert->name = name;
    alert->timestamp = UtcTime::fromMs(1'790'000'000'000 + second * 1'000);
    alert->ra = ra;
    alert->dec = dec;
    return alert;
}

std::vector<watch::Coincidence> pairs()
{
    return {{.name = u"gw-grb"_s, .a = u"messenger = \"gamma\""_s, .b = u"messenger = \"gw\" and significant and not test"_s},
            {.name = u"neutrino-optical"_s, .a = u"message = \"detection\" and classification ~ \"SN\""_s, .b = u"messenger = \"neutrino\""_s, .within = std::chrono::hours(24), .floor = 0.5, .enabled = false}};
}

} // namespace

class TestTriageLooks final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::install(); }
    void shown_data()
    {
        QTest::addColumn<int>("mode");
        for (int i = 0; i < kModeCount; ++i)
            QTest::newRow(kModes[i].name) << i;
    }
    void shown()
    {
        QFETCH(int, mode);
        Theme::setScheme(kModes[mode].scheme);
        Theme::setTextScale(kModes[mode].scale);
        Wordy wordy;
        if (kModes[mode].wordy)
            QCoreApplication::installTranslator(&wordy); // takes itself out when it goes
        showCoincidences(kModes[mode]);
        showIgnored(kModes[mode]);
        showNote(kModes[mode]);
        showLog(kModes[mode]);
        showWatchlists(kModes[mode]);
    }

private:
    static void showCoincidences(const Mode &mode)
    {
        CoincidencesDialog dialog(pairs(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        watch::CoincidencePreview preview{.pairs = 2, .candidates = 1'034, .withoutCircle = 12, .last = {}};
        preview.last.push_back({alertOf("GRB 260914A", 61, 80.1, 1.2), alertOf("S260914ab", 59, 79.2, 1.1)});
        preview.last.push_back({alertOf("an object with a name that is longer than others", 20, 120.0, -40), alertOf("IceCube-260913A", 5, 120.4, -40.2)});
        dialog.setPreview(preview);
        look(dialog, mode, u"coincidences"_s);
        dialog.setProgress(0.4);
        look(dialog, mode, u"coincidences-looking"_s);
        dialog.showError({.message = u"The archive cannot be read."_s, .remedy = u"“tocsin archive verify” tells what is damaged."_s});
        for (auto *field : dialog.findChildren<QLineEdit *>()) {
            if (field->accessibleName().startsWith(u'A') && field->accessibleName().size() < 6)
                field->setText(u"messenger = "_s);
        }
        look(dialog, mode, u"coincidences-wrong"_s);
        CoincidencesDialog empty({}, nullptr);
        empty.setAttribute(Qt::WA_DeleteOnClose, false);
        look(empty, mode, u"coincidences-empty"_s);
    }
    static void showIgnored(const Mode &mode)
    {
        IgnoredDialog dialog(nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const UtcTime made = UtcTime::fromMs(1'790'000'000'000);
        dialog.setObjects({{.id = 1, .name = "ZTF26abcdefg", .names = {"ZTF26abcdefg", "AT 2026xyz", "169298433191444518"}, .ra = 10.25, .dec = -20.125, .row = 2, .made = made},
                           {.id = 2, .name = "S260914ab", .names = {"S260914ab"}, .ra = {}, .dec = {}, .row = 5, .made = made}});
        look(dialog, mode, u"ignored"_s);
        dialog.setObjects({});
        look(dialog, mode, u"ignored-empty"_s);
    }
    static void showNote(const Mode &mode)
    {
        NoteDialog dialog(u"bright, rising; ask for a spectrum"_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        look(dialog, mode, u"note"_s);
    }
    static void showLog(const Mode &mode)
    {
        ShiftLogDialog dialog(nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setLog(u"# Shift log, 2026-09-14 18:00 to 2026-09-15 06:00 UT\n\n## Alarms\n\nNone.\n"_s);
        look(dialog, mode, u"shiftlog"_s);
        dialog.ask();
        look(dialog, mode, u"shiftlog-looking"_s);
    }
    static void showWatchlists(const Mode &mode)
    {
        WatchlistsDialog dialog(nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setLists({{u"blazars"_s, 1'034'211}, {u"my-supernovae"_s, 12}, {u"spoilt"_s, -1}});
        dialog.setState(u"blazars: 1,034,211 sources, read as CSV with a header, separated by commas. 2 lines left out."_s,
                        u"Line 3: “91” is no declination.\nLine 7: it has no position."_s, true);
        look(dialog, mode, u"watchlists"_s);
        dialog.setState(u"The file is neither CSV nor VOTable."_s, u"Write the table as CSV in UTF-8, or as VOTable; unpack it first."_s, true);
        dialog.setLists({});
        look(dialog, mode, u"watchlists-empty"_s);
    }
};

QTEST_MAIN(TestTriageLooks)
#include "tst_triagelooks.moc"
