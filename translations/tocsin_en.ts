<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>PacketInside</name>
    <message numerus="yes">
        <source>%Ln more image(s) are not shown.</source>
        <translation>
            <numerusform>%Ln more image is not shown.</numerusform>
            <numerusform>%Ln more images are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>alarms</name>
    <message numerus="yes">
        <source>Tocsin: an alarm may come (%n rule(s) armed)</source>
        <translation>
            <numerusform>Tocsin: an alarm may come (%n rule armed)</numerusform>
            <numerusform>Tocsin: an alarm may come (%n rules armed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>archive</name>
    <message numerus="yes">
        <source>The quota of %1 is reached: since the start the oldest %n row(s) without a mark were removed (%2).</source>
        <translation>
            <numerusform>The quota of %1 is reached: since the start the oldest row without a mark was removed (%2).</numerusform>
            <numerusform>The quota of %1 is reached: since the start the oldest %n rows without a mark were removed (%2).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>%n stream(s) imported.</source>
        <translation>
            <numerusform>%n stream imported.</numerusform>
            <numerusform>%n streams imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read and are left out: their packets are damaged, and the filter asks for them.</source>
        <translation>
            <numerusform>%n row could not be read and is left out: its packet is damaged, and the filter asks for it.</numerusform>
            <numerusform>%n rows could not be read and are left out: their packets are damaged, and the filter asks for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are written without the fields of their packets: these are damaged.</source>
        <translation>
            <numerusform>%n row is written without the fields of its packet: it is damaged.</numerusform>
            <numerusform>%n rows are written without the fields of their packets: these are damaged.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) could not be printed any more.</source>
        <translation>
            <numerusform>%n alert could not be printed any more.</numerusform>
            <numerusform>%n alerts could not be printed any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are stored but could not be printed any more; “tocsin export” has them.</source>
        <translation>
            <numerusform>%n alert is stored but could not be printed any more; “tocsin export” has it.</numerusform>
            <numerusform>%n alerts are stored but could not be printed any more; “tocsin export” has them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be judged by the filter: their packets are damaged; “tocsin archive verify” tells which.</source>
        <translation>
            <numerusform>%n row could not be judged by the filter: its packet is damaged; “tocsin archive verify” tells which.</numerusform>
            <numerusform>%n rows could not be judged by the filter: their packets are damaged; “tocsin archive verify” tells which.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) of an earlier version could not be told where they came from; their files are kept.</source>
        <translation>
            <numerusform>%n packet of an earlier version does not tell where it came from; its file is kept.</numerusform>
            <numerusform>%n packets of an earlier version do not tell where they came from; their files are kept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) written.</source>
        <translation>
            <numerusform>%n target written.</numerusform>
            <numerusform>%n targets written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) refused.</source>
        <translation>
            <numerusform>%n target refused.</numerusform>
            <numerusform>%n targets refused.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) wait in the outbox.</source>
        <translation>
            <numerusform>%n target waits in the outbox.</numerusform>
            <numerusform>%n targets wait in the outbox.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) waited for it; “tocsin target list” says what became of each.</source>
        <translation>
            <numerusform>%n target waited for it; “tocsin target list” says what became of it.</numerusform>
            <numerusform>%n targets waited for it; “tocsin target list” says what became of each.</numerusform>
        </translation>
    </message>
</context>
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
    <name>targets</name>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n name</numerusform>
            <numerusform>%n names</numerusform>
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
    <name>tocsin::ui::AlarmBanner</name>
    <message numerus="yes">
        <source>%n target(s) came from it</source>
        <translation>
            <numerusform>%n target came from it</numerusform>
            <numerusform>%n targets came from it</numerusform>
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
    <name>tocsin::ui::AlarmCheckDialog</name>
    <message numerus="yes">
        <source>%n part(s) of the alarms missing</source>
        <translation>
            <numerusform>%n part of the alarms missing</numerusform>
            <numerusform>%n parts of the alarms missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlarmLogDialog</name>
    <message numerus="yes">
        <source>The log was written to %1 without %n alarm(s) of restricted alerts; “tocsin alarms list” has them.</source>
        <translation>
            <numerusform>The log was written to %1 without %n alarm of restricted alerts; “tocsin alarms list” has it.</numerusform>
            <numerusform>The log was written to %1 without %n alarms of restricted alerts; “tocsin alarms list” has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlarmLogModel</name>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
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
    <name>tocsin::ui::CoincidencesDialog</name>
    <message numerus="yes">
        <source>Last %n nights</source>
        <translation>
            <numerusform>Last night</numerusform>
            <numerusform>Last %n nights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of B tell neither a circle nor a map whose cells are known: nothing lies inside them without a radius.</source>
        <translation>
            <numerusform>%n of B tells neither a circle nor a map whose cells are known: nothing lies inside it without a radius.</numerusform>
            <numerusform>%n of B tell neither a circle nor a map whose cells are known: nothing lies inside them without a radius.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ColourRulesDialog</name>
    <message numerus="yes">
        <source>%n row(s) could not be judged, their packets are damaged: “tocsin archive verify” tells which.</source>
        <translation>
            <numerusform>%n row could not be judged, its packet is damaged: “tocsin archive verify” tells which.</numerusform>
            <numerusform>%n rows could not be judged, their packets are damaged: “tocsin archive verify” tells which.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::EmptyPage</name>
    <message numerus="yes">
        <source>%Ln row(s) hidden.</source>
        <translation>
            <numerusform>%Ln row hidden.</numerusform>
            <numerusform>%Ln rows hidden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ExportDialog</name>
    <message numerus="yes">
        <source>The %n key(s) that the table shows</source>
        <translation>
            <numerusform>The one key that the table shows</numerusform>
            <numerusform>The %n keys that the table shows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The %Ln selected row(s)</source>
        <translation>
            <numerusform>The selected row</numerusform>
            <numerusform>The %Ln selected rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FieldsPage</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform>
            <numerusform>%Ln found</numerusform>
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
        <source>%n file(s) left out: %1</source>
        <translation>
            <numerusform>%n file left out: %1</numerusform>
            <numerusform>%n files left out: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s), %2 of them unreadable.</source>
        <translation>
            <numerusform>%1: %Ln row, %2 of them unreadable.</numerusform>
            <numerusform>%1: %Ln rows, %2 of them unreadable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s).</source>
        <translation>
            <numerusform>%1: %Ln row.</numerusform>
            <numerusform>%1: %Ln rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FilterRow</name>
    <message numerus="yes">
        <source>%n row(s) could not be read, their packets are damaged: “tocsin archive verify” tells which.</source>
        <translation>
            <numerusform>%n row could not be read, its packet is damaged: “tocsin archive verify” tells which.</numerusform>
            <numerusform>%n rows could not be read, their packets are damaged: “tocsin archive verify” tells which.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::LightPage</name>
    <message numerus="yes">
        <source>%Ln detections</source>
        <translation>
            <numerusform>%Ln detection</numerusform>
            <numerusform>%Ln detections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln limits</source>
        <translation>
            <numerusform>%Ln limit</numerusform>
            <numerusform>%Ln limits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln forced</source>
        <translation>
            <numerusform>%Ln forced</numerusform>
            <numerusform>%Ln forced</numerusform>
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
    <name>tocsin::ui::RehearsalDialog</name>
    <message numerus="yes">
        <source>It would have woken you %n time(s) in the night of %1</source>
        <translation>
            <numerusform>It would have woken you %n time in the night of %1</numerusform>
            <numerusform>It would have woken you %n times in the night of %1</numerusform>
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
    <name>tocsin::ui::RuleDetails</name>
    <message numerus="yes">
        <source>%n restricted row(s) wait</source>
        <translation>
            <numerusform>%n restricted row waits</numerusform>
            <numerusform>%n restricted rows wait</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::SchemaDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) lost a field</source>
        <translation>
            <numerusform>%n thing lost a field</numerusform>
            <numerusform>%n things lost a field</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ShiftLogDialog</name>
    <message numerus="yes">
        <source>The last %n hour(s)</source>
        <translation>
            <numerusform>The last hour</numerusform>
            <numerusform>The last %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s)</source>
        <translation>
            <numerusform>The last day</numerusform>
            <numerusform>The last %n days</numerusform>
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
        <source>%Ln heartbeat(s)</source>
        <translation>
            <numerusform>%Ln heartbeat</numerusform>
            <numerusform>%Ln heartbeats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TargetBar</name>
    <message numerus="yes">
        <source>%n target(s) came from it.</source>
        <translation>
            <numerusform>%n target came from it.</numerusform>
            <numerusform>%n targets came from it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n target(s)</source>
        <translation>
            <numerusform>Remove %n target</numerusform>
            <numerusform>Remove %n targets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TargetsBulkDialog</name>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation>
            <numerusform>%n duplicate</numerusform>
            <numerusform>%n duplicates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not created</source>
        <translation>
            <numerusform>%n not created</numerusform>
            <numerusform>%n not created</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never sent</source>
        <translation>
            <numerusform>%n never sent</numerusform>
            <numerusform>%n never sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n left out</numerusform>
            <numerusform>%n left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for the outbox, since the TOM does not answer</source>
        <translation>
            <numerusform>%n for the outbox, since the TOM does not answer</numerusform>
            <numerusform>%n for the outbox, since the TOM does not answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try %n again</source>
        <translation>
            <numerusform>Try %n again</numerusform>
            <numerusform>Try %n again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep %n in the local list</source>
        <translation>
            <numerusform>Keep %n in the local list</numerusform>
            <numerusform>Keep %n in the local list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n target(s)</source>
        <translation>
            <numerusform>Create %n target</numerusform>
            <numerusform>Create %n targets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TargetsDialog</name>
    <message numerus="yes">
        <source>Remove %n target(s)?</source>
        <translation>
            <numerusform>Remove %n target?</numerusform>
            <numerusform>Remove %n targets?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would be deleted at %1, with all that was added there since.</source>
        <translation>
            <numerusform>%n of them would be deleted at %1, with all that was added there since.</numerusform>
            <numerusform>%n of them would be deleted at %1, with all that was added there since.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) are in %1</source>
        <translation>
            <numerusform>%n target is in %1</numerusform>
            <numerusform>%n targets are in %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TopicBrowser</name>
    <message numerus="yes">
        <source>The rules take %1 of %Ln topic(s).</source>
        <translation>
            <numerusform>The rules take %1 of %Ln topic.</numerusform>
            <numerusform>The rules take %1 of %Ln topics.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more rule(s)</source>
        <translation>
            <numerusform>and %n more rule</numerusform>
            <numerusform>and %n more rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::VaultBar</name>
    <message numerus="yes">
        <source>%n account(s).</source>
        <translation>
            <numerusform>%n account.</numerusform>
            <numerusform>%n accounts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowAccounts</name>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowAlarms</name>
    <message numerus="yes">
        <source>alarms silenced, %n min left</source>
        <translation>
            <numerusform>alarms silenced, %n min left</numerusform>
            <numerusform>alarms silenced, %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tocsin: %n open alarm(s). %1</source>
        <translation>
            <numerusform>Tocsin: %n open alarm. %1</numerusform>
            <numerusform>Tocsin: %n open alarms. %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tocsin: %n rule(s) armed</source>
        <translation>
            <numerusform>Tocsin: %n rule armed</numerusform>
            <numerusform>Tocsin: %n rules armed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowColours</name>
    <message numerus="yes">
        <source>%n row(s) could not be judged by the colour rules, their packets are damaged: “tocsin archive verify” tells which.</source>
        <translation>
            <numerusform>%n row could not be judged by the colour rules, its packet is damaged: “tocsin archive verify” tells which.</numerusform>
            <numerusform>%n rows could not be judged by the colour rules, their packets are damaged: “tocsin archive verify” tells which.</numerusform>
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
        <source>%Ln row(s) skipped that the table does not show.</source>
        <translation>
            <numerusform>%Ln row skipped that the table does not show.</numerusform>
            <numerusform>%Ln rows skipped that the table does not show.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowRedecoding</name>
    <message numerus="yes">
        <source>%Ln row(s) decoded again</source>
        <translation>
            <numerusform>%Ln row decoded again</numerusform>
            <numerusform>%Ln rows decoded again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln row(s) removed, which their packets do not hold</source>
        <translation>
            <numerusform>; %Ln row removed, which its packet does not hold</numerusform>
            <numerusform>; %Ln rows removed, which their packets do not hold</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln marked row(s) kept, which their packets do not hold</source>
        <translation>
            <numerusform>; %Ln marked row kept, which its packet does not hold</numerusform>
            <numerusform>; %Ln marked rows kept, which their packets do not hold</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowRules</name>
    <message numerus="yes">
        <source>%n alert(s) wait. Your answer is kept for this destination.</source>
        <translation>
            <numerusform>%n alert waits. Your answer is kept for this destination.</numerusform>
            <numerusform>%n alerts wait. Your answer is kept for this destination.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) imported, switched off</source>
        <translation>
            <numerusform>%n rule imported, switched off</numerusform>
            <numerusform>%n rules imported, switched off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowSchemas</name>
    <message numerus="yes">
        <source>%n row(s) were read again.</source>
        <translation>
            <numerusform>%n row was read again.</numerusform>
            <numerusform>%n rows were read again.</numerusform>
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
    <message numerus="yes">
        <source>%n rule(s) armed</source>
        <translation>
            <numerusform>%n rule armed</numerusform>
            <numerusform>%n rules armed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowTargets</name>
    <message numerus="yes">
        <source>Created %n target(s).</source>
        <translation>
            <numerusform>Created %n target.</numerusform>
            <numerusform>Created %n targets.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowTriage</name>
    <message numerus="yes">
        <source>Pinned %n row(s).</source>
        <translation>
            <numerusform>Pinned %n row.</numerusform>
            <numerusform>Pinned %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n row(s).</source>
        <translation>
            <numerusform>Marked %n row.</numerusform>
            <numerusform>Marked %n rows.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took marks from %n row(s).</source>
        <translation>
            <numerusform>Took the mark from %n row.</numerusform>
            <numerusform>Took marks from %n rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowWatch</name>
    <message numerus="yes">
        <source>%n line(s) left out.</source>
        <translation>
            <numerusform>%n line left out.</numerusform>
            <numerusform>%n lines left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::schemawords</name>
    <message numerus="yes">
        <source>%n field(s) added</source>
        <translation>
            <numerusform>%n field added</numerusform>
            <numerusform>%n fields added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>fields</comment>
        <translation>
            <numerusform>%n removed</numerusform>
            <numerusform>%n removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another type</source>
        <comment>fields</comment>
        <translation>
            <numerusform>%n of another type</numerusform>
            <numerusform>%n of another type</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your columns, filters or rules name(s) a field that is gone.</source>
        <translation>
            <numerusform>%n of your columns, filters or rules names a field that is gone.</numerusform>
            <numerusform>%n of your columns, filters or rules name a field that is gone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) of %1 wait for schema %2.</source>
        <translation>
            <numerusform>%n alert of %1 waits for schema %2.</numerusform>
            <numerusform>%n alerts of %1 wait for schema %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of your columns, filters or rules name(s) a field that the new one lacks.</source>
        <translation>
            <numerusform>%n of your columns, filters or rules names a field that the new one lacks.</numerusform>
            <numerusform>%n of your columns, filters or rules name a field that the new one lacks.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tokens</name>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of that of %1.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute ahead of that of %1.</numerusform>
            <numerusform>The clock of this computer is %n minutes ahead of that of %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind that of %1.</source>
        <translation>
            <numerusform>The clock of this computer is %n minute behind that of %1.</numerusform>
            <numerusform>The clock of this computer is %n minutes behind that of %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vault</name>
    <message numerus="yes">
        <source>%n other machine(s) were left out: nothing says that alerts come from there.</source>
        <translation>
            <numerusform>%n other machine was left out: nothing says that alerts come from there.</numerusform>
            <numerusform>%n other machines were left out: nothing says that alerts come from there.</numerusform>
        </translation>
    </message>
</context>
</TS>
