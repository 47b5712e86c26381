<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>table</name>
    <message numerus="yes">
        <source>%n decimal(s)</source>
        <translation>
            <numerusform>%n decimal</numerusform>
            <numerusform>%n decimals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::services::FileIntake</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 files are taken at once; %n were left out.</source>
        <translation>
            <numerusform>Only %1 files are taken at once; %n was left out.</numerusform>
            <numerusform>Only %1 files are taken at once; %n were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertTableModel</name>
    <message numerus="yes">
        <source>%n row(s) of this event, unfolded</source>
        <translation>
            <numerusform>%n row of this event, unfolded</numerusform>
            <numerusform>%n rows of this event, unfolded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of this event, folded</source>
        <translation>
            <numerusform>%n row of this event, folded</numerusform>
            <numerusform>%n rows of this event, folded</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::EmptyPage</name>
    <message numerus="yes">
        <source>%n row(s) hidden.</source>
        <translation>
            <numerusform>%n row hidden.</numerusform>
            <numerusform>%n rows hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ExportDialog</name>
    <message numerus="yes">
        <source>The %n selected row(s)</source>
        <translation>
            <numerusform>The selected row</numerusform>
            <numerusform>The %n selected rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %n key(s) that the table shows</source>
        <translation>
            <numerusform>The one key that the table shows</numerusform>
            <numerusform>The %n keys that the table shows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FieldsPage</name>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FileOpening</name>
    <message numerus="yes">
        <source>Reading %n file(s).</source>
        <translation>
            <numerusform>Reading %n file.</numerusform>
            <numerusform>Reading %n files.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), %2 of them unreadable.</source>
        <translation>
            <numerusform>%1: %n row, %2 of them unreadable.</numerusform>
            <numerusform>%1: %n rows, %2 of them unreadable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s).</source>
        <translation>
            <numerusform>%1: %n row.</numerusform>
            <numerusform>%1: %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out: %1</source>
        <translation>
            <numerusform>%n file left out: %1</numerusform>
            <numerusform>%n files left out: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n stream(s)</source>
        <translation>
            <numerusform>%n stream</numerusform>
            <numerusform>%n streams</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::RevisionButton</name>
    <message numerus="yes">
        <source>%n revisions</source>
        <translation>
            <numerusform>%n revision</numerusform>
            <numerusform>%n revisions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paths</source>
        <translation>
            <numerusform>%n path</numerusform>
            <numerusform>%n paths</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamModel</name>
    <message numerus="yes">
        <source>%n topic(s), folded</source>
        <translation>
            <numerusform>%n topic, folded</numerusform>
            <numerusform>%n topics, folded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n heartbeat(s)</source>
        <translation>
            <numerusform>%n heartbeat</numerusform>
            <numerusform>%n heartbeats</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TopicBrowser</name>
    <message numerus="yes">
        <source>The rules take %1 of %n topic(s).</source>
        <translation>
            <numerusform>The rules take %1 of %n topic.</numerusform>
            <numerusform>The rules take %1 of %n topics.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowFinding</name>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) skipped that the table does not show.</source>
        <translation>
            <numerusform>%n row skipped that the table does not show.</numerusform>
            <numerusform>%n rows skipped that the table does not show.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowSending</name>
    <message numerus="yes">
        <source>More than %n page(s): only the first are opened.</source>
        <translation>
            <numerusform>More than %n page: only the first is opened.</numerusform>
            <numerusform>More than %n pages: only the first are opened.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n page(s)</source>
        <translation>
            <numerusform>Open %n page</numerusform>
            <numerusform>Open %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n page(s)?</source>
        <translation>
            <numerusform>Open %n page?</numerusform>
            <numerusform>Open %n pages?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Opened %n page(s).</source>
        <translation>
            <numerusform>Opened %n page.</numerusform>
            <numerusform>Opened %n pages.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowStatus</name>
    <message numerus="yes">
        <source>%n stream(s) listening</source>
        <translation>
            <numerusform>%n stream listening</numerusform>
            <numerusform>%n streams listening</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) sign-in</source>
        <translation>
            <numerusform>%n needs sign-in</numerusform>
            <numerusform>%n need sign-in</numerusform>
        </translation>
    </message>
</context>
</TS>
