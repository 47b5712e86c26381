<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AlertField</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Instant of the event or observation, UTC</source>
        <translation>Zeitpunkt des Ereignisses oder der Beobachtung, UTC</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>As the sender numbers it; not a unique key</source>
        <translation>Wie der Absender zählt; kein eindeutiger Schlüssel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Object, event or source</source>
        <translation>Objekt, Ereignis oder Quelle</translation>
    </message>
    <message>
        <source>RA</source>
        <translation>RA</translation>
    </message>
    <message>
        <source>Right ascension, ICRS</source>
        <translation>Rektaszension, ICRS</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>Declination, ICRS</source>
        <translation>Deklination, ICRS</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>Magnitude</translation>
    </message>
    <message>
        <source>Magnitude of this alert</source>
        <translation>Magnitude dieses Alerts</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>What the stream calls its score</source>
        <translation>Was der Stream seine Wertung nennt</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Page about the alert</source>
        <translation>Seite über den Alert</translation>
    </message>
    <message>
        <source>Score kind</source>
        <translation>Art der Wertung</translation>
    </message>
    <message>
        <source>Meaning of the score</source>
        <translation>Bedeutung der Wertung</translation>
    </message>
    <message>
        <source>MJD</source>
        <translation>MJD</translation>
    </message>
    <message>
        <source>UTC Modified Julian Date of the time</source>
        <translation>Modifiziertes Julianisches Datum der Zeit, UTC</translation>
    </message>
    <message>
        <source>Time kind</source>
        <translation>Art der Zeit</translation>
    </message>
    <message>
        <source>Trigger, merger, exposure start or middle, message</source>
        <translation>Auslösung, Verschmelzung, Anfang oder Mitte der Belichtung, Meldung</translation>
    </message>
    <message>
        <source>Time precision</source>
        <translation>Genauigkeit der Zeit</translation>
    </message>
    <message>
        <source>True resolution of the time</source>
        <translation>Wahre Auflösung der Zeit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Notice, detection, circular, log, upload, other</source>
        <translation>Notiz, Detektion, Zirkular, Protokoll, Upload, anderes</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Bote</translation>
    </message>
    <message>
        <source>What carried the news</source>
        <translation>Was die Nachricht trug</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Folding key of what belongs together</source>
        <translation>Schlüssel dessen, was zusammengehört</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>Revision as sent</source>
        <translation>Revision wie gesendet</translation>
    </message>
    <message>
        <source>Alert type</source>
        <translation>Art des Alerts</translation>
    </message>
    <message>
        <source>Stage of the alert</source>
        <translation>Stufe des Alerts</translation>
    </message>
    <message>
        <source>Alert tense</source>
        <translation>Zeitform</translation>
    </message>
    <message>
        <source>Current, archival, planned, injection, commanded, test</source>
        <translation>Aktuell, Archiv, geplant, Einspielung, befohlen, Test</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Marked as a test by the sender</source>
        <translation>Vom Absender als Test gekennzeichnet</translation>
    </message>
    <message>
        <source>Retraction</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>Takes an earlier alert back</source>
        <translation>Nimmt einen früheren Alert zurück</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Best class</source>
        <translation>Beste Klasse</translation>
    </message>
    <message>
        <source>Class probability</source>
        <translation>Wahrscheinlichkeit der Klasse</translation>
    </message>
    <message>
        <source>Probability of the best class</source>
        <translation>Wahrscheinlichkeit der besten Klasse</translation>
    </message>
    <message>
        <source>Classified by</source>
        <translation>Eingestuft von</translation>
    </message>
    <message>
        <source>Classifier and version</source>
        <translation>Klassifikator und Version</translation>
    </message>
    <message>
        <source>Significant</source>
        <translation>Signifikant</translation>
    </message>
    <message>
        <source>The sender&apos;s own flag</source>
        <translation>Kennzeichen des Absenders</translation>
    </message>
    <message>
        <source>FAR</source>
        <translation>FAR</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>Falschalarmrate</translation>
    </message>
    <message>
        <source>Error radius</source>
        <translation>Fehlerradius</translation>
    </message>
    <message>
        <source>As sent, never rescaled</source>
        <translation>Wie gesendet, nie umgerechnet</translation>
    </message>
    <message>
        <source>Containment</source>
        <translation>Einschluss</translation>
    </message>
    <message>
        <source>Probability inside the error radius</source>
        <translation>Wahrscheinlichkeit innerhalb des Fehlerradius</translation>
    </message>
    <message>
        <source>Systematic included</source>
        <translation>Systematik enthalten</translation>
    </message>
    <message>
        <source>Whether the error includes the systematic part</source>
        <translation>Ob der Fehler den systematischen Teil enthält</translation>
    </message>
    <message>
        <source>Position kind</source>
        <translation>Art der Position</translation>
    </message>
    <message>
        <source>Measured, map peak, pointing, field</source>
        <translation>Gemessen, Kartenmaximum, Ausrichtung, Feld</translation>
    </message>
    <message>
        <source>Magnitude error</source>
        <translation>Magnitudenfehler</translation>
    </message>
    <message>
        <source>One sigma</source>
        <translation>Ein Sigma</translation>
    </message>
    <message>
        <source>Magnitude system</source>
        <translation>Magnitudensystem</translation>
    </message>
    <message>
        <source>AB or Vega</source>
        <translation>AB oder Vega</translation>
    </message>
    <message>
        <source>Magnitude kind</source>
        <translation>Art der Magnitude</translation>
    </message>
    <message>
        <source>Difference, apparent, total</source>
        <translation>Differenz, scheinbar, gesamt</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Five sigma limit</source>
        <translation>Grenze bei fünf Sigma</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Flux</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>Wie gesendet</translation>
    </message>
    <message>
        <source>Flux error</source>
        <translation>Flussfehler</translation>
    </message>
    <message>
        <source>Flux unit</source>
        <translation>Flusseinheit</translation>
    </message>
    <message>
        <source>Unit of the flux</source>
        <translation>Einheit des Flusses</translation>
    </message>
    <message>
        <source>Negative difference</source>
        <translation>Negative Differenz</translation>
    </message>
    <message>
        <source>Fainter than the reference</source>
        <translation>Schwächer als die Referenz</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumente</translation>
    </message>
    <message>
        <source>Instruments or detectors</source>
        <translation>Instrumente oder Detektoren</translation>
    </message>
    <message>
        <source>Solar system</source>
        <translation>Sonnensystem</translation>
    </message>
    <message>
        <source>Designation of a known moving object</source>
        <translation>Bezeichnung eines bekannten bewegten Objekts</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugang</translation>
    </message>
    <message>
        <source>Public or restricted</source>
        <translation>Öffentlich oder beschränkt</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Configured stream</source>
        <translation>Eingerichteter Stream</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Topic or subscription</source>
        <translation>Topic oder Abonnement</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Partition of the topic</source>
        <translation>Partition des Topics</translation>
    </message>
    <message>
        <source>Offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>Offset in the partition</source>
        <translation>Offset in der Partition</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Number inside the message</source>
        <translation>Nummer innerhalb der Meldung</translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation>Meldungs-ID</translation>
    </message>
    <message>
        <source>Id that the transport gave</source>
        <translation>ID, die der Transport vergab</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>The sender&apos;s stamp</source>
        <translation>Zeitstempel des Absenders</translation>
    </message>
    <message>
        <source>Broker time</source>
        <translation>Broker-Zeit</translation>
    </message>
    <message>
        <source>The broker&apos;s stamp</source>
        <translation>Zeitstempel des Brokers</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Our stamp</source>
        <translation>Unser Zeitstempel</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Decoder and schema version</source>
        <translation>Decoder und Version des Schemas</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Number in the archive</source>
        <translation>Nummer im Archiv</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Values refused or repaired</source>
        <translation>Zurückgewiesene oder reparierte Werte</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Why it could not be decoded</source>
        <translation>Warum er nicht dekodiert werden konnte</translation>
    </message>
    <message>
        <source>Error, major axis</source>
        <translation>Fehler, große Achse</translation>
    </message>
    <message>
        <source>Semi-major axis</source>
        <translation>Große Halbachse</translation>
    </message>
    <message>
        <source>Error, minor axis</source>
        <translation>Fehler, kleine Achse</translation>
    </message>
    <message>
        <source>Semi-minor axis</source>
        <translation>Kleine Halbachse</translation>
    </message>
    <message>
        <source>Error, position angle</source>
        <translation>Fehler, Positionswinkel</translation>
    </message>
    <message>
        <source>East of north</source>
        <translation>Von Nord über Ost</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Analysis group</source>
        <translation>Auswertungsgruppe</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>P(BNS)</source>
        <translation>P(BNS)</translation>
    </message>
    <message>
        <source>Probability: binary neutron star</source>
        <translation>Wahrscheinlichkeit: zwei Neutronensterne</translation>
    </message>
    <message>
        <source>P(NSBH)</source>
        <translation>P(NSBH)</translation>
    </message>
    <message>
        <source>Probability: neutron star and black hole</source>
        <translation>Wahrscheinlichkeit: Neutronenstern und Schwarzes Loch</translation>
    </message>
    <message>
        <source>P(BBH)</source>
        <translation>P(BBH)</translation>
    </message>
    <message>
        <source>Probability: binary black hole</source>
        <translation>Wahrscheinlichkeit: zwei Schwarze Löcher</translation>
    </message>
    <message>
        <source>P(terrestrial)</source>
        <translation>P(terrestrisch)</translation>
    </message>
    <message>
        <source>Probability: not astrophysical</source>
        <translation>Wahrscheinlichkeit: nicht astrophysikalisch</translation>
    </message>
    <message>
        <source>Has NS</source>
        <translation>Mit NS</translation>
    </message>
    <message>
        <source>Probability: a neutron star is involved</source>
        <translation>Wahrscheinlichkeit: ein Neutronenstern ist beteiligt</translation>
    </message>
    <message>
        <source>Has remnant</source>
        <translation>Mit Überrest</translation>
    </message>
    <message>
        <source>Probability: matter left outside</source>
        <translation>Wahrscheinlichkeit: Materie bleibt außen</translation>
    </message>
    <message>
        <source>Has mass gap</source>
        <translation>In der Massenlücke</translation>
    </message>
    <message>
        <source>Probability: a component in the mass gap</source>
        <translation>Wahrscheinlichkeit: eine Komponente in der Massenlücke</translation>
    </message>
    <message>
        <source>50 % area</source>
        <translation>50-%-Fläche</translation>
    </message>
    <message>
        <source>Area of the 50 % credible region</source>
        <translation>Fläche der 50-%-Region</translation>
    </message>
    <message>
        <source>90 % area</source>
        <translation>90-%-Fläche</translation>
    </message>
    <message>
        <source>Area of the 90 % credible region</source>
        <translation>Fläche der 90-%-Region</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Entfernung</translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation>Mittlere Entfernung</translation>
    </message>
    <message>
        <source>Distance error</source>
        <translation>Entfernungsfehler</translation>
    </message>
    <message>
        <source>Alert type as sent</source>
        <translation>Art des Alerts wie gesendet</translation>
    </message>
    <message>
        <source>The sender&apos;s own word</source>
        <translation>Wort des Absenders</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Subject line of a circular</source>
        <translation>Betreffzeile eines Zirkulars</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Source of a watchlist within its radius, the nearest</source>
        <translation>Quelle einer Beobachtungsliste innerhalb ihres Radius, die nächste</translation>
    </message>
    <message>
        <source>Watch, separation</source>
        <translation>Beobachtet, Abstand</translation>
    </message>
    <message>
        <source>From the watched source</source>
        <translation>Von der beobachteten Quelle</translation>
    </message>
    <message>
        <source>Coincidence</source>
        <translation>Koinzidenz</translation>
    </message>
    <message>
        <source>Name of the other alert of a coincidence</source>
        <translation>Name des anderen Alerts einer Koinzidenz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Tags that people gave</source>
        <translation>Schlagwörter, die Menschen vergaben</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What people noted about it</source>
        <translation>Was Menschen dazu notierten</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>Ignoriert</translation>
    </message>
    <message>
        <source>Of an object that is ignored</source>
        <translation>Von einem Objekt, das ignoriert wird</translation>
    </message>
</context>
<context>
    <name>ColourRules</name>
    <message>
        <source>Significant gravitational wave</source>
        <translation>Signifikante Gravitationswelle</translation>
    </message>
    <message>
        <source>Neutron star in the merger</source>
        <translation>Neutronenstern in der Verschmelzung</translation>
    </message>
    <message>
        <source>Well localised burst</source>
        <translation>Gut lokalisierter Ausbruch</translation>
    </message>
    <message>
        <source>Likely astrophysical neutrino</source>
        <translation>Wahrscheinlich astrophysikalisches Neutrino</translation>
    </message>
    <message>
        <source>Bright</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Magenta</source>
        <translation>Magenta</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Orange</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Purpur</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Braun</translation>
    </message>
    <message>
        <source>Olive</source>
        <translation>Oliv</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Bright blue</source>
        <translation>Leuchtend blau</translation>
    </message>
    <message>
        <source>Cyan</source>
        <translation>Cyan</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
</context>
<context>
    <name>FieldMapping</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>By the usual names</source>
        <translation>Nach den üblichen Namen</translation>
    </message>
    <message>
        <source>Cannot be used: %1</source>
        <translation>Nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>%1 mapped</source>
        <translation>%1 zugeordnet</translation>
    </message>
</context>
<context>
    <name>FieldTreeModel</name>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>%1 bytes · %2</source>
        <translation>%1 Bytes · %2</translation>
    </message>
</context>
<context>
    <name>FormatPages</name>
    <message>
        <source>Stays in the packet: %1</source>
        <translation>Bleibt im Paket: %1</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Taken from</source>
        <translation>Genommen aus</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>What can be read, in the order in which it is tried: a message is of the first format that its content fits, whatever its topic is called. All other fields of a packet stay in it; they can be seen and filtered by their own names, as fields.candidate.drb.</source>
        <translation>Was gelesen werden kann, in der Reihenfolge, in der es versucht wird: Eine Nachricht hat das erste Format, zu dem ihr Inhalt passt, wie immer ihr Topic heißt. Alle anderen Felder eines Pakets bleiben darin; man kann sie ansehen und mit ihren eigenen Namen filtern, etwa fields.candidate.drb.</translation>
    </message>
</context>
<context>
    <name>MappingRow</name>
    <message>
        <source>ISO text</source>
        <translation>ISO-Text</translation>
    </message>
    <message>
        <source>MJD</source>
        <translation>MJD</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>JD</translation>
    </message>
    <message>
        <source>s since 1970</source>
        <translation>s seit 1970</translation>
    </message>
    <message>
        <source>ms since 1970</source>
        <translation>ms seit 1970</translation>
    </message>
    <message>
        <source>µs since 1970</source>
        <translation>µs seit 1970</translation>
    </message>
    <message>
        <source>ns since 1970</source>
        <translation>ns seit 1970</translation>
    </message>
</context>
<context>
    <name>PacketInside</name>
    <message>
        <source>%1 to %2</source>
        <extracomment>limits of a stretch, with the unit where it is known: −5 to 60 DN</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>No pixel of this image has data.</source>
        <translation>Kein Pixel dieses Bildes hat Daten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more image(s) are not shown.</source>
        <translation>
            <numerusform>%Ln weiteres Bild wird nicht gezeigt.</numerusform>
            <numerusform>%Ln weitere Bilder werden nicht gezeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableKeys</name>
    <message>
        <source>Next row</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Next unseen row</source>
        <translation>Nächste ungesehene Zeile</translation>
    </message>
    <message>
        <source>Previous unseen row</source>
        <translation>Vorige ungesehene Zeile</translation>
    </message>
    <message>
        <source>Mark, or take the mark away</source>
        <translation>Markieren, oder Markierung entfernen</translation>
    </message>
    <message>
        <source>Pin above the list, or take the pin away</source>
        <translation>Über der Liste anheften, oder lösen</translation>
    </message>
    <message>
        <source>Only the value of the cell</source>
        <translation>Nur den Wert der Zelle</translation>
    </message>
    <message>
        <source>Without the value of the cell</source>
        <translation>Ohne den Wert der Zelle</translation>
    </message>
    <message>
        <source>Copy position in degrees</source>
        <translation>Position in Grad kopieren</translation>
    </message>
    <message>
        <source>Copy position, sexagesimal</source>
        <translation>Position sexagesimal kopieren</translation>
    </message>
    <message>
        <source>Light curve of the row</source>
        <translation>Lichtkurve der Zeile</translation>
    </message>
    <message>
        <source>Images of the row</source>
        <translation>Bilder der Zeile</translation>
    </message>
    <message>
        <source>What changed since the revision before</source>
        <translation>Was sich seit der vorigen Revision geändert hat</translation>
    </message>
    <message>
        <source>Create a target of the row</source>
        <translation>Ein Ziel aus der Zeile anlegen</translation>
    </message>
    <message>
        <source>Ignore the object, or show it again</source>
        <translation>Das Objekt ignorieren, oder wieder zeigen</translation>
    </message>
    <message>
        <source>Tag 1, or take it away</source>
        <translation>Schlagwort 1 vergeben, oder entfernen</translation>
    </message>
    <message>
        <source>Tag 2, or take it away</source>
        <translation>Schlagwort 2 vergeben, oder entfernen</translation>
    </message>
    <message>
        <source>Tag 3, or take it away</source>
        <translation>Schlagwort 3 vergeben, oder entfernen</translation>
    </message>
    <message>
        <source>Tag 4, or take it away</source>
        <translation>Schlagwort 4 vergeben, oder entfernen</translation>
    </message>
    <message>
        <source>Tag 5, or take it away</source>
        <translation>Schlagwort 5 vergeben, oder entfernen</translation>
    </message>
    <message>
        <source>Seen, or unseen again</source>
        <translation>Gesehen, oder wieder ungesehen</translation>
    </message>
</context>
<context>
    <name>accounts</name>
    <message>
        <source>Good</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Diese Sitzung</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>Endet bald</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>disabled by GCN</source>
        <translation>von GCN gesperrt</translation>
    </message>
    <message>
        <source>GCN has probably disabled this credential</source>
        <translation>GCN hat diese Zugangsdaten wahrscheinlich gesperrt</translation>
    </message>
    <message>
        <source>GCN disables a client id that has not connected for 30 days. Make a new credential on the GCN page and renew this account with it, or sign out.</source>
        <translation>GCN sperrt eine Client-ID, die sich 30 Tage nicht verbunden hat. Legen Sie auf der GCN-Seite neue Zugangsdaten an und erneuern Sie dieses Konto damit, oder melden Sie es ab.</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>endete am %1</translation>
    </message>
    <message>
        <source>This secret ended on %1</source>
        <translation>Dieses Geheimnis endete am %1</translation>
    </message>
    <message>
        <source>Get a new one from its issuer and renew the account with it.</source>
        <translation>Holen Sie beim Aussteller ein neues und erneuern Sie das Konto damit.</translation>
    </message>
    <message>
        <source>GCN disables this credential on %1</source>
        <translation>GCN sperrt diese Zugangsdaten am %1</translation>
    </message>
    <message>
        <source>This secret ends on %1</source>
        <translation>Dieses Geheimnis endet am %1</translation>
    </message>
    <message>
        <source>It has not connected for some weeks. To keep it, start a stream that uses it.</source>
        <translation>Seit einigen Wochen keine Verbindung. Um sie zu behalten, starten Sie einen Stream, der sie benutzt.</translation>
    </message>
    <message>
        <source>Get a new one from its issuer before then.</source>
        <translation>Holen Sie vorher beim Aussteller ein neues.</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
    <message>
        <source>Its secret is kept in memory, for this session only</source>
        <translation>Sein Geheimnis wird im Speicher behalten, nur für diese Sitzung</translation>
    </message>
    <message>
        <source>There was no keychain. At the next start it has to be entered again; an encrypted vault file would keep it.</source>
        <translation>Es gab keinen Schlüsselbund. Beim nächsten Start muss es neu eingegeben werden; eine verschlüsselte Tresordatei würde es behalten.</translation>
    </message>
    <message>
        <source>no valid one</source>
        <translation>kein gültiges</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht genannt</translation>
    </message>
    <message>
        <source>The SciToken ends in %1</source>
        <translation>Das SciToken endet in %1</translation>
    </message>
    <message>
        <source>Get a new one in a terminal; Tocsin notices. The command: %1</source>
        <translation>Holen Sie in einem Terminal ein neues; Tocsin bemerkt es. Der Befehl: %1</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Noch</translation>
    </message>
    <message>
        <source>Found at</source>
        <translation>Gefunden in</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>Übergangen</translation>
    </message>
</context>
<context>
    <name>alarms</name>
    <message>
        <source>Nothing keeps this computer awake: neither logind nor the desktop gave leave.</source>
        <translation>Nichts hält diesen Rechner wach: Weder logind noch der Desktop hat es erlaubt.</translation>
    </message>
    <message>
        <source>Turn automatic sleep off in the power settings while a rule is armed. After a sleep, alarms are caught up with.</source>
        <translation>Schalten Sie in den Energieeinstellungen den automatischen Ruhezustand aus, solange eine Regel scharf ist. Nach einem Ruhezustand werden Alarme nachgeholt.</translation>
    </message>
    <message>
        <source>A test of the alarms</source>
        <translation>Ein Test der Alarme</translation>
    </message>
    <message>
        <source>The desktop&apos;s message bus (D-Bus) does not answer.</source>
        <translation>Der Nachrichtenbus des Desktops (D-Bus) antwortet nicht.</translation>
    </message>
    <message>
        <source>Sign in to the desktop again; sound and window work without it.</source>
        <translation>Melden Sie sich neu am Desktop an; Ton und Fenster gehen auch ohne ihn.</translation>
    </message>
    <message>
        <source>There is no session bus (D-Bus) here.</source>
        <translation>Hier gibt es keinen Sitzungsbus (D-Bus).</translation>
    </message>
    <message>
        <source>There is no system bus (D-Bus) here.</source>
        <translation>Hier gibt es keinen Systembus (D-Bus).</translation>
    </message>
    <message>
        <source>Start Tocsin from a desktop session; sound and window work without it.</source>
        <translation>Starten Sie Tocsin aus einer Desktop-Sitzung; Ton und Fenster gehen auch ohne ihn.</translation>
    </message>
    <message>
        <source>The desktop&apos;s notification service does not answer.</source>
        <translation>Der Benachrichtigungsdienst des Desktops antwortet nicht.</translation>
    </message>
    <message>
        <source>Start it again, or sign in to the desktop again; sound and window work without it.</source>
        <translation>Starten Sie ihn neu, oder melden Sie sich neu am Desktop an; Ton und Fenster gehen auch ohne ihn.</translation>
    </message>
    <message>
        <source>This desktop shows no notifications: no notification service runs.</source>
        <translation>Dieser Desktop zeigt keine Benachrichtigungen: Kein Benachrichtigungsdienst läuft.</translation>
    </message>
    <message>
        <source>Start one (for example dunst or notification-daemon); sound and window work without it.</source>
        <translation>Starten Sie einen (zum Beispiel dunst oder notification-daemon); Ton und Fenster gehen auch ohne ihn.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Test: %1</translation>
    </message>
    <message>
        <source>arrived %1 ago</source>
        <translation>angekommen vor %1</translation>
    </message>
    <message>
        <source>sounds every %1</source>
        <translation>ertönt alle %1</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>quittiert</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>stumm geschaltet</translation>
    </message>
    <message>
        <source>in the window</source>
        <translation>im Fenster</translation>
    </message>
    <message>
        <source>on the command line</source>
        <translation>auf der Befehlszeile</translation>
    </message>
    <message>
        <source>in the notification</source>
        <translation>in der Benachrichtigung</translation>
    </message>
    <message>
        <source>withdrawn by its sender</source>
        <translation>vom Absender zurückgezogen</translation>
    </message>
    <message>
        <source>Test alarm</source>
        <translation>Testalarm</translation>
    </message>
    <message>
        <source>This is how an alarm of a rule is shown and heard.</source>
        <translation>So wird ein Alarm einer Regel gezeigt und gehört.</translation>
    </message>
    <message>
        <source>No sound can be played: this computer offers no sound device.</source>
        <translation>Kein Ton kann gespielt werden: Dieser Rechner bietet kein Tongerät.</translation>
    </message>
    <message>
        <source>Connect one, or start the desktop&apos;s sound server (PipeWire or PulseAudio); alarms are shown meanwhile.</source>
        <translation>Schließen Sie eines an, oder starten Sie den Tonserver des Desktops (PipeWire oder PulseAudio); gezeigt werden Alarme auch so.</translation>
    </message>
    <message>
        <source>The sound file cannot be played.</source>
        <translation>Die Tondatei kann nicht gespielt werden.</translation>
    </message>
    <message>
        <source>Choose a WAV or Ogg Vorbis file that is there; the shipped alarm was played instead.</source>
        <translation>Wählen Sie eine vorhandene WAV- oder Ogg-Vorbis-Datei; stattdessen wurde der mitgelieferte Alarm gespielt.</translation>
    </message>
    <message>
        <source>The sound server broke off.</source>
        <translation>Der Tonserver brach ab.</translation>
    </message>
    <message>
        <source>Start the desktop&apos;s sound server (PipeWire or PulseAudio) again; alarms are shown meanwhile.</source>
        <translation>Starten Sie den Tonserver des Desktops (PipeWire oder PulseAudio) neu; gezeigt werden Alarme auch so.</translation>
    </message>
    <message>
        <source>The sound server does not answer.</source>
        <translation>Der Tonserver antwortet nicht.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Desktop notification</source>
        <translation>Desktop-Benachrichtigung</translation>
    </message>
    <message>
        <source>Stay awake</source>
        <translation>Wach bleiben</translation>
    </message>
    <message numerus="yes">
        <source>Tocsin: an alarm may come (%n rule(s) armed)</source>
        <translation>
            <numerusform>Tocsin: Ein Alarm kann kommen (%n Regel scharf)</numerusform>
            <numerusform>Tocsin: Ein Alarm kann kommen (%n Regeln scharf)</numerusform>
        </translation>
    </message>
    <message>
        <source>The sound device takes sounds.</source>
        <translation>Das Tongerät nimmt Töne an.</translation>
    </message>
    <message>
        <source>%1 shows them.</source>
        <translation>%1 zeigt sie.</translation>
    </message>
    <message>
        <source>Kept from sleep by: %1, while a rule is armed.</source>
        <translation>Wach gehalten von %1, solange eine Regel scharf ist.</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>Keine Antwort.</translation>
    </message>
    <message>
        <source>Sign in to the desktop again; the other parts work without it.</source>
        <translation>Melden Sie sich neu am Desktop an; die anderen Teile gehen auch ohne.</translation>
    </message>
    <message>
        <source>The sound device is muted.</source>
        <translation>Das Tongerät ist stumm geschaltet.</translation>
    </message>
    <message>
        <source>Turn its sound on in the desktop&apos;s volume control; alarms are shown meanwhile.</source>
        <translation>Schalten Sie seinen Ton in der Lautstärkeregelung der Arbeitsumgebung ein; bis dahin werden Alarme gezeigt.</translation>
    </message>
</context>
<context>
    <name>archive</name>
    <message>
        <source>This run keeps no archive.</source>
        <translation>Dieser Lauf führt kein Archiv.</translation>
    </message>
    <message>
        <source>Leave out --no-archive.</source>
        <translation>--no-archive weglassen.</translation>
    </message>
    <message>
        <source>The disk is full: nothing can be stored.</source>
        <translation>Der Datenträger ist voll: nichts kann gespeichert werden.</translation>
    </message>
    <message>
        <source>Free some space; Tocsin goes on by itself and nothing is lost.</source>
        <translation>Platz schaffen; Tocsin macht von selbst weiter und nichts geht verloren.</translation>
    </message>
    <message>
        <source>The archive cannot be written: %1.</source>
        <translation>Das Archiv kann nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Look at %1; Tocsin tries again by itself.</source>
        <translation>%1 ansehen; Tocsin versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The stored packet is damaged: %1.</source>
        <translation>Das gespeicherte Paket ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>its size cannot be</source>
        <translation>seine Größe kann nicht stimmen</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>die Datei endet zu früh</translation>
    </message>
    <message>
        <source>no record begins here</source>
        <translation>hier beginnt kein Datensatz</translation>
    </message>
    <message>
        <source>its checksum differs</source>
        <translation>seine Prüfsumme weicht ab</translation>
    </message>
    <message>
        <source>its headers are cut</source>
        <translation>seine Header sind abgeschnitten</translation>
    </message>
    <message>
        <source>The archive in %1 cannot be written.</source>
        <translation>Das Archiv in %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the rights of the folder, or choose another place with TOCSIN_ARCHIVE or --home.</source>
        <translation>Rechte des Ordners prüfen oder mit TOCSIN_ARCHIVE oder --home einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Tocsin did not end properly last time. Everything that was stored is here; what was on its way is fetched again.</source>
        <translation>Tocsin wurde beim letzten Mal nicht ordentlich beendet. Alles Gespeicherte ist da; was unterwegs war, wird erneut geholt.</translation>
    </message>
    <message>
        <source>The disk is nearly full: nothing is stored until there is space again. Nothing is lost; free some space.</source>
        <translation>Der Datenträger ist fast voll: bis wieder Platz ist, wird nichts gespeichert. Nichts geht verloren; Platz schaffen.</translation>
    </message>
    <message>
        <source>The archive&apos;s folder %1 cannot be made.</source>
        <translation>Der Archivordner %1 kann nicht angelegt werden.</translation>
    </message>
    <message>
        <source>Choose another place with TOCSIN_ARCHIVE or --home.</source>
        <translation>Mit TOCSIN_ARCHIVE oder --home einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Row %1 is not in the archive any more.</source>
        <translation>Zeile %1 ist nicht mehr im Archiv.</translation>
    </message>
    <message>
        <source>The oldest unmarked rows go when the archive&apos;s quota is reached.</source>
        <translation>Die ältesten unmarkierten Zeilen gehen, wenn die Grenze des Archivs erreicht ist.</translation>
    </message>
    <message>
        <source>The archive&apos;s index answered: %1.</source>
        <translation>Der Index des Archivs antwortete: %1.</translation>
    </message>
    <message>
        <source>Run “tocsin archive verify”; nothing was changed.</source>
        <translation>„tocsin archive verify“ ausführen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>There is no archive in %1 yet.</source>
        <translation>In %1 gibt es noch kein Archiv.</translation>
    </message>
    <message>
        <source>Listen to a stream first.</source>
        <translation>Zuerst einem Stream zuhören.</translation>
    </message>
    <message>
        <source>The archive lies on a network file system: it is slower there and only one Tocsin may use it. Set TOCSIN_ARCHIVE to a local folder.</source>
        <translation>Das Archiv liegt auf einem Netzlaufwerk: dort ist es langsamer und nur ein Tocsin darf es benutzen. TOCSIN_ARCHIVE auf einen lokalen Ordner setzen.</translation>
    </message>
    <message>
        <source>This archive was written by a newer Tocsin (schema %1; this one knows %2).</source>
        <translation>Dieses Archiv wurde von einem neueren Tocsin geschrieben (Schema %1; dieses kennt %2).</translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <translation>Die neuere Version installieren; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Index: %1</source>
        <translation>Index: %1</translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation>Zeile %1, %2: %3</translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation>Vor dem Ende gestoppt.</translation>
    </message>
    <message>
        <source>The column files in %1 cannot be written: %2.</source>
        <translation>Die Spaltendateien in %1 können nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Searches are slower without them; nothing else is missing.</source>
        <translation>Ohne sie dauern Suchen länger; sonst fehlt nichts.</translation>
    </message>
    <message>
        <source>The column files in %1 cannot be read.</source>
        <translation>Die Spaltendateien in %1 können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Check the disk; they are made anew when they are deleted.</source>
        <translation>Den Datenträger prüfen; werden sie gelöscht, entstehen sie neu.</translation>
    </message>
    <message>
        <source>Another Tocsin uses the archive in %1; on a network file system only one may.</source>
        <translation>Ein anderes Tocsin benutzt das Archiv in %1; auf einem Netzlaufwerk darf das nur eines.</translation>
    </message>
    <message>
        <source>End the other one, or set TOCSIN_ARCHIVE to a local folder.</source>
        <translation>Das andere beenden oder TOCSIN_ARCHIVE auf einen lokalen Ordner setzen.</translation>
    </message>
    <message>
        <source>The archive is closed.</source>
        <translation>Das Archiv ist geschlossen.</translation>
    </message>
    <message>
        <source>The packet of row %1 is lost: its file was missing when the quota was reached.</source>
        <translation>Das Paket der Zeile %1 ist verloren: seine Datei fehlte, als die Grenze erreicht war.</translation>
    </message>
    <message>
        <source>The archive %1 is busy: another program has it locked.</source>
        <translation>Das Archiv %1 ist belegt: ein anderes Programm hat es gesperrt.</translation>
    </message>
    <message>
        <source>Another program is using it; Tocsin tries again by itself.</source>
        <translation>Ein anderes Programm benutzt es; Tocsin versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The limits of the archive cannot be written: %1.</source>
        <translation>Die Grenzen des Archivs können nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>Check the rights of %1 and the free space there.</source>
        <translation>Rechte von %1 und freien Platz dort prüfen.</translation>
    </message>
    <message>
        <source>Compacting needs up to %1 of free space for a while; %2 are there.</source>
        <translation>Das Verdichten braucht eine Weile bis zu %1 freien Platz; da sind %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Free some space, or lower the limit of the archive first.</source>
        <translation>Nichts wurde geändert. Platz schaffen oder zuerst die Grenze des Archivs senken.</translation>
    </message>
    <message>
        <source>Up to %1 of free space is used meanwhile; %2 is there.</source>
        <translation>Bis zu %1 freier Platz werden dabei gebraucht; da sind %2.</translation>
    </message>
    <message>
        <source>%1 cannot be removed.</source>
        <translation>%1 kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be read; “tocsin archive verify” tells more.</source>
        <translation>%1 kann nicht gelesen werden; „tocsin archive verify“ sagt mehr.</translation>
    </message>
    <message>
        <source>%1 stays as it is: %2</source>
        <translation>%1 bleibt, wie es ist: %2</translation>
    </message>
    <message>
        <source>The archive in %1 is being compacted already, or cannot be written.</source>
        <translation>Das Archiv in %1 wird schon verdichtet oder kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Wait for the other one to end, or check the rights of the folder.</source>
        <translation>Das Ende des anderen abwarten oder die Rechte des Ordners prüfen.</translation>
    </message>
    <message>
        <source>The archive in %1 is being recovered just now.</source>
        <translation>Das Archiv in %1 wird gerade wiederhergestellt.</translation>
    </message>
    <message>
        <source>Compact it when that is done.</source>
        <translation>Danach verdichten.</translation>
    </message>
    <message>
        <source>End the other one first.</source>
        <translation>Zuerst das andere beenden.</translation>
    </message>
    <message>
        <source>The index was not made smaller: another Tocsin writes into the archive (process %1). End it and compact again.</source>
        <translation>Der Index wurde nicht verkleinert: ein anderes Tocsin schreibt in das Archiv (Prozess %1). Es beenden und noch einmal verdichten.</translation>
    </message>
    <message>
        <source>%1 cannot be moved or written.</source>
        <translation>%1 kann nicht verschoben oder geschrieben werden.</translation>
    </message>
    <message>
        <source>Check the rights of the archive&apos;s folder and run “tocsin archive recover” again; nothing is lost.</source>
        <translation>Rechte des Archivordners prüfen und „tocsin archive recover“ noch einmal ausführen; nichts ist verloren.</translation>
    </message>
    <message>
        <source>Recovering needs up to %1 of free space; %2 are there.</source>
        <translation>Das Wiederherstellen braucht bis zu %1 freien Platz; da sind %2.</translation>
    </message>
    <message>
        <source>Nothing was changed. Free some space on the archive&apos;s disk.</source>
        <translation>Nichts wurde geändert. Auf dem Datenträger des Archivs Platz schaffen.</translation>
    </message>
    <message>
        <source>Up to %1 of free space is used; %2 is there.</source>
        <translation>Bis zu %1 freier Platz werden gebraucht; da sind %2.</translation>
    </message>
    <message>
        <source>%1 rows could be read from the old index.</source>
        <translation>%1 Zeilen konnten aus dem alten Index gelesen werden.</translation>
    </message>
    <message>
        <source>The archive in %1 is in use, or cannot be written.</source>
        <translation>Das Archiv in %1 wird gerade benutzt oder kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The archive in %1 is in use by another Tocsin (process %2).</source>
        <translation>Ein anderes Tocsin (Prozess %2) benutzt das Archiv in %1.</translation>
    </message>
    <message>
        <source>Close the window, end every “tocsin listen”, and recover it then.</source>
        <translation>Das Fenster schließen, jedes „tocsin listen“ beenden und dann wiederherstellen.</translation>
    </message>
    <message>
        <source>The archive in %1 is being recovered or compacted just now.</source>
        <translation>Das Archiv in %1 wird gerade wiederhergestellt oder verdichtet.</translation>
    </message>
    <message>
        <source>Start again when that is done.</source>
        <translation>Danach neu starten.</translation>
    </message>
    <message>
        <source>The archive&apos;s index is damaged.</source>
        <translation>Der Index des Archivs ist beschädigt.</translation>
    </message>
    <message>
        <source>End every Tocsin, then run “tocsin archive recover”.</source>
        <translation>Jedes Tocsin beenden, dann „tocsin archive recover“ ausführen.</translation>
    </message>
    <message>
        <source>End every Tocsin and run “tocsin archive recover”; the old index is kept.</source>
        <translation>Jedes Tocsin beenden und „tocsin archive recover“ ausführen; der alte Index bleibt aufbewahrt.</translation>
    </message>
    <message>
        <source>The recovery of the archive in %1 was interrupted.</source>
        <translation>Das Wiederherstellen des Archivs in %1 wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Run “tocsin archive recover” again; it goes on where it was.</source>
        <translation>„tocsin archive recover“ noch einmal ausführen; es macht weiter, wo es war.</translation>
    </message>
    <message>
        <source>it is missing, while the packets are there</source>
        <translation>er fehlt, während die Pakete da sind</translation>
    </message>
    <message numerus="yes">
        <source>The quota of %1 is reached: since the start the oldest %n row(s) without a mark were removed (%2).</source>
        <translation>
            <numerusform>Die Obergrenze von %1 ist erreicht: Seit dem Start wurde die älteste Zeile ohne Markierung entfernt (%2).</numerusform>
            <numerusform>Die Obergrenze von %1 ist erreicht: Seit dem Start wurden die ältesten %n Zeilen ohne Markierung entfernt (%2).</numerusform>
        </translation>
    </message>
    <message>
        <source>The disk is nearly full: rows stay as they are.</source>
        <translation>Die Platte ist fast voll: Die Zeilen bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1 rows, %2 packets, %3 bytes checked, %4 damaged.</source>
        <translation>%1 Zeilen, %2 Pakete, %3 Bytes geprüft, %4 beschädigt.</translation>
    </message>
    <message>
        <source>The archive is damaged.</source>
        <translation>Das Archiv ist beschädigt.</translation>
    </message>
    <message>
        <source>--%1: “%2” is no time.</source>
        <translation>--%1: „%2“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>Write 2026-09-14T22:00:00 (UTC).</source>
        <translation>2026-09-14T22:00:00 schreiben (UTC).</translation>
    </message>
    <message>
        <source>Where to is missing.</source>
        <translation>Das Ziel fehlt.</translation>
    </message>
    <message>
        <source>Add -o FILE.</source>
        <translation>-o DATEI hinzufügen.</translation>
    </message>
    <message>
        <source>There is no format “%1”.</source>
        <translation>Es gibt kein Format „%1“.</translation>
    </message>
    <message>
        <source>Choose csv, jsonl or ecsv.</source>
        <translation>csv, jsonl oder ecsv wählen.</translation>
    </message>
    <message>
        <source>--eol %1 is not known.</source>
        <translation>--eol %1 ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Write --eol lf.</source>
        <translation>--eol lf schreiben.</translation>
    </message>
    <message>
        <source>%1 rows written, %2 that could not be decoded left out.</source>
        <translation>%1 Zeilen geschrieben, %2 nicht dekodierbare ausgelassen.</translation>
    </message>
    <message>
        <source>No alert matches.</source>
        <translation>Kein Alert passt.</translation>
    </message>
    <message>
        <source>STREAM or URL</source>
        <translation>STREAM oder URL</translation>
    </message>
    <message>
        <source>Argument %1: %2</source>
        <translation>Argument %1: %2</translation>
    </message>
    <message>
        <source>“tocsin --help” and “tocsin COMMAND --help” describe everything.</source>
        <translation>„tocsin --help“ und „tocsin BEFEHL --help“ beschreiben alles.</translation>
    </message>
    <message>
        <source>Everything (settings, archive, logs) lies under DIR; beats TOCSIN_HOME and the XDG folders.</source>
        <translation>Alles (Einstellungen, Archiv, Protokolle) liegt unter DIR; geht vor TOCSIN_HOME und den XDG-Ordnern.</translation>
    </message>
    <message>
        <source>Another set of streams and window settings on the same archive.</source>
        <translation>Ein anderer Satz von Streams und Fenstereinstellungen über demselben Archiv.</translation>
    </message>
    <message>
        <source>error, warning, info or debug: what goes to standard error, librdkafka&apos;s own lines included.</source>
        <translation>error, warning, info oder debug: was auf die Standardfehlerausgabe geht, auch die Zeilen von librdkafka.</translation>
    </message>
    <message>
        <source>This text.</source>
        <translation>Dieser Text.</translation>
    </message>
    <message>
        <source>The version.</source>
        <translation>Die Version.</translation>
    </message>
    <message>
        <source>The manual page in troff.</source>
        <translation>Die Handbuchseite in troff.</translation>
    </message>
    <message>
        <source>Window only: draw it to a file, then end.</source>
        <translation>Nur Fenster: in eine Datei zeichnen, dann enden.</translation>
    </message>
    <message>
        <source>With --screenshot: wait until N alerts are in.</source>
        <translation>Mit --screenshot: warten, bis N Alerts da sind.</translation>
    </message>
    <message>
        <source>With --screenshot: device pixels per logical pixel.</source>
        <translation>Mit --screenshot: Gerätepixel je logischem Pixel.</translation>
    </message>
    <message>
        <source>With --screenshot: size of the window.</source>
        <translation>Mit --screenshot: Größe des Fensters.</translation>
    </message>
    <message>
        <source>Dark colours for this start.</source>
        <translation>Dunkle Farben für diesen Start.</translation>
    </message>
    <message>
        <source>The window (or JSON lines) on an invented night from a broker inside the program; no network, a throw-away home.</source>
        <translation>Das Fenster (oder JSON-Zeilen) über einer erfundenen Nacht aus einem Broker im Programm; kein Netz, ein Wegwerf-Ordner.</translation>
    </message>
    <message>
        <source>JSON lines instead of the window.</source>
        <translation>JSON-Zeilen statt des Fensters.</translation>
    </message>
    <message>
        <source>The same number gives the same night (1).</source>
        <translation>Dieselbe Zahl gibt dieselbe Nacht (1).</translation>
    </message>
    <message>
        <source>How many times as fast as life (1).</source>
        <translation>Wievielmal so schnell wie das Leben (1).</translation>
    </message>
    <message>
        <source>End after N alerts.</source>
        <translation>Nach N Alerts enden.</translation>
    </message>
    <message>
        <source>[FILE or -]…</source>
        <translation>[DATEI oder -]…</translation>
    </message>
    <message>
        <source>The topic the bytes came from, a hint for the decoders.</source>
        <translation>Das Topic, von dem die Bytes kamen, ein Hinweis für die Decoder.</translation>
    </message>
    <message>
        <source>The message key.</source>
        <translation>Der Schlüssel der Meldung.</translation>
    </message>
    <message>
        <source>A message header; may be repeated.</source>
        <translation>Ein Header der Meldung; darf wiederholt werden.</translation>
    </message>
    <message>
        <source>Decode as this format and no other.</source>
        <translation>Als dieses Format dekodieren und als kein anderes.</translation>
    </message>
    <message>
        <source>Add the whole packet as “fields”.</source>
        <translation>Das ganze Paket als „fields“ hinzufügen.</translation>
    </message>
    <message>
        <source>List the formats.</source>
        <translation>Die Formate auflisten.</translation>
    </message>
    <message>
        <source>[STREAM or URL]…</source>
        <translation>[STREAM oder URL]…</translation>
    </message>
    <message>
        <source>Streams to standard output, and into the same archive as the window. Without a name: every stream that is set up.</source>
        <translation>Streams auf die Standardausgabe und in dasselbe Archiv wie das Fenster. Ohne Namen: alle eingerichteten Streams.</translation>
    </message>
    <message>
        <source>End after N alerts are printed.</source>
        <translation>Enden, wenn N Alerts ausgegeben sind.</translation>
    </message>
    <message>
        <source>End after 90s, 10m, 2h …</source>
        <translation>Enden nach 90s, 10m, 2h …</translation>
    </message>
    <message>
        <source>Read what is there at the start, then end.</source>
        <translation>Lesen, was beim Start da ist, dann enden.</translation>
    </message>
    <message>
        <source>No alert lines and no states; the summary goes to standard output.</source>
        <translation>Keine Alert-Zeilen und keine Zustände; die Zusammenfassung geht auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>Keep nothing.</source>
        <translation>Nichts aufbewahren.</translation>
    </message>
    <message>
        <source>jsonl or table.</source>
        <translation>jsonl oder table.</translation>
    </message>
    <message>
        <source>Print alerts that are marked as tests too; they are stored and counted always.</source>
        <translation>Auch Alerts ausgeben, die als Test gekennzeichnet sind; gespeichert und gezählt werden sie immer.</translation>
    </message>
    <message>
        <source>Topics that the credential may see: name, partitions, time of the newest message.</source>
        <translation>Topics, die diese Anmeldung sehen darf: Name, Partitionen, Zeit der neuesten Meldung.</translation>
    </message>
    <message>
        <source>Only topics that fit: a name, * or ^regex.</source>
        <translation>Nur passende Topics: ein Name, * oder ^regex.</translation>
    </message>
    <message>
        <source>Streams that are set up: name, type, enabled or disabled, label.</source>
        <translation>Eingerichtete Streams: Name, Art, aktiviert oder deaktiviert, Bezeichnung.</translation>
    </message>
    <message>
        <source>Types of streams and every option of each.</source>
        <translation>Arten von Streams und alle Optionen einer jeden.</translation>
    </message>
    <message>
        <source>For programs.</source>
        <translation>Für Programme.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>NAME</translation>
    </message>
    <message>
        <source>One stream as JSON, without secrets.</source>
        <translation>Ein Stream als JSON, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>TYPE NAME key=value…</source>
        <translation>ART NAME schlüssel=wert…</translation>
    </message>
    <message>
        <source>Set up a stream; also label=…, enabled=…, autostart=…</source>
        <translation>Einen Stream einrichten; auch label=…, enabled=…, autostart=…</translation>
    </message>
    <message>
        <source>NAME key=value…</source>
        <translation>NAME schlüssel=wert…</translation>
    </message>
    <message>
        <source>Change a stream; key= puts the default back.</source>
        <translation>Einen Stream ändern; schlüssel= stellt den Vorgabewert wieder her.</translation>
    </message>
    <message>
        <source>NAME NEW</source>
        <translation>NAME NEU</translation>
    </message>
    <message>
        <source>Rename a stream; its rows follow.</source>
        <translation>Einen Stream umbenennen; seine Zeilen folgen.</translation>
    </message>
    <message>
        <source>Remove a stream; its rows stay.</source>
        <translation>Einen Stream entfernen; seine Zeilen bleiben.</translation>
    </message>
    <message>
        <source>FILE or -</source>
        <translation>DATEI oder -</translation>
    </message>
    <message>
        <source>Add the streams of a file.</source>
        <translation>Die Streams einer Datei hinzufügen.</translation>
    </message>
    <message>
        <source>All streams as a file for “streams import”, without secrets.</source>
        <translation>Alle Streams als Datei für „streams import“, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>Alerts from the archive to a file.</source>
        <translation>Alerts aus dem Archiv in eine Datei.</translation>
    </message>
    <message>
        <source>Where to (also -o); - is standard output.</source>
        <translation>Wohin (auch -o); - ist die Standardausgabe.</translation>
    </message>
    <message>
        <source>csv, jsonl or ecsv.</source>
        <translation>csv, jsonl oder ecsv.</translation>
    </message>
    <message>
        <source>From this time on (ISO, UTC).</source>
        <translation>Ab dieser Zeit (ISO, UTC).</translation>
    </message>
    <message>
        <source>Before this time.</source>
        <translation>Vor dieser Zeit.</translation>
    </message>
    <message>
        <source>No guard against formulas in spreadsheets.</source>
        <translation>Kein Schutz vor Formeln in Tabellenkalkulationen.</translation>
    </message>
    <message>
        <source>Line ends of one character.</source>
        <translation>Zeilenenden aus einem Zeichen.</translation>
    </message>
    <message>
        <source>stream, topic, partition, offset of every stored message, separated by tabs.</source>
        <translation>Stream, Topic, Partition, Offset jeder gespeicherten Meldung, durch Tabulatoren getrennt.</translation>
    </message>
    <message>
        <source>Check the index and every packet&apos;s checksum; changes nothing.</source>
        <translation>Index und Prüfsumme jedes Pakets prüfen; ändert nichts.</translation>
    </message>
    <message>
        <source>there is no option “%1” here.</source>
        <translation>hier gibt es keine Option „%1“.</translation>
    </message>
    <message>
        <source>“%1” needs a value.</source>
        <translation>„%1“ braucht einen Wert.</translation>
    </message>
    <message>
        <source>“%1” takes no value.</source>
        <translation>„%1“ nimmt keinen Wert.</translation>
    </message>
    <message>
        <source>there is no command “%1”.</source>
        <translation>es gibt keinen Befehl „%1“.</translation>
    </message>
    <message>
        <source>“%1” needs a further word; “tocsin %1 --help” lists them.</source>
        <translation>„%1“ braucht ein weiteres Wort; „tocsin %1 --help“ listet sie auf.</translation>
    </message>
    <message>
        <source>something is missing: %1</source>
        <translation>etwas fehlt: %1</translation>
    </message>
    <message>
        <source>“%1” is too much: %2</source>
        <translation>„%1“ ist zu viel: %2</translation>
    </message>
    <message>
        <source>Tocsin %1: a live monitor of astronomical alerts. Without a command: the window.</source>
        <translation>Tocsin %1: astronomische Alerts live im Blick. Ohne Befehl: das Fenster.</translation>
    </message>
    <message>
        <source>A URL is kafka://[USER@]HOST[:9092][,HOST…]/TOPIC[,TOPIC…]?key=value&amp;… with the options of the Kafka stream type (“tocsin streams types”), or demo:.</source>
        <translation>Eine URL ist kafka://[USER@]HOST[:9092][,HOST…]/TOPIC[,TOPIC…]?key=value&amp;… mit den Optionen der Kafka-Streams („tocsin streams types“), oder demo:.</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 internal error, 2 bad arguments, 3 nothing found, 4 some input could not be decoded, 5 archive, 6 keychain, 10 name not resolved, 11 no connection, 12 TLS refused, 13 sign-in refused, 14 not authorised, 15 unknown topic, 16 time limit, 130 interrupted.</source>
        <translation>Exit-Codes: 0 fertig, 1 innerer Fehler, 2 falsche Argumente, 3 nichts gefunden, 4 etwas konnte nicht dekodiert werden, 5 Archiv, 6 Schlüsselbund, 10 Name nicht aufgelöst, 11 keine Verbindung, 12 TLS abgelehnt, 13 Anmeldung abgelehnt, 14 nicht berechtigt, 15 unbekanntes Topic, 16 Zeitgrenze, 130 unterbrochen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Check the name and the rights.</source>
        <translation>Namen und Rechte prüfen.</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB, more than any alert.</source>
        <translation>%1 ist größer als 64 MiB, mehr als jeder Alert.</translation>
    </message>
    <message>
        <source>Give one message per file.</source>
        <translation>Eine Meldung je Datei angeben.</translation>
    </message>
    <message>
        <source>“tocsin decode --formats” lists them.</source>
        <translation>„tocsin decode --formats“ listet sie auf.</translation>
    </message>
    <message>
        <source>--header %1: write K=V.</source>
        <translation>--header %1: K=V schreiben.</translation>
    </message>
    <message>
        <source>Repeat --header for each.</source>
        <translation>--header für jeden wiederholen.</translation>
    </message>
    <message>
        <source>%1: a heartbeat, no alert</source>
        <translation>%1: ein Herzschlag, kein Alert</translation>
    </message>
    <message>
        <source>%1: new topic %2</source>
        <translation>%1: neues Topic %2</translation>
    </message>
    <message>
        <source>--count: “%1” is no number above 0.</source>
        <translation>--count: „%1“ ist keine Zahl über 0.</translation>
    </message>
    <message>
        <source>For example --count 10.</source>
        <translation>Zum Beispiel --count 10.</translation>
    </message>
    <message>
        <source>--for: “%1” is no duration.</source>
        <translation>--for: „%1“ ist keine Dauer.</translation>
    </message>
    <message>
        <source>Write 90s, 10m or 2h.</source>
        <translation>90s, 10m oder 2h schreiben.</translation>
    </message>
    <message>
        <source>Choose jsonl or table.</source>
        <translation>jsonl oder table wählen.</translation>
    </message>
    <message>
        <source>--from: “%1” is no start.</source>
        <translation>--from: „%1“ ist kein Anfang.</translation>
    </message>
    <message>
        <source>--no-archive keeps no positions, so it cannot resume.</source>
        <translation>--no-archive bewahrt keine Positionen auf, also kann es nicht fortsetzen.</translation>
    </message>
    <message>
        <source>Leave one of them out, or choose --from live, earliest, a time or last:N.</source>
        <translation>Eines davon weglassen oder --from live, earliest, eine Zeit oder last:N wählen.</translation>
    </message>
    <message>
        <source>No stream is set up yet.</source>
        <translation>Noch ist kein Stream eingerichtet.</translation>
    </message>
    <message>
        <source>Name one: tocsin listen kafka://HOST:9092/TOPIC, or set one up with “tocsin streams add”.</source>
        <translation>Einen nennen: tocsin listen kafka://HOST:9092/TOPIC, oder mit „tocsin streams add“ einen einrichten.</translation>
    </message>
    <message>
        <source>The demo&apos;s alerts never go into an archive of real ones.</source>
        <translation>Die Alerts der Demo gehen nie in ein Archiv echter Alerts.</translation>
    </message>
    <message>
        <source>Use “tocsin demo --headless”, or add --no-archive.</source>
        <translation>„tocsin demo --headless“ verwenden oder --no-archive hinzufügen.</translation>
    </message>
    <message>
        <source>“%1” is set up to resume, which --no-archive cannot.</source>
        <translation>„%1“ soll fortsetzen, was --no-archive nicht kann.</translation>
    </message>
    <message>
        <source>Add --from live, earliest, a time or last:N.</source>
        <translation>--from live, earliest, eine Zeit oder last:N hinzufügen.</translation>
    </message>
    <message>
        <source>“tocsin streams types” describes every option.</source>
        <translation>„tocsin streams types“ beschreibt jede Option.</translation>
    </message>
    <message>
        <source>“%1” is no URL of a stream.</source>
        <translation>„%1“ ist keine URL eines Streams.</translation>
    </message>
    <message>
        <source>Write kafka://HOST:9092/TOPIC or demo:.</source>
        <translation>kafka://HOST:9092/TOPIC oder demo: schreiben.</translation>
    </message>
    <message>
        <source>There is no stream “%1”.</source>
        <translation>Es gibt keinen Stream „%1“.</translation>
    </message>
    <message>
        <source>“tocsin streams list” shows those there are; “tocsin streams add” sets one up.</source>
        <translation>„tocsin streams list“ zeigt die vorhandenen; „tocsin streams add“ richtet einen ein.</translation>
    </message>
    <message>
        <source>--%1: “%2” is no number that fits.</source>
        <translation>--%1: „%2“ ist keine passende Zahl.</translation>
    </message>
    <message>
        <source>It must be %1 or more.</source>
        <translation>Es muss %1 oder mehr sein.</translation>
    </message>
    <message>
        <source>This version does not know the stream type “%1”.</source>
        <translation>Diese Version kennt die Stream-Art „%1“ nicht.</translation>
    </message>
    <message>
        <source>%1 for %2: </source>
        <translation>%1 für %2: </translation>
    </message>
    <message>
        <source>“%1” needs a password, and there is no terminal to ask on.</source>
        <translation>„%1“ braucht ein Passwort, und es gibt kein Terminal, um zu fragen.</translation>
    </message>
    <message>
        <source>“%1”: write key=value.</source>
        <translation>„%1“: schlüssel=wert schreiben.</translation>
    </message>
    <message>
        <source>%1: write true or false, not “%2”.</source>
        <translation>%1: true oder false schreiben, nicht „%2“.</translation>
    </message>
    <message>
        <source>For example %1=false.</source>
        <translation>Zum Beispiel %1=false.</translation>
    </message>
    <message>
        <source>There is no stream type “%1”.</source>
        <translation>Es gibt keine Stream-Art „%1“.</translation>
    </message>
    <message>
        <source>“tocsin streams types” lists them.</source>
        <translation>„tocsin streams types“ listet sie auf.</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>Es gibt keine Option „%1“.</translation>
    </message>
    <message>
        <source>A password never stands on the command line, where others can read it.</source>
        <translation>Ein Passwort steht nie auf der Befehlszeile, wo andere es lesen können.</translation>
    </message>
    <message>
        <source>There is a stream “%1” already; nothing was imported.</source>
        <translation>Es gibt schon einen Stream „%1“; nichts wurde importiert.</translation>
    </message>
    <message>
        <source>Rename or remove it first, or change the file.</source>
        <translation>Zuerst umbenennen oder entfernen, oder die Datei ändern.</translation>
    </message>
    <message>
        <source>“tocsin streams list” shows those there are.</source>
        <translation>„tocsin streams list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>“%1” has no list of topics.</source>
        <translation>„%1“ hat keine Liste von Topics.</translation>
    </message>
    <message>
        <source>Only streams of a broker have one.</source>
        <translation>Nur Streams eines Brokers haben eine.</translation>
    </message>
    <message>
        <source>Write a name, * or ^regex.</source>
        <translation>Einen Namen, * oder ^regex schreiben.</translation>
    </message>
    <message>
        <source>No topic matches.</source>
        <translation>Kein Topic passt.</translation>
    </message>
    <message>
        <source>Leave out --match to see all that this credential may see.</source>
        <translation>--match weglassen, um alle zu sehen, die diese Anmeldung sehen darf.</translation>
    </message>
    <message>
        <source>There is no log level “%1”.</source>
        <translation>Es gibt keine Protokollstufe „%1“.</translation>
    </message>
    <message>
        <source>Choose error, warning, info or debug.</source>
        <translation>error, warning, info oder debug wählen.</translation>
    </message>
    <message>
        <source>There is no display to open a window on.</source>
        <translation>Es gibt keine Anzeige für ein Fenster.</translation>
    </message>
    <message>
        <source>“tocsin demo --headless” and “tocsin listen” need none.</source>
        <translation>„tocsin demo --headless“ und „tocsin listen“ brauchen keine.</translation>
    </message>
    <message>
        <source>--%1: “%2” does not fit.</source>
        <translation>--%1: „%2“ passt nicht.</translation>
    </message>
    <message>
        <source>--%1 goes with --screenshot.</source>
        <translation>--%1 gehört zu --screenshot.</translation>
    </message>
    <message>
        <source>Name the picture&apos;s file: --screenshot OUT.png</source>
        <translation>Die Bilddatei nennen: --screenshot OUT.png</translation>
    </message>
    <message>
        <source>It is a number of alerts.</source>
        <translation>Es ist eine Anzahl von Alerts.</translation>
    </message>
    <message>
        <source>It is a number from 0.5 to 4.</source>
        <translation>Es ist eine Zahl von 0.5 bis 4.</translation>
    </message>
    <message>
        <source>It is width x height, such as 1600x1000.</source>
        <translation>Es ist Breite x Höhe, etwa 1600x1000.</translation>
    </message>
    <message>
        <source>Standard output could not be written: %1.</source>
        <translation>Die Standardausgabe konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>What was printed is not complete; free some space, or write elsewhere.</source>
        <translation>Das Ausgegebene ist nicht vollständig; Platz schaffen oder anderswohin schreiben.</translation>
    </message>
    <message>
        <source>The line on standard output keeps the reason; “tocsin decode --formats” lists what can be read.</source>
        <translation>Die Zeile auf der Standardausgabe nennt den Grund; „tocsin decode --formats“ listet auf, was gelesen werden kann.</translation>
    </message>
    <message>
        <source>Write demo:?seed=1&amp;speed=10&amp;count=100.</source>
        <translation>demo:?seed=1&amp;speed=10&amp;count=100 schreiben.</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of a profile.</source>
        <translation>„%1“ kann kein Name eines Profils sein.</translation>
    </message>
    <message>
        <source>Use letters, digits, dots, dashes and underscores.</source>
        <translation>Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche verwenden.</translation>
    </message>
    <message>
        <source>Print only what passes: mag &lt; 19.5 and not test. All is stored and counted.</source>
        <translation>Nur ausgeben, was passt: mag &lt; 19.5 and not test. Gespeichert und gezählt wird alles.</translation>
    </message>
    <message>
        <source>Only what passes, such as mag &lt; 19.5 and not test.</source>
        <translation>Nur was passt, etwa mag &lt; 19.5 and not test.</translation>
    </message>
    <message>
        <source>Write: %1</source>
        <translation>Schreiben: %1</translation>
    </message>
    <message>
        <source>Expected here: %1.</source>
        <translation>Hier erwartet: %1.</translation>
    </message>
    <message>
        <source>docs/filter.md describes the language.</source>
        <translation>docs/filter.md beschreibt die Sprache.</translation>
    </message>
    <message>
        <source>--filter, character %1: %2</source>
        <translation>--filter, Zeichen %1: %2</translation>
    </message>
    <message>
        <source>--for: “%1” is over before it begins.</source>
        <translation>--for: „%1“ ist vorbei, bevor es beginnt.</translation>
    </message>
    <message>
        <source>Every stream is disabled.</source>
        <translation>Alle Streams sind deaktiviert.</translation>
    </message>
    <message>
        <source>the broker was not asked</source>
        <translation>der Broker wurde nicht gefragt</translation>
    </message>
    <message>
        <source>the stream is no longer set up</source>
        <translation>der Stream ist nicht mehr eingerichtet</translation>
    </message>
    <message>
        <source>only a broker keeps messages for later</source>
        <translation>nur ein Broker bewahrt Meldungen für später auf</translation>
    </message>
    <message>
        <source>the broker wants a password; give it with --secret-file</source>
        <translation>der Broker verlangt ein Passwort; mit --secret-file angeben</translation>
    </message>
    <message>
        <source>the broker did not answer for this partition</source>
        <translation>der Broker antwortete für diese Partition nicht</translation>
    </message>
    <message>
        <source>it was missed at another broker</source>
        <translation>es wurde bei einem anderen Broker verpasst</translation>
    </message>
    <message>
        <source>Nothing was changed; the rows stay, but their damaged packets cannot be shown.</source>
        <translation>Nichts wurde geändert; die Zeilen bleiben, aber ihre beschädigten Pakete können nicht gezeigt werden.</translation>
    </message>
    <message>
        <source>--size: “%1” is no size.</source>
        <translation>--size: „%1“ ist keine Größe.</translation>
    </message>
    <message>
        <source>Write 20GB or 500MB.</source>
        <translation>20GB oder 500MB schreiben.</translation>
    </message>
    <message>
        <source>--size: %1 is too small for an archive.</source>
        <translation>--size: %1 ist zu klein für ein Archiv.</translation>
    </message>
    <message>
        <source>Write 100MB or more.</source>
        <translation>100MB oder mehr schreiben.</translation>
    </message>
    <message>
        <source>--age: “%1” is no age in days.</source>
        <translation>--age: „%1“ ist kein Alter in Tagen.</translation>
    </message>
    <message>
        <source>Write 90d, or none.</source>
        <translation>90d oder none schreiben.</translation>
    </message>
    <message>
        <source>%1 given back: %2 of packets, %3 of the index, %4 of column files.</source>
        <translation>%1 zurückgegeben: %2 von Paketen, %3 vom Index, %4 von Spaltendateien.</translation>
    </message>
    <message>
        <source>The index is sound: there is nothing to recover.</source>
        <translation>Der Index ist heil: es gibt nichts wiederherzustellen.</translation>
    </message>
    <message>
        <source>Recovered: %1 rows read from the old index, %2 decoded again from their packets, %3 lost.</source>
        <translation>Wiederhergestellt: %1 Zeilen aus dem alten Index gelesen, %2 neu aus ihren Paketen dekodiert, %3 verloren.</translation>
    </message>
    <message>
        <source>The old index is kept as %1. What was lost is listed as gaps.</source>
        <translation>Der alte Index ist als %1 aufbewahrt. Was verloren ist, steht als Lücke in der Liste.</translation>
    </message>
    <message>
        <source>Place, size, limits, rows, gaps.</source>
        <translation>Ort, Größe, Grenzen, Zeilen, Lücken.</translation>
    </message>
    <message>
        <source>stream, topic, partition, first and last offset, received or missed and why, separated by tabs. After each gap that a broker may still hold stands fetchable, fetchable from OFFSET, gone, or unknown and why.</source>
        <translation>Stream, Topic, Partition, erster und letzter Offset, empfangen oder verpasst und warum, durch Tabulatoren getrennt. Dahinter, ob ein Broker es vielleicht noch hat: fetchable, fetchable from OFFSET, gone oder unknown und warum.</translation>
    </message>
    <message>
        <source>Do not ask the brokers.</source>
        <translation>Die Broker nicht fragen.</translation>
    </message>
    <message>
        <source>Read what was missed and the broker still has, also while the stream is read elsewhere. Without a name: of every stream. Prints stream, messages that came, offsets that are gone for good, offsets still missing, separated by tabs.</source>
        <translation>Nachholen, was verpasst wurde und der Broker noch hat, auch während der Stream anderswo gelesen wird. Ohne Namen: von jedem Stream. Gibt Stream, angekommene Meldungen, endgültig verlorene und noch fehlende Offsets aus, durch Tabulatoren getrennt.</translation>
    </message>
    <message>
        <source>How large the archive may grow and how long it keeps what is not marked; without an option: what holds. The oldest goes first, marked rows never.</source>
        <translation>Wie groß das Archiv werden darf und wie lange es Unmarkiertes aufbewahrt; ohne Option: was gilt. Das Älteste geht zuerst, markierte Zeilen nie.</translation>
    </message>
    <message>
        <source>20GB, 500MB …: index, packets and column files together.</source>
        <translation>20GB, 500MB …: Index, Pakete und Spaltendateien zusammen.</translation>
    </message>
    <message>
        <source>90d: rows go when they were received so long ago; none: no limit by age.</source>
        <translation>90d: Zeilen gehen, wenn ihr Empfang so lange her ist; none: keine Grenze nach Alter.</translation>
    </message>
    <message>
        <source>Give space back to the disk. Safe while a window or listen uses the archive; the index itself needs them to have ended.</source>
        <translation>Dem Datenträger Platz zurückgeben. Ungefährlich, während ein Fenster oder listen das Archiv benutzt; für den Index selbst müssen sie beendet sein.</translation>
    </message>
    <message>
        <source>A new index in place of one that is damaged or missing, from what can be read of it and from the packets. The old one is kept; what is lost is printed and becomes gaps.</source>
        <translation>Ein neuer Index anstelle eines beschädigten oder fehlenden, aus dem, was davon lesbar ist, und aus den Paketen. Der alte bleibt aufbewahrt; was verloren ist, wird ausgegeben und wird zu Lücken.</translation>
    </message>
    <message>
        <source>Nothing is missing that a broker could still have.</source>
        <translation>Nichts fehlt, was ein Broker noch haben könnte.</translation>
    </message>
    <message>
        <source>Streams of the type “%1” cannot be asked for what was missed.</source>
        <translation>Bei Streams der Art „%1“ kann Verpasstes nicht nachgeholt werden.</translation>
    </message>
    <message>
        <source>Only a broker keeps messages for later.</source>
        <translation>Nur ein Broker bewahrt Meldungen für später auf.</translation>
    </message>
    <message>
        <source>%1: %2 of %3 done</source>
        <translation>%1: %2 von %3 erledigt</translation>
    </message>
    <message>
        <source>The ending “.%1” names no format.</source>
        <translation>Die Endung „.%1“ benennt kein Format.</translation>
    </message>
    <message>
        <source>End the name in .csv, .jsonl or .ecsv, or add --format csv, jsonl or ecsv.</source>
        <translation>Lassen Sie den Namen auf .csv, .jsonl oder .ecsv enden, oder geben Sie --format csv, jsonl oder ecsv an.</translation>
    </message>
    <message>
        <source>--columns names no column.</source>
        <translation>--columns nennt keine Spalte.</translation>
    </message>
    <message>
        <source>For example --columns name,ra,dec,mag; without --columns all keys are written.</source>
        <translation>Zum Beispiel --columns name,ra,dec,mag; ohne --columns werden alle Schlüssel geschrieben.</translation>
    </message>
    <message>
        <source>Restricted rows among them: %1. Whoever gets the file gets them too; look at who may have them.</source>
        <translation>Davon nicht öffentlich: %1. Wer die Datei bekommt, bekommt auch sie; prüfen Sie, wer sie haben darf.</translation>
    </message>
    <message>
        <source>“tocsin archive verify” tells which packets; everything else is written.</source>
        <translation>„tocsin archive verify“ nennt die Pakete; alles andere ist geschrieben.</translation>
    </message>
    <message>
        <source>Widen --filter, --since and --until.</source>
        <translation>Fassen Sie --filter, --since und --until weiter.</translation>
    </message>
    <message>
        <source>The file holds only the header. %1</source>
        <translation>Die Datei enthält nur den Kopf. %1</translation>
    </message>
    <message>
        <source>The file is empty. %1</source>
        <translation>Die Datei ist leer. %1</translation>
    </message>
    <message>
        <source>These instead of all keys: keys, b, l, age, and fields of packets such as fields.candidate.drb.</source>
        <translation>Diese statt aller Schlüssel: Schlüssel, b, l, age und Felder von Paketen wie fields.candidate.drb.</translation>
    </message>
    <message>
        <source>A JSON line for each stretch, with times, and until when a gap can be fetched.</source>
        <translation>Eine JSON-Zeile je Abschnitt, mit Zeiten und bis wann eine Lücke geholt werden kann.</translation>
    </message>
    <message numerus="yes">
        <source>%n stream(s) imported.</source>
        <translation>
            <numerusform>%n Strom importiert.</numerusform>
            <numerusform>%n Ströme importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read and are left out: their packets are damaged, and the filter asks for them.</source>
        <translation>
            <numerusform>%n Zeile konnte nicht gelesen werden und fehlt: Ihr Paket ist beschädigt, und der Filter fragt danach.</numerusform>
            <numerusform>%n Zeilen konnten nicht gelesen werden und fehlen: Ihre Pakete sind beschädigt, und der Filter fragt danach.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) are written without the fields of their packets: these are damaged.</source>
        <translation>
            <numerusform>%n Zeile ist ohne die Felder ihres Pakets geschrieben: Es ist beschädigt.</numerusform>
            <numerusform>%n Zeilen sind ohne die Felder ihrer Pakete geschrieben: Diese sind beschädigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) could not be printed any more.</source>
        <translation>
            <numerusform>%n Alert konnte nicht mehr ausgegeben werden.</numerusform>
            <numerusform>%n Alerts konnten nicht mehr ausgegeben werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) are stored but could not be printed any more; “tocsin export” has them.</source>
        <translation>
            <numerusform>%n Alert ist gespeichert, konnte aber nicht mehr ausgegeben werden; „tocsin export“ hat ihn.</numerusform>
            <numerusform>%n Alerts sind gespeichert, konnten aber nicht mehr ausgegeben werden; „tocsin export“ hat sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be judged by the filter: their packets are damaged; “tocsin archive verify” tells which.</source>
        <translation>
            <numerusform>%n Zeile konnte der Filter nicht beurteilen: Ihr Paket ist beschädigt; „tocsin archive verify“ nennt es.</numerusform>
            <numerusform>%n Zeilen konnte der Filter nicht beurteilen: Ihre Pakete sind beschädigt; „tocsin archive verify“ nennt sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n packet(s) of an earlier version could not be told where they came from; their files are kept.</source>
        <translation>
            <numerusform>%n Paket einer früheren Version sagt nicht, woher es kam; seine Datei bleibt.</numerusform>
            <numerusform>%n Pakete einer früheren Version sagen nicht, woher sie kamen; ihre Dateien bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts in files as JSON lines; no network but --schema URL. Gzip is unpacked first.</source>
        <translation>Alerts in Dateien als JSON-Zeilen; kein Netz außer --schema URL. Gzip wird vorher entpackt.</translation>
    </message>
    <message>
        <source>Avro schema for packets that bring none; types it names are looked for beside it. A URL of a schema, or of a registry.</source>
        <translation>Avro-Schema für Pakete, die keines mitbringen; Typen, die es nennt, werden daneben gesucht. Oder die Adresse eines Schemas oder eines Schemaverzeichnisses.</translation>
    </message>
    <message>
        <source>Add light curve and stamps as “inside”.</source>
        <translation>Lichtkurve und Ausschnitte als „inside“ hinzufügen.</translation>
    </message>
    <message>
        <source>The schema of %1 cannot be used: %2.</source>
        <translation>Das Schema von %1 kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
        <source>Give an Avro schema; the types it names are looked for in the .avsc files beside it.</source>
        <translation>Geben Sie ein Avro-Schema an; die Typen, die es nennt, werden in den .avsc-Dateien daneben gesucht.</translation>
    </message>
    <message>
        <source>it is larger than 8 MiB</source>
        <translation>es ist größer als 8 MiB</translation>
    </message>
    <message>
        <source>%1 gave no schema: %2.</source>
        <translation>%1 lieferte kein Schema: %2.</translation>
    </message>
    <message>
        <source>Check the address, or give the schema as a file.</source>
        <translation>Prüfen Sie die Adresse, oder geben Sie das Schema als Datei an.</translation>
    </message>
    <message>
        <source>Instead: what passes, such as mag &lt; 19.5 and not test.</source>
        <translation>Stattdessen: was passt, etwa mag &lt; 19.5 and not test.</translation>
    </message>
    <message>
        <source>Do not ask the registries.</source>
        <translation>Die Register nicht fragen.</translation>
    </message>
    <message>
        <source>No row matches.</source>
        <translation>Keine Zeile passt.</translation>
    </message>
    <message>
        <source>Schema %1 is not known here.</source>
        <translation>Schema %1 ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>Say where it is: tocsin streams set NAME registry=https://HOST/PATH.</source>
        <translation>Sagen Sie, wo es ist: tocsin streams set NAME registry=https://HOST/PFAD.</translation>
    </message>
    <message>
        <source>Leave out --offline to ask the stream&apos;s registry.</source>
        <translation>Lassen Sie --offline weg, um das Register des Streams zu fragen.</translation>
    </message>
    <message>
        <source>Read rows again from their packets, in place: without an option those that wait for a schema, which the stream&apos;s registry is asked for. Safe while a window or listen uses the archive. Prints how many rows were written, how many were removed because their packets do not hold them, how many of those stay because they are marked, and what still waits.</source>
        <translation>Zeilen an ihrer Stelle neu aus ihren Paketen lesen: ohne Option die, die auf ein Schema warten; nach diesem wird das Register des Streams gefragt. Sicher, während ein Fenster oder listen das Archiv benutzt. Gibt aus, wie viele Zeilen geschrieben wurden, wie viele entfernt wurden, weil ihre Pakete sie nicht enthalten, wie viele davon bleiben, weil sie markiert sind, und was noch wartet.</translation>
    </message>
    <message>
        <source>Waiting for the archive, which another program is writing to.</source>
        <translation>Es wird auf das Archiv gewartet, in das gerade ein anderes Programm schreibt.</translation>
    </message>
    <message>
        <source>The archive is still busy. Going on with the schema registries that it knew before.</source>
        <translation>Das Archiv ist noch beschäftigt. Es geht mit den Schemaregistern weiter, die es schon kannte.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>%1 is not asked for schemas.</source>
        <translation>%1 wird nicht nach Schemata gefragt.</translation>
    </message>
    <message>
        <source>Keep it in an account (“tocsin accounts add”, then account=NAME), or give it when the stream is opened: --secret-file FILE.</source>
        <translation>Bewahren Sie es in einem Konto auf („tocsin accounts add“, dann account=NAME), oder geben Sie es beim Öffnen des Streams an: --secret-file DATEI.</translation>
    </message>
    <message>
        <source>The secret file %1 is empty.</source>
        <translation>Die Geheimnisdatei %1 ist leer.</translation>
    </message>
    <message>
        <source>Give a file that holds the secret and nothing else.</source>
        <translation>Geben Sie eine Datei an, die das Geheimnis enthält und sonst nichts.</translation>
    </message>
    <message>
        <source>Give a file that holds the secret and nothing else, and that only you can read.</source>
        <translation>Geben Sie eine Datei an, die das Geheimnis enthält und sonst nichts, und die nur Sie lesen können.</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Unterbrochen.</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>Standard input holds no secret.</source>
        <translation>Die Standardeingabe enthält kein Geheimnis.</translation>
    </message>
    <message>
        <source>Write it there, or into a file that --secret-file names; it never stands among the arguments.</source>
        <translation>Schreiben Sie es dorthin, oder in eine Datei, die --secret-file nennt; es steht nie unter den Argumenten.</translation>
    </message>
    <message>
        <source>New passphrase of the vault file</source>
        <translation>Neue Passphrase der Tresordatei</translation>
    </message>
    <message>
        <source>Passphrase of the vault file</source>
        <translation>Passphrase der Tresordatei</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>Nothing was stored; begin again.</source>
        <translation>Nichts wurde gespeichert; beginnen Sie von vorn.</translation>
    </message>
    <message>
        <source>Keep it in an account (“tocsin accounts add”, then account=NAME), or put it into a file and name that with --secret-file.</source>
        <translation>Bewahren Sie es in einem Konto auf („tocsin accounts add“, dann account=NAME), oder schreiben Sie es in eine Datei und nennen Sie diese mit --secret-file.</translation>
    </message>
    <message>
        <source>Name one file, or say --environment.</source>
        <translation>Nennen Sie eine Datei, oder geben Sie --environment an.</translation>
    </message>
    <message>
        <source>For example: tocsin accounts import ~/.config/hop/auth.toml</source>
        <translation>Zum Beispiel: tocsin accounts import ~/.config/hop/auth.toml</translation>
    </message>
    <message>
        <source>There is no account to import.</source>
        <translation>Es gibt kein Konto zu übernehmen.</translation>
    </message>
    <message>
        <source>“%1” was not imported; what is listed above was. The file is as it was.</source>
        <translation>„%1“ wurde nicht übernommen; was oben steht, schon. Die Datei ist, wie sie war.</translation>
    </message>
    <message>
        <source>%1 still holds the secrets in plain text; --remove-file removes it after an import.</source>
        <translation>%1 enthält die Geheimnisse weiter im Klartext; --remove-file entfernt die Datei nach der Übernahme.</translation>
    </message>
    <message>
        <source>%1 was not removed: it holds more than what was imported.</source>
        <translation>%1 wurde nicht entfernt: Die Datei enthält mehr, als übernommen wurde.</translation>
    </message>
    <message>
        <source>%1 could not be removed.</source>
        <translation>%1 konnte nicht entfernt werden.</translation>
    </message>
    <message>
        <source>The accounts are imported; remove it by hand.</source>
        <translation>Die Konten sind übernommen; entfernen Sie die Datei von Hand.</translation>
    </message>
    <message>
        <source>%1 was removed. Copies in backups and snapshots still hold the secrets.</source>
        <translation>%1 wurde entfernt. Kopien in Sicherungen und Schnappschüssen enthalten die Geheimnisse weiter.</translation>
    </message>
    <message>
        <source>FILE holds the secret and nothing else; it must be yours and readable by you alone (chmod 600). /dev/stdin and &lt;(COMMAND) will do.</source>
        <translation>DATEI enthält das Geheimnis und sonst nichts; sie muss Ihnen gehören und nur für Sie lesbar sein (chmod 600). /dev/stdin und &lt;(BEFEHL) gehen auch.</translation>
    </message>
    <message>
        <source>FILE holds the passphrase of the encrypted vault file; else it is asked on the terminal.</source>
        <translation>DATEI enthält die Passphrase der verschlüsselten Tresordatei; sonst wird sie im Terminal erfragt.</translation>
    </message>
    <message>
        <source>The way to the first record, a line a rung with its time: name, TCP, TLS, sign-in, rights, first record. The exit code tells which rung did not hold.</source>
        <translation>Der Weg zum ersten Datensatz, eine Zeile je Sprosse mit ihrer Zeit: Name, TCP, TLS, Anmeldung, Rechte, erster Datensatz. Der Exit-Code sagt, welche Sprosse nicht gehalten hat.</translation>
    </message>
    <message>
        <source>The most that a rung may take: 2s, 1m … (5s to 8s).</source>
        <translation>Wie lange eine Sprosse höchstens dauern darf: 2s, 1m … (5s bis 8s).</translation>
    </message>
    <message>
        <source>Accounts: name, kind, server, user, where the secret lies, last use, end, streams that use it, separated by tabs.</source>
        <translation>Konten: Name, Art, Server, Benutzer, Ort des Geheimnisses, letzte Benutzung, Ende, Streams, die es benutzen, durch Tabulatoren getrennt.</translation>
    </message>
    <message>
        <source>A JSON line for each account.</source>
        <translation>Eine JSON-Zeile je Konto.</translation>
    </message>
    <message>
        <source>Kinds of accounts and every option of each.</source>
        <translation>Arten von Konten und jede Option einer jeden.</translation>
    </message>
    <message>
        <source>KIND NAME key=value…</source>
        <translation>ART NAME schlüssel=wert…</translation>
    </message>
    <message>
        <source>keychain, file, or credentials (of a systemd service: $CREDENTIALS_DIRECTORY/NAME, nothing is stored); else what “accounts vault” says.</source>
        <translation>keychain, file oder credentials (eines systemd-Dienstes: $CREDENTIALS_DIRECTORY/NAME, nichts wird gespeichert); sonst, was „accounts vault“ sagt.</translation>
    </message>
    <message>
        <source>Rename an account; streams that use it follow.</source>
        <translation>Ein Konto umbenennen; Streams, die es benutzen, folgen.</translation>
    </message>
    <message>
        <source>Also when the secret cannot be reached; it stays where it lies.</source>
        <translation>Auch wenn das Geheimnis nicht zu erreichen ist; es bleibt dann, wo es liegt.</translation>
    </message>
    <message>
        <source>[FILE]</source>
        <translation>[DATEI]</translation>
    </message>
    <message>
        <source>Remove the plain file when all that is in it was imported.</source>
        <translation>Die Klartextdatei entfernen, wenn alles darin übernommen wurde.</translation>
    </message>
    <message>
        <source>Only say what would be imported.</source>
        <translation>Nur sagen, was übernommen würde.</translation>
    </message>
    <message>
        <source>[keychain or file]</source>
        <translation>[keychain oder file]</translation>
    </message>
    <message>
        <source>Where new secrets go, and whether it answers. With a word: choose it. The file is encrypted and has a passphrase.</source>
        <translation>Wohin neue Geheimnisse kommen, und ob es antwortet. Mit einem Wort: wählen. Die Datei ist verschlüsselt und hat eine Passphrase.</translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>Es gibt kein Konto „%1“.</translation>
    </message>
    <message>
        <source>“tocsin accounts list” shows those there are.</source>
        <translation>„tocsin accounts list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>New secrets go to %1.</source>
        <translation>Neue Geheimnisse kommen in: %1.</translation>
    </message>
    <message>
        <source>Write key=value for what is known of the account; the secret never stands there.</source>
        <translation>Schreiben Sie schlüssel=wert für das, was über das Konto bekannt ist; das Geheimnis steht dort nie.</translation>
    </message>
    <message>
        <source>An account of the kind %1 has no option “%2”.</source>
        <translation>Ein Konto der Art %1 hat keine Option „%2“.</translation>
    </message>
    <message>
        <source>“tocsin accounts kinds” describes them. The secret comes from standard input or --secret-file.</source>
        <translation>„tocsin accounts kinds“ beschreibt sie. Das Geheimnis kommt von der Standardeingabe oder aus --secret-file.</translation>
    </message>
    <message>
        <source>There is an account “%1” already.</source>
        <translation>Es gibt schon ein Konto „%1“.</translation>
    </message>
    <message>
        <source>“tocsin accounts renew” gives it a new secret; else choose another name.</source>
        <translation>„tocsin accounts renew“ gibt ihm ein neues Geheimnis; sonst wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>--in: there is no vault “%1”.</source>
        <translation>--in: Es gibt keinen Tresor „%1“.</translation>
    </message>
    <message>
        <source>Choose keychain, file or credentials.</source>
        <translation>Wählen Sie keychain, file oder credentials.</translation>
    </message>
    <message>
        <source>“%1” is kept in %2.</source>
        <translation>„%1“ liegt nun hier: %2.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1: the secret can be read from %2; %3. No server was asked.</source>
        <translation>%1: Das Geheimnis ist lesbar (%2); %3. Kein Server wurde gefragt.</translation>
    </message>
    <message>
        <source>“%1” is used by %2.</source>
        <translation>„%1“ wird von %2 benutzt.</translation>
    </message>
    <message>
        <source>Give those another account first: tocsin streams set NAME account=OTHER</source>
        <translation>Geben Sie diesen zuerst ein anderes Konto: tocsin streams set NAME account=ANDERES</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>hielt nicht</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>--timeout: “%1” is no time.</source>
        <translation>--timeout: „%1“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>Write 5s, 1m …</source>
        <translation>Schreiben Sie 5s, 1m …</translation>
    </message>
    <message>
        <source>“%1” has no connection to check.</source>
        <translation>„%1“ hat keine Verbindung, die zu prüfen wäre.</translation>
    </message>
    <message>
        <source>%1: the secret can be read from %2. No server was asked.</source>
        <translation>%1: Das Geheimnis ist lesbar (%2). Kein Server wurde gefragt.</translation>
    </message>
    <message>
        <source>SCIMMA_AUTH_USERNAME and _PASSWORD, GCN_CLASSIC_CLIENT_ID and _CLIENT_SECRET, BEARER_TOKEN and BEARER_TOKEN_FILE are looked for.</source>
        <translation>Gesucht wird nach SCIMMA_AUTH_USERNAME und _PASSWORD, GCN_CLASSIC_CLIENT_ID und _CLIENT_SECRET, BEARER_TOKEN und BEARER_TOKEN_FILE.</translation>
    </message>
    <message>
        <source>Write live, resume, recent, earliest, an ISO time in UTC, or last:N.</source>
        <translation>Schreiben Sie live, resume, recent, earliest, eine ISO-Zeit in UTC oder last:N.</translation>
    </message>
    <message>
        <source>live, resume, recent, earliest, an ISO time in UTC, or last:N (per partition).</source>
        <translation>live, resume, recent, earliest, eine ISO-Zeit in UTC oder last:N (je Partition).</translation>
    </message>
    <message>
        <source>Accounts from the file of another program: hop&apos;s auth.toml, SCiMMA&apos;s CSV, netrc, Fink&apos;s yml, a SciToken. Prints name, kind, server, user of each.</source>
        <translation>Konten aus der Datei eines anderen Programms: auth.toml von hop, CSV von SCiMMA, netrc, yml von Fink, ein SciToken. Gibt von jedem Name, Art, Server, Benutzer aus.</translation>
    </message>
    <message>
        <source>Instead of a file: SCIMMA_AUTH_…, GCN_CLASSIC_… and BEARER_TOKEN… of the environment.</source>
        <translation>Statt einer Datei: SCIMMA_AUTH_…, GCN_CLASSIC_… und BEARER_TOKEN… der Umgebung.</translation>
    </message>
    <message>
        <source>Where SciTokens are looked for, and which one is taken: place, what was found, issuer, subject, scope, audience, end, separated by tabs.</source>
        <translation>Wo nach SciTokens gesucht wird, und welches genommen wird: Ort, Befund, Aussteller, Inhaber, Berechtigung, Empfänger, Ende, durch Tabulatoren getrennt.</translation>
    </message>
    <message>
        <source>Whom it is to be for.</source>
        <translation>Für wen es sein soll.</translation>
    </message>
    <message>
        <source>What it is to allow, for example kafka.consume.</source>
        <translation>Was es erlauben soll, zum Beispiel kafka.consume.</translation>
    </message>
    <message>
        <source>Of the one that is taken: %1.</source>
        <translation>Von dem, das genommen wird: %1.</translation>
    </message>
    <message>
        <source>Give a refresh token there, or nothing: then the browser is opened.</source>
        <translation>Geben Sie dort ein Erneuerungstoken ein, oder nichts: Dann wird der Browser geöffnet.</translation>
    </message>
    <message>
        <source>A stream that fits: %1</source>
        <translation>Ein passender Stream: %1</translation>
    </message>
    <message>
        <source>Tocsin asks %1 for: %2</source>
        <translation>Tocsin bittet %1 um: %2</translation>
    </message>
    <message>
        <source>Open %1 in a browser on any machine and enter the code %2 (only if you began this sign-in yourself).</source>
        <translation>Öffnen Sie %1 in einem Browser auf irgendeinem Rechner und geben Sie den Code %2 ein (nur wenn Sie diese Anmeldung selbst begonnen haben).</translation>
    </message>
    <message>
        <source>With the code in it: %1</source>
        <translation>Mit dem Code darin: %1</translation>
    </message>
    <message>
        <source>Sign in there: %1</source>
        <translation>Dort anmelden: %1</translation>
    </message>
    <message>
        <source>The browser ends at a page that it may not be able to show. Paste the address of that page here:</source>
        <translation>Der Browser endet bei einer Seite, die er vielleicht nicht zeigen kann. Fügen Sie die Adresse dieser Seite hier ein:</translation>
    </message>
    <message>
        <source>No browser could be opened. Open the link by hand, on this machine; elsewhere use --paste or --device.</source>
        <translation>Es ließ sich kein Browser öffnen. Öffnen Sie den Link von Hand, auf diesem Rechner; anderswo mit --paste oder --device.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Not given, though asked for: %1. Streams that need it will be refused.</source>
        <translation>Nicht gegeben, obwohl verlangt: %1. Streams, die es brauchen, werden abgelehnt.</translation>
    </message>
    <message>
        <source>The sign-in could not be taken back at its provider (%1) It is deleted here; take it back on the provider&apos;s pages.</source>
        <translation>Die Anmeldung ließ sich beim Anbieter nicht zurücknehmen (%1) Hier ist sie gelöscht; nehmen Sie sie auf den Seiten des Anbieters zurück.</translation>
    </message>
    <message>
        <source>%1: a token was fetched; it is for %2, allows “%3” and ends %4Z.</source>
        <translation>%1: Ein Token wurde geholt; es ist für %2, erlaubt „%3“ und endet %4Z.</translation>
    </message>
    <message>
        <source>%1: a token was fetched; it is for %2 and allows “%3”.</source>
        <translation>%1: Ein Token wurde geholt; es ist für %2 und erlaubt „%3“.</translation>
    </message>
    <message>
        <source>For the kind oauth: the secret that the provider gave with the client ID (Google does).</source>
        <translation>Für die Art oauth: das Geheimnis, das der Anbieter mit der Client-ID gab (Google tut das).</translation>
    </message>
    <message>
        <source>For the kind oauth: sign in with a code, in a browser on any machine.</source>
        <translation>Für die Art oauth: mit einem Code anmelden, in einem Browser auf irgendeinem Rechner.</translation>
    </message>
    <message>
        <source>For the kind oauth: open no browser; the address that it ends at is pasted here.</source>
        <translation>Für die Art oauth: keinen Browser öffnen; die Adresse, bei der er endet, wird hier eingefügt.</translation>
    </message>
    <message>
        <source>Keep a secret under a name. The secret comes from standard input (asked on a terminal) or --secret-file, never from an argument; the kind oauth opens the browser for it (issuer=google is Google&apos;s).</source>
        <translation>Ein Geheimnis unter einem Namen aufbewahren. Es kommt von der Standardeingabe (im Terminal erfragt) oder aus --secret-file, nie aus einem Argument; die Art oauth öffnet dafür den Browser (issuer=google ist der von Google).</translation>
    </message>
    <message>
        <source>A new secret for an account, given as with “accounts add”; for the kind oauth: sign in again.</source>
        <translation>Ein neues Geheimnis für ein Konto, gegeben wie bei „accounts add“; für die Art oauth: neu anmelden.</translation>
    </message>
    <message>
        <source>Whether the secret can be read, and what its server says: a token is fetched, or the connection is tried up to the sign-in; when it ends.</source>
        <translation>Ob das Geheimnis lesbar ist, und was sein Server sagt: Ein Token wird geholt, oder die Verbindung bis zur Anmeldung versucht; wann es endet.</translation>
    </message>
    <message>
        <source>Remove an account and its secret; not while a stream uses it. A sign-in in the browser is taken back at its provider first.</source>
        <translation>Ein Konto und sein Geheimnis entfernen; nicht, solange ein Stream es benutzt. Eine Anmeldung im Browser wird zuerst beim Anbieter zurückgenommen.</translation>
    </message>
    <message>
        <source>Anybody can see “%1” there, without a sign-in. To delete it: tocsin target remove %2</source>
        <translation>Jeder kann „%1“ dort sehen, ohne Anmeldung. Zum Löschen: tocsin target remove %2</translation>
    </message>
    <message>
        <source>There is no account “%1” of the kind tom.</source>
        <translation>Es gibt kein Konto „%1“ der Art tom.</translation>
    </message>
    <message>
        <source>Make one: tocsin accounts add tom NAME url=https://…</source>
        <translation>Legen Sie eines an: tocsin accounts add tom NAME url=https://…</translation>
    </message>
    <message>
        <source>--row: “%1” is no row number.</source>
        <translation>--row: „%1“ ist keine Zeilennummer.</translation>
    </message>
    <message>
        <source>Say which alerts: either --row N or --filter EXPR.</source>
        <translation>Geben Sie an, welche Alerts: entweder --row N oder --filter AUSDRUCK.</translation>
    </message>
    <message>
        <source>“tocsin export” shows row numbers.</source>
        <translation>„tocsin export“ zeigt die Zeilennummern.</translation>
    </message>
    <message>
        <source>--field: write KEY=VALUE, not “%1”.</source>
        <translation>--field: Schreiben Sie SCHLÜSSEL=WERT, nicht „%1“.</translation>
    </message>
    <message>
        <source>No alert passes this filter.</source>
        <translation>Kein Alert passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Say --uncertain to make it all the same.</source>
        <translation>Geben Sie --uncertain an, um es trotzdem anzulegen.</translation>
    </message>
    <message>
        <source>--state: there is no “%1”.</source>
        <translation>--state: „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>Write local, queued, created, exists, refused or removed.</source>
        <translation>Schreiben Sie local, queued, created, exists, refused oder removed.</translation>
    </message>
    <message>
        <source>“%1” is no number of a target.</source>
        <translation>„%1“ ist keine Nummer eines Ziels.</translation>
    </message>
    <message>
        <source>“tocsin target list” shows them as &quot;number&quot;.</source>
        <translation>„tocsin target list“ zeigt sie als &quot;number&quot;.</translation>
    </message>
    <message>
        <source>Say where to: -o FILE.</source>
        <translation>Geben Sie an, wohin: -o DATEI.</translation>
    </message>
    <message>
        <source>There are no such targets.</source>
        <translation>Solche Ziele gibt es nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) written.</source>
        <translation>
            <numerusform>%n Ziel geschrieben.</numerusform>
            <numerusform>%n Ziele geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Write to a folder that is there and that has room.</source>
        <translation>Schreiben Sie in einen Ordner, den es gibt und der Platz hat.</translation>
    </message>
    <message>
        <source>“%1” is no row.</source>
        <translation>„%1“ ist keine Zeile.</translation>
    </message>
    <message>
        <source>A row is the number under the key row.</source>
        <translation>Eine Zeile ist die Nummer unter dem Schlüssel row.</translation>
    </message>
    <message>
        <source>Say which rows: --row N or --filter EXPR.</source>
        <translation>Sagen Sie, welche Zeilen: --row N oder --filter EXPR.</translation>
    </message>
    <message>
        <source>For example --row 12, or --filter &apos;name = &quot;S260914ab&quot;&apos;.</source>
        <translation>Zum Beispiel --row 12 oder --filter &apos;name = &quot;S260914ab&quot;&apos;.</translation>
    </message>
    <message>
        <source>“%1” is no number of an ignored object.</source>
        <translation>„%1“ ist keine Nummer eines ignorierten Objekts.</translation>
    </message>
    <message>
        <source>“tocsin triage list” shows them.</source>
        <translation>„tocsin triage list“ zeigt sie.</translation>
    </message>
    <message>
        <source>Names: %1</source>
        <translation>Namen: %1</translation>
    </message>
    <message>
        <source>No row has this name, or another name of the same event.</source>
        <translation>Keine Zeile hat diesen Namen oder einen anderen Namen desselben Ereignisses.</translation>
    </message>
    <message>
        <source>The secret given is the password of the user (kind tom): a token is fetched with it and kept in its place.</source>
        <translation>Das angegebene Geheimnis ist das Passwort des Benutzers (Art tom): Damit wird ein Token geholt und an seiner Stelle behalten.</translation>
    </message>
    <message>
        <source>A row of the archive; may be repeated.</source>
        <translation>Eine Zeile des Archivs; darf wiederholt werden.</translation>
    </message>
    <message>
        <source>Take it away again.</source>
        <translation>Wieder entfernen.</translation>
    </message>
    <message>
        <source>Make targets of stored alerts in a TOM: first it is looked for what is there already, by place and by name. Prints a JSON line per target; what the TOM cannot take now waits in the outbox.</source>
        <translation>Ziele aus gespeicherten Alerts in einem TOM anlegen: Zuerst wird nach Position und Name gesucht, was schon da ist. Gibt eine JSON-Zeile je Ziel aus; was der TOM jetzt nicht nehmen kann, wartet im Postausgang.</translation>
    </message>
    <message>
        <source>ACCOUNT</source>
        <translation>KONTO</translation>
    </message>
    <message>
        <source>An account of the kind tom; without one targets are kept in the local list.</source>
        <translation>Ein Konto der Art tom; ohne eines kommen Ziele in die lokale Liste.</translation>
    </message>
    <message>
        <source>The alert with this row number.</source>
        <translation>Der Alert mit dieser Zeilennummer.</translation>
    </message>
    <message>
        <source>All alerts that pass; of those that would have one name the newest.</source>
        <translation>Alle passenden Alerts; von denen, die denselben Namen bekämen, der neueste.</translation>
    </message>
    <message>
        <source>A group there that may see them; else those of the account.</source>
        <translation>Eine Gruppe dort, die sie sehen darf; sonst die des Kontos.</translation>
    </message>
    <message>
        <source>KEY=VALUE</source>
        <translation>SCHLÜSSEL=WERT</translation>
    </message>
    <message>
        <source>A field that targets of this TOM have beside the usual ones.</source>
        <translation>Ein Feld, das Ziele dieses TOM neben den üblichen haben.</translation>
    </message>
    <message>
        <source>Send the light curve of the packet, too.</source>
        <translation>Auch die Lichtkurve des Pakets senden.</translation>
    </message>
    <message>
        <source>Also when the TOM has such a target.</source>
        <translation>Auch wenn der TOM ein solches Ziel hat.</translation>
    </message>
    <message>
        <source>Also when nobody measured the place, or its error exceeds 0.5 degrees.</source>
        <translation>Auch wenn niemand die Position gemessen hat oder ihr Fehler über 0.5 Grad liegt.</translation>
    </message>
    <message>
        <source>Restricted alerts may go to this TOM, now and later.</source>
        <translation>Beschränkte Alerts dürfen an diesen TOM gehen, jetzt und später.</translation>
    </message>
    <message>
        <source>Only say what would be made, and what is there.</source>
        <translation>Nur sagen, was angelegt würde und was schon da ist.</translation>
    </message>
    <message>
        <source>Targets made of alerts, and the local list: a JSON line each, the newest first.</source>
        <translation>Aus Alerts angelegte Ziele und die lokale Liste: je eine JSON-Zeile, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Only those that are local, queued, created, exists, refused or removed.</source>
        <translation>Nur die mit dem Zustand local, queued, created, exists, refused oder removed.</translation>
    </message>
    <message>
        <source>What waits for its TOM: a JSON line each. With --retry it is sent now.</source>
        <translation>Was auf seinen TOM wartet: je eine JSON-Zeile. Mit --retry wird es jetzt gesendet.</translation>
    </message>
    <message>
        <source>Send all of it now, and what was refused at the sign-in.</source>
        <translation>Alles davon jetzt senden, auch was bei der Anmeldung abgelehnt wurde.</translation>
    </message>
    <message>
        <source>NUMBER…</source>
        <translation>NUMMER…</translation>
    </message>
    <message>
        <source>An account of the kind tom.</source>
        <translation>Ein Konto der Art tom.</translation>
    </message>
    <message>
        <source>Targets as a CSV file that the import page of a TOM Toolkit reads.</source>
        <translation>Ziele als CSV-Datei, die die Importseite eines TOM Toolkit liest.</translation>
    </message>
    <message>
        <source>Only those that are local, queued, created, exists, refused or removed; else the local list.</source>
        <translation>Nur die mit dem Zustand local, queued, created, exists, refused oder removed; sonst die lokale Liste.</translation>
    </message>
    <message>
        <source>Only those that nobody has acknowledged.</source>
        <translation>Nur die, die niemand quittiert hat.</translation>
    </message>
    <message>
        <source>A JSON line for each alarm.</source>
        <translation>Eine JSON-Zeile je Alarm.</translation>
    </message>
    <message>
        <source>[NUMBER]…</source>
        <translation>[NUMMER]…</translation>
    </message>
    <message>
        <source>Acknowledge alarms, also those that a window or listen shows; prints how many.</source>
        <translation>Alarme quittieren, auch die, die ein Fenster oder listen zeigt; gibt aus, wie viele.</translation>
    </message>
    <message>
        <source>All that are open.</source>
        <translation>Alle offenen.</translation>
    </message>
    <message>
        <source>[DURATION or off]</source>
        <translation>[DAUER oder off]</translation>
    </message>
    <message>
        <source>Nothing sounds for so long but rules marked “always”, in every program of this home; what is open then is heard. Prints until when, or off.</source>
        <translation>So lange ertönt nichts außer Regeln mit „immer“, in jedem Programm dieses Ordners; was dann offen ist, ertönt. Gibt aus, bis wann, oder off.</translation>
    </message>
    <message>
        <source>Raise an alarm as a rule does, and say of each part whether it works here: sound, notification, staying awake.</source>
        <translation>Einen Alarm auslösen, wie eine Regel es tut, und von jedem Teil sagen, ob er hier geht: Ton, Benachrichtigung, Wachhalten.</translation>
    </message>
    <message>
        <source>Alerts of an event by any of its names (GW, GRB, EP, AT or SN, ZTF, LSST, IceCube, triggers), however they are spelt, as JSON lines; the names that packets have had side by side go to standard error.</source>
        <translation>Alerts eines Ereignisses nach jedem seiner Namen (GW, GRB, EP, AT oder SN, ZTF, LSST, IceCube, Trigger), wie immer geschrieben, als JSON-Zeilen; die Namen, die Pakete nebeneinander trugen, gehen auf die Standardfehlerausgabe.</translation>
    </message>
    <message>
        <source>Watchlists: name and number of sources, separated by a tab.</source>
        <translation>Beobachtungslisten: Name und Zahl der Quellen, durch einen Tabulator getrennt.</translation>
    </message>
    <message>
        <source>NAME FILE</source>
        <translation>NAME DATEI</translation>
    </message>
    <message>
        <source>Of sources that bring none: 2arcsec, 0.5arcmin, 1deg (2arcsec).</source>
        <translation>Von Quellen, die keinen mitbringen: 2arcsec, 0.5arcmin, 1deg (2arcsec).</translation>
    </message>
    <message>
        <source>Leave stored rows as they are; “watch match” looks at them later.</source>
        <translation>Gespeicherte Zeilen lassen, wie sie sind; „watch match“ sieht sie später an.</translation>
    </message>
    <message>
        <source>Remove a watchlist, and its names from the stored rows.</source>
        <translation>Eine Beobachtungsliste entfernen, und ihre Namen aus den gespeicherten Zeilen.</translation>
    </message>
    <message>
        <source>Look at all stored rows anew, for watchlists and coincidences. Safe while a window or listen uses the archive. Prints how many rows match and how many changed.</source>
        <translation>Alle gespeicherten Zeilen neu ansehen, nach Beobachtungslisten und Koinzidenzen. Ungefährlich, während ein Fenster oder listen das Archiv benutzt. Gibt aus, wie viele Zeilen passen und wie viele sich änderten.</translation>
    </message>
    <message>
        <source>The times alone count, wherever the two lie.</source>
        <translation>Nur die Zeiten zählen, wo immer die beiden liegen.</translation>
    </message>
    <message>
        <source>Tags, notes and ignored objects as JSON lines.</source>
        <translation>Schlagwörter, Notizen und ignorierte Objekte als JSON-Zeilen.</translation>
    </message>
    <message>
        <source>TAG</source>
        <translation>SCHLAGWORT</translation>
    </message>
    <message>
        <source>Give a tag to the events of the rows; new revisions have it too.</source>
        <translation>Den Ereignissen der Zeilen ein Schlagwort geben; neue Revisionen haben es auch.</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>TEXT</translation>
    </message>
    <message>
        <source>Write a note to the events of the rows, in place of one that is there; an empty text takes it away.</source>
        <translation>Den Ereignissen der Zeilen eine Notiz schreiben, anstelle einer vorhandenen; ein leerer Text entfernt sie.</translation>
    </message>
    <message>
        <source>Hide the objects of the rows in all streams, by their names and within 1.5 arcsec of their place; with --off: show them again.</source>
        <translation>Die Objekte der Zeilen in allen Streams ausblenden, nach ihren Namen und im Umkreis von 1.5 arcsec um ihre Position; mit --off: wieder zeigen.</translation>
    </message>
    <message>
        <source>Show ignored objects again, by the numbers that “triage list” shows.</source>
        <translation>Ignorierte Objekte wieder zeigen, nach den Nummern, die „triage list“ zeigt.</translation>
    </message>
    <message>
        <source>The shift log in Markdown: alarms and acknowledgements, targets, tags, notes, ignored objects, and what each stream received and missed.</source>
        <translation>Das Schichtprotokoll in Markdown: Alarme und Quittierungen, Ziele, Schlagwörter, Notizen, ignorierte Objekte, und was jeder Stream empfing und verpasste.</translation>
    </message>
    <message>
        <source>From this time on (ISO, UTC); 12 hours ago.</source>
        <translation>Ab dieser Zeit (ISO, UTC); vor 12 Stunden.</translation>
    </message>
    <message>
        <source>Before this time; now.</source>
        <translation>Vor dieser Zeit; jetzt.</translation>
    </message>
    <message>
        <source>Where to (also -o); standard output.</source>
        <translation>Wohin (auch -o); Standardausgabe.</translation>
    </message>
    <message>
        <source>A password belongs to a user: write user=NAME.</source>
        <translation>Ein Passwort gehört zu einem Benutzer: Schreiben Sie user=NAME.</translation>
    </message>
    <message>
        <source>Without --password the secret is taken for a token.</source>
        <translation>Ohne --password gilt das Geheimnis als Token.</translation>
    </message>
    <message>
        <source>This TOM takes no token, so the password is kept.</source>
        <translation>Dieser TOM nimmt kein Token, daher wird das Passwort behalten.</translation>
    </message>
    <message>
        <source>A token was fetched and is kept; the password is not.</source>
        <translation>Ein Token wurde geholt und wird behalten, das Passwort nicht.</translation>
    </message>
    <message>
        <source>%1: %2 honours the token.</source>
        <translation>%1: %2 nimmt das Token an.</translation>
    </message>
    <message>
        <source>%1: %2 takes user name and password.</source>
        <translation>%1: %2 nimmt Benutzername und Passwort an.</translation>
    </message>
    <message>
        <source>It is in no group: nobody but you would see its targets.</source>
        <translation>Es ist in keiner Gruppe: Niemand außer Ihnen würde seine Ziele sehen.</translation>
    </message>
    <message>
        <source>Its groups: %1</source>
        <translation>Seine Gruppen: %1</translation>
    </message>
    <message>
        <source>Targets there also have “%1” (required)</source>
        <translation>Ziele dort haben auch „%1“ (Pflicht)</translation>
    </message>
    <message>
        <source>Targets there also have “%1”</source>
        <translation>Ziele dort haben auch „%1“</translation>
    </message>
    <message>
        <source>It takes light curves.</source>
        <translation>Er nimmt Lichtkurven.</translation>
    </message>
    <message>
        <source>It takes no light curves.</source>
        <translation>Er nimmt keine Lichtkurven.</translation>
    </message>
    <message>
        <source>--password is for accounts of the kind tom.</source>
        <translation>--password ist für Konten der Art tom.</translation>
    </message>
    <message>
        <source>Password of %1 at %2</source>
        <translation>Passwort von %1 bei %2</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Name a file that is there and that you may read.</source>
        <translation>Nennen Sie eine Datei, die es gibt und die Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Read as %1.</source>
        <translation>Gelesen als %1.</translation>
    </message>
    <message>
        <source>There is no coincidence “%1”.</source>
        <translation>Es gibt keine Koinzidenz „%1“.</translation>
    </message>
    <message>
        <source>“tocsin watch coincidence” shows those there are.</source>
        <translation>„tocsin watch coincidence“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>“%1” is no span of time.</source>
        <translation>„%1“ ist keine Zeitspanne.</translation>
    </message>
    <message>
        <source>Write 60s, 10m, 2h …</source>
        <translation>Schreiben Sie 60s, 10m, 2h …</translation>
    </message>
    <message>
        <source>Say what is to be done with coincidences.</source>
        <translation>Sagen Sie, was mit Koinzidenzen geschehen soll.</translation>
    </message>
    <message>
        <source>--since: “%1” is no time.</source>
        <translation>--since: „%1“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>Write 2026-09-14 or 2026-09-14T03:00:00.</source>
        <translation>Schreiben Sie 2026-09-14 oder 2026-09-14T03:00:00.</translation>
    </message>
    <message>
        <source>Which alarms are meant is not clear.</source>
        <translation>Es ist nicht klar, welche Alarme gemeint sind.</translation>
    </message>
    <message>
        <source>Name their numbers, which “tocsin alarms list --open” shows, or write --all.</source>
        <translation>Nennen Sie ihre Nummern, die „tocsin alarms list --open“ zeigt, oder schreiben Sie --all.</translation>
    </message>
    <message>
        <source>“%1” is no number of an alarm.</source>
        <translation>„%1“ ist keine Nummer eines Alarms.</translation>
    </message>
    <message>
        <source>“tocsin alarms list --open” shows them.</source>
        <translation>„tocsin alarms list --open“ zeigt sie.</translation>
    </message>
    <message>
        <source>None of these alarms is open.</source>
        <translation>Keiner dieser Alarme ist offen.</translation>
    </message>
    <message>
        <source>“tocsin alarms list --open” shows those that are.</source>
        <translation>„tocsin alarms list --open“ zeigt die offenen.</translation>
    </message>
    <message>
        <source>“%1” is no time.</source>
        <translation>„%1“ ist keine Zeit.</translation>
    </message>
    <message>
        <source>Write 30m, 2h …, or off.</source>
        <translation>Schreiben Sie 30m, 2h … oder off.</translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Without a window nobody would notice an alarm here.</source>
        <translation>Ohne Fenster würde hier niemand einen Alarm bemerken.</translation>
    </message>
    <message>
        <source>Set up sound or notifications as said above, or let rules send mail or call a webhook.</source>
        <translation>Richten Sie Ton oder Benachrichtigungen ein, wie oben gesagt, oder lassen Sie Regeln Mail senden oder einen Webhook aufrufen.</translation>
    </message>
    <message>
        <source>Alarm: %1: %2</source>
        <translation>Alarm: %1: %2</translation>
    </message>
    <message>
        <source>Rule %1, %2: %3</source>
        <translation>Regel %1, %2: %3</translation>
    </message>
    <message>
        <source>Rule %1 would send a restricted alert; it waits until somebody allows it: tocsin rules allow %1</source>
        <translation>Die Regel %1 würde einen eingeschränkten Alert versenden; er wartet, bis jemand es erlaubt: tocsin rules allow %1</translation>
    </message>
    <message>
        <source>Another program of this home acts by the rules; this one takes over when it ends.</source>
        <translation>Ein anderes Programm dieses Orts handelt nach den Regeln; dieses übernimmt, wenn es endet.</translation>
    </message>
    <message>
        <source>Act by the rules as the window does; one program of a home does so at a time. With --from a time, earliest or last:N what comes from there counts as news.</source>
        <translation>Nach den Regeln handeln wie das Fenster; je Ort tut das nur ein Programm. Mit --from und einer Zeit, earliest oder last:N gilt als neu, was von dort kommt.</translation>
    </message>
    <message>
        <source>Rules in their order: name, enabled or disabled, actions, when it was rehearsed, label, separated by tabs.</source>
        <translation>Regeln in ihrer Reihenfolge: Name, enabled oder disabled, Aktionen, wann der Probelauf war, Bezeichnung, durch Tabulatoren getrennt.</translation>
    </message>
    <message>
        <source>Kinds of actions and every option of each.</source>
        <translation>Arten von Aktionen und alle ihre Optionen.</translation>
    </message>
    <message>
        <source>Add the rules of a file (JSON). What can wake somebody stays off until it was rehearsed.</source>
        <translation>Die Regeln einer Datei (JSON) hinzufügen. Was jemanden wecken kann, bleibt bis zum Probelauf aus.</translation>
    </message>
    <message>
        <source>Switch a rule on; one that can wake somebody only after its rehearsal.</source>
        <translation>Eine Regel einschalten; eine, die jemanden wecken kann, erst nach ihrem Probelauf.</translation>
    </message>
    <message>
        <source>For scripts: nobody has to have looked how often it wakes.</source>
        <translation>Für Skripte: niemand muss nachgesehen haben, wie oft sie weckt.</translation>
    </message>
    <message>
        <source>Switch a rule off.</source>
        <translation>Eine Regel ausschalten.</translation>
    </message>
    <message>
        <source>Remove a rule.</source>
        <translation>Eine Regel entfernen.</translation>
    </message>
    <message>
        <source>What a rule would have done with the stored alerts: a JSON line for each night with its hits and how often it would have been heard, then the last ten rows. Does nothing else.</source>
        <translation>Was eine Regel mit den gespeicherten Alerts getan hätte: eine JSON-Zeile je Nacht mit ihren Treffern und wie oft sie zu hören gewesen wäre, dann die letzten zehn Zeilen. Tut sonst nichts.</translation>
    </message>
    <message>
        <source>Restricted alerts may go where this rule sends them; what waits for it is sent. Prints the places.</source>
        <translation>Eingeschränkte Alerts dürfen dorthin, wohin diese Regel sie sendet; was wartet, wird gesendet. Gibt die Orte aus.</translation>
    </message>
    <message>
        <source>They may not any more.</source>
        <translation>Sie dürfen es nicht mehr.</translation>
    </message>
    <message>
        <source>[NAME]</source>
        <translation>[NAME]</translation>
    </message>
    <message>
        <source>What rules did and what came of it, newest first: a JSON line for each.</source>
        <translation>Was Regeln getan haben und was daraus wurde, das Neueste zuerst: je eine JSON-Zeile.</translation>
    </message>
    <message>
        <source>There is no rule “%1”.</source>
        <translation>Es gibt keine Regel „%1“.</translation>
    </message>
    <message>
        <source>“tocsin rules list” shows those there are.</source>
        <translation>„tocsin rules list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>“%1” can wake somebody, so it is off until it was rehearsed: tocsin rules rehearse %1, then tocsin rules enable %1.</source>
        <translation>„%1“ kann jemanden wecken und ist daher bis zum Probelauf aus: tocsin rules rehearse %1, dann tocsin rules enable %1.</translation>
    </message>
    <message>
        <source>“%1” is on without a rehearsal: nobody has looked how often it wakes.</source>
        <translation>„%1“ ist ohne Probelauf an: niemand hat nachgesehen, wie oft sie weckt.</translation>
    </message>
    <message>
        <source>“%1” sends nothing anywhere.</source>
        <translation>„%1“ sendet nirgendwohin etwas.</translation>
    </message>
    <message>
        <source>The alarm log, newest first: number, open or not, when it was raised, rule, what, how often it sounded, why not, when it was acknowledged, separated by tabs.</source>
        <translation>Das Alarmprotokoll, das Neueste zuerst: Nummer, offen oder nicht, wann ausgelöst, Regel, was, wie oft zu hören, warum nicht, wann quittiert, durch Tabulatoren getrennt.</translation>
    </message>
    <message>
        <source>“%1” names an account “%2” of the kind %3 that is not there: tocsin accounts add %3 %2</source>
        <translation>„%1“ nennt ein Konto „%2“ der Art %3, das es nicht gibt: tocsin accounts add %3 %2</translation>
    </message>
    <message>
        <source>“%1” names a stream “%2” that is not there: tocsin streams add kafka %2</source>
        <translation>„%1“ nennt einen Stream „%2“, den es nicht gibt: tocsin streams add kafka %2</translation>
    </message>
    <message>
        <source>--zone is of --night: times are UTC.</source>
        <translation>--zone gehört zu --night: Zeiten sind UTC.</translation>
    </message>
    <message>
        <source>For example --night last --zone America/Santiago.</source>
        <translation>Zum Beispiel --night last --zone America/Santiago.</translation>
    </message>
    <message>
        <source>--since %1 is not before %2.</source>
        <translation>--since %1 liegt nicht vor %2.</translation>
    </message>
    <message>
        <source>Times are UTC; without --until the log ends now.</source>
        <translation>Zeiten sind UTC; ohne --until endet das Protokoll jetzt.</translation>
    </message>
    <message>
        <source>--night goes without --since and --until.</source>
        <translation>--night geht nicht mit --since und --until.</translation>
    </message>
    <message>
        <source>A night goes from noon to noon in the time of --zone (UTC).</source>
        <translation>Eine Nacht geht von Mittag bis Mittag in der Zeit von --zone (UTC).</translation>
    </message>
    <message>
        <source>None of these objects is ignored.</source>
        <translation>Keines dieser Objekte wird ignoriert.</translation>
    </message>
    <message>
        <source>“tocsin triage list” shows those that are.</source>
        <translation>„tocsin triage list“ zeigt die ignorierten.</translation>
    </message>
    <message>
        <source>Pin them above the list as well; with --off: the pin alone goes.</source>
        <translation>Auch über der Liste anheften; mit --off wird nur gelöst.</translation>
    </message>
    <message>
        <source>Send targets of the local list to a TOM, and those whose account is gone.</source>
        <translation>Ziele der lokalen Liste an einen TOM senden, und die, deren Konto es nicht mehr gibt.</translation>
    </message>
    <message>
        <source>Take back what was not sent, delete at the TOM what was, once it answers: a JSON line each; the number is that of “target list”.</source>
        <translation>Zurücknehmen, was nicht gesendet wurde, und im TOM löschen, was gesendet wurde, sobald er antwortet: je eine JSON-Zeile; die Nummer ist die von „target list“.</translation>
    </message>
    <message>
        <source>One rule as JSON, as “rules add” takes it.</source>
        <translation>Eine Regel als JSON, wie „rules add“ sie annimmt.</translation>
    </message>
    <message>
        <source>One that is there already is changed in its place.</source>
        <translation>Eine, die es schon gibt, wird an ihrem Platz geändert.</translation>
    </message>
    <message>
        <source>NAME PLACE</source>
        <translation>NAME PLATZ</translation>
    </message>
    <message>
        <source>Change the order of the rules: to this place, counted from 1.</source>
        <translation>Die Reihenfolge der Regeln ändern: an diesen Platz, von 1 an gezählt.</translation>
    </message>
    <message>
        <source>Keep a copy of the positions in FILE (- is standard input) as a watchlist, in place of one of that name, and match the stored rows. CSV with name, ra, dec (degrees or sexagesimal) and radius (arcsec, or with its unit as in 0.5deg), a header or none; or VOTable with its units. Alerts on a source get the keys watch and watch_sep.</source>
        <translation>Eine Kopie der Positionen in DATEI (- ist die Standardeingabe) als Beobachtungsliste behalten, anstelle einer dieses Namens, und die gespeicherten Zeilen abgleichen. CSV mit name, ra, dec (Grad oder sexagesimal) und radius (arcsec, oder mit Einheit wie 0.5deg), mit oder ohne Kopfzeile; oder VOTable mit seinen Einheiten. Alerts auf einer Quelle bekommen die Schlüssel watch und watch_sep.</translation>
    </message>
    <message>
        <source>[add NAME A B WITHIN, or enable, disable, preview or remove NAME]</source>
        <translation>[add NAME A B SPANNE, oder enable, disable, preview oder remove NAME]</translation>
    </message>
    <message>
        <source>Alerts that pass A within a span of time of one that passes B, and inside its error circle, or the 90 % area of its sky map; both get the key coincidence with the other&apos;s name. A and B are conditions in the filter language, WITHIN is 60s, 10m, 2h … preview tells what it would have said of stored rows. Without a word: those there are.</source>
        <translation>Alerts, die A erfüllen, innerhalb einer Zeitspanne um einen, der B erfüllt, und in dessen Fehlerkreis oder der 90-%-Fläche seiner Himmelskarte; beide bekommen den Schlüssel coincidence mit dem Namen des anderen. A und B sind Bedingungen in der Filtersprache, SPANNE ist 60s, 10m, 2h … preview sagt, was bei gespeicherten Zeilen herausgekommen wäre. Ohne Wort: die vorhandenen.</translation>
    </message>
    <message>
        <source>No circle is smaller, and alerts without an error or a map have this one.</source>
        <translation>Kein Kreis ist kleiner, und Alerts ohne Fehler und ohne Karte haben diesen.</translation>
    </message>
    <message>
        <source>With preview: only rows that were received since then (ISO, UTC).</source>
        <translation>Mit preview: nur Zeilen, die seitdem empfangen wurden (ISO, UTC).</translation>
    </message>
    <message>
        <source>The objects of the rows are seen, in all streams, as far as they are stored; what comes later of them is unseen. With --off: unseen again.</source>
        <translation>Die Objekte der Zeilen sind gesehen, in allen Streams, soweit sie gespeichert sind; was später von ihnen kommt, ist ungesehen. Mit --off: wieder ungesehen.</translation>
    </message>
    <message>
        <source>Mark the rows, as the star in the window does: marked rows stay when the archive makes room.</source>
        <translation>Die Zeilen markieren, wie der Stern im Fenster: Markierte Zeilen bleiben, wenn das Archiv Platz schafft.</translation>
    </message>
    <message>
        <source>Instead: from noon to noon; the date of its evening (YYYY-MM-DD), tonight or last.</source>
        <translation>Stattdessen: von Mittag bis Mittag; das Datum des Abends (JJJJ-MM-TT), tonight oder last.</translation>
    </message>
    <message>
        <source>Of the noons of --night: America/Santiago …, local or UTC (UTC).</source>
        <translation>Für die Mittage von --night: America/Santiago …, local oder UTC (UTC).</translation>
    </message>
    <message>
        <source>It is not in its groups %1, so no target can be given to them.</source>
        <translation>Es gehört nicht zu seinen Gruppen %1, also kann ihnen kein Ziel gegeben werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) refused.</source>
        <translation>
            <numerusform>%n Ziel abgelehnt.</numerusform>
            <numerusform>%n Ziele abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>When the account is in order: tocsin target outbox --retry</source>
        <translation>Wenn das Konto in Ordnung ist: tocsin target outbox --retry</translation>
    </message>
    <message>
        <source>“tocsin target create --help” says how fields are given (--field) and doubts are answered (--uncertain, --anyway).</source>
        <translation>„tocsin target create --help“ sagt, wie Felder angegeben (--field) und Zweifel beantwortet werden (--uncertain, --anyway).</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) wait in the outbox.</source>
        <translation>
            <numerusform>%n Ziel wartet im Postausgang.</numerusform>
            <numerusform>%n Ziele warten im Postausgang.</numerusform>
        </translation>
    </message>
    <message>
        <source>An open window sends them when the TOM is there again; without one: tocsin target outbox --retry</source>
        <translation>Ein offenes Fenster sendet sie, wenn der TOM wieder da ist; ohne eines: tocsin target outbox --retry</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) waited for it; “tocsin target list” says what became of each.</source>
        <translation>
            <numerusform>%n Ziel wartete darauf; „tocsin target list“ sagt, was daraus wurde.</numerusform>
            <numerusform>%n Ziele warteten darauf; „tocsin target list“ sagt, was aus jedem wurde.</numerusform>
        </translation>
    </message>
    <message>
        <source>Say which TOM: --tom ACCOUNT.</source>
        <translation>Nennen Sie den TOM: --tom KONTO.</translation>
    </message>
    <message>
        <source>“tocsin accounts list” shows those of the kind tom.</source>
        <translation>„tocsin accounts list“ zeigt die der Art tom.</translation>
    </message>
    <message>
        <source>Radius: %1 arcsec.</source>
        <translation>Radius: %1 arcsec.</translation>
    </message>
    <message>
        <source>Radii: %1 to %2 arcsec.</source>
        <translation>Radien: %1 bis %2 arcsec.</translation>
    </message>
    <message>
        <source>tocsin watch coincidence add NAME A B WITHIN, or enable, disable, preview or remove NAME, or nothing to see them.</source>
        <translation>tocsin watch coincidence add NAME A B SPANNE, oder enable, disable, preview oder remove NAME, oder nichts, um sie zu sehen.</translation>
    </message>
    <message>
        <source>There is no rule in %1.</source>
        <translation>In %1 ist keine Regel.</translation>
    </message>
    <message>
        <source>what was given</source>
        <translation>dem Angegebenen</translation>
    </message>
    <message>
        <source>“tocsin rules show NAME” shows the form.</source>
        <translation>„tocsin rules show NAME“ zeigt die Form.</translation>
    </message>
    <message>
        <source>“%1” has a key “%2” that this version does not know; it is kept and does nothing.</source>
        <translation>„%1“ hat einen Schlüssel „%2“, den diese Version nicht kennt; er bleibt stehen und bewirkt nichts.</translation>
    </message>
    <message>
        <source>“%1” is on.</source>
        <translation>„%1“ ist scharf.</translation>
    </message>
    <message>
        <source>“%1” is off; to switch it on: tocsin rules enable %1.</source>
        <translation>„%1“ ist aus; zum Einschalten: tocsin rules enable %1.</translation>
    </message>
    <message>
        <source>No alert of that time is stored, so how often “%1” would wake is not known.</source>
        <translation>Aus dieser Zeit ist kein Alert gespeichert, also ist nicht bekannt, wie oft „%1“ wecken würde.</translation>
    </message>
    <message>
        <source>Let a stream run for a night first, or switch it on as it is: tocsin rules enable %1 --without-rehearsal</source>
        <translation>Lassen Sie zuerst eine Nacht lang einen Stream laufen, oder schalten Sie sie ohne Probelauf ein: tocsin rules enable %1 --without-rehearsal</translation>
    </message>
    <message>
        <source>“%1” is no place among the rules.</source>
        <translation>„%1“ ist kein Platz unter den Regeln.</translation>
    </message>
    <message>
        <source>Write 1 for the first; “tocsin rules list” shows their order.</source>
        <translation>Schreiben Sie 1 für den ersten; „tocsin rules list“ zeigt die Reihenfolge.</translation>
    </message>
    <message>
        <source>%1 % of the stored alerts are looked at.</source>
        <translation>%1 % der gespeicherten Alerts sind angesehen.</translation>
    </message>
</context>
<context>
    <name>compare</name>
    <message>
        <source>p(neutron star)</source>
        <translation>p(Neutronenstern)</translation>
    </message>
    <message>
        <source>p(remnant)</source>
        <translation>p(Überrest)</translation>
    </message>
    <message>
        <source>p(mass gap)</source>
        <translation>p(Massenlücke)</translation>
    </message>
    <message>
        <source>p(BNS)</source>
        <translation>p(BNS)</translation>
    </message>
    <message>
        <source>p(NSBH)</source>
        <translation>p(NSBH)</translation>
    </message>
    <message>
        <source>p(BBH)</source>
        <translation>p(BBH)</translation>
    </message>
    <message>
        <source>p(terrestrial)</source>
        <translation>p(terrestrisch)</translation>
    </message>
</context>
<context>
    <name>decoders</name>
    <message>
        <source>GCN circular</source>
        <translation>GCN-Zirkular</translation>
    </message>
    <message>
        <source>Reports of observers, written by people, from NASA&apos;s GCN.</source>
        <translation>Berichte von Beobachtern, von Menschen geschrieben, aus dem GCN der NASA.</translation>
    </message>
    <message>
        <source>GCN notice</source>
        <translation>GCN-Notiz</translation>
    </message>
    <message>
        <source>Notices of NASA&apos;s GCN in the unified JSON schema.</source>
        <translation>Notizen des GCN der NASA im einheitlichen JSON-Schema.</translation>
    </message>
    <message>
        <source>Gravitational-wave alert</source>
        <translation>Gravitationswellen-Alert</translation>
    </message>
    <message>
        <source>Public alerts of LIGO, Virgo and KAGRA with their sky maps, in JSON or Avro.</source>
        <translation>Öffentliche Alerts von LIGO, Virgo und KAGRA mit ihren Himmelskarten, in JSON oder Avro.</translation>
    </message>
    <message>
        <source>Plain JSON</source>
        <translation>Einfaches JSON</translation>
    </message>
    <message>
        <source>Any JSON object; fields are found by their usual names.</source>
        <translation>Jedes JSON-Objekt; Felder werden an ihren üblichen Namen erkannt.</translation>
    </message>
    <message>
        <source>Avro</source>
        <translation>Avro</translation>
    </message>
    <message>
        <source>Any Avro container; fields are found by their usual names.</source>
        <translation>Jeder Avro-Container; Felder werden an ihren üblichen Namen erkannt.</translation>
    </message>
    <message>
        <source>ZTF alert</source>
        <translation>ZTF-Alert</translation>
    </message>
    <message>
        <source>Detections of the Zwicky Transient Facility in Avro, from any broker.</source>
        <translation>Detektionen der Zwicky Transient Facility in Avro, von jedem Broker.</translation>
    </message>
    <message>
        <source>Text or bytes</source>
        <translation>Text oder Bytes</translation>
    </message>
    <message>
        <source>Messages without structure, as hop sends them; the whole stays in the packet.</source>
        <translation>Nachrichten ohne Gliederung, wie hop sie sendet; das Ganze bleibt im Paket.</translation>
    </message>
    <message>
        <source>BSON</source>
        <translation>BSON</translation>
    </message>
    <message>
        <source>Binary JSON, also under zlib: what ANTARES sends and what SCiMMA keeps large messages as.</source>
        <translation>Binäres JSON, auch unter zlib: was ANTARES sendet und als was SCiMMA große Nachrichten aufbewahrt.</translation>
    </message>
    <message>
        <source>ANTARES locus</source>
        <translation>ANTARES-Locus</translation>
    </message>
    <message>
        <source>Places on the sky that filters of the ANTARES broker picked, with what is known of them.</source>
        <translation>Orte am Himmel, die Filter des Brokers ANTARES ausgewählt haben, mit dem, was über sie bekannt ist.</translation>
    </message>
    <message>
        <source>Catalogue matches and the properties that filters computed.</source>
        <translation>Katalogtreffer und die Eigenschaften, die Filter berechnet haben.</translation>
    </message>
    <message>
        <source>SNEWS message</source>
        <translation>SNEWS-Nachricht</translation>
    </message>
    <message>
        <source>Bursts of neutrinos that detectors report to the Supernova Early Warning System, and its own alerts.</source>
        <translation>Neutrinoausbrüche, die Detektoren dem Supernova Early Warning System melden, und dessen eigene Alerts.</translation>
    </message>
    <message>
        <source>Probabilities and time series of the detectors; a neutrino burst has no position.</source>
        <translation>Wahrscheinlichkeiten und Zeitreihen der Detektoren; ein Neutrinoausbruch hat keine Position.</translation>
    </message>
    <message>
        <source>ZTF alert as JSON</source>
        <translation>ZTF-Alert als JSON</translation>
    </message>
    <message>
        <source>Detections of the Zwicky Transient Facility that a broker wrote as JSON.</source>
        <translation>Detektionen der Zwicky Transient Facility, die ein Broker als JSON geschrieben hat.</translation>
    </message>
    <message>
        <source>Catalogue neighbours, shapes and quality figures of the detection.</source>
        <translation>Nachbarn aus Katalogen, Formen und Gütezahlen der Detektion.</translation>
    </message>
    <message>
        <source>GraceDB upload</source>
        <translation>GraceDB-Upload</translation>
    </message>
    <message>
        <source>Candidates on their way from a search pipeline to GraceDB; pings of the same topics make no row.</source>
        <translation>Kandidaten auf dem Weg von einer Such-Pipeline zu GraceDB; Pings derselben Topics ergeben keine Zeile.</translation>
    </message>
    <message>
        <source>BigQuery reply</source>
        <translation>BigQuery-Antwort</translation>
    </message>
    <message>
        <source>Rows that Google BigQuery answered; each is decoded as an alert of its own.</source>
        <translation>Zeilen, die Google BigQuery geantwortet hat; jede wird als eigener Alert gelesen.</translation>
    </message>
    <message>
        <source>Rows of one object</source>
        <translation>Zeilen eines Objekts</translation>
    </message>
    <message>
        <source>The detections of one object from a table: the newest is the alert, all of them its light curve.</source>
        <translation>Die Detektionen eines Objekts aus einer Tabelle: Die neueste ist der Alert, alle zusammen sind seine Lichtkurve.</translation>
    </message>
    <message>
        <source>ALeRCE</source>
        <translation>ALeRCE</translation>
    </message>
    <message>
        <source>Objects, detections and classifications of the ALeRCE broker. Classifications come without a position.</source>
        <translation>Objekte, Detektionen und Klassifikationen des Brokers ALeRCE. Klassifikationen kommen ohne Position.</translation>
    </message>
    <message>
        <source>Features and corrected magnitudes.</source>
        <translation>Merkmale und korrigierte Helligkeiten.</translation>
    </message>
    <message>
        <source>Alert of the TOM Toolkit</source>
        <translation>Alert des TOM Toolkit</translation>
    </message>
    <message>
        <source>Alerts with the eight fields that the TOM Toolkit knows, from its demonstration broker and its like.</source>
        <translation>Alerts mit den acht Feldern, die das TOM Toolkit kennt, von seinem Vorführbroker und ähnlichen.</translation>
    </message>
    <message>
        <source>Hermes message</source>
        <translation>Hermes-Nachricht</translation>
    </message>
    <message>
        <source>Targets and measurements that observers share through Hermes.</source>
        <translation>Ziele und Messungen, die Beobachter über Hermes teilen.</translation>
    </message>
    <message>
        <source>Spectra, astrometry, further targets, references and orbital elements.</source>
        <translation>Spektren, Astrometrie, weitere Ziele, Verweise und Bahnelemente.</translation>
    </message>
    <message>
        <source>Pitt-Google lite</source>
        <translation>Pitt-Google lite</translation>
    </message>
    <message>
        <source>Detections in the short form of the Pitt-Google broker.</source>
        <translation>Detektionen in der Kurzform des Brokers Pitt-Google.</translation>
    </message>
    <message>
        <source>Catalogue matches.</source>
        <translation>Katalogtreffer.</translation>
    </message>
    <message>
        <source>Text inside JSON</source>
        <translation>Text in JSON</translation>
    </message>
    <message>
        <source>A message that was encoded as JSON more than once; what is inside is decoded by its content.</source>
        <translation>Eine Nachricht, die mehrfach als JSON kodiert wurde; was darin ist, wird nach seinem Inhalt gelesen.</translation>
    </message>
    <message>
        <source>Older hop message</source>
        <translation>Ältere hop-Nachricht</translation>
    </message>
    <message>
        <source>Messages of SCiMMA&apos;s hop before version 0.5: the name of the format and the content.</source>
        <translation>Nachrichten von SCiMMAs hop vor Version 0.5: der Name des Formats und der Inhalt.</translation>
    </message>
    <message>
        <source>Message of hop&apos;s archive</source>
        <translation>Nachricht aus hops Archiv</translation>
    </message>
    <message>
        <source>Messages that SCiMMA&apos;s archive or its store of large messages gave back, with their headers.</source>
        <translation>Nachrichten, die SCiMMAs Archiv oder sein Speicher für große Nachrichten zurückgab, mit ihren Kopfzeilen.</translation>
    </message>
    <message>
        <source>Message kept elsewhere</source>
        <translation>Anderswo aufbewahrte Nachricht</translation>
    </message>
    <message>
        <source>The place of a message that is too large for SCiMMA&apos;s broker. The message itself is not fetched.</source>
        <translation>Der Ort einer Nachricht, die für SCiMMAs Broker zu groß ist. Die Nachricht selbst wird nicht geholt.</translation>
    </message>
    <message>
        <source>GraceDB message</source>
        <translation>GraceDB-Nachricht</translation>
    </message>
    <message>
        <source>What happens in the candidate database of LIGO, Virgo and KAGRA, for their members (igwn-alert, LVAlert before).</source>
        <translation>Was in der Kandidatendatenbank von LIGO, Virgo und KAGRA geschieht, für deren Mitglieder (igwn-alert, früher LVAlert).</translation>
    </message>
    <message>
        <source>Lasair</source>
        <translation>Lasair</translation>
    </message>
    <message>
        <source>What filters of the Lasair broker send: the attributes that were chosen, sometimes with the alert.</source>
        <translation>Was Filter des Brokers Lasair senden: die gewählten Attribute, manchmal mit dem Alert.</translation>
    </message>
    <message>
        <source>Attributes beyond the usual ones; annotations and host galaxies.</source>
        <translation>Attribute über die üblichen hinaus; Anmerkungen und Wirtsgalaxien.</translation>
    </message>
    <message>
        <source>Fink</source>
        <translation>Fink</translation>
    </message>
    <message>
        <source>Detections as the web service of the Fink broker answers them.</source>
        <translation>Detektionen, wie der Webdienst des Brokers Fink sie liefert.</translation>
    </message>
    <message>
        <source>What Fink&apos;s science modules added, beside its class; features.</source>
        <translation>Was Finks Wissenschaftsmodule außer der Klasse hinzugefügt haben; Merkmale.</translation>
    </message>
    <message>
        <source>Pub/Sub message</source>
        <translation>Pub/Sub-Nachricht</translation>
    </message>
    <message>
        <source>Messages of Google Pub/Sub, pulled or pushed; what they carry is decoded by its content.</source>
        <translation>Nachrichten von Google Pub/Sub, abgeholt oder zugestellt; was sie tragen, wird nach seinem Inhalt gelesen.</translation>
    </message>
    <message>
        <source>AMPEL report</source>
        <translation>AMPEL-Bericht</translation>
    </message>
    <message>
        <source>What AMPEL found of a survey&apos;s object: photometry, classes, hosts.</source>
        <translation>Was AMPEL zu einem Objekt einer Durchmusterung fand: Photometrie, Klassen, Wirte.</translation>
    </message>
    <message>
        <source>Hosts, features and all classes but the best stay in the packet.</source>
        <translation>Wirte, Merkmale und alle Klassen außer der besten bleiben im Paket.</translation>
    </message>
    <message>
        <source>ELAsTiCC classification</source>
        <translation>ELAsTiCC-Klassifikation</translation>
    </message>
    <message>
        <source>What a broker says of a simulated alert: classes and their probabilities.</source>
        <translation>Was ein Broker zu einem simulierten Alert sagt: Klassen und ihre Wahrscheinlichkeiten.</translation>
    </message>
    <message>
        <source>All classes but the best stay in the packet.</source>
        <translation>Alle Klassen außer der besten bleiben im Paket.</translation>
    </message>
    <message>
        <source>Catalogue neighbours, image quality and what brokers add stay in the packet.</source>
        <translation>Nachbarn aus Katalogen, Bildgüte und was Broker hinzufügen, bleiben im Paket.</translation>
    </message>
    <message>
        <source>LSST alert</source>
        <translation>LSST-Alert</translation>
    </message>
    <message>
        <source>Detections of the Rubin Observatory in Avro, as a container or with the number of its schema in front, from any broker.</source>
        <translation>Detektionen des Rubin-Observatoriums in Avro, als Container oder mit der Nummer des Schemas davor, von jedem Broker.</translation>
    </message>
    <message>
        <source>Shapes, flags, orbits, statistics of the object and what brokers add stay in the packet.</source>
        <translation>Formen, Kennzeichen, Bahnen, Statistiken des Objekts und was Broker hinzufügen, bleiben im Paket.</translation>
    </message>
    <message>
        <source>LSST alert from Babamul</source>
        <translation>LSST-Alert von Babamul</translation>
    </message>
    <message>
        <source>Detections of the Rubin Observatory in Avro as Babamul sends them.</source>
        <translation>Detektionen des Rubin-Observatoriums in Avro, wie Babamul sie sendet.</translation>
    </message>
    <message>
        <source>Matches with other surveys and statistics of the light curve stay in the packet.</source>
        <translation>Treffer in anderen Durchmusterungen und Statistiken der Lichtkurve bleiben im Paket.</translation>
    </message>
    <message>
        <source>ELAsTiCC alert</source>
        <translation>ELAsTiCC-Alert</translation>
    </message>
    <message>
        <source>Simulated alerts of the Rubin Observatory, from the challenge for brokers and classifiers.</source>
        <translation>Simulierte Alerts des Rubin-Observatoriums, aus dem Wettbewerb für Broker und Klassifikatoren.</translation>
    </message>
    <message>
        <source>Fluxes give no magnitude, as their scale is not stated; host galaxies stay in the packet.</source>
        <translation>Flüsse ergeben keine Helligkeit, da ihre Skala nicht genannt ist; Wirtsgalaxien bleiben im Paket.</translation>
    </message>
    <message>
        <source>Catalogue neighbours, shapes and image quality stay in the packet.</source>
        <translation>Nachbarn aus Katalogen, Formen und Bildgüte bleiben im Paket.</translation>
    </message>
    <message>
        <source>Palomar Gattini-IR alert</source>
        <translation>Palomar-Gattini-IR-Alert</translation>
    </message>
    <message>
        <source>Detections of the near-infrared survey at Palomar, in J, in Avro.</source>
        <translation>Detektionen der Nahinfrarot-Durchmusterung auf dem Palomar, in J, in Avro.</translation>
    </message>
    <message>
        <source>WINTER alert</source>
        <translation>WINTER-Alert</translation>
    </message>
    <message>
        <source>Detections of the Wide-field Infrared Transient Explorer at Palomar, in Avro.</source>
        <translation>Detektionen des Wide-field Infrared Transient Explorer auf dem Palomar, in Avro.</translation>
    </message>
    <message>
        <source>TURBO alert</source>
        <translation>TURBO-Alert</translation>
    </message>
    <message>
        <source>Detections of the TURBO telescopes, in Avro.</source>
        <translation>Detektionen der TURBO-Teleskope, in Avro.</translation>
    </message>
    <message>
        <source>ATLAS alert</source>
        <translation>ATLAS-Alert</translation>
    </message>
    <message>
        <source>Detections of the Asteroid Terrestrial-impact Last Alert System, in Avro.</source>
        <translation>Detektionen des Asteroid Terrestrial-impact Last Alert System, in Avro.</translation>
    </message>
    <message>
        <source>DECAT alert</source>
        <translation>DECAT-Alert</translation>
    </message>
    <message>
        <source>Objects of the DECam Alliance for Transients with all their sources, in Avro.</source>
        <translation>Objekte der DECam Alliance for Transients mit allen ihren Quellen, in Avro.</translation>
    </message>
    <message>
        <source>Matches with the Legacy Survey and addresses of images stay in the packet.</source>
        <translation>Treffer im Legacy Survey und Adressen von Bildern bleiben im Paket.</translation>
    </message>
    <message>
        <source>Spectral fits, detector settings, pointing of the spacecraft and p_astro stay in the packet.</source>
        <translation>Spektralanpassungen, Detektoreinstellungen, Ausrichtung der Sonde und p_astro bleiben im Paket.</translation>
    </message>
    <message>
        <source>GCN circular, text</source>
        <translation>GCN-Circular, Text</translation>
    </message>
    <message>
        <source>Circulars as they are mailed and kept in the archive.</source>
        <translation>Circulars, wie sie verschickt und im Archiv aufbewahrt werden.</translation>
    </message>
    <message>
        <source>The text itself: positions and magnitudes in it are not looked for.</source>
        <translation>Der Text selbst: Positionen und Helligkeiten darin werden nicht gesucht.</translation>
    </message>
    <message>
        <source>GCN circular from Hopskotch</source>
        <translation>GCN-Circular aus Hopskotch</translation>
    </message>
    <message>
        <source>Circulars as SCiMMA&apos;s hop writes them: a header and a body.</source>
        <translation>Circulars, wie SCiMMAs hop sie schreibt: ein Kopf und ein Text.</translation>
    </message>
    <message>
        <source>VOEvent</source>
        <translation>VOEvent</translation>
    </message>
    <message>
        <source>Events in the format of the Virtual Observatory, version 1.1 to 2.1, as XML or as JSON made of it.</source>
        <translation>Ereignisse im Format des Virtual Observatory, Version 1.1 bis 2.1, als XML oder als daraus gemachtes JSON.</translation>
    </message>
    <message>
        <source>Tables, the observatory&apos;s own place, importance and probabilities of a cause stay in the packet.</source>
        <translation>Tabellen, der Ort des Observatoriums, Wichtigkeit und Wahrscheinlichkeiten einer Ursache bleiben im Paket.</translation>
    </message>
    <message>
        <source>VOEvent as JSON</source>
        <translation>VOEvent als JSON</translation>
    </message>
    <message>
        <source>VOEvents as SCiMMA&apos;s hop writes them: the elements of the XML by their names.</source>
        <translation>VOEvents, wie SCiMMAs hop sie schreibt: die Elemente des XML mit ihren Namen.</translation>
    </message>
    <message>
        <source>GCN classic notice, text</source>
        <translation>Klassische GCN-Notice, Text</translation>
    </message>
    <message>
        <source>Notices of NASA&apos;s GCN as lines of keys and values, of all missions since 1993; a file may hold several.</source>
        <translation>Notices von NASAs GCN als Zeilen aus Schlüsseln und Werten, aller Missionen seit 1993; eine Datei kann mehrere enthalten.</translation>
    </message>
    <message>
        <source>Positions of other equinoxes, Sun and Moon, detector settings and the comments stay in the packet.</source>
        <translation>Positionen anderer Äquinoktien, Sonne und Mond, Detektoreinstellungen und die Kommentare bleiben im Paket.</translation>
    </message>
    <message>
        <source>GCN classic notice, binary</source>
        <translation>Klassische GCN-Notice, binär</translation>
    </message>
    <message>
        <source>Notices of NASA&apos;s GCN in packets of 160 bytes.</source>
        <translation>Notices von NASAs GCN in Paketen von 160 Bytes.</translation>
    </message>
    <message>
        <source>Intensities, significances, detector settings and most flags; all 40 words are in the packet.</source>
        <translation>Intensitäten, Signifikanzen, Detektoreinstellungen und die meisten Kennzeichen; alle 40 Wörter stehen im Paket.</translation>
    </message>
    <message>
        <source>the densest pixel</source>
        <translation>das dichteste Pixel</translation>
    </message>
    <message>
        <source>area of the densest pixels that hold 50 %</source>
        <translation>Fläche der dichtesten Pixel, die 50 % enthalten</translation>
    </message>
    <message>
        <source>area of the densest pixels that hold 90 %</source>
        <translation>Fläche der dichtesten Pixel, die 90 % enthalten</translation>
    </message>
    <message>
        <source>Image stamp (FITS)</source>
        <translation>Bildausschnitt (FITS)</translation>
    </message>
    <message>
        <source>A small image by itself, plain or gzip: its size, its range of values and its missing pixels.</source>
        <translation>Ein kleines Bild für sich, roh oder mit gzip: seine Größe, sein Wertebereich und seine fehlenden Pixel.</translation>
    </message>
    <message>
        <source>Keywords of the camera and world coordinates: an image by itself makes a row without a place.</source>
        <translation>Schlüsselwörter der Kamera und Himmelskoordinaten: Ein Bild für sich ergibt eine Zeile ohne Ort.</translation>
    </message>
    <message>
        <source>Sky map (FITS)</source>
        <translation>Himmelskarte (FITS)</translation>
    </message>
    <message>
        <source>A HEALPix map by itself, multi-order or flat, plain or gzip: its credible areas, its densest pixel, its distance. A region without probabilities (MOC) makes a row without them.</source>
        <translation>Eine HEALPix-Karte für sich, in mehreren Ordnungen oder flach, roh oder mit gzip: ihre Vertrauensflächen, ihr dichtestes Pixel, ihre Entfernung. Ein Gebiet ohne Wahrscheinlichkeiten (MOC) ergibt eine Zeile ohne sie.</translation>
    </message>
    <message>
        <source>Distances of single pixels.</source>
        <translation>Entfernungen einzelner Pixel.</translation>
    </message>
    <message>
        <source>The event file with times, masses and false alarm rate (combined_far); it stays in the packet.</source>
        <translation>Die Ereignisdatei mit Zeiten, Massen und Falschalarmrate (combined_far); sie bleibt im Paket.</translation>
    </message>
    <message>
        <source>Parameters of single detectors, files, the people who signed, and the false alarm rates of coincidences with other observatories (time_coinc_far, space_coinc_far).</source>
        <translation>Parameter einzelner Detektoren, Dateien, die Personen, die unterschrieben haben, und die Falschalarmraten von Koinzidenzen mit anderen Observatorien (time_coinc_far, space_coinc_far).</translation>
    </message>
    <message>
        <source>A coincidence with another observatory (external_coinc: who, when, and both false alarm rates of the pair; far is that of the gravitational waves alone), and the duration and frequency of bursts. The combined map is read where the event itself has none.</source>
        <translation>Eine Koinzidenz mit einem anderen Observatorium (external_coinc: wer, wann und beide Falschalarmraten des Paars; far ist die der Gravitationswellen allein) sowie Dauer und Frequenz von Bursts. Die gemeinsame Karte wird gelesen, wo das Ereignis selbst keine hat.</translation>
    </message>
    <message>
        <source>Rubin alert as JSON</source>
        <translation>Rubin-Alarm als JSON</translation>
    </message>
    <message>
        <source>Alerts of the Rubin Observatory that somebody wrote as JSON, field by field.</source>
        <translation>Alarme des Rubin-Observatoriums, die jemand Feld für Feld als JSON geschrieben hat.</translation>
    </message>
    <message>
        <source>DESIRT alert</source>
        <translation>DESIRT-Alarm</translation>
    </message>
    <message>
        <source>Differences of images of the Dark Energy Camera, with forced photometry of the place, in Avro.</source>
        <translation>Differenzbilder der Dark Energy Camera, mit erzwungener Photometrie der Stelle, in Avro.</translation>
    </message>
    <message>
        <source>XMPP stanza</source>
        <translation>XMPP-Stanza</translation>
    </message>
    <message>
        <source>Messages of the publish-subscribe service that LVAlert used.</source>
        <translation>Meldungen des Publish-Subscribe-Dienstes, den LVAlert benutzte.</translation>
    </message>
    <message>
        <source>LVAlert message</source>
        <translation>LVAlert-Meldung</translation>
    </message>
    <message>
        <source>GraceDB&apos;s alerts of before 2022, in XMPP; what is inside is decoded by its content.</source>
        <translation>Die Alarme von GraceDB vor 2022, in XMPP; was darin ist, wird nach seinem Inhalt dekodiert.</translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <source>The demo&apos;s own broker did not start.</source>
        <translation>Der eigene Broker der Demo ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Check that programs may listen on 127.0.0.1.</source>
        <translation>Prüfen, ob Programme auf 127.0.0.1 lauschen dürfen.</translation>
    </message>
</context>
<context>
    <name>dialogs</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>The export was cancelled; no file was left.</source>
        <translation>Der Export wurde abgebrochen; keine Datei blieb zurück.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Choose another place, or free some space; no half file was left.</source>
        <translation>Einen anderen Ort wählen oder Platz schaffen; keine halbe Datei blieb zurück.</translation>
    </message>
    <message>
        <source>There is no column “%1”.</source>
        <translation>Es gibt keine Spalte „%1“.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The column “%1” stands there twice.</source>
        <translation>Die Spalte „%1“ steht zweimal da.</translation>
    </message>
    <message>
        <source>Name each column once.</source>
        <translation>Jede Spalte einmal nennen.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>The columns are the keys of a JSON line, such as timestamp, id, name, ra, dec; b, l and age; and fields of packets, such as fields.candidate.drb.</source>
        <translation>Spalten sind die Schlüssel einer JSON-Zeile wie timestamp, id, name, ra, dec; b, l und age; und Felder von Paketen wie fields.candidate.drb.</translation>
    </message>
    <message>
        <source>Write: %1</source>
        <translation>Schreiben Sie: %1</translation>
    </message>
</context>
<context>
    <name>filter</name>
    <message>
        <source>%1 is too large or too small for a number.</source>
        <translation>%1 ist zu groß oder zu klein für eine Zahl.</translation>
    </message>
    <message>
        <source>%1 is %2, and %3 takes numbers.</source>
        <translation>%1 ist %2, und %3 nimmt Zahlen.</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 is %4: the two do not go together.</source>
        <translation>%1 ist %2 und %3 ist %4: das passt nicht zusammen.</translation>
    </message>
    <message>
        <source>a value such as %1</source>
        <translation>ein Wert wie %1</translation>
    </message>
    <message>
        <source>The unit of %1 is not known: write the number without a unit, as the packet has it.</source>
        <translation>Die Einheit von %1 ist nicht bekannt: die Zahl ohne Einheit schreiben, wie sie im Paket steht.</translation>
    </message>
    <message>
        <source>a number without a unit</source>
        <translation>eine Zahl ohne Einheit</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 is %4: write a number such as %5.</source>
        <translation>%1 ist %2 und %3 ist %4: eine Zahl wie %5 schreiben.</translation>
    </message>
    <message>
        <source>%1 has no unit here: say one, as in %2.</source>
        <translation>%1 hat hier keine Einheit: eine nennen, wie in %2.</translation>
    </message>
    <message>
        <source>a number with a unit</source>
        <translation>eine Zahl mit Einheit</translation>
    </message>
    <message>
        <source>%1 needs a unit beside a time: %1 s, %1 h or %1 d.</source>
        <translation>%1 braucht neben einer Zeit eine Einheit: %1 s, %1 h oder %1 d.</translation>
    </message>
    <message>
        <source>The unit of %1 is not known: say it, as in %2.</source>
        <translation>Die Einheit von %1 ist nicht bekannt: sie nennen, wie in %2.</translation>
    </message>
    <message>
        <source>a time span such as 6h</source>
        <translation>eine Zeitspanne wie 6h</translation>
    </message>
    <message>
        <source>%1 is %2, and beside a time there must be a time span.</source>
        <translation>%1 ist %2, und neben einer Zeit muss eine Zeitspanne stehen.</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 is %4: “%5” makes nothing of them.</source>
        <translation>%1 ist %2 und %3 ist %4: „%5“ kann daraus nichts bilden.</translation>
    </message>
    <message>
        <source>a time and a time span, as in now - 6h</source>
        <translation>eine Zeit und eine Zeitspanne, wie in now - 6h</translation>
    </message>
    <message>
        <source>%1 lies beyond all times.</source>
        <translation>%1 liegt außerhalb aller Zeiten.</translation>
    </message>
    <message>
        <source>%1 divides by zero.</source>
        <translation>%1 teilt durch null.</translation>
    </message>
    <message>
        <source>%1 is %2, and %3 takes numbers, or times only.</source>
        <translation>%1 ist %2, und %3 nimmt nur Zahlen oder nur Zeiten.</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a time</source>
        <translation>eine Zeit</translation>
    </message>
    <message>
        <source>a list of texts</source>
        <translation>eine Liste von Texten</translation>
    </message>
    <message>
        <source>a packet field</source>
        <translation>ein Feld des Pakets</translation>
    </message>
    <message>
        <source>%1 is no time: there is no such day or hour.</source>
        <translation>%1 ist keine Zeit: diesen Tag oder diese Stunde gibt es nicht.</translation>
    </message>
    <message>
        <source>a time such as 2026-03-01 or 2026-03-01T04:05:06Z</source>
        <translation>eine Zeit wie 2026-03-01 oder 2026-03-01T04:05:06Z</translation>
    </message>
    <message>
        <source>%1 is a place on the sky or an angle in sexagesimal form, which only sky functions take.</source>
        <translation>%1 ist eine Position am Himmel oder ein Winkel in sexagesimaler Form, was nur Himmelsfunktionen nehmen.</translation>
    </message>
    <message>
        <source>degrees such as 187.7; for a time span, 1h + 30m; or cone(12h30m49s, +12d23m28s, 2deg)</source>
        <translation>Grad wie 187.7; für eine Zeitspanne 1h + 30m; oder cone(12h30m49s, +12d23m28s, 2deg)</translation>
    </message>
    <message>
        <source>%1 is not true or false and cannot stand alone: %2 asks whether it is there.</source>
        <translation>%1 ist nicht wahr oder falsch und kann nicht allein stehen: %2 fragt, ob es da ist.</translation>
    </message>
    <message>
        <source>a comparison with it, or has(…)</source>
        <translation>ein Vergleich damit oder has(…)</translation>
    </message>
    <message>
        <source>%1 is a value, not a condition: compare it with something.</source>
        <translation>%1 ist ein Wert, keine Bedingung: mit etwas vergleichen.</translation>
    </message>
    <message>
        <source>a condition such as mag &lt; 19.5</source>
        <translation>eine Bedingung wie mag &lt; 19.5</translation>
    </message>
    <message>
        <source>%1 is a condition, where a value is wanted.</source>
        <translation>%1 ist eine Bedingung, wo ein Wert verlangt ist.</translation>
    </message>
    <message>
        <source>a key, a number or a text</source>
        <translation>ein Schlüssel, eine Zahl oder ein Text</translation>
    </message>
    <message>
        <source>%1 is a key, not a function.</source>
        <translation>%1 ist ein Schlüssel, keine Funktion.</translation>
    </message>
    <message>
        <source>%1 takes other values: %2.</source>
        <translation>%1 nimmt andere Werte: %2.</translation>
    </message>
    <message>
        <source>has() asks for a key or a packet field, and %1 is neither.</source>
        <translation>has() fragt nach einem Schlüssel oder einem Feld des Pakets, und %1 ist keines von beiden.</translation>
    </message>
    <message>
        <source>a name, as in has(mag)</source>
        <translation>ein Name, wie in has(mag)</translation>
    </message>
    <message>
        <source>word() searches for a text in quotes, and %1 is none.</source>
        <translation>word() sucht einen Text in Anführungszeichen, und %1 ist keiner.</translation>
    </message>
    <message>
        <source>a text, as in word(&quot;kilonova&quot;)</source>
        <translation>ein Text, wie in word(&quot;kilonova&quot;)</translation>
    </message>
    <message>
        <source>%1 holds no word.</source>
        <translation>%1 enthält kein Wort.</translation>
    </message>
    <message>
        <source>letters or digits, as in word(&quot;kilonova&quot;)</source>
        <translation>Buchstaben oder Ziffern, wie in word(&quot;kilonova&quot;)</translation>
    </message>
    <message>
        <source>%1 is %2, and lower() takes a text.</source>
        <translation>%1 ist %2, und lower() nimmt einen Text.</translation>
    </message>
    <message>
        <source>%1 is %2, and len() takes a text or a list.</source>
        <translation>%1 ist %2, und len() nimmt einen Text oder eine Liste.</translation>
    </message>
    <message>
        <source>a text or a list</source>
        <translation>ein Text oder eine Liste</translation>
    </message>
    <message>
        <source>%1 is no value here: has() asks whether something is there.</source>
        <translation>%1 ist hier kein Wert: has() fragt, ob etwas da ist.</translation>
    </message>
    <message>
        <source>%1 is no key: a text stands in quotes.</source>
        <translation>%1 ist kein Schlüssel: ein Text steht in Anführungszeichen.</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>ein Text in Anführungszeichen</translation>
    </message>
    <message>
        <source>True and false have no order: “%1” makes nothing of them.</source>
        <translation>Wahr und falsch haben keine Ordnung: „%1“ kann daraus nichts bilden.</translation>
    </message>
    <message>
        <source>= or !=</source>
        <translation>= oder !=</translation>
    </message>
    <message>
        <source>%1 is no time, and %2 is one.</source>
        <translation>%1 ist keine Zeit, %2 aber ist eine.</translation>
    </message>
    <message>
        <source>a time such as 2026-03-01, 2026-03-01T04:05:06Z or now - 6h</source>
        <translation>eine Zeit wie 2026-03-01, 2026-03-01T04:05:06Z oder now - 6h</translation>
    </message>
    <message>
        <source>%1 is %2 and takes no unit.</source>
        <translation>%1 ist %2 und nimmt keine Einheit.</translation>
    </message>
    <message>
        <source>%1 is %2 and %3 a text.</source>
        <translation>%1 ist %2 und %3 ein Text.</translation>
    </message>
    <message>
        <source>a number such as %1</source>
        <translation>eine Zahl wie %1</translation>
    </message>
    <message>
        <source>a time such as now - 6h or 2026-03-01</source>
        <translation>eine Zeit wie now - 6h oder 2026-03-01</translation>
    </message>
    <message>
        <source>%1 varies, and a list holds fixed values.</source>
        <translation>%1 ist veränderlich, und eine Liste enthält feste Werte.</translation>
    </message>
    <message>
        <source>a number, a text or a time</source>
        <translation>eine Zahl, ein Text oder eine Zeit</translation>
    </message>
    <message>
        <source>%1 is %2, and “~” searches in text.</source>
        <translation>%1 ist %2, und „~“ sucht in Text.</translation>
    </message>
    <message>
        <source>a text such as name or topic</source>
        <translation>ein Text wie name oder topic</translation>
    </message>
    <message>
        <source>The pattern %1 must stand in quotes.</source>
        <translation>Das Muster %1 muss in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>a pattern in quotes, as in topic ~ &quot;^gcn&quot;</source>
        <translation>ein Muster in Anführungszeichen, wie in topic ~ &quot;^gcn&quot;</translation>
    </message>
    <message>
        <source>The pattern is wrong: %1.</source>
        <translation>Das Muster ist falsch: %1.</translation>
    </message>
    <message>
        <source>a regular expression (PCRE); \ before . ( ) [ ] * + ? takes them as they are</source>
        <translation>ein regulärer Ausdruck (PCRE); mit \ davor gelten . ( ) [ ] * + ? als sie selbst</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>the list begins</source>
        <translation>die Liste beginnt</translation>
    </message>
    <message>
        <source>A field of the packet</source>
        <translation>Ein Feld des Pakets</translation>
    </message>
    <message>
        <source>the opposite; what is unknown stays unknown</source>
        <translation>das Gegenteil; Unbekanntes bleibt unbekannt</translation>
    </message>
    <message>
        <source>a value seen</source>
        <translation>ein gesehener Wert</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>The alert lies within the radius of this place (ICRS). Degrees unless a unit is said; sexagesimal works here.</source>
        <translation>Der Alert liegt im Radius um diese Position (ICRS). Grad, wo keine Einheit steht; sexagesimal geht hier.</translation>
    </message>
    <message>
        <source>The key or packet field is there: true or false, never unknown.</source>
        <translation>Der Schlüssel oder das Feld des Pakets ist da: wahr oder falsch, nie unbekannt.</translation>
    </message>
    <message>
        <source>These whole words stand together in the name, id, event, classification, subject, mission, instruments, error or the text of a circular, log or notice. Case does not count.</source>
        <translation>Diese ganzen Wörter stehen zusammen in Name, ID, Ereignis, Klasse, Betreff, Mission, Instrumenten, Fehler oder im Text eines Zirkulars, eines Protokolls oder einer Notiz. Groß und klein zählt nicht.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>The number without its sign.</source>
        <translation>Die Zahl ohne ihr Vorzeichen.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The text in small letters.</source>
        <translation>Der Text in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>Characters of a text, elements of a list.</source>
        <translation>Zeichen eines Textes, Elemente einer Liste.</translation>
    </message>
    <message>
        <source>The least of several numbers or times; unknown when one is missing.</source>
        <translation>Die kleinste von mehreren Zahlen oder Zeiten; unbekannt, wenn eine fehlt.</translation>
    </message>
    <message>
        <source>The greatest of several numbers or times; unknown when one is missing.</source>
        <translation>Die größte von mehreren Zahlen oder Zeiten; unbekannt, wenn eine fehlt.</translation>
    </message>
    <message>
        <source>equal; text compares exactly, ids as text also against numbers</source>
        <translation>gleich; Text wird genau verglichen, IDs als Text auch mit Zahlen</translation>
    </message>
    <message>
        <source>not equal</source>
        <translation>ungleich</translation>
    </message>
    <message>
        <source>less, earlier</source>
        <translation>kleiner, früher</translation>
    </message>
    <message>
        <source>less or equal</source>
        <translation>kleiner oder gleich</translation>
    </message>
    <message>
        <source>greater, later</source>
        <translation>größer, später</translation>
    </message>
    <message>
        <source>greater or equal</source>
        <translation>größer oder gleich</translation>
    </message>
    <message>
        <source>one of the list</source>
        <translation>eines aus der Liste</translation>
    </message>
    <message>
        <source>none of the list</source>
        <translation>keines aus der Liste</translation>
    </message>
    <message>
        <source>the pattern (PCRE) is found somewhere in the text</source>
        <translation>das Muster (PCRE) kommt irgendwo im Text vor</translation>
    </message>
    <message>
        <source>the pattern is not found</source>
        <translation>das Muster kommt nicht vor</translation>
    </message>
    <message>
        <source>both</source>
        <translation>beides</translation>
    </message>
    <message>
        <source>one of them or both</source>
        <translation>eines davon oder beides</translation>
    </message>
    <message>
        <source>sum; a time and a time span give a time</source>
        <translation>Summe; eine Zeit und eine Zeitspanne geben eine Zeit</translation>
    </message>
    <message>
        <source>difference; of two times, a time span</source>
        <translation>Differenz; bei zwei Zeiten eine Zeitspanne</translation>
    </message>
    <message>
        <source>product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>quotient; by zero is unknown</source>
        <translation>Quotient; durch null ist unbekannt</translation>
    </message>
    <message>
        <source>what belongs together; “and” binds more than “or”</source>
        <translation>was zusammengehört; „and“ bindet stärker als „or“</translation>
    </message>
    <message>
        <source>milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>years of 365.25 days</source>
        <translation>Jahre zu 365.25 Tagen</translation>
    </message>
    <message>
        <source>per second</source>
        <translation>je Sekunde</translation>
    </message>
    <message>
        <source>degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>minutes of arc</source>
        <translation>Bogenminuten</translation>
    </message>
    <message>
        <source>seconds of arc</source>
        <translation>Bogensekunden</translation>
    </message>
    <message>
        <source>square degrees</source>
        <translation>Quadratgrad</translation>
    </message>
    <message>
        <source>magnitudes</source>
        <translation>Magnituden</translation>
    </message>
    <message>
        <source>megaparsecs</source>
        <translation>Megaparsec</translation>
    </message>
    <message>
        <source>Galactic longitude</source>
        <translation>Galaktische Länge</translation>
    </message>
    <message>
        <source>Galactic latitude</source>
        <translation>Galaktische Breite</translation>
    </message>
    <message>
        <source>Time since the event: now - timestamp</source>
        <translation>Zeit seit dem Ereignis: now - timestamp</translation>
    </message>
    <message>
        <source>The moment at which the filter is judged</source>
        <translation>Der Augenblick, in dem der Filter ausgewertet wird</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>A number; without a unit it has that of the key</source>
        <translation>Eine Zahl; ohne Einheit hat sie die des Schlüssels</translation>
    </message>
    <message>
        <source>A number with a unit, or per unit</source>
        <translation>Eine Zahl mit Einheit oder je Einheit</translation>
    </message>
    <message>
        <source>Text in quotes; \&quot; \\ \n \t inside. In a pattern backslashes mean what PCRE says</source>
        <translation>Text in Anführungszeichen; darin \&quot; \\ \n \t. In einem Muster bedeuten Backslashes, was PCRE sagt</translation>
    </message>
    <message>
        <source>A time, UTC; may stand in quotes</source>
        <translation>Eine Zeit, UTC; darf in Anführungszeichen stehen</translation>
    </message>
    <message>
        <source>A place, sexagesimal; only inside cone(). With colons the first is hours, the second degrees</source>
        <translation>Eine Position, sexagesimal; nur in cone(). Mit Doppelpunkten zählt die erste Stunden, die zweite Grad</translation>
    </message>
    <message>
        <source>A field of the packet. A name also looks into every element of a list. The last names alone do where they are known and unique</source>
        <translation>Ein Feld des Pakets. Ein Name sieht auch in jedes Element einer Liste. Die letzten Namen allein genügen, wo sie bekannt und eindeutig sind</translation>
    </message>
    <message>
        <source>bright, sure and from GCN</source>
        <translation>hell, sicher und vom GCN</translation>
    </message>
    <message>
        <source>within two degrees of M 87</source>
        <translation>höchstens zwei Grad von M 87</translation>
    </message>
    <message>
        <source>one of these objects</source>
        <translation>eines dieser Objekte</translation>
    </message>
    <message>
        <source>events of the last six hours</source>
        <translation>Ereignisse der letzten sechs Stunden</translation>
    </message>
    <message>
        <source>away from the plane of the Milky Way</source>
        <translation>abseits der Ebene der Milchstraße</translation>
    </message>
    <message>
        <source>gravitational waves that may shine</source>
        <translation>Gravitationswellen, die leuchten könnten</translation>
    </message>
    <message>
        <source>rarer than once a year</source>
        <translation>seltener als einmal im Jahr</translation>
    </message>
    <message>
        <source>alerts that bring a magnitude</source>
        <translation>Alerts, die eine Magnitude mitbringen</translation>
    </message>
    <message>
        <source>alerts and circulars with this word</source>
        <translation>Alerts und Zirkulare mit diesem Wort</translation>
    </message>
    <message>
        <source>a field of the packet itself</source>
        <translation>ein Feld des Pakets selbst</translation>
    </message>
    <message>
        <source>not brighter than 19, and also rows without a magnitude: “not” alone drops them</source>
        <translation>nicht heller als 19, und auch Zeilen ohne Magnitude: „not“ allein lässt sie weg</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>list of texts</source>
        <translation>Liste von Texten</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>One language for the filter box, rules, the command line and exports. A filter is a condition on one alert; an alert passes when it is true.</source>
        <translation>Eine Sprache für das Filterfeld, Regeln, die Befehlszeile und Exporte. Ein Filter ist eine Bedingung an einen Alert; der Alert passt, wenn sie wahr ist.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Operators</source>
        <translation>Operatoren</translation>
    </message>
    <message>
        <source>From the loosest to the tightest: or, and, not, comparisons, + and -, * and /. Words in any case.</source>
        <translation>Vom losesten zum festesten: or, and, not, Vergleiche, + und -, * und /. Wörter groß oder klein.</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Values and names</source>
        <translation>Werte und Namen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Schreibweise</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Einheiten</translation>
    </message>
    <message>
        <source>A unit follows its number, or a “/” (1/yr). What is compared must measure the same; a bare number takes the unit of the key.</source>
        <translation>Eine Einheit folgt auf ihre Zahl oder auf ein „/“ (1/yr). Was verglichen wird, muss dasselbe messen; eine bloße Zahl nimmt die Einheit des Schlüssels an.</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Gives</source>
        <translation>Ergibt</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>A value that is not there makes a comparison unknown, neither true nor false: not of unknown is unknown, “unknown and false” is false, “unknown or true” is true. Only what is true passes, so not (mag &lt; 19) drops alerts without a magnitude; not has(mag) finds them. A bare name must be true or false by itself, as test is.</source>
        <translation>Ein Wert, der nicht da ist, macht einen Vergleich unbekannt, weder wahr noch falsch: not von unbekannt ist unbekannt, „unbekannt and falsch“ ist falsch, „unbekannt or wahr“ ist wahr. Nur was wahr ist, passt; darum lässt not (mag &lt; 19) Alerts ohne Magnitude weg; not has(mag) findet sie. Ein bloßer Name muss selbst wahr oder falsch sein, wie test es ist.</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <source>Fields of the packet take the type that they have there: a text beside a number is unknown. A list fulfils a comparison when any of its elements does; so fields.x != 1 asks for an element that is not 1, and not (fields.x = 1) for a list without 1. “not in” is the opposite of “in”.</source>
        <translation>Felder des Pakets haben den Typ, den sie dort haben: ein Text neben einer Zahl ist unbekannt. Eine Liste erfüllt einen Vergleich, wenn eines ihrer Elemente es tut; so verlangt fields.x != 1 ein Element, das nicht 1 ist, und not (fields.x = 1) eine Liste ohne 1. „not in“ ist das Gegenteil von „in“.</translation>
    </message>
    <message>
        <source>Grammar</source>
        <translation>Grammatik</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Fields of packets</source>
        <translation>Felder der Pakete</translation>
    </message>
    <message>
        <source>The most useful ones; any other field works as well.</source>
        <translation>Die nützlichsten; jedes andere Feld geht auch.</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Address of the schema</source>
        <translation>Adresse des Schemas</translation>
    </message>
    <message>
        <source>Mission</source>
        <translation>Mission</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>EM, GW or Neutrino</source>
        <translation>EM, GW oder Neutrino</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Number of the record for this event</source>
        <translation>Nummer des Datensatzes zu diesem Ereignis</translation>
    </message>
    <message>
        <source>Names of the event</source>
        <translation>Namen des Ereignisses</translation>
    </message>
    <message>
        <source>Numbers of the event</source>
        <translation>Nummern des Ereignisses</translation>
    </message>
    <message>
        <source>When the notice was made</source>
        <translation>Wann die Notiz entstand</translation>
    </message>
    <message>
        <source>initial, update, subsequent, retraction</source>
        <translation>initial, update, subsequent, retraction</translation>
    </message>
    <message>
        <source>current, archival, planned, injection, test …</source>
        <translation>current, archival, planned, injection, test …</translation>
    </message>
    <message>
        <source>Time of the trigger</source>
        <translation>Zeit der Auslösung</translation>
    </message>
    <message>
        <source>Its error</source>
        <translation>Zugehöriger Fehler</translation>
    </message>
    <message>
        <source>Start of the observation</source>
        <translation>Beginn der Beobachtung</translation>
    </message>
    <message>
        <source>End of the observation</source>
        <translation>Ende der Beobachtung</translation>
    </message>
    <message>
        <source>Observing time</source>
        <translation>Beobachtungszeit</translation>
    </message>
    <message>
        <source>Event that was followed up</source>
        <translation>Ereignis, das nachbeobachtet wurde</translation>
    </message>
    <message>
        <source>Kind of event that was followed up</source>
        <translation>Art des Ereignisses, das nachbeobachtet wurde</translation>
    </message>
    <message>
        <source>Who reports</source>
        <translation>Wer berichtet</translation>
    </message>
    <message>
        <source>Right ascension</source>
        <translation>Rektaszension</translation>
    </message>
    <message>
        <source>Declination</source>
        <translation>Deklination</translation>
    </message>
    <message>
        <source>Error radius, or axes and angle</source>
        <translation>Fehlerradius oder Achsen und Winkel</translation>
    </message>
    <message>
        <source>Shape of the error region</source>
        <translation>Form des Fehlerbereichs</translation>
    </message>
    <message>
        <source>Probability inside the error</source>
        <translation>Wahrscheinlichkeit innerhalb des Fehlers</translation>
    </message>
    <message>
        <source>Error includes the systematic part</source>
        <translation>Fehler enthält den systematischen Teil</translation>
    </message>
    <message>
        <source>Azimuth in the instrument</source>
        <translation>Azimut im Instrument</translation>
    </message>
    <message>
        <source>Zenith angle in the instrument</source>
        <translation>Zenitwinkel im Instrument</translation>
    </message>
    <message>
        <source>Address of the sky map</source>
        <translation>Adresse der Himmelskarte</translation>
    </message>
    <message>
        <source>Sky map</source>
        <translation>Himmelskarte</translation>
    </message>
    <message>
        <source>Luminosity distance</source>
        <translation>Leuchtkraftentfernung</translation>
    </message>
    <message>
        <source>Latitude below the spacecraft</source>
        <translation>Geografische Breite unter dem Satelliten</translation>
    </message>
    <message>
        <source>Longitude below the spacecraft</source>
        <translation>Geografische Länge unter dem Satelliten</translation>
    </message>
    <message>
        <source>Pointing</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Roll angle</source>
        <translation>Rollwinkel</translation>
    </message>
    <message>
        <source>Probability to be astrophysical</source>
        <translation>Wahrscheinlichkeit, astrophysikalisch zu sein</translation>
    </message>
    <message>
        <source>False alarm rate, as the sender has it</source>
        <translation>Falschalarmrate, wie der Absender sie hat</translation>
    </message>
    <message>
        <source>Probabilities of the classes</source>
        <translation>Wahrscheinlichkeiten der Klassen</translation>
    </message>
    <message>
        <source>Signal to noise of the rate</source>
        <translation>Signal zu Rauschen der Rate</translation>
    </message>
    <message>
        <source>Duration of the trigger</source>
        <translation>Dauer der Auslösung</translation>
    </message>
    <message>
        <source>Energies, keV</source>
        <translation>Energien, keV</translation>
    </message>
    <message>
        <source>Signal to noise of the image</source>
        <translation>Signal zu Rauschen des Bildes</translation>
    </message>
    <message>
        <source>Counts per second</source>
        <translation>Zählungen je Sekunde</translation>
    </message>
    <message>
        <source>Hardness</source>
        <translation>Härte</translation>
    </message>
    <message>
        <source>Flux, in flux_unit</source>
        <translation>Fluss, in flux_unit</translation>
    </message>
    <message>
        <source>Duration of 90 % of the counts</source>
        <translation>Dauer von 90 % der Zählungen</translation>
    </message>
    <message>
        <source>Energy of the neutrino, TeV</source>
        <translation>Energie des Neutrinos, TeV</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Inverse beta decays</source>
        <translation>Inverse Betazerfälle</translation>
    </message>
    <message>
        <source>Track or cascade</source>
        <translation>Spur oder Kaskade</translation>
    </message>
    <message>
        <source>Each event</source>
        <translation>Jedes Ereignis</translation>
    </message>
    <message>
        <source>Signal to noise</source>
        <translation>Signal zu Rauschen</translation>
    </message>
    <message>
        <source>Dispersion measure, pc/cm3</source>
        <translation>Dispersionsmaß, pc/cm3</translation>
    </message>
    <message>
        <source>Largest dispersion in the Milky Way, NE2001</source>
        <translation>Größte Dispersion in der Milchstraße, NE2001</translation>
    </message>
    <message>
        <source>How sure the pipeline is, 0 to 1</source>
        <translation>Wie sicher die Pipeline ist, 0 bis 1</translation>
    </message>
    <message>
        <source>Sampling, milliseconds</source>
        <translation>Abtastung, Millisekunden</translation>
    </message>
    <message>
        <source>Arrival at infinite frequency</source>
        <translation>Ankunft bei unendlicher Frequenz</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Distance from the Sun</source>
        <translation>Abstand von der Sonne</translation>
    </message>
    <message>
        <source>A counterpart may be known</source>
        <translation>Ein Gegenstück ist vielleicht bekannt</translation>
    </message>
    <message>
        <source>A person looked at it</source>
        <translation>Ein Mensch hat es angesehen</translation>
    </message>
    <message>
        <source>Free text</source>
        <translation>Freier Text</translation>
    </message>
    <message>
        <source>What the update changes</source>
        <translation>Was die Aktualisierung ändert</translation>
    </message>
    <message>
        <source>Name of the superevent</source>
        <translation>Name des Superevents</translation>
    </message>
    <message>
        <source>EARLYWARNING, PRELIMINARY, INITIAL, UPDATE, RETRACTION</source>
        <translation>EARLYWARNING, PRELIMINARY, INITIAL, UPDATE, RETRACTION</translation>
    </message>
    <message>
        <source>Page in GraceDB</source>
        <translation>Seite in GraceDB</translation>
    </message>
    <message>
        <source>Time of the merger</source>
        <translation>Zeit der Verschmelzung</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>Falschalarmrate</translation>
    </message>
    <message>
        <source>Significant after LVK</source>
        <translation>Signifikant nach LVK</translation>
    </message>
    <message>
        <source>Detectors</source>
        <translation>Detektoren</translation>
    </message>
    <message>
        <source>CBC or Burst</source>
        <translation>CBC oder Burst</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>A neutron star is involved</source>
        <translation>Ein Neutronenstern ist beteiligt</translation>
    </message>
    <message>
        <source>Matter is left outside</source>
        <translation>Materie bleibt außen</translation>
    </message>
    <message>
        <source>A component in the mass gap</source>
        <translation>Eine Komponente in der Massenlücke</translation>
    </message>
    <message>
        <source>A component below a solar mass</source>
        <translation>Eine Komponente unter einer Sonnenmasse</translation>
    </message>
    <message>
        <source>Two neutron stars</source>
        <translation>Zwei Neutronensterne</translation>
    </message>
    <message>
        <source>Neutron star and black hole</source>
        <translation>Neutronenstern und Schwarzes Loch</translation>
    </message>
    <message>
        <source>Two black holes</source>
        <translation>Zwei Schwarze Löcher</translation>
    </message>
    <message>
        <source>Not astrophysical</source>
        <translation>Nicht astrophysikalisch</translation>
    </message>
    <message>
        <source>Duration of the burst</source>
        <translation>Dauer des Bursts</translation>
    </message>
    <message>
        <source>Central frequency of the burst</source>
        <translation>Mittenfrequenz des Bursts</translation>
    </message>
    <message>
        <source>Coincidence with another event</source>
        <translation>Koinzidenz mit einem anderen Ereignis</translation>
    </message>
    <message>
        <source>Who saw the other event</source>
        <translation>Wer das andere Ereignis sah</translation>
    </message>
    <message>
        <source>Between the two</source>
        <translation>Zwischen den beiden</translation>
    </message>
    <message>
        <source>False alarm rate, time alone</source>
        <translation>Falschalarmrate, Zeit allein</translation>
    </message>
    <message>
        <source>False alarm rate, time and place</source>
        <translation>Falschalarmrate, Zeit und Position</translation>
    </message>
    <message>
        <source>Sky map of both</source>
        <translation>Himmelskarte von beiden</translation>
    </message>
    <message>
        <source>Number of the circular</source>
        <translation>Nummer des Zirkulars</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Subject line</source>
        <translation>Betreffzeile</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>Who wrote it</source>
        <translation>Wer es schrieb</translation>
    </message>
    <message>
        <source>web, email, api</source>
        <translation>web, email, api</translation>
    </message>
    <message>
        <source>When, milliseconds since 1970</source>
        <translation>Wann, Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>When it was edited, milliseconds since 1970</source>
        <translation>Wann es bearbeitet wurde, Millisekunden seit 1970</translation>
    </message>
    <message>
        <source>Version of the text</source>
        <translation>Version des Textes</translation>
    </message>
    <message>
        <source>Bibcode</source>
        <translation>Bibcode</translation>
    </message>
    <message>
        <source>text/plain or text/markdown</source>
        <translation>text/plain oder text/markdown</translation>
    </message>
    <message>
        <source>Number of this detection</source>
        <translation>Nummer dieser Detektion</translation>
    </message>
    <message>
        <source>Why the image was taken</source>
        <translation>Warum das Bild aufgenommen wurde</translation>
    </message>
    <message>
        <source>Field or target</source>
        <translation>Feld oder Ziel</translation>
    </message>
    <message>
        <source>Number of the visit</source>
        <translation>Nummer der Aufnahme (visit)</translation>
    </message>
    <message>
        <source>Number of the detector</source>
        <translation>Nummer des Detektors</translation>
    </message>
    <message>
        <source>Number of the object</source>
        <translation>Nummer des Objekts</translation>
    </message>
    <message>
        <source>Number of the solar system object</source>
        <translation>Nummer des Objekts im Sonnensystem</translation>
    </message>
    <message>
        <source>Middle of the exposure, MJD (TAI)</source>
        <translation>Mitte der Belichtung, MJD (TAI)</translation>
    </message>
    <message>
        <source>Flux of the difference, aperture</source>
        <translation>Fluss der Differenz, Apertur</translation>
    </message>
    <message>
        <source>Fainter than the template</source>
        <translation>Schwächer als das Template</translation>
    </message>
    <message>
        <source>Flux of the difference, PSF fit</source>
        <translation>Fluss der Differenz, PSF-Fit</translation>
    </message>
    <message>
        <source>Length of the trail</source>
        <translation>Länge der Strichspur</translation>
    </message>
    <message>
        <source>Position angle of the trail</source>
        <translation>Positionswinkel der Strichspur</translation>
    </message>
    <message>
        <source>Distance of the two lobes</source>
        <translation>Abstand der beiden Pole</translation>
    </message>
    <message>
        <source>Flux in the image itself</source>
        <translation>Fluss im Bild selbst</translation>
    </message>
    <message>
        <source>Flux in the template</source>
        <translation>Fluss im Template</translation>
    </message>
    <message>
        <source>0 = point, 1 = extended</source>
        <translation>0 = punktförmig, 1 = ausgedehnt</translation>
    </message>
    <message>
        <source>Real or bogus, 0 to 1</source>
        <translation>Echt oder Artefakt, 0 bis 1</translation>
    </message>
    <message>
        <source>Filter: u, g, r, i, z, y</source>
        <translation>Filter: u, g, r, i, z, y</translation>
    </message>
    <message>
        <source>Looks like a dipole</source>
        <translation>Sieht aus wie ein Dipol</translation>
    </message>
    <message>
        <source>When it was processed, MJD (TAI)</source>
        <translation>Wann es verarbeitet wurde, MJD (TAI)</translation>
    </message>
    <message>
        <source>Saturated pixels</source>
        <translation>Gesättigte Pixel</translation>
    </message>
    <message>
        <source>A streak crosses it</source>
        <translation>Ein Streifen kreuzt es</translation>
    </message>
    <message>
        <source>Part of a trail of glints</source>
        <translation>Teil einer Spur von Lichtblitzen</translation>
    </message>
    <message>
        <source>Earlier detections</source>
        <translation>Frühere Detektionen</translation>
    </message>
    <message>
        <source>Earlier forced photometry</source>
        <translation>Frühere Forced Photometry</translation>
    </message>
    <message>
        <source>First detection, MJD (TAI)</source>
        <translation>Erste Detektion, MJD (TAI)</translation>
    </message>
    <message>
        <source>Last detection, MJD (TAI)</source>
        <translation>Letzte Detektion, MJD (TAI)</translation>
    </message>
    <message>
        <source>Detections of the object so far</source>
        <translation>Detektionen des Objekts bisher</translation>
    </message>
    <message>
        <source>Designation of the moving object</source>
        <translation>Bezeichnung des bewegten Objekts</translation>
    </message>
    <message>
        <source>Ecliptic longitude</source>
        <translation>Ekliptikale Länge</translation>
    </message>
    <message>
        <source>Ecliptic latitude</source>
        <translation>Ekliptikale Breite</translation>
    </message>
    <message>
        <source>Distance from the Sun on the sky</source>
        <translation>Abstand von der Sonne am Himmel</translation>
    </message>
    <message>
        <source>Angle Sun, object, Earth</source>
        <translation>Winkel Sonne, Objekt, Erde</translation>
    </message>
    <message>
        <source>Distance from the observer</source>
        <translation>Entfernung vom Beobachter</translation>
    </message>
    <message>
        <source>Predicted V</source>
        <translation>Vorhergesagtes V</translation>
    </message>
    <message>
        <source>Distance from the prediction</source>
        <translation>Abstand von der Vorhersage</translation>
    </message>
    <message>
        <source>Designation</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Semi-major axis</source>
        <translation>Große Halbachse</translation>
    </message>
    <message>
        <source>Perihelion distance</source>
        <translation>Periheldistanz</translation>
    </message>
    <message>
        <source>Eccentricity</source>
        <translation>Exzentrizität</translation>
    </message>
    <message>
        <source>Inclination</source>
        <translation>Bahnneigung</translation>
    </message>
    <message>
        <source>Absolute magnitude</source>
        <translation>Absolute Magnitude</translation>
    </message>
    <message>
        <source>Least distance to the orbit of Earth</source>
        <translation>Kleinster Abstand zur Erdbahn</translation>
    </message>
    <message>
        <source>Version of the schema</source>
        <translation>Version des Schemas</translation>
    </message>
    <message>
        <source>Who made the packet</source>
        <translation>Wer das Paket erzeugte</translation>
    </message>
    <message>
        <source>Name of the object: ZTF26abcdefg</source>
        <translation>Name des Objekts: ZTF26abcdefg</translation>
    </message>
    <message>
        <source>Start of the exposure, Julian date (UTC)</source>
        <translation>Beginn der Belichtung, Julianisches Datum (UTC)</translation>
    </message>
    <message>
        <source>Filter: 1 = g, 2 = r, 3 = i</source>
        <translation>Filter: 1 = g, 2 = r, 3 = i</translation>
    </message>
    <message>
        <source>Number of the image</source>
        <translation>Nummer des Bildes</translation>
    </message>
    <message>
        <source>Five sigma limit of the image</source>
        <translation>Grenze des Bildes bei fünf Sigma</translation>
    </message>
    <message>
        <source>Programme: 1 = public</source>
        <translation>Programm: 1 = öffentlich</translation>
    </message>
    <message>
        <source>t or 1: brighter than the reference</source>
        <translation>t oder 1: heller als die Referenz</translation>
    </message>
    <message>
        <source>Quadrant of the camera</source>
        <translation>Quadrant der Kamera</translation>
    </message>
    <message>
        <source>Number of the ZTF field</source>
        <translation>Nummer des ZTF-Felds</translation>
    </message>
    <message>
        <source>Magnitude of the difference, PSF fit</source>
        <translation>Magnitude der Differenz, PSF-Fit</translation>
    </message>
    <message>
        <source>Its error, one sigma</source>
        <translation>Zugehöriger Fehler, ein Sigma</translation>
    </message>
    <message>
        <source>Reduced chi square of the fit</source>
        <translation>Reduziertes Chi-Quadrat des Fits</translation>
    </message>
    <message>
        <source>Magnitude of the difference, aperture</source>
        <translation>Magnitude der Differenz, Apertur</translation>
    </message>
    <message>
        <source>Distance to the nearest source in the reference, pixels</source>
        <translation>Abstand zur nächsten Quelle in der Referenz, Pixel</translation>
    </message>
    <message>
        <source>Magnitude of the nearest source in the reference</source>
        <translation>Magnitude der nächsten Quelle in der Referenz</translation>
    </message>
    <message>
        <source>Aperture minus PSF magnitude</source>
        <translation>Apertur- minus PSF-Magnitude</translation>
    </message>
    <message>
        <source>Width of the star images, pixels</source>
        <translation>Breite der Sternbilder, Pixel</translation>
    </message>
    <message>
        <source>Star or galaxy, 0 to 1</source>
        <translation>Stern oder Galaxie, 0 bis 1</translation>
    </message>
    <message>
        <source>Limit minus aperture magnitude</source>
        <translation>Grenze minus Apertur-Magnitude</translation>
    </message>
    <message>
        <source>Width against that of the image</source>
        <translation>Breite gegenüber der des Bildes</translation>
    </message>
    <message>
        <source>Ratio of the axes</source>
        <translation>Verhältnis der Achsen</translation>
    </message>
    <message>
        <source>Negative pixels around it</source>
        <translation>Negative Pixel ringsum</translation>
    </message>
    <message>
        <source>Bad pixels around it</source>
        <translation>Schlechte Pixel ringsum</translation>
    </message>
    <message>
        <source>Distance to the nearest known moving object</source>
        <translation>Abstand zum nächsten bekannten bewegten Objekt</translation>
    </message>
    <message>
        <source>Predicted magnitude of that object</source>
        <translation>Vorhergesagte Magnitude dieses Objekts</translation>
    </message>
    <message>
        <source>Name of the nearest known moving object</source>
        <translation>Name des nächsten bekannten bewegten Objekts</translation>
    </message>
    <message>
        <source>g of the nearest source in PS1</source>
        <translation>g der nächsten Quelle in PS1</translation>
    </message>
    <message>
        <source>r of the nearest source in PS1</source>
        <translation>r der nächsten Quelle in PS1</translation>
    </message>
    <message>
        <source>i of the nearest source in PS1</source>
        <translation>i der nächsten Quelle in PS1</translation>
    </message>
    <message>
        <source>z of the nearest source in PS1</source>
        <translation>z der nächsten Quelle in PS1</translation>
    </message>
    <message>
        <source>Star or galaxy, nearest source in PS1: 1 = star</source>
        <translation>Stern oder Galaxie, nächste Quelle in PS1: 1 = Stern</translation>
    </message>
    <message>
        <source>Distance to the nearest source in PS1</source>
        <translation>Abstand zur nächsten Quelle in PS1</translation>
    </message>
    <message>
        <source>Detections at this place within 1.5 arcsec, ever</source>
        <translation>Alle Detektionen an dieser Stelle, innerhalb von 1.5 arcsec</translation>
    </message>
    <message>
        <source>Times this place was observed</source>
        <translation>Wie oft diese Stelle beobachtet wurde</translation>
    </message>
    <message>
        <source>First detection here, Julian date</source>
        <translation>Erste Detektion hier, Julianisches Datum</translation>
    </message>
    <message>
        <source>Last detection here, Julian date</source>
        <translation>Letzte Detektion hier, Julianisches Datum</translation>
    </message>
    <message>
        <source>Peak of the matched filter, sigma</source>
        <translation>Spitze des Matched Filters, Sigma</translation>
    </message>
    <message>
        <source>Target of opportunity</source>
        <translation>Target of Opportunity</translation>
    </message>
    <message>
        <source>Zero point of the image</source>
        <translation>Nullpunkt des Bildes</translation>
    </message>
    <message>
        <source>Distance to the nearest Gaia source</source>
        <translation>Abstand zur nächsten Gaia-Quelle</translation>
    </message>
    <message>
        <source>Distance to the nearest Gaia source brighter than 14</source>
        <translation>Abstand zur nächsten Gaia-Quelle heller als 14</translation>
    </message>
    <message>
        <source>G of the nearest Gaia source</source>
        <translation>G der nächsten Gaia-Quelle</translation>
    </message>
    <message>
        <source>Its G</source>
        <translation>Deren G</translation>
    </message>
    <message>
        <source>Exposure time</source>
        <translation>Belichtungszeit</translation>
    </message>
    <message>
        <source>Real or bogus by deep learning, 0 to 1</source>
        <translation>Echt oder Artefakt nach Deep Learning, 0 bis 1</translation>
    </message>
    <message>
        <source>Detections and limits of the last 30 days</source>
        <translation>Detektionen und Grenzen der letzten 30 Tage</translation>
    </message>
    <message>
        <source>Forced photometry of the last 30 days</source>
        <translation>Forced Photometry der letzten 30 Tage</translation>
    </message>
    <message>
        <source>Signal to noise, PSF</source>
        <translation>Signal zu Rauschen, PSF</translation>
    </message>
    <message>
        <source>The text %1 has no closing quote.</source>
        <translation>Dem Text %1 fehlt das schließende Anführungszeichen.</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>ein schließendes Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 is no operator here: write %2.</source>
        <translation>%1 ist hier kein Operator: %2 schreiben.</translation>
    </message>
    <message>
        <source>%1 has no meaning here.</source>
        <translation>%1 hat hier keine Bedeutung.</translation>
    </message>
    <message>
        <source>Text stands in straight quotes: &quot;…&quot;.</source>
        <translation>Text steht in geraden Anführungszeichen: &quot;…&quot;.</translation>
    </message>
    <message>
        <source>%1 is a function and needs its parentheses: %2.</source>
        <translation>%1 ist eine Funktion und braucht ihre Klammern: %2.</translation>
    </message>
    <message>
        <source>%1 is no key, and no known packet has a field of this name.</source>
        <translation>%1 ist kein Schlüssel, und kein bekanntes Paket hat ein Feld dieses Namens.</translation>
    </message>
    <message>
        <source>a key such as mag, or a packet field as fields.candidate.drb; text stands in quotes</source>
        <translation>ein Schlüssel wie mag oder ein Feld des Pakets wie fields.candidate.drb; Text steht in Anführungszeichen</translation>
    </message>
    <message>
        <source>%1 may mean several packet fields: say which.</source>
        <translation>%1 kann mehrere Felder des Pakets meinen: angeben, welches.</translation>
    </message>
    <message>
        <source>“fields” is the whole packet: say which field of it.</source>
        <translation>„fields“ ist das ganze Paket: angeben, welches Feld davon.</translation>
    </message>
    <message>
        <source>a path such as fields.candidate.drb</source>
        <translation>ein Pfad wie fields.candidate.drb</translation>
    </message>
    <message>
        <source>%1 is no function.</source>
        <translation>%1 ist keine Funktion.</translation>
    </message>
    <message>
        <source>The filter is empty.</source>
        <translation>Der Filter ist leer.</translation>
    </message>
    <message>
        <source>a key, a number, a text or a function</source>
        <translation>ein Schlüssel, eine Zahl, ein Text oder eine Funktion</translation>
    </message>
    <message>
        <source>an operator such as &lt;, = or and</source>
        <translation>ein Operator wie &lt;, = oder and</translation>
    </message>
    <message>
        <source>The filter ends too early.</source>
        <translation>Der Filter endet zu früh.</translation>
    </message>
    <message>
        <source>%1 does not fit here.</source>
        <translation>%1 passt hier nicht.</translation>
    </message>
    <message>
        <source>The filter is nested deeper than %1 levels.</source>
        <translation>Der Filter ist tiefer als %1 Ebenen verschachtelt.</translation>
    </message>
    <message>
        <source>The filter has more than %L1 parts.</source>
        <translation>Der Filter hat mehr als %L1 Teile.</translation>
    </message>
    <message>
        <source>a list in parentheses, such as (&quot;a&quot;, &quot;b&quot;)</source>
        <translation>eine Liste in Klammern, etwa (&quot;a&quot;, &quot;b&quot;)</translation>
    </message>
    <message>
        <source>“,” or “)”</source>
        <translation>„,“ oder „)“</translation>
    </message>
    <message>
        <source>Comparisons cannot be chained: join two of them with “and”.</source>
        <translation>Vergleiche lassen sich nicht verketten: zwei davon mit „and“ verbinden.</translation>
    </message>
    <message>
        <source>Between day and hour stands a T.</source>
        <translation>Zwischen Tag und Stunde steht ein T.</translation>
    </message>
    <message>
        <source>Between %1 and %2 an operator is missing.</source>
        <translation>Zwischen %1 und %2 fehlt ein Operator.</translation>
    </message>
    <message>
        <source>%1 is no unit for %2.</source>
        <translation>%1 ist keine Einheit für %2.</translation>
    </message>
    <message>
        <source>a unit such as h, deg or arcmin, or an operator</source>
        <translation>eine Einheit wie h, deg oder arcmin, oder ein Operator</translation>
    </message>
    <message>
        <source>The path has more than %1 steps.</source>
        <translation>Der Pfad hat mehr als %1 Schritte.</translation>
    </message>
    <message>
        <source>the name of a field; odd names stand in brackets: [&quot;a.b&quot;]</source>
        <translation>der Name eines Felds; ungewöhnliche Namen stehen in eckigen Klammern: [&quot;a.b&quot;]</translation>
    </message>
    <message>
        <source>a place such as [0], or a name in quotes</source>
        <translation>eine Stelle wie [0] oder ein Name in Anführungszeichen</translation>
    </message>
    <message>
        <source>The filter is longer than 64 KiB.</source>
        <translation>Der Filter ist länger als 64 KiB.</translation>
    </message>
    <message>
        <source>The filter holds a byte that is no UTF-8.</source>
        <translation>Der Filter enthält ein Byte, das kein UTF-8 ist.</translation>
    </message>
    <message>
        <source>%1 is no right ascension.</source>
        <translation>%1 ist keine Rektaszension.</translation>
    </message>
    <message>
        <source>0 to 360 degrees, or 0h to 24h</source>
        <translation>0 bis 360 Grad oder 0h bis 24h</translation>
    </message>
    <message>
        <source>%1 is no declination.</source>
        <translation>%1 ist keine Deklination.</translation>
    </message>
    <message>
        <source>-90 to 90 degrees</source>
        <translation>-90 bis 90 Grad</translation>
    </message>
    <message>
        <source>%1 is no radius on the sky.</source>
        <translation>%1 ist kein Radius am Himmel.</translation>
    </message>
    <message>
        <source>more than 0 and at most 180 degrees, such as 2deg or 30 arcsec</source>
        <translation>mehr als 0 und höchstens 180 Grad, etwa 2deg oder 30 arcsec</translation>
    </message>
    <message>
        <source>%1 has minutes or seconds of 60 or more.</source>
        <translation>%1 hat Minuten oder Sekunden von 60 oder mehr.</translation>
    </message>
    <message>
        <source>%1 counts hours, which only right ascension does.</source>
        <translation>%1 zählt Stunden, was nur die Rektaszension tut.</translation>
    </message>
    <message>
        <source>degrees, as in +12d23m28s</source>
        <translation>Grad, wie in +12d23m28s</translation>
    </message>
    <message>
        <source>%1 is %2, and cone() takes a fixed place.</source>
        <translation>%1 ist %2, und cone() nimmt eine feste Position.</translation>
    </message>
    <message>
        <source>%1 varies from alert to alert, and cone() takes a fixed place: it asks where the alert lies.</source>
        <translation>%1 ist von Alert zu Alert verschieden, und cone() nimmt eine feste Position: es fragt, wo der Alert liegt.</translation>
    </message>
    <message>
        <source>numbers, as in cone(187.7, 12.39, 2deg)</source>
        <translation>Zahlen, wie in cone(187.7, 12.39, 2deg)</translation>
    </message>
    <message>
        <source>%1 is %2, and cone() takes angles.</source>
        <translation>%1 ist %2, und cone() nimmt Winkel.</translation>
    </message>
    <message>
        <source>an angle such as 2deg or 30 arcsec</source>
        <translation>ein Winkel wie 2deg oder 30 arcsec</translation>
    </message>
    <message>
        <source>a number of unknown unit</source>
        <translation>eine Zahl unbekannter Einheit</translation>
    </message>
    <message>
        <source>an angle</source>
        <translation>ein Winkel</translation>
    </message>
    <message>
        <source>an area</source>
        <translation>eine Fläche</translation>
    </message>
    <message>
        <source>a time span</source>
        <translation>eine Zeitspanne</translation>
    </message>
    <message>
        <source>a rate</source>
        <translation>eine Rate</translation>
    </message>
    <message>
        <source>a magnitude</source>
        <translation>eine Magnitude</translation>
    </message>
    <message>
        <source>a distance</source>
        <translation>eine Entfernung</translation>
    </message>
    <message>
        <source>a number of another unit</source>
        <translation>eine Zahl anderer Einheit</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>quotation marks around what was written</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>this is no number</source>
        <translation>das ist keine Zahl</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>in the future</source>
        <translation>in der Zukunft</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>1 per %1</source>
        <translation>1 in %1</translation>
    </message>
    <message>
        <source>yr</source>
        <translation>Jahren</translation>
    </message>
    <message>
        <source>%1 per yr</source>
        <translation>%1 je Jahr</translation>
    </message>
    <message>
        <source>Retracted</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation>Frühwarnung</translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation>Vorläufig</translation>
    </message>
    <message>
        <source>Initial</source>
        <translation>Erstmeldung</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Aktualisierung</translation>
    </message>
    <message>
        <source>Subsequent</source>
        <translation>Folgemeldung</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>revision %1</source>
        <translation>Revision %1</translation>
    </message>
</context>
<context>
    <name>instanceframe</name>
    <message>
        <source>An invented night in an archive of its own; nothing here is real.</source>
        <translation>Eine erfundene Nacht in einem eigenen Archiv; nichts hier ist echt.</translation>
    </message>
    <message>
        <source>Real streams and the real archive.</source>
        <translation>Echte Streams und das echte Archiv.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Spielwiese</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Mock</source>
        <translation>Attrappe</translation>
    </message>
    <message>
        <source>A stream brings alerts of a playground: rehearsals, not the sky.</source>
        <translation>Ein Stream bringt Alarme einer Spielwiese: Proben, nicht der Himmel.</translation>
    </message>
    <message>
        <source>A stream brings test alerts: drills, not the sky.</source>
        <translation>Ein Stream bringt Testalarme: Übungen, nicht der Himmel.</translation>
    </message>
    <message>
        <source>A stream brings invented alerts.</source>
        <translation>Ein Stream bringt erfundene Alarme.</translation>
    </message>
</context>
<context>
    <name>journal</name>
    <message>
        <source>The journal was written by a newer Tocsin (version %1; this one knows %2).</source>
        <translation>Das Journal hat ein neueres Tocsin geschrieben (Version %1; dieses kennt %2).</translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <translation>Installieren Sie die neuere Version; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The journal of what was done about alerts answered: %1.</source>
        <translation>Das Journal dessen, was mit Alerts getan wurde, antwortete: %1.</translation>
    </message>
    <message>
        <source>Another program is using it; try again in a moment.</source>
        <translation>Ein anderes Programm benutzt es; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Look at journal.sqlite in the archive&apos;s folder: is the disk full, or the file damaged? When it is moved away, a new one is made.</source>
        <translation>Sehen Sie nach journal.sqlite im Archivordner: Ist der Datenträger voll oder die Datei beschädigt? Wird sie weggeschoben, entsteht eine neue.</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>sein Ordner kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>The journal of what was done about alerts cannot be written, so nothing was done.</source>
        <translation>Das Journal dessen, was mit Alerts getan wurde, kann nicht geschrieben werden; es wurde nichts getan.</translation>
    </message>
    <message>
        <source>Check the rights of the archive&apos;s folder and its disk, or choose another place with --home.</source>
        <translation>Prüfen Sie die Rechte des Archivordners und seinen Datenträger, oder wählen Sie mit --home einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>ladder</name>
    <message>
        <source>The certificate of %1 was not issued by the CA file of this stream, but by “%2”.</source>
        <translation>Das Zertifikat von %1 stammt nicht von der CA-Datei dieses Streams, sondern von „%2“.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s people for the right CA file; empty the option “CA file” if a public authority issues their certificates.</source>
        <translation>Fragen Sie die Betreiber des Brokers nach der richtigen CA-Datei; leeren Sie die Option „CA-Datei“, wenn eine öffentliche Stelle deren Zertifikate ausgibt.</translation>
    </message>
    <message>
        <source>The certificate of %1 is signed by itself: “%2”.</source>
        <translation>Das Zertifikat von %1 ist von sich selbst unterschrieben: „%2“.</translation>
    </message>
    <message>
        <source>If that is meant so, have the broker&apos;s people send you this certificate and give it as “CA file”.</source>
        <translation>Wenn das so gemeint ist, lassen Sie sich dieses Zertifikat von den Betreibern des Brokers geben und tragen Sie es als „CA-Datei“ ein.</translation>
    </message>
    <message>
        <source>The issuer of the certificate of %1 is not known here: “%2”.</source>
        <translation>Der Aussteller des Zertifikats von %1 ist hier nicht bekannt: „%2“.</translation>
    </message>
    <message>
        <source>The broker seems to have an authority of its own: ask its people for the CA file, and give it as “CA file”.</source>
        <translation>Der Broker scheint eine eigene Zertifizierungsstelle zu haben: Fragen Sie die Betreiber nach der CA-Datei und tragen Sie sie als „CA-Datei“ ein.</translation>
    </message>
    <message>
        <source>The certificate of %1 is for another host: %2.</source>
        <translation>Das Zertifikat von %1 ist für einen anderen Rechner: %2.</translation>
    </message>
    <message>
        <source>Write the server as the certificate names it, if that is the same broker; else somebody may be in between. The CA file is not to blame.</source>
        <translation>Schreiben Sie den Server, wie das Zertifikat ihn nennt, wenn das derselbe Broker ist; sonst steht vielleicht jemand dazwischen. An der CA-Datei liegt es nicht.</translation>
    </message>
    <message>
        <source>The clock of this computer is wrong: it shows %1, %2.</source>
        <translation>Die Uhr dieses Rechners geht falsch: Sie zeigt %1, %2.</translation>
    </message>
    <message>
        <source>Set the clock of this computer; the certificate is not to blame.</source>
        <translation>Stellen Sie die Uhr dieses Rechners; am Zertifikat liegt es nicht.</translation>
    </message>
    <message>
        <source>and this program was built on %1</source>
        <translation>und dieses Programm wurde am %1 gebaut</translation>
    </message>
    <message>
        <source>but the certificate of %1 began on %2</source>
        <translation>aber das Zertifikat von %1 beginnt am %2</translation>
    </message>
    <message>
        <source>The certificate of %1 expired on %2; the clock of this computer shows %3.</source>
        <translation>Das Zertifikat von %1 ist am %2 abgelaufen; die Uhr dieses Rechners zeigt %3.</translation>
    </message>
    <message>
        <source>Only the broker&apos;s people can renew it. This clock is kept by a time server.</source>
        <translation>Nur die Betreiber des Brokers können es erneuern. Diese Uhr wird von einem Zeitserver gestellt.</translation>
    </message>
    <message>
        <source>If that time is wrong, set the clock; no time server is known to keep it. Else only the broker&apos;s people can renew the certificate.</source>
        <translation>Wenn diese Zeit falsch ist, stellen Sie die Uhr; von einem Zeitserver, der sie stellt, ist nichts bekannt. Sonst können nur die Betreiber des Brokers das Zertifikat erneuern.</translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted: %2</source>
        <translation>Das Zertifikat von %1 wurde nicht angenommen: %2</translation>
    </message>
    <message>
        <source>Tell the broker&apos;s people.</source>
        <translation>Sagen Sie es den Betreibern des Brokers.</translation>
    </message>
    <message>
        <source>Subject %1, issuer %2, from %3 to %4, for %5. %6</source>
        <translation>Inhaber %1, Aussteller %2, von %3 bis %4, für %5. %6</translation>
    </message>
    <message>
        <source>v4 and v6</source>
        <translation>v4 und v6</translation>
    </message>
    <message>
        <source>There is no host of the name %1.</source>
        <translation>Es gibt keinen Rechner mit dem Namen %1.</translation>
    </message>
    <message>
        <source>Check the spelling; inside some networks a name exists only there (VPN).</source>
        <translation>Prüfen Sie die Schreibweise; manche Namen gibt es nur in ihrem eigenen Netz (VPN).</translation>
    </message>
    <message>
        <source>The name %1 could not be looked up: no name server answered.</source>
        <translation>Der Name %1 ließ sich nicht nachschlagen: Kein Namensserver hat geantwortet.</translation>
    </message>
    <message>
        <source>Check the network of this computer.</source>
        <translation>Prüfen Sie das Netz dieses Rechners.</translation>
    </message>
    <message>
        <source>%1 is there, but nothing listens on port %2.</source>
        <translation>%1 ist da, aber an Port %2 hört niemand zu.</translation>
    </message>
    <message>
        <source>Check the port; the broker may be down just now.</source>
        <translation>Prüfen Sie den Port; vielleicht läuft der Broker gerade nicht.</translation>
    </message>
    <message>
        <source>There is no way to %1 from this network.</source>
        <translation>Aus diesem Netz führt kein Weg zu %1.</translation>
    </message>
    <message>
        <source>Check the network of this computer, or the VPN that the broker wants.</source>
        <translation>Prüfen Sie das Netz dieses Rechners oder das VPN, das der Broker verlangt.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>A firewall may be in between: brokers are reached directly, not through a web proxy.</source>
        <translation>Vielleicht ist eine Firewall dazwischen: Broker werden direkt erreicht, nicht über einen Web-Proxy.</translation>
    </message>
    <message>
        <source>The connection to %1 was not made: %2.</source>
        <translation>Die Verbindung zu %1 kam nicht zustande: %2.</translation>
    </message>
    <message>
        <source>Check host and port.</source>
        <translation>Prüfen Sie Rechner und Port.</translation>
    </message>
    <message>
        <source>No server is named.</source>
        <translation>Kein Server ist genannt.</translation>
    </message>
    <message>
        <source>None of the %1 servers does better.</source>
        <translation>Keiner der %1 Server kommt weiter.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>given as an address, %1</source>
        <translation>als Adresse angegeben, %1</translation>
    </message>
    <message>
        <source>%1 of %2 servers have addresses: %3, %4</source>
        <translation>%1 von %2 Servern haben Adressen: %3, %4</translation>
    </message>
    <message>
        <source>%1 is %2</source>
        <translation>%1 ist %2</translation>
    </message>
    <message>
        <source>%1 has %2 addresses, %3</source>
        <translation>%1 hat %2 Adressen, %3</translation>
    </message>
    <message>
        <source>%1 port %2</source>
        <translation>%1 Port %2</translation>
    </message>
    <message>
        <source>%1 of %2 servers answer, %3</source>
        <translation>%1 von %2 Servern antworten, %3</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, über %2</translation>
    </message>
    <message>
        <source>%1 does not speak TLS, and this stream asks for it.</source>
        <translation>%1 spricht kein TLS, und dieser Stream verlangt es.</translation>
    </message>
    <message>
        <source>Take the broker&apos;s port for TLS, or choose a “Security” without it.</source>
        <translation>Nehmen Sie den TLS-Port des Brokers, oder wählen Sie eine „Sicherheit“ ohne TLS.</translation>
    </message>
    <message>
        <source>%1 speaks only versions of TLS that are not safe any more (before 1.2).</source>
        <translation>%1 spricht nur TLS-Versionen, die nicht mehr sicher sind (vor 1.2).</translation>
    </message>
    <message>
        <source>Tell the broker&apos;s people; Tocsin does not go below TLS 1.2.</source>
        <translation>Sagen Sie es den Betreibern des Brokers; unter TLS 1.2 geht Tocsin nicht.</translation>
    </message>
    <message>
        <source>%1 refused the TLS handshake: %2.</source>
        <translation>%1 hat den TLS-Handschlag abgelehnt: %2.</translation>
    </message>
    <message>
        <source>It may want a certificate of the client, which Tocsin cannot give; ask its people for a sign-in by password.</source>
        <translation>Vielleicht verlangt er ein Zertifikat des Clients, das Tocsin nicht geben kann; fragen Sie die Betreiber nach einer Anmeldung mit Passwort.</translation>
    </message>
    <message>
        <source>%1 broke off the TLS handshake.</source>
        <translation>%1 hat den TLS-Handschlag abgebrochen.</translation>
    </message>
    <message>
        <source>Check port and “Security”: this may not be a port for TLS.</source>
        <translation>Prüfen Sie Port und „Sicherheit“: Vielleicht ist das kein Port für TLS.</translation>
    </message>
    <message>
        <source>The CA file %1 holds no certificate that can be read.</source>
        <translation>Die CA-Datei %1 enthält kein lesbares Zertifikat.</translation>
    </message>
    <message>
        <source>Give a file of certificates in PEM.</source>
        <translation>Geben Sie eine Datei mit Zertifikaten in PEM an.</translation>
    </message>
    <message>
        <source>%1, valid to %2, issued by %3</source>
        <translation>%1, gültig bis %2, ausgestellt von %3</translation>
    </message>
    <message>
        <source>%1 accepted the connection and then said nothing for %2 s.</source>
        <translation>%1 hat die Verbindung angenommen und dann %2 s lang nichts gesagt.</translation>
    </message>
    <message>
        <source>Check the port: something else may listen there, or a firewall holds the answer back.</source>
        <translation>Prüfen Sie den Port: Vielleicht hört dort etwas anderes zu, oder eine Firewall hält die Antwort zurück.</translation>
    </message>
    <message>
        <source>%1 speaks TLS, and this stream does not ask for it.</source>
        <translation>%1 spricht TLS, und dieser Stream verlangt es nicht.</translation>
    </message>
    <message>
        <source>Choose a “Security” with TLS, or take the broker&apos;s port without it.</source>
        <translation>Wählen Sie eine „Sicherheit“ mit TLS, oder nehmen Sie den Port des Brokers ohne TLS.</translation>
    </message>
    <message>
        <source>%1 closed the connection without a word.</source>
        <translation>%1 hat die Verbindung wortlos geschlossen.</translation>
    </message>
    <message>
        <source>No Kafka broker answers at %1, but something else.</source>
        <translation>An %1 antwortet kein Kafka-Broker, sondern etwas anderes.</translation>
    </message>
    <message>
        <source>not asked for: nothing is encrypted</source>
        <translation>nicht verlangt: nichts wird verschlüsselt</translation>
    </message>
    <message>
        <source>%1 knows no sign-in: whoever comes is let in.</source>
        <translation>%1 kennt keine Anmeldung: Eingelassen wird, wer kommt.</translation>
    </message>
    <message>
        <source>Choose a “Security” without sign-in, or take the port for it.</source>
        <translation>Wählen Sie eine „Sicherheit“ ohne Anmeldung, oder nehmen Sie den Port dafür.</translation>
    </message>
    <message>
        <source>%1 lets in only those who sign in.</source>
        <translation>%1 lässt nur ein, wer sich anmeldet.</translation>
    </message>
    <message>
        <source>Choose a “Security” with sign-in; it offers %1.</source>
        <translation>Wählen Sie eine „Sicherheit“ mit Anmeldung; angeboten wird %1.</translation>
    </message>
    <message>
        <source>“%1” is not filled in.</source>
        <translation>„%1“ ist nicht ausgefüllt.</translation>
    </message>
    <message>
        <source>%1 is too slow to sign in.</source>
        <translation>%1 ist für die Anmeldung zu langsam.</translation>
    </message>
    <message>
        <source>none asked for</source>
        <translation>keine verlangt</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>First record</source>
        <translation>Erster Datensatz</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>without a time</source>
        <translation>ohne Zeit</translation>
    </message>
    <message>
        <source>the newest from %1 in the future: the clock of this computer seems to be behind</source>
        <translation>die neueste liegt %1 in der Zukunft: Die Uhr dieses Rechners scheint nachzugehen</translation>
    </message>
    <message>
        <source>the newest %1 old</source>
        <translation>die neueste ist %1 alt</translation>
    </message>
    <message>
        <source>%1 did not say where its topics begin and end.</source>
        <translation>%1 hat nicht gesagt, wo seine Topics beginnen und enden.</translation>
    </message>
    <message>
        <source>Try again; a broker that is starting or choosing a leader answers later.</source>
        <translation>Versuchen Sie es noch einmal; ein Broker, der startet oder einen Leader wählt, antwortet später.</translation>
    </message>
    <message>
        <source>nothing was ever sent there</source>
        <translation>dort wurde nie etwas gesendet</translation>
    </message>
    <message>
        <source>nothing is kept there now; the last message has expired</source>
        <translation>dort liegt jetzt nichts; die letzte Nachricht ist abgelaufen</translation>
    </message>
    <message>
        <source>1 message, %1</source>
        <translation>1 Nachricht, %1</translation>
    </message>
    <message>
        <source>%1 messages, %2</source>
        <translation>%1 Nachrichten, %2</translation>
    </message>
    <message>
        <source>%1 sends its readers on to %2, and there: %3</source>
        <translation>%1 verweist seine Leser an %2, und dort: %3</translation>
    </message>
    <message>
        <source>Its people have to announce names that can be reached from here (advertised.listeners); some want a VPN.</source>
        <translation>Die Betreiber müssen Namen ankündigen, die von hier erreichbar sind (advertised.listeners); manche verlangen ein VPN.</translation>
    </message>
    <message>
        <source>There is %1: check the spelling. Else nothing may have been sent there yet.</source>
        <translation>Es gibt %1: Prüfen Sie die Schreibweise. Sonst wurde dort vielleicht noch nie etwas gesendet.</translation>
    </message>
    <message>
        <source>This user may not use the consumer group %1</source>
        <translation>Dieser Benutzer darf die Consumer-Gruppe %1 nicht benutzen</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s people which groups are yours, or empty the option “Group”: Tocsin needs none.</source>
        <translation>Fragen Sie die Betreiber des Brokers, welche Gruppen Ihnen gehören, oder leeren Sie die Option „Gruppe“: Tocsin braucht keine.</translation>
    </message>
    <message>
        <source>Many brokers want the user&apos;s name first: %1-%2. Or empty the option “Group”: Tocsin needs none.</source>
        <translation>Viele Broker verlangen den Benutzernamen davor: %1-%2. Oder leeren Sie die Option „Gruppe“: Tocsin braucht keine.</translation>
    </message>
    <message>
        <source>%1 may be read</source>
        <translation>%1 darf gelesen werden</translation>
    </message>
    <message>
        <source>%1 of %2 topics fit and may be read</source>
        <translation>%1 von %2 Topics passen und dürfen gelesen werden</translation>
    </message>
    <message>
        <source>%1 of %2 topics may be read</source>
        <translation>%1 von %2 Topics dürfen gelesen werden</translation>
    </message>
    <message>
        <source>; not there yet: %1</source>
        <translation>; noch nicht da: %1</translation>
    </message>
    <message>
        <source>; not permitted: %1</source>
        <translation>; nicht erlaubt: %1</translation>
    </message>
    <message>
        <source>None of the %1 topics that this user may see fits yet</source>
        <translation>Keines der %1 Topics, die dieser Benutzer sehen darf, passt bisher</translation>
    </message>
    <message>
        <source>Check the patterns; a topic that appears later is read from its first message.</source>
        <translation>Prüfen Sie die Muster; ein Topic, das später erscheint, wird von seiner ersten Nachricht an gelesen.</translation>
    </message>
    <message>
        <source>made inside this program; no network, no account</source>
        <translation>in diesem Programm gemacht; kein Netz, kein Konto</translation>
    </message>
    <message>
        <source>Enter it, or choose an account that keeps it.</source>
        <translation>Geben Sie es ein, oder wählen Sie ein Konto, das es aufbewahrt.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>%1, by HTTP</source>
        <translation>%1, über HTTP</translation>
    </message>
    <message>
        <source>%1, by SOCKS5</source>
        <translation>%1, über SOCKS5</translation>
    </message>
    <message>
        <source>the proxy looks it up</source>
        <translation>der Proxy schlägt ihn nach</translation>
    </message>
    <message>
        <source>%1 through the proxy</source>
        <translation>%1 über den Proxy</translation>
    </message>
    <message>
        <source>The proxy %1 does not answer.</source>
        <translation>Der Proxy %1 antwortet nicht.</translation>
    </message>
    <message>
        <source>Check host and port of the proxy; a firewall may be in between.</source>
        <translation>Prüfen Sie Rechner und Port des Proxys; vielleicht ist eine Firewall dazwischen.</translation>
    </message>
    <message>
        <source>The proxy %1 took the connection and said nothing.</source>
        <translation>Der Proxy %1 nahm die Verbindung an und sagte nichts.</translation>
    </message>
    <message>
        <source>Check its port, and whether it is http:// or socks5://.</source>
        <translation>Prüfen Sie seinen Port, und ob er http:// oder socks5:// ist.</translation>
    </message>
    <message>
        <source>%1 does not speak as an HTTP proxy.</source>
        <translation>%1 spricht nicht wie ein HTTP-Proxy.</translation>
    </message>
    <message>
        <source>%1 does not speak as a SOCKS5 proxy.</source>
        <translation>%1 spricht nicht wie ein SOCKS5-Proxy.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a user and a password.</source>
        <translation>Der Proxy %1 verlangt Benutzer und Passwort.</translation>
    </message>
    <message>
        <source>Tocsin gives none to a proxy: ask its people for a way without, or run a proxy of your own that signs in.</source>
        <translation>Tocsin gibt einem Proxy keine: Fragen Sie die Betreiber nach einem Weg ohne, oder betreiben Sie einen eigenen Proxy, der sich anmeldet.</translation>
    </message>
    <message>
        <source>The proxy %1 does not permit connections to %2.</source>
        <translation>Der Proxy %1 erlaubt keine Verbindungen zu %2.</translation>
    </message>
    <message>
        <source>Many proxies carry web pages only (port 443): ask its people for this host and port.</source>
        <translation>Viele Proxys befördern nur Webseiten (Port 443): Fragen Sie die Betreiber nach diesem Rechner und Port.</translation>
    </message>
    <message>
        <source>The proxy %1 does not get through to %2.</source>
        <translation>Der Proxy %1 kommt nicht zu %2 durch.</translation>
    </message>
    <message>
        <source>Check host and port of the server; the proxy looks up its name.</source>
        <translation>Prüfen Sie Rechner und Port des Servers; den Namen schlägt der Proxy nach.</translation>
    </message>
    <message>
        <source>“%1” is no proxy: write http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>„%1“ ist kein Proxy: Schreiben Sie http://RECHNER:PORT oder socks5://RECHNER:PORT.</translation>
    </message>
    <message>
        <source>A proxy is named without user and password: they would stand in files.</source>
        <translation>Ein Proxy wird ohne Benutzer und Passwort genannt: Sie stünden in Dateien.</translation>
    </message>
    <message>
        <source>Nothing listens at the proxy %1.</source>
        <translation>Am Proxy %1 hört nichts zu.</translation>
    </message>
    <message>
        <source>Check host and port of the proxy; it may be down just now.</source>
        <translation>Prüfen Sie Rechner und Port des Proxys; vielleicht läuft er gerade nicht.</translation>
    </message>
    <message>
        <source>There is no way to the proxy %1 from this network.</source>
        <translation>Aus diesem Netz führt kein Weg zum Proxy %1.</translation>
    </message>
    <message>
        <source>Check the network of this computer; away from home the proxy may not be wanted.</source>
        <translation>Prüfen Sie das Netz dieses Rechners; unterwegs wird der Proxy vielleicht nicht gebraucht.</translation>
    </message>
    <message>
        <source>The name of the proxy %1 was not found.</source>
        <translation>Der Name des Proxys %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>Check the spelling; away from home the proxy may not be wanted.</source>
        <translation>Prüfen Sie die Schreibweise; unterwegs wird der Proxy vielleicht nicht gebraucht.</translation>
    </message>
    <message>
        <source>The file %1 holds no list of withdrawn certificates that can be read.</source>
        <translation>Die Datei %1 enthält keine lesbare Liste zurückgezogener Zertifikate.</translation>
    </message>
    <message>
        <source>Give a file of such lists (CRL) in PEM, or empty the option “CRL file”.</source>
        <translation>Geben Sie eine Datei mit solchen Listen (CRL) in PEM an, oder leeren Sie die Option „CRL-Datei“.</translation>
    </message>
    <message>
        <source>The certificate of %1 was withdrawn by its issuer, “%2”.</source>
        <translation>Das Zertifikat von %1 wurde von seinem Aussteller „%2“ zurückgezogen.</translation>
    </message>
    <message>
        <source>Tell the broker&apos;s people, and do not sign in there: somebody else may hold the key.</source>
        <translation>Sagen Sie es den Betreibern des Brokers, und melden Sie sich dort nicht an: Vielleicht hat jemand anderes den Schlüssel.</translation>
    </message>
    <message>
        <source>The lists in %1 say nothing of what “%2” has withdrawn, who issued the certificate of %3.</source>
        <translation>Die Listen in %1 sagen nichts darüber, was „%2“, der Aussteller des Zertifikats von %3, zurückgezogen hat.</translation>
    </message>
    <message>
        <source>Add the list of this issuer to the file, or empty the option “CRL file”.</source>
        <translation>Fügen Sie der Datei die Liste dieses Ausstellers hinzu, oder leeren Sie die Option „CRL-Datei“.</translation>
    </message>
    <message>
        <source>The list of withdrawn certificates in %1 is out of date.</source>
        <translation>Die Liste zurückgezogener Zertifikate in %1 ist veraltet.</translation>
    </message>
    <message>
        <source>Fetch the issuer&apos;s present list; check the clock of this computer, too.</source>
        <translation>Holen Sie die heutige Liste des Ausstellers; prüfen Sie auch die Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>The list of withdrawn certificates in %1 cannot be applied to %2: %3.</source>
        <translation>Die Liste zurückgezogener Zertifikate in %1 lässt sich auf %2 nicht anwenden: %3.</translation>
    </message>
    <message>
        <source>Fetch the issuer&apos;s present list, or empty the option “CRL file”.</source>
        <translation>Holen Sie die heutige Liste des Ausstellers, oder leeren Sie die Option „CRL-Datei“.</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>nothing to read yet</source>
        <translation>noch nichts zu lesen</translation>
    </message>
    <message>
        <source>No token came within %1 s.</source>
        <translation>Innerhalb von %1 s kam kein Token.</translation>
    </message>
    <message>
        <source>The provider of the account is slow or out of reach just now.</source>
        <translation>Der Anbieter des Kontos ist gerade langsam oder nicht erreichbar.</translation>
    </message>
    <message>
        <source>Set the clock of this computer, best by a time server.</source>
        <translation>Stellen Sie die Uhr dieses Rechners, am besten nach einem Zeitserver.</translation>
    </message>
    <message>
        <source>SciToken of %1</source>
        <translation>SciToken von %1</translation>
    </message>
    <message>
        <source>from the account %1</source>
        <translation>vom Konto %1</translation>
    </message>
    <message>
        <source>expires in %1</source>
        <translation>läuft in %1 ab</translation>
    </message>
    <message>
        <source>does not say when it expires</source>
        <translation>sagt nicht, wann es abläuft</translation>
    </message>
    <message>
        <source>scope %1</source>
        <translation>Berechtigung %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Seed</source>
        <translation>Startzahl</translation>
    </message>
    <message>
        <source>The same number gives the same night.</source>
        <translation>Dieselbe Zahl gibt dieselbe Nacht.</translation>
    </message>
    <message>
        <source>Speed, per cent</source>
        <translation>Geschwindigkeit, Prozent</translation>
    </message>
    <message>
        <source>100 is as fast as life.</source>
        <translation>100 ist so schnell wie das Leben.</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Ends after so many alerts; 0 = no end.</source>
        <translation>Endet nach so vielen Alerts; 0 = kein Ende.</translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation>Eine ganze Zahl schreiben.</translation>
    </message>
    <message>
        <source>Write %1 or more.</source>
        <translation>%1 oder mehr schreiben.</translation>
    </message>
    <message>
        <source>Write %1 or less.</source>
        <translation>%1 oder weniger schreiben.</translation>
    </message>
    <message>
        <source>“%1” is not one of %2.</source>
        <translation>„%1“ gehört nicht zu %2.</translation>
    </message>
    <message>
        <source>Write a duration such as 90s, 10m or 2h.</source>
        <translation>Eine Dauer wie 90s, 10m oder 2h schreiben.</translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation>Die Datei „%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation>Es gibt keine Option „%1“.</translation>
    </message>
    <message>
        <source>“%1” is needed.</source>
        <translation>„%1“ wird gebraucht.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a whole number.</source>
        <translation>%1: „%2“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>%1: write true or false.</source>
        <translation>%1: true oder false schreiben.</translation>
    </message>
    <message>
        <source>%1: write NAME=VALUE, not “%2”.</source>
        <translation>%1: NAME=WERT schreiben, nicht „%2“.</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>nötig</translation>
    </message>
    <message>
        <source>secret: never in a file or an argument</source>
        <translation>geheim: nie in einer Datei oder einem Argument</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Host and port of one or more brokers; the port is 9092 where none is given.</source>
        <translation>Host und Port eines oder mehrerer Broker; der Port ist 9092, wo keiner steht.</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>How the connection is protected: TLS (SSL) and sign-in (SASL).</source>
        <translation>Wie die Verbindung geschützt ist: TLS (SSL) und Anmeldung (SASL).</translation>
    </message>
    <message>
        <source>No encryption, no sign-in</source>
        <translation>Keine Verschlüsselung, keine Anmeldung</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>Sign-in without encryption</source>
        <translation>Anmeldung ohne Verschlüsselung</translation>
    </message>
    <message>
        <source>TLS and sign-in</source>
        <translation>TLS und Anmeldung</translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How the password is proved. SCRAM never sends it.</source>
        <translation>Wie das Passwort bewiesen wird. SCRAM sendet es nie.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Certificates (PEM) that this broker&apos;s certificate is checked against; empty = the system&apos;s.</source>
        <translation>Zertifikate (PEM), an denen das des Brokers geprüft wird; leer = die des Systems.</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Except</source>
        <translation>Außer</translation>
    </message>
    <message>
        <source>Topics to leave out, in the same forms.</source>
        <translation>Auszulassende Topics, in denselben Formen.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Consumer group to store offsets under, as a courtesy to the broker; reading goes by the archive&apos;s own positions.</source>
        <translation>Consumer-Gruppe, unter der Offsets aus Höflichkeit beim Broker abgelegt werden; gelesen wird nach den Positionen des Archivs.</translation>
    </message>
    <message>
        <source>Further properties</source>
        <translation>Weitere Eigenschaften</translation>
    </message>
    <message>
        <source>Names, patterns with *, or regular expressions that begin with ^; one a line or with commas between them. A comma inside the brackets of a regular expression belongs to it, in a URL also %2C. New topics that fit are read from their first message.</source>
        <translation>Namen, Muster mit * oder reguläre Ausdrücke, die mit ^ beginnen; einer je Zeile oder mit Kommas dazwischen. Ein Komma in den Klammern eines regulären Ausdrucks gehört zu ihm, in einer URL auch %2C. Neue Topics, die passen, werden ab ihrer ersten Meldung gelesen.</translation>
    </message>
    <message>
        <source>Settings of librdkafka as NAME=VALUE; an unknown one is refused in its own words. They are written to files: secrets and what concerns TLS and sign-in are refused.</source>
        <translation>Einstellungen von librdkafka als NAME=WERT; eine unbekannte wird mit dessen eigenen Worten abgelehnt. Sie werden in Dateien geschrieben: Geheimnisse und was TLS und Anmeldung betrifft, werden abgelehnt.</translation>
    </message>
    <message>
        <source>After a gap</source>
        <translation>Nach einer Lücke</translation>
    </message>
    <message>
        <source>Where to go on when the broker has thrown away what was to come next. The gap is recorded either way.</source>
        <translation>Wo es weitergeht, wenn der Broker weggeworfen hat, was als Nächstes käme. Die Lücke wird in jedem Fall vermerkt.</translation>
    </message>
    <message>
        <source>The oldest message that is left</source>
        <translation>Bei der ältesten Nachricht, die noch da ist</translation>
    </message>
    <message>
        <source>The next message to come</source>
        <translation>Bei der nächsten, die kommt</translation>
    </message>
    <message>
        <source>Field mapping</source>
        <translation>Feldzuordnung</translation>
    </message>
    <message>
        <source>Which field of the packets becomes which key of an alert, as JSON: a pointer per key, with a unit and, for times, a scale. Used for plain JSON and Avro, or for the format that it names.</source>
        <translation>Welches Feld der Pakete welcher Schlüssel eines Alerts wird, als JSON: ein Zeiger je Schlüssel, mit Einheit und, bei Zeiten, einer Skala. Gilt für einfaches JSON und Avro, oder für das Format, das sie nennt.</translation>
    </message>
    <message>
        <source>The mapping cannot be used: %1.</source>
        <translation>Die Zuordnung kann nicht verwendet werden: %1.</translation>
    </message>
    <message>
        <source>This is no web address; write https://HOST/PATH.</source>
        <translation>Das ist keine Webadresse; schreiben Sie https://HOST/PFAD.</translation>
    </message>
    <message>
        <source>Only https:// is used, and http:// to this computer.</source>
        <translation>Nur https:// wird benutzt, und http:// zu diesem Rechner.</translation>
    </message>
    <message>
        <source>Leave out the user name and the password: addresses are written to files.</source>
        <translation>Lassen Sie Benutzername und Passwort weg: Adressen werden in Dateien geschrieben.</translation>
    </message>
    <message>
        <source>Leave out what follows “?” or “#”.</source>
        <translation>Lassen Sie weg, was auf „?“ oder „#“ folgt.</translation>
    </message>
    <message>
        <source>Schema registry</source>
        <translation>Schemaregister</translation>
    </message>
    <message>
        <source>Address of the registry that knows the schemas which packets name by number. A schema that is not known here is fetched from it once and kept; packets wait for it.</source>
        <translation>Adresse des Registers, das die Schemata kennt, die Pakete mit ihrer Nummer nennen. Ein Schema, das hier nicht bekannt ist, wird einmal von dort geholt und behalten; Pakete warten darauf.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Host the account is for, as host or host:port.</source>
        <translation>Rechner, für den das Konto gilt, als Rechner oder Rechner:Port.</translation>
    </message>
    <message>
        <source>The user name that belongs to the secret.</source>
        <translation>Der Benutzername, der zum Geheimnis gehört.</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>The public name of the client at the provider.</source>
        <translation>Der öffentliche Name des Clients beim Anbieter.</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>What the token is to allow, with blanks between; empty = what the provider gives by itself.</source>
        <translation>Was das Token erlauben soll, durch Leerzeichen getrennt; leer = was der Anbieter von sich aus gibt.</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>When the secret ends, as a UTC time; read from the token itself where it says so.</source>
        <translation>Wann das Geheimnis endet, als UTC-Zeit; aus dem Token selbst gelesen, wo es dort steht.</translation>
    </message>
    <message>
        <source>Write a UTC time such as 2026-12-31T00:00:00Z.</source>
        <translation>Schreiben Sie eine UTC-Zeit wie 2026-12-31T00:00:00Z.</translation>
    </message>
    <message>
        <source>Token address</source>
        <translation>Token-Adresse</translation>
    </message>
    <message>
        <source>Where tokens are fetched.</source>
        <translation>Wo Tokens geholt werden.</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Address of the provider.</source>
        <translation>Adresse des Anbieters.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>The name of your credential at this broker; an account brings its own.</source>
        <translation>Der Name Ihrer Zugangsdaten bei diesem Broker; ein Konto bringt seinen eigenen mit.</translation>
    </message>
    <message>
        <source>Kept for this session only; it is never written to a file. An account of the vault keeps it for longer.</source>
        <translation>Nur für diese Sitzung behalten; es wird nie in eine Datei geschrieben. Ein Konto im Tresor behält es länger.</translation>
    </message>
    <message>
        <source>Write live, resume, recent, earliest, a time such as 2026-09-14T22:00 or last:100.</source>
        <translation>Schreiben Sie live, resume, recent, earliest, eine Zeit wie 2026-09-14T22:00 oder last:100.</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>Instanz</translation>
    </message>
    <message>
        <source>How real its alerts are. It is shown with a word and a colour, so that a drill is never taken for the sky.</source>
        <translation>Wie echt die Alarme sind. Ein Wort und eine Farbe zeigen es, damit eine Übung nie für den Himmel gehalten wird.</translation>
    </message>
    <message>
        <source>As the names of its topics say</source>
        <translation>Wie die Namen der Topics sagen</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Spielwiese</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Mock</source>
        <translation>Attrappe</translation>
    </message>
    <message>
        <source>How you prove who you are. SCRAM never sends the password; OAUTHBEARER sends a token of an account or a SciToken.</source>
        <translation>Wie Sie beweisen, wer Sie sind. SCRAM sendet das Passwort nie; OAUTHBEARER sendet ein Token eines Kontos oder ein SciToken.</translation>
    </message>
    <message>
        <source>Name of an account in the vault (“tocsin accounts”), which signs in. With OAUTHBEARER and none, the SciToken of this computer is taken.</source>
        <translation>Name eines Kontos im Tresor („tocsin accounts“), das sich anmeldet. Bei OAUTHBEARER ohne Konto wird das SciToken dieses Rechners genommen.</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Whom the SciToken is to be for; empty = the host of the first server. One that is for others is taken when there is no better.</source>
        <translation>Für wen das SciToken sein soll; leer = der Rechner des ersten Servers. Eines für andere wird genommen, wenn es kein besseres gibt.</translation>
    </message>
    <message>
        <source>What the SciToken is to allow, with blanks between; empty = whatever.</source>
        <translation>Was das SciToken erlauben soll, durch Leerzeichen getrennt; leer = egal.</translation>
    </message>
    <message>
        <source>CRL file</source>
        <translation>CRL-Datei</translation>
    </message>
    <message>
        <source>Lists of withdrawn certificates (PEM) of the broker&apos;s issuer; empty = none are looked at.</source>
        <translation>Listen zurückgezogener Zertifikate (PEM) des Ausstellers des Brokers; leer = es wird keine angesehen.</translation>
    </message>
    <message>
        <source>live, resume (where it stopped, at first from the earliest), recent (the same, at first the last 24 hours or 20 messages of a topic), earliest, a UTC time such as 2026-09-14T22:00, or last:N per partition.</source>
        <translation>live, resume (wo er aufgehört hat, beim ersten Mal ab der ältesten), recent (dasselbe, beim ersten Mal die letzten 24 Stunden oder 20 Meldungen eines Topics), earliest, eine UTC-Zeit wie 2026-09-14T22:00 oder last:N je Partition.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>http://HOST:PORT (CONNECT) or socks5://HOST:PORT, through which the brokers are reached; it looks up their names. Empty = what ALL_PROXY and NO_PROXY say; direct = none.</source>
        <translation>http://RECHNER:PORT (CONNECT) oder socks5://RECHNER:PORT, über den die Broker erreicht werden; er schlägt ihre Namen nach. Leer = was ALL_PROXY und NO_PROXY sagen; direct = keiner.</translation>
    </message>
    <message>
        <source>Name of an account in the vault with your client ID and secret; gcn.nasa.gov gives them for free, after a sign-in in the browser. GCN disables a credential that is not used for 30 days.</source>
        <translation>Name eines Kontos im Tresor mit Ihrer Client-ID und ihrem Geheimnis; gcn.nasa.gov gibt sie kostenlos, nach einer Anmeldung im Browser. GCN sperrt Zugangsdaten, die 30 Tage nicht benutzt werden.</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domäne</translation>
    </message>
    <message>
        <source>Which GCN. Each has its own credentials; the two for tests carry drills, among them those of the gravitational-wave detectors.</source>
        <translation>Welches GCN. Jedes hat eigene Zugangsdaten; die beiden für Tests bringen Übungen, darunter die der Gravitationswellendetektoren.</translation>
    </message>
    <message>
        <source>gcn.nasa.gov</source>
        <translation>gcn.nasa.gov</translation>
    </message>
    <message>
        <source>test.gcn.nasa.gov</source>
        <translation>test.gcn.nasa.gov</translation>
    </message>
    <message>
        <source>dev.gcn.nasa.gov</source>
        <translation>dev.gcn.nasa.gov</translation>
    </message>
    <message>
        <source>Gravitational waves</source>
        <translation>Gravitationswellen</translation>
    </message>
    <message>
        <source>Alerts of LIGO, Virgo and KAGRA (igwn.gwalert).</source>
        <translation>Alarme von LIGO, Virgo und KAGRA (igwn.gwalert).</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Notices of the missions in today&apos;s form, JSON (gcn.notices.*).</source>
        <translation>Notices der Missionen in heutiger Form, JSON (gcn.notices.*).</translation>
    </message>
    <message>
        <source>Classic notices</source>
        <translation>Klassische Notices</translation>
    </message>
    <message>
        <source>Notices of the older missions, such as Fermi and Swift. Each comes in three forms that say the same; choose one.</source>
        <translation>Notices der älteren Missionen, etwa Fermi und Swift. Jede kommt in drei Formen, die dasselbe sagen; wählen Sie eine.</translation>
    </message>
    <message>
        <source>VOEvent</source>
        <translation>VOEvent</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>Binär</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Circulars</source>
        <translation>Circulars</translation>
    </message>
    <message>
        <source>What people report (gcn.circulars). GCN sends a circular again after each edit; its versions are one row.</source>
        <translation>Was Menschen berichten (gcn.circulars). GCN sendet ein Circular nach jeder Änderung neu; seine Fassungen sind eine Zeile.</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>Herzschlag</translation>
    </message>
    <message>
        <source>Listens to the beat that the server sends each second. It makes no rows; it tells that the connection is alive, and when it is not.</source>
        <translation>Hört auf den Schlag, den der Server jede Sekunde sendet. Er macht keine Zeilen; er sagt, dass die Verbindung lebt, und wann nicht.</translation>
    </message>
    <message>
        <source>Further topics</source>
        <translation>Weitere Topics</translation>
    </message>
    <message>
        <source>Beside the families: names, patterns with *, or regular expressions that begin with ^; one a line or with commas between them.</source>
        <translation>Neben den Familien: Namen, Muster mit * oder reguläre Ausdrücke, die mit ^ beginnen; einer je Zeile oder durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Brokers instead of those of the domain; the port is 9092 where none is given.</source>
        <translation>Broker anstelle derer der Domäne; der Port ist 9092, wo keiner steht.</translation>
    </message>
    <message>
        <source>Names, patterns with *, or regular expressions that begin with ^; one a line or with commas between them. New topics that fit are read from their first message.</source>
        <translation>Namen, Muster mit * oder reguläre Ausdrücke, die mit ^ beginnen; einer je Zeile oder durch Kommas getrennt. Neue passende Topics werden ab ihrer ersten Meldung gelesen.</translation>
    </message>
    <message>
        <source>Large messages</source>
        <translation>Große Meldungen</translation>
    </message>
    <message>
        <source>Fetches messages that were too large for the broker from the server that the broker itself announces, and from no other. Else a row tells where such a message is.</source>
        <translation>Holt Meldungen, die für den Broker zu groß waren, von dem Server, den der Broker selbst ankündigt, und von keinem anderen. Sonst sagt eine Zeile, wo eine solche Meldung liegt.</translation>
    </message>
    <message>
        <source>Consumer group to store offsets under, for other programs to see; Hopskotch takes only groups that begin with the user name and a hyphen. Reading goes by the archive&apos;s own positions and needs none.</source>
        <translation>Consumer-Gruppe, unter der Offsets abgelegt werden, damit andere Programme sie sehen; Hopskotch nimmt nur Gruppen, die mit dem Benutzernamen und einem Bindestrich beginnen. Gelesen wird nach den eigenen Positionen des Archivs, ohne Gruppe.</translation>
    </message>
    <message>
        <source>Name of an account in the vault with your user and password; hop.scimma.org gives them for free.</source>
        <translation>Name eines Kontos im Tresor mit Ihrem Benutzer und Passwort; hop.scimma.org gibt sie kostenlos.</translation>
    </message>
    <message>
        <source>Address of the TOM&apos;s front page.</source>
        <translation>Adresse der Startseite des TOM.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Who may see new targets beside you, with commas between; without one nobody else does.</source>
        <translation>Wer neue Ziele außer Ihnen sehen darf, durch Kommas getrennt; ohne Gruppe sieht sie sonst niemand.</translation>
    </message>
    <message>
        <source>Same place</source>
        <translation>Gleiche Position</translation>
    </message>
    <message>
        <source>A target within so many arcsec is taken for the same object.</source>
        <translation>Ein Ziel innerhalb so vieler arcsec gilt als dasselbe Objekt.</translation>
    </message>
    <message>
        <source>Write a number of arcsec, 3600 at most.</source>
        <translation>Schreiben Sie eine Zahl in arcsec, höchstens 3600.</translation>
    </message>
    <message>
        <source>Character %1: %2</source>
        <translation>Zeichen %1: %2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Once when the rule alarms, or for every alert that it takes: further revisions and paths as well.</source>
        <translation>Einmal, wenn die Regel Alarm gibt, oder bei jedem Alert, den sie nimmt: auch bei weiteren Revisionen und Wegen.</translation>
    </message>
    <message>
        <source>Once an event, when it alarms</source>
        <translation>Einmal je Ereignis, wenn sie Alarm gibt</translation>
    </message>
    <message>
        <source>For every alert</source>
        <translation>Bei jedem Alert</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitgrenze</translation>
    </message>
    <message>
        <source>What takes longer is ended.</source>
        <translation>Was länger dauert, wird beendet.</translation>
    </message>
    <message>
        <source>Write more than 0, for example 60s.</source>
        <translation>Schreiben Sie mehr als 0, zum Beispiel 60s.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Write the program and its arguments.</source>
        <translation>Schreiben Sie das Programm und seine Argumente.</translation>
    </message>
    <message>
        <source>No shell reads this, so | &lt; &gt; ; &amp; mean nothing in it. Put such a line into a script.</source>
        <translation>Keine Shell liest das, daher bedeuten | &lt; &gt; ; &amp; darin nichts. Schreiben Sie eine solche Zeile in ein Skript.</translation>
    </message>
    <message>
        <source>This address holds a secret. Keep that part in an account of the kind token, choose the account here, and write {secret} in its place.</source>
        <translation>Diese Adresse enthält ein Geheimnis. Bewahren Sie diesen Teil in einem Konto der Art token auf, wählen Sie hier das Konto, und schreiben Sie {secret} an seine Stelle.</translation>
    </message>
    <message>
        <source>“%1” is no plain mail address such as observer@example.org.</source>
        <translation>„%1“ ist keine einfache Mailadresse wie observer@example.org.</translation>
    </message>
    <message>
        <source>A topic has up to 249 letters, digits, dots, underscores and hyphens.</source>
        <translation>Ein Topic hat bis zu 249 Buchstaben, Ziffern, Punkte, Unterstriche und Bindestriche.</translation>
    </message>
    <message>
        <source>Gamma rays</source>
        <translation>Gammastrahlen</translation>
    </message>
    <message>
        <source>X-rays</source>
        <translation>Röntgenstrahlen</translation>
    </message>
    <message>
        <source>Ultraviolet</source>
        <translation>Ultraviolett</translation>
    </message>
    <message>
        <source>Optical</source>
        <translation>Optisch</translation>
    </message>
    <message>
        <source>Infrared</source>
        <translation>Infrarot</translation>
    </message>
    <message>
        <source>Radio</source>
        <translation>Radio</translation>
    </message>
    <message>
        <source>Neutrinos</source>
        <translation>Neutrinos</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Akzent</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>What it says, with placeholders such as {name}; empty = name, class, area, distance or magnitude, as far as known.</source>
        <translation>Was sie sagt, mit Platzhaltern wie {name}; leer = Name, Klasse, Fläche, Entfernung oder Magnitude, soweit bekannt.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>A shipped sound, or the path of a WAV file.</source>
        <translation>Ein mitgelieferter Ton, oder der Pfad einer WAV-Datei.</translation>
    </message>
    <message>
        <source>Sound of a retraction</source>
        <translation>Ton einer Rücknahme</translation>
    </message>
    <message>
        <source>Likewise, when what has alarmed is taken back.</source>
        <translation>Ebenso, wenn zurückgenommen wird, was Alarm gab.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>A colour of the palette.</source>
        <translation>Eine Farbe der Palette.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Which mark.</source>
        <translation>Welche Markierung.</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>TOM account</source>
        <translation>TOM-Konto</translation>
    </message>
    <message>
        <source>Account of the kind tom; empty = the local list only.</source>
        <translation>Konto der Art tom; leer = nur die lokale Liste.</translation>
    </message>
    <message>
        <source>Who sees the target in the TOM; empty = its maker alone.</source>
        <translation>Wer das Ziel im TOM sieht; leer = nur, wer es anlegt.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>The program and its arguments; blanks part them, quotation marks keep them together. No shell reads it.</source>
        <translation>Das Programm und seine Argumente; Leerzeichen trennen sie, Anführungszeichen halten sie zusammen. Keine Shell liest es.</translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>What it reads.</source>
        <translation>Was es liest.</translation>
    </message>
    <message>
        <source>The alert as a JSON line</source>
        <translation>Der Alert als JSON-Zeile</translation>
    </message>
    <message>
        <source>The packet as it came</source>
        <translation>Das Paket, wie es kam</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>How many of them run beside each other; more wait.</source>
        <translation>Wie viele davon nebeneinander laufen; weitere warten.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>A full path; empty = one named after the rule, beside Tocsin&apos;s own log.</source>
        <translation>Ein vollständiger Pfad; leer = eine nach der Regel benannte Datei neben dem Protokoll von Tocsin.</translation>
    </message>
    <message>
        <source>Write a full path, beginning with /.</source>
        <translation>Schreiben Sie einen vollständigen Pfad, der mit / beginnt.</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>With placeholders such as {name}; empty = the alert as a JSON line.</source>
        <translation>Mit Platzhaltern wie {name}; leer = der Alert als JSON-Zeile.</translation>
    </message>
    <message>
        <source>Size (MB)</source>
        <translation>Größe (MB)</translation>
    </message>
    <message>
        <source>From here on a new file begins.</source>
        <translation>Ab hier beginnt eine neue Datei.</translation>
    </message>
    <message>
        <source>Older files</source>
        <translation>Ältere Dateien</translation>
    </message>
    <message>
        <source>How many are kept beside it, as FILE.1, FILE.2 …</source>
        <translation>Wie viele daneben behalten werden, als DATEI.1, DATEI.2 …</translation>
    </message>
    <message>
        <source>With placeholders such as {name}; empty = name, class, area, distance or magnitude, as far as known.</source>
        <translation>Mit Platzhaltern wie {name}; leer = Name, Klasse, Fläche, Entfernung oder Magnitude, soweit bekannt.</translation>
    </message>
    <message>
        <source>https, or http on this computer; {secret} in it is filled in with the account&apos;s secret.</source>
        <translation>https, oder http auf diesem Rechner; für {secret} darin wird das Geheimnis des Kontos eingesetzt.</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>The alert as JSON</source>
        <translation>Der Alert als JSON</translation>
    </message>
    <message>
        <source>A text of your own</source>
        <translation>Ein eigener Text</translation>
    </message>
    <message>
        <source>Content type</source>
        <translation>Inhaltstyp</translation>
    </message>
    <message>
        <source>Of a text of your own.</source>
        <translation>Der eines eigenen Textes.</translation>
    </message>
    <message>
        <source>Write a type such as text/plain or application/json.</source>
        <translation>Schreiben Sie einen Typ wie text/plain oder application/json.</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>The channel of Zulip.</source>
        <translation>Der Kanal von Zulip.</translation>
    </message>
    <message>
        <source>Account of the kind token whose secret stands for {secret} or signs in; empty = none.</source>
        <translation>Konto der Art token, dessen Geheimnis für {secret} steht oder anmeldet; leer = keines.</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>How the account&apos;s secret is sent.</source>
        <translation>Wie das Geheimnis des Kontos gesendet wird.</translation>
    </message>
    <message>
        <source>Only in the address</source>
        <translation>Nur in der Adresse</translation>
    </message>
    <message>
        <source>The user name or bot address that belongs to the secret.</source>
        <translation>Der Benutzername oder die Bot-Adresse, zu der das Geheimnis gehört.</translation>
    </message>
    <message>
        <source>Signed with</source>
        <translation>Signiert mit</translation>
    </message>
    <message>
        <source>Account of the kind token whose secret signs what is posted (HMAC-SHA256 over time and body, in X-Tocsin-Signature); empty = not signed.</source>
        <translation>Konto der Art token, dessen Geheimnis das Gesendete signiert (HMAC-SHA256 über Zeit und Inhalt, in X-Tocsin-Signature); leer = nicht signiert.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Who gets it.</source>
        <translation>Wer sie bekommt.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Empty = as the mailer has it.</source>
        <translation>Leer = wie das Mailprogramm es vorgibt.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>With placeholders such as {name}; empty = the rule and what is known in short.</source>
        <translation>Mit Platzhaltern wie {name}; leer = die Regel und in Kürze, was bekannt ist.</translation>
    </message>
    <message>
        <source>With placeholders such as {name}; empty = what is known in short, the page and where it came from.</source>
        <translation>Mit Platzhaltern wie {name}; leer = in Kürze, was bekannt ist, die Seite und woher es kam.</translation>
    </message>
    <message>
        <source>Mailer</source>
        <translation>Mailprogramm</translation>
    </message>
    <message>
        <source>A program that is used like sendmail -t.</source>
        <translation>Ein Programm, das wie sendmail -t benutzt wird.</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Name of a Kafka stream whose servers and account are used.</source>
        <translation>Name eines Kafka-Streams, dessen Server und Konto benutzt werden.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Where it is written; the account must be allowed to.</source>
        <translation>Wohin geschrieben wird; das Konto muss es dürfen.</translation>
    </message>
    <message>
        <source>What is written.</source>
        <translation>Was geschrieben wird.</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>With placeholders such as {event}; empty = none.</source>
        <translation>Mit Platzhaltern wie {event}; leer = keiner.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Names or patterns such as gcn.notices.*, one a line. Empty: the condition alone decides. Of rules for one topic, those that name it exactly go before patterns, and these before *.</source>
        <translation>Namen oder Muster wie gcn.notices.*, je Zeile eines. Leer: Die Bedingung allein entscheidet. Von den Regeln für ein Topic gehen die, die es genau nennen, vor Mustern, und diese vor *.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>In the language of the filter box. Empty: every alert of the topics.</source>
        <translation>In der Sprache des Filterfelds. Leer: jeder Alert der Topics.</translation>
    </message>
    <message>
        <source>Test alerts too</source>
        <translation>Auch Testalerts</translation>
    </message>
    <message>
        <source>Only marked events</source>
        <translation>Nur markierte Ereignisse</translation>
    </message>
    <message>
        <source>Events of which you have marked or pinned a row.</source>
        <translation>Ereignisse, von denen Sie eine Zeile markiert oder angeheftet haben.</translation>
    </message>
    <message>
        <source>Important by</source>
        <translation>Wichtig nach</translation>
    </message>
    <message>
        <source>A number in the language of the filter box. An event alarms once; again only when this number has grown.</source>
        <translation>Eine Zahl in der Sprache des Filterfelds. Ein Ereignis alarmiert einmal; noch einmal nur, wenn diese Zahl gewachsen ist.</translation>
    </message>
    <message>
        <source>Repeat every</source>
        <translation>Wiederholen alle</translation>
    </message>
    <message>
        <source>It sounds again until you acknowledge it. Empty: it sounds once.</source>
        <translation>Er ertönt wieder, bis Sie ihn quittieren. Leer: Er ertönt einmal.</translation>
    </message>
    <message>
        <source>At most once in</source>
        <translation>Höchstens einmal in</translation>
    </message>
    <message>
        <source>Further alarms of this rule are written to the log and stay silent.</source>
        <translation>Weitere Alarme dieser Regel werden ins Protokoll geschrieben und bleiben stumm.</translation>
    </message>
    <message>
        <source>Sound at any hour</source>
        <translation>Zu jeder Stunde ertönen</translation>
    </message>
    <message>
        <source>Also in quiet hours and while all alarms are silenced.</source>
        <translation>Auch in Ruhezeiten und während alle Alarme stumm sind.</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>By the clock of this computer.</source>
        <translation>Nach der Uhr dieses Rechners.</translation>
    </message>
    <message>
        <source>Retractions too</source>
        <translation>Auch Rücknahmen</translation>
    </message>
    <message>
        <source>When an event that has alarmed is taken back. It has a sound of its own.</source>
        <translation>Wenn ein Ereignis, das alarmiert hat, zurückgenommen wird. Das hat einen eigenen Ton.</translation>
    </message>
    <message>
        <source>Write a condition or a topic. For every alert of every topic, write the topic *.</source>
        <translation>Schreiben Sie eine Bedingung oder ein Topic. Für jeden Alert jedes Topics schreiben Sie das Topic *.</translation>
    </message>
    <message>
        <source>Both times are the same. Choose another end, or take the tick away.</source>
        <translation>Beide Zeiten sind gleich. Wählen Sie ein anderes Ende, oder entfernen Sie das Häkchen.</translation>
    </message>
    <message>
        <source>Write ten seconds or more.</source>
        <translation>Schreiben Sie zehn Sekunden oder mehr.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>As it stands in the table, such as follow-up.</source>
        <translation>Wie es in der Tabelle steht, etwa follow-up.</translation>
    </message>
    <message>
        <source>What is posted. When an answer is lost, Slack, Mattermost and Zulip are sent the message once more, marked as sent again; ntfy and services that look at X-Tocsin-Delivery see it once.</source>
        <translation>Was gesendet wird. Geht eine Antwort verloren, bekommen Slack, Mattermost und Zulip die Nachricht noch einmal, als erneut gesendet gekennzeichnet; ntfy und Dienste, die X-Tocsin-Delivery beachten, sehen sie einmal.</translation>
    </message>
</context>
<context>
    <name>prettyjson</name>
    <message>
        <source>…&quot; (%1 bytes)</source>
        <translation>…&quot; (%1 Bytes)</translation>
    </message>
    <message>
        <source>… (%1 bytes)</source>
        <translation>… (%1 Bytes)</translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message>
        <source>“%1”: %2</source>
        <translation>„%1“: %2</translation>
    </message>
    <message>
        <source>“tocsin rules show NAME” shows the form.</source>
        <translation>„tocsin rules show NAME“ zeigt die Form.</translation>
    </message>
    <message>
        <source>write a text in quotation marks.</source>
        <translation>Schreiben Sie einen Text in Anführungszeichen.</translation>
    </message>
    <message>
        <source>write true or false.</source>
        <translation>Schreiben Sie true oder false.</translation>
    </message>
    <message>
        <source>write a duration such as &quot;90s&quot;, &quot;10m&quot; or &quot;2h&quot;.</source>
        <translation>Schreiben Sie eine Dauer wie &quot;90s&quot;, &quot;10m&quot; oder &quot;2h&quot;.</translation>
    </message>
    <message>
        <source>write a list of topics.</source>
        <translation>Schreiben Sie eine Liste von Topics.</translation>
    </message>
    <message>
        <source>write two times of the day, such as &quot;23:00-07:00&quot;.</source>
        <translation>Schreiben Sie zwei Tageszeiten, etwa &quot;23:00-07:00&quot;.</translation>
    </message>
    <message>
        <source>write a UTC time such as &quot;2026-09-14T22:00:00Z&quot;.</source>
        <translation>Schreiben Sie eine UTC-Zeit wie &quot;2026-09-14T22:00:00Z&quot;.</translation>
    </message>
    <message>
        <source>write a list of actions.</source>
        <translation>Schreiben Sie eine Liste von Aktionen.</translation>
    </message>
    <message>
        <source>each action is an object with a &quot;kind&quot;, such as {&quot;kind&quot;: &quot;notify&quot;}.</source>
        <translation>Jede Aktion ist ein Objekt mit einem &quot;kind&quot;, etwa {&quot;kind&quot;: &quot;notify&quot;}.</translation>
    </message>
    <message>
        <source>each rule is an object such as {&quot;name&quot;: &quot;bright&quot;, &quot;filter&quot;: &quot;mag &lt; 15&quot;, &quot;actions&quot;: [&quot;notify&quot;]}.</source>
        <translation>Jede Regel ist ein Objekt wie {&quot;name&quot;: &quot;bright&quot;, &quot;filter&quot;: &quot;mag &lt; 15&quot;, &quot;actions&quot;: [&quot;notify&quot;]}.</translation>
    </message>
    <message>
        <source>This is no JSON: byte %1.</source>
        <translation>Das ist kein JSON: Byte %1.</translation>
    </message>
    <message>
        <source>write a list of rules.</source>
        <translation>Schreiben Sie eine Liste von Regeln.</translation>
    </message>
    <message>
        <source>Notification</source>
        <translation>Benachrichtigung</translation>
    </message>
    <message>
        <source>Raises the window and shows a notification of the desktop.</source>
        <translation>Holt das Fenster nach vorn und zeigt eine Benachrichtigung des Desktops.</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Sounds an alarm; a retraction has a sound of its own.</source>
        <translation>Gibt einen Alarmton; eine Rücknahme hat ihren eigenen Ton.</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Gives the rows a colour in the table.</source>
        <translation>Gibt den Zeilen in der Tabelle eine Farbe.</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markierung</translation>
    </message>
    <message>
        <source>Marks the rows; marked rows are never deleted by age or size.</source>
        <translation>Markiert die Zeilen; markierte Zeilen werden nie nach Alter oder Größe gelöscht.</translation>
    </message>
    <message>
        <source>Create target</source>
        <translation>Ziel anlegen</translation>
    </message>
    <message>
        <source>Makes a target in a TOM; duplicates, doubtful positions and moving objects are left to you.</source>
        <translation>Legt ein Ziel in einem TOM an; Duplikate, zweifelhafte Positionen und bewegte Objekte bleiben Ihnen überlassen.</translation>
    </message>
    <message>
        <source>Run a program</source>
        <translation>Ein Programm ausführen</translation>
    </message>
    <message>
        <source>Runs a program with the alert on its standard input; TOCSIN_TOPIC, TOCSIN_KEY, TOCSIN_ROW, TOCSIN_RULE and TOCSIN_HEADER_NAME tell the rest.</source>
        <translation>Führt ein Programm mit dem Alert auf der Standardeingabe aus; TOCSIN_TOPIC, TOCSIN_KEY, TOCSIN_ROW, TOCSIN_RULE und TOCSIN_HEADER_NAME sagen den Rest.</translation>
    </message>
    <message>
        <source>Append to a file</source>
        <translation>An eine Datei anhängen</translation>
    </message>
    <message>
        <source>Writes a line per alert to the end of a file, which begins anew when it is large.</source>
        <translation>Schreibt je Alert eine Zeile ans Ende einer Datei, die neu beginnt, wenn sie groß ist.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Posts the alert to an address of the web: a chat, a telephone, a service of your own.</source>
        <translation>Sendet den Alert an eine Adresse im Web: einen Chat, ein Telefon, einen eigenen Dienst.</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>Mail</translation>
    </message>
    <message>
        <source>Sends a mail through the mailer of this computer (sendmail).</source>
        <translation>Sendet eine Mail über das Mailprogramm dieses Rechners (sendmail).</translation>
    </message>
    <message>
        <source>Send to Kafka</source>
        <translation>An Kafka senden</translation>
    </message>
    <message>
        <source>Writes the alert to a topic, with the servers and the account of one of your streams.</source>
        <translation>Schreibt den Alert in ein Topic, mit den Servern und dem Konto eines Ihrer Streams.</translation>
    </message>
    <message>
        <source>left out: %1 of them were waiting</source>
        <translation>ausgelassen: %1 davon warteten schon</translation>
    </message>
    <message>
        <source>this kind of action is not possible here</source>
        <translation>diese Art von Aktion ist hier nicht möglich</translation>
    </message>
    <message>
        <source>there are no streams here</source>
        <translation>hier gibt es keine Streams</translation>
    </message>
    <message>
        <source>the packet cannot be read: %1</source>
        <translation>das Paket kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>offset %1</source>
        <translation>Offset %1</translation>
    </message>
    <message>
        <source>The rules cannot read the archive: %1</source>
        <translation>Die Regeln können das Archiv nicht lesen: %1</translation>
    </message>
    <message>
        <source>the archive cannot be read</source>
        <translation>das Archiv kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>row %1 is gone</source>
        <translation>Zeile %1 ist weg</translation>
    </message>
    <message>
        <source>Tocsin ended while it ran</source>
        <translation>Tocsin endete, während es lief</translation>
    </message>
    <message>
        <source>the rule was changed meanwhile</source>
        <translation>die Regel wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>throttled</source>
        <translation>gedrosselt</translation>
    </message>
    <message>
        <source>quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>the demo&apos;s alerts go nowhere</source>
        <translation>die Alerts der Demo gehen nirgendwohin</translation>
    </message>
    <message>
        <source>a restricted alert: not sent to %1 until it is allowed (tocsin rules allow %2)</source>
        <translation>ein beschränkter Alert: nicht gesendet an %1, bis es erlaubt ist (tocsin rules allow %2)</translation>
    </message>
    <message>
        <source>What the rules do cannot be written down: %1</source>
        <translation>Was die Regeln tun, lässt sich nicht aufschreiben: %1</translation>
    </message>
    <message>
        <source>alarm %1</source>
        <translation>Alarm %1</translation>
    </message>
    <message>
        <source>nothing can be heard here</source>
        <translation>hier ist nichts zu hören</translation>
    </message>
    <message>
        <source>Write: %1</source>
        <translation>Schreiben Sie: %1</translation>
    </message>
    <message>
        <source>Expected here: %1.</source>
        <translation>Hier erwartet: %1.</translation>
    </message>
    <message>
        <source>“%1” is no topic: it is empty or has blanks around it.</source>
        <translation>„%1“ ist kein Topic: Es ist leer oder hat Leerzeichen am Rand.</translation>
    </message>
    <message>
        <source>Topic %1: %2</source>
        <translation>Topic %1: %2</translation>
    </message>
    <message>
        <source>Write a name, a pattern with *, a regular expression that begins with ^, or * alone.</source>
        <translation>Schreiben Sie einen Namen, ein Muster mit *, einen regulären Ausdruck, der mit ^ beginnt, oder * allein.</translation>
    </message>
    <message>
        <source>The rule does nothing.</source>
        <translation>Die Regel tut nichts.</translation>
    </message>
    <message>
        <source>Give it an action.</source>
        <translation>Geben Sie ihr eine Aktion.</translation>
    </message>
    <message>
        <source>A rule has %1 actions at the most.</source>
        <translation>Eine Regel hat höchstens %1 Aktionen.</translation>
    </message>
    <message>
        <source>Action %1: there is no kind of action “%2”.</source>
        <translation>Aktion %1: Eine Art von Aktion „%2“ gibt es nicht.</translation>
    </message>
    <message>
        <source>“tocsin rules kinds” lists them.</source>
        <translation>„tocsin rules kinds“ zählt sie auf.</translation>
    </message>
    <message>
        <source>Action %1 (%2), %3: %4</source>
        <translation>Aktion %1 (%2), %3: %4</translation>
    </message>
    <message>
        <source>“tocsin rules kinds” describes every option.</source>
        <translation>„tocsin rules kinds“ beschreibt jede Option.</translation>
    </message>
    <message>
        <source>“%1” is no name of a rule.</source>
        <translation>„%1“ ist kein Name einer Regel.</translation>
    </message>
    <message>
        <source>Use up to 100 letters, digits, dots, underscores and hyphens, and no device name of Windows; the label may be anything.</source>
        <translation>Verwenden Sie bis zu 100 Buchstaben, Ziffern, Punkte, Unterstriche und Bindestriche und keinen Gerätenamen von Windows; die Beschriftung ist frei.</translation>
    </message>
    <message>
        <source>Condition, character %1: %2</source>
        <translation>Bedingung, Zeichen %1: %2</translation>
    </message>
    <message>
        <source>The rule has neither topics nor a condition.</source>
        <translation>Die Regel hat weder Topics noch eine Bedingung.</translation>
    </message>
    <message>
        <source>Write a condition; for every alert of every topic, the topic *.</source>
        <translation>Schreiben Sie eine Bedingung; für jeden Alert jedes Topics das Topic *.</translation>
    </message>
    <message>
        <source>“More important when”, character %1: %2</source>
        <translation>„Wichtiger, wenn“, Zeichen %1: %2</translation>
    </message>
    <message>
        <source>Quiet hours are times of the day.</source>
        <translation>Ruhezeiten sind Tageszeiten.</translation>
    </message>
    <message>
        <source>Write them as 23:00-07:00.</source>
        <translation>Schreiben Sie sie als 23:00-07:00.</translation>
    </message>
    <message>
        <source>There is no rule “%1”.</source>
        <translation>Es gibt keine Regel „%1“.</translation>
    </message>
    <message>
        <source>“tocsin rules list” shows those there are.</source>
        <translation>„tocsin rules list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>There is a rule “%1” already.</source>
        <translation>Es gibt schon eine Regel „%1“.</translation>
    </message>
    <message>
        <source>Choose another name, or change that one.</source>
        <translation>Wählen Sie einen anderen Namen, oder ändern Sie jene.</translation>
    </message>
    <message>
        <source>The rules in %1 cannot be read: %2</source>
        <translation>Die Regeln in %1 können nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Mend the file or move it away; Tocsin does not overwrite it.</source>
        <translation>Berichtigen Sie die Datei, oder schieben Sie sie weg; Tocsin überschreibt sie nicht.</translation>
    </message>
    <message>
        <source>no JSON at byte %1.</source>
        <translation>kein JSON bei Byte %1.</translation>
    </message>
    <message>
        <source>it holds no list “rules”.</source>
        <translation>sie enthält keine Liste „rules“.</translation>
    </message>
    <message>
        <source>it was written by a newer Tocsin.</source>
        <translation>ein neueres Tocsin hat sie geschrieben.</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>„%1“ steht dort zweimal.</translation>
    </message>
    <message>
        <source>The rules cannot be saved: %1.</source>
        <translation>Die Regeln können nicht gesichert werden: %1.</translation>
    </message>
    <message>
        <source>Look at %1; the old rules are still there.</source>
        <translation>Sehen Sie nach %1; die alten Regeln sind noch da.</translation>
    </message>
    <message>
        <source>another program is changing them</source>
        <translation>ein anderes Programm ändert sie gerade</translation>
    </message>
    <message>
        <source>their folder cannot be written</source>
        <translation>ihr Ordner kann nicht beschrieben werden</translation>
    </message>
    <message>
        <source>“%1” can wake somebody and was not rehearsed in the form it has now.</source>
        <translation>„%1“ kann jemanden wecken und hatte in der jetzigen Form noch keinen Probelauf.</translation>
    </message>
    <message>
        <source>See what it would have done: tocsin rules rehearse %1.</source>
        <translation>Sehen Sie, was sie getan hätte: tocsin rules rehearse %1.</translation>
    </message>
    <message>
        <source>This version does not know this kind of action.</source>
        <translation>Diese Version kennt diese Art von Aktion nicht.</translation>
    </message>
    <message>
        <source>Nothing can be heard here.</source>
        <translation>Hier ist nichts zu hören.</translation>
    </message>
    <message>
        <source>Alarm %1 was raised as a test.</source>
        <translation>Alarm %1 wurde als Test ausgelöst.</translation>
    </message>
    <message>
        <source>This is done in the table alone; the row was left as it is.</source>
        <translation>Das geschieht nur in der Tabelle; die Zeile blieb, wie sie war.</translation>
    </message>
    <message>
        <source>The demo&apos;s alerts go nowhere: leave the demo to try this.</source>
        <translation>Die Alerts der Demo gehen nirgendwohin: Verlassen Sie die Demo, um das zu probieren.</translation>
    </message>
    <message>
        <source>The rehearsal was ended.</source>
        <translation>Der Probelauf wurde beendet.</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>retracted</source>
        <translation>zurückgezogen</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>ging nicht</translation>
    </message>
    <message>
        <source>waits to be allowed</source>
        <translation>wartet auf Erlaubnis</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>stumm geschaltet</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Gravitational wave, significant</source>
        <translation>Gravitationswelle, signifikant</translation>
    </message>
    <message>
        <source>Gamma-ray burst, error below 10 arcmin</source>
        <translation>Gammablitz, Fehler unter 10 arcmin</translation>
    </message>
    <message>
        <source>Neutrino, IceCube Gold</source>
        <translation>Neutrino, IceCube Gold</translation>
    </message>
    <message>
        <source>Supernova neutrinos</source>
        <translation>Supernova-Neutrinos</translation>
    </message>
    <message>
        <source>Retraction of anything marked</source>
        <translation>Rücknahme von Markiertem</translation>
    </message>
    <message>
        <source>the web server %1</source>
        <translation>Webserver %1</translation>
    </message>
    <message>
        <source>the mail address %1</source>
        <translation>Mailadresse %1</translation>
    </message>
    <message>
        <source>the Kafka topic %1</source>
        <translation>Kafka-Topic %1</translation>
    </message>
    <message>
        <source>the TOM %1</source>
        <translation>TOM %1</translation>
    </message>
    <message>
        <source>[more was written and not kept]</source>
        <translation>[mehr wurde ausgegeben und nicht aufbewahrt]</translation>
    </message>
    <message>
        <source>Retraction</source>
        <translation>Rücknahme</translation>
    </message>
    <message>
        <source>It may have arrived all the same.</source>
        <translation>Vielleicht ist es trotzdem angekommen.</translation>
    </message>
    <message>
        <source>it leads elsewhere, and is not followed; enter the right address</source>
        <translation>das führt anderswohin, und dem wird nicht gefolgt; geben Sie die richtige Adresse ein</translation>
    </message>
    <message>
        <source>there is no vault</source>
        <translation>es gibt keinen Tresor</translation>
    </message>
    <message>
        <source>the address is not valid once the secret is in it</source>
        <translation>mit dem Geheimnis darin ist die Adresse ungültig</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>written to %1</source>
        <translation>in %1 geschrieben</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>Exit-Status %1</translation>
    </message>
    <message>
        <source>ended by a signal</source>
        <translation>durch ein Signal beendet</translation>
    </message>
    <message>
        <source>could not be started: %1</source>
        <translation>konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>ran longer than %1 s and was ended</source>
        <translation>lief länger als %1 s und wurde beendet</translation>
    </message>
    <message>
        <source>wrote more than 16 MB and was ended</source>
        <translation>schrieb mehr als 16 MB und wurde beendet</translation>
    </message>
    <message>
        <source>ended since Tocsin ended</source>
        <translation>beendet, weil Tocsin endete</translation>
    </message>
    <message>
        <source>there is no command</source>
        <translation>es gibt keinen Befehl</translation>
    </message>
    <message>
        <source>%1
%2

Rule: %3
Stream: %4, topic: %5, row: %6</source>
        <translation>%1
%2

Regel: %3
Stream: %4, Topic: %5, Zeile: %6</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Gives the event a tag of yours.</source>
        <translation>Gibt dem Ereignis ein Schlagwort von Ihnen.</translation>
    </message>
    <message>
        <source>Action %1: a colour cannot go by what is marked.</source>
        <translation>Aktion %1: Eine Farbe kann sich nicht nach Markierungen richten.</translation>
    </message>
    <message>
        <source>Leave out the colour: the table shows marked rows by itself. Or let the rule hear all events.</source>
        <translation>Lassen Sie die Farbe weg: Die Tabelle zeigt markierte Zeilen von selbst. Oder lassen Sie die Regel alle Ereignisse hören.</translation>
    </message>
    <message>
        <source>Rule “%1”: %2</source>
        <translation>Regel „%1“: %2</translation>
    </message>
    <message>
        <source>Same event</source>
        <translation>Selbes Ereignis</translation>
    </message>
    <message>
        <source>Throttled</source>
        <translation>Gedrosselt</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Retraction, not heard</source>
        <translation>Rücknahme, nicht zu hören</translation>
    </message>
    <message>
        <source>Restricted, waits to be allowed</source>
        <translation>Beschränkt, wartet auf Erlaubnis</translation>
    </message>
    <message>
        <source>Wakes nobody</source>
        <translation>Weckt niemanden</translation>
    </message>
    <message>
        <source>no archive keeps it</source>
        <translation>kein Archiv bewahrt es auf</translation>
    </message>
    <message>
        <source>(sent again: the first answer was lost)</source>
        <translation>(erneut gesendet: die erste Antwort ging verloren)</translation>
    </message>
    <message>
        <source>(sent twice, for the first answer was lost)</source>
        <translation>(zweimal gesendet, da die erste Antwort verloren ging)</translation>
    </message>
</context>
<context>
    <name>rulewords</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Wakes you for every alert.</source>
        <translation>Weckt Sie bei jedem Alert.</translation>
    </message>
    <message>
        <source>Acts on every alert and wakes nobody.</source>
        <translation>Handelt bei jedem Alert und weckt niemanden.</translation>
    </message>
    <message>
        <source>Wakes you when an alert passes “%1”.</source>
        <translation>Weckt Sie, wenn ein Alert zu „%1“ passt.</translation>
    </message>
    <message>
        <source>Acts when an alert passes “%1”, and wakes nobody.</source>
        <translation>Handelt, wenn ein Alert zu „%1“ passt, und weckt niemanden.</translation>
    </message>
    <message>
        <source>Wakes you for every alert of %1.</source>
        <translation>Weckt Sie bei jedem Alert von %1.</translation>
    </message>
    <message>
        <source>Acts on every alert of %1 and wakes nobody.</source>
        <translation>Handelt bei jedem Alert von %1 und weckt niemanden.</translation>
    </message>
    <message>
        <source>Wakes you when an alert of %1 passes “%2”.</source>
        <translation>Weckt Sie, wenn ein Alert von %1 zu „%2“ passt.</translation>
    </message>
    <message>
        <source>Acts when an alert of %1 passes “%2”, and wakes nobody.</source>
        <translation>Handelt, wenn ein Alert von %1 zu „%2“ passt, und weckt niemanden.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 an %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>every alert</source>
        <translation>jeder Alert</translation>
    </message>
    <message>
        <source>It does nothing yet: add an action.</source>
        <translation>Sie tut noch nichts: Fügen Sie eine Aktion hinzu.</translation>
    </message>
    <message>
        <source>Then: %1.</source>
        <translation>Dann: %1.</translation>
    </message>
    <message>
        <source>Only for topics that no other rule names.</source>
        <translation>Nur für Topics, die keine andere Regel nennt.</translation>
    </message>
    <message>
        <source>Only for events of which you have marked a row.</source>
        <translation>Nur für Ereignisse, von denen Sie eine Zeile markiert haben.</translation>
    </message>
    <message>
        <source>One event alarms once.</source>
        <translation>Ein Ereignis alarmiert einmal.</translation>
    </message>
    <message>
        <source>One event alarms once, and again when “%1” has grown.</source>
        <translation>Ein Ereignis alarmiert einmal, und noch einmal, wenn „%1“ gewachsen ist.</translation>
    </message>
    <message>
        <source>At most one alarm in %1.</source>
        <translation>Höchstens ein Alarm in %1.</translation>
    </message>
    <message>
        <source>It sounds every %1 until you acknowledge it.</source>
        <translation>Sie ertönt alle %1, bis Sie quittieren.</translation>
    </message>
    <message>
        <source>It sounds at any hour, also while all is silenced.</source>
        <translation>Sie ertönt zu jeder Stunde, auch während alles stumm ist.</translation>
    </message>
    <message>
        <source>It makes no sound from %1 to %2.</source>
        <translation>Sie ertönt nicht von %1 bis %2.</translation>
    </message>
    <message>
        <source>When such an event is retracted, you hear it too.</source>
        <translation>Wird ein solches Ereignis zurückgezogen, hören Sie es auch.</translation>
    </message>
    <message>
        <source>Test alerts count as well.</source>
        <translation>Testalerts zählen auch.</translation>
    </message>
    <message>
        <source>Test alerts are left out.</source>
        <translation>Testalerts werden ausgelassen.</translation>
    </message>
    <message>
        <source>Cannot run</source>
        <translation>Kann nicht laufen</translation>
    </message>
    <message>
        <source>Not rehearsed</source>
        <translation>Ohne Probelauf</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Action went wrong</source>
        <translation>Aktion ging schief</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Armed</source>
        <translation>Scharf</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>It would have been silent: none of %1 stored rows passes.</source>
        <translation>Sie wäre still geblieben: Keine von %1 gespeicherten Zeilen passt.</translation>
    </message>
    <message>
        <source>%1 %2, %3, of %4 stored rows.</source>
        <translation>%1 %2, %3, von %4 gespeicherten Zeilen.</translation>
    </message>
</context>
<context>
    <name>schemas</name>
    <message>
        <source>What came for schema %1 cannot be used: %2.</source>
        <translation>Was für Schema %1 kam, kann nicht verwendet werden: %2.</translation>
    </message>
    <message>
        <source>The alerts that need it stay as they came. Try again later.</source>
        <translation>Die Alerts, die es brauchen, bleiben, wie sie kamen. Versuchen Sie es später wieder.</translation>
    </message>
    <message>
        <source>Schema %1 is known, and what came is another one.</source>
        <translation>Schema %1 ist bekannt, und was kam, ist ein anderes.</translation>
    </message>
    <message>
        <source>The known one stays. Check the address of the registry.</source>
        <translation>Das bekannte bleibt. Prüfen Sie die Adresse des Schemaverzeichnisses.</translation>
    </message>
    <message>
        <source>Schema %1 cannot be kept: %2.</source>
        <translation>Schema %1 kann nicht aufbewahrt werden: %2.</translation>
    </message>
    <message>
        <source>It is used until the program ends. Check the room and the rights of %1.</source>
        <translation>Es wird bis zum Ende des Programms verwendet. Prüfen Sie den Platz und die Rechte von %1.</translation>
    </message>
</context>
<context>
    <name>services</name>
    <message>
        <source>Nothing can be written in %1: alerts are kept in memory and go when Tocsin ends.</source>
        <translation>In %1 kann nichts geschrieben werden: Alerts bleiben im Arbeitsspeicher und gehen, wenn Tocsin endet.</translation>
    </message>
    <message>
        <source>Make the folder writable, or choose another place with --home or TOCSIN_ARCHIVE.</source>
        <translation>Den Ordner beschreibbar machen oder mit --home oder TOCSIN_ARCHIVE einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>Nothing can be written, neither in %1 nor in the folder for temporary files: no alert is kept.</source>
        <translation>Weder in %1 noch im Ordner für temporäre Dateien kann geschrieben werden: kein Alert wird aufbewahrt.</translation>
    </message>
    <message>
        <source>A check of the archive&apos;s index found damage.</source>
        <translation>Eine Prüfung des Archivindexes hat Schäden gefunden.</translation>
    </message>
    <message>
        <source>Nothing was changed and receiving goes on. “Recover…” under Details makes a new index; the old one is kept.</source>
        <translation>Nichts wurde geändert, der Empfang geht weiter. „Wiederherstellen…“ unter Einzelheiten macht einen neuen Index; der alte bleibt.</translation>
    </message>
    <message>
        <source>Stopped. Rows that were not reached stay as they are.</source>
        <translation>Angehalten. Zeilen, die nicht an der Reihe waren, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Schema %1 cannot be had from %2: %3.</source>
        <translation>Schema %1 ist von %2 nicht zu bekommen: %3.</translation>
    </message>
    <message>
        <source>The alerts that need it are kept and wait. Check the stream&apos;s schema registry.</source>
        <translation>Die Alerts, die es brauchen, werden behalten und warten. Prüfen Sie das Schemaregister des Streams.</translation>
    </message>
    <message>
        <source>the registry does not know it (404)</source>
        <translation>das Register kennt es nicht (404)</translation>
    </message>
    <message>
        <source>the registry answered %1</source>
        <translation>das Register hat mit %1 geantwortet</translation>
    </message>
    <message>
        <source>the name of the registry was not found</source>
        <translation>der Name des Registers wurde nicht gefunden</translation>
    </message>
    <message>
        <source>the registry refused the connection</source>
        <translation>das Register hat die Verbindung abgelehnt</translation>
    </message>
    <message>
        <source>the certificate of the registry is not trusted</source>
        <translation>dem Zertifikat des Registers wird nicht vertraut</translation>
    </message>
    <message>
        <source>the connection to the registry broke</source>
        <translation>die Verbindung zum Register ist abgerissen</translation>
    </message>
    <message>
        <source>its address may not be used</source>
        <translation>seine Adresse darf nicht benutzt werden</translation>
    </message>
    <message>
        <source>the answer is larger than 1 MiB</source>
        <translation>die Antwort ist größer als 1 MiB</translation>
    </message>
    <message>
        <source>there was no whole answer in time</source>
        <translation>es kam rechtzeitig keine ganze Antwort</translation>
    </message>
    <message>
        <source>it sends on to another server, which is not asked</source>
        <translation>es verweist an einen anderen Server, der nicht gefragt wird</translation>
    </message>
    <message>
        <source>it sends on in a circle</source>
        <translation>es verweist im Kreis</translation>
    </message>
    <message>
        <source>The archive cannot be read just now.</source>
        <translation>Das Archiv kann gerade nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The account “%1” does not say where its tokens are fetched.</source>
        <translation>Das Konto „%1“ sagt nicht, wo seine Tokens geholt werden.</translation>
    </message>
    <message>
        <source>Give it the address as token_endpoint; the provider&apos;s pages name it.</source>
        <translation>Geben Sie ihm die Adresse als token_endpoint; die Seiten des Anbieters nennen sie.</translation>
    </message>
    <message>
        <source>There was no answer in time.</source>
        <translation>Es kam nicht rechtzeitig eine Antwort.</translation>
    </message>
    <message>
        <source>There is no stream “%1”.</source>
        <translation>Es gibt keinen Stream „%1“.</translation>
    </message>
    <message>
        <source>“%1” is in the local list.</source>
        <translation>„%1“ ist in der lokalen Liste.</translation>
    </message>
    <message>
        <source>“%1” is in the outbox for %2.</source>
        <translation>„%1“ ist im Postausgang für %2.</translation>
    </message>
</context>
<context>
    <name>statelist</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>streams</name>
    <message>
        <source>Demo night</source>
        <translation>Demo-Nacht</translation>
    </message>
    <message>
        <source>An invented night from a broker inside this program; no network, no account.</source>
        <translation>Eine erfundene Nacht aus einem Broker in diesem Programm; kein Netz, kein Konto.</translation>
    </message>
    <message>
        <source>The name of the server %1 was not found.</source>
        <translation>Der Name des Servers %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted.</source>
        <translation>Das Zertifikat von %1 wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Either its issuer is unknown here (give the CA file), or it is for another host name or out of date.</source>
        <translation>Entweder ist sein Aussteller hier unbekannt (CA-Datei angeben), oder es gilt für einen anderen Namen oder ist abgelaufen.</translation>
    </message>
    <message>
        <source>The TLS handshake with %1 was refused.</source>
        <translation>Der TLS-Aufbau mit %1 wurde abgelehnt.</translation>
    </message>
    <message>
        <source>Check whether this port speaks TLS, and the CA file.</source>
        <translation>Prüfen, ob dieser Port TLS spricht, und die CA-Datei.</translation>
    </message>
    <message>
        <source>%1 refused this user or password.</source>
        <translation>%1 hat Benutzer oder Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>Check user, password and mechanism.</source>
        <translation>Benutzer, Passwort und Verfahren prüfen.</translation>
    </message>
    <message>
        <source>This user may not read a topic at %1.</source>
        <translation>Dieser Benutzer darf ein Topic bei %1 nicht lesen.</translation>
    </message>
    <message>
        <source>Ask the broker&apos;s people for the right, or leave the topic out.</source>
        <translation>Beim Betreiber des Brokers um das Recht bitten oder das Topic auslassen.</translation>
    </message>
    <message>
        <source>This user may not use the consumer group at %1.</source>
        <translation>Dieser Benutzer darf die Consumer-Gruppe bei %1 nicht benutzen.</translation>
    </message>
    <message>
        <source>Many brokers want group names that begin with the user name; or leave the group empty.</source>
        <translation>Viele Broker wollen Gruppennamen, die mit dem Benutzernamen beginnen; oder die Gruppe leer lassen.</translation>
    </message>
    <message>
        <source>%1 has no such topic now.</source>
        <translation>%1 hat jetzt kein solches Topic.</translation>
    </message>
    <message>
        <source>Nothing may have been sent there yet; Tocsin looks again each minute.</source>
        <translation>Vielleicht wurde dort noch nichts gesendet; Tocsin sieht jede Minute nach.</translation>
    </message>
    <message>
        <source>%1 and this stream do not agree on TLS.</source>
        <translation>%1 und dieser Stream sind sich über TLS nicht einig.</translation>
    </message>
    <message>
        <source>Change “Security”: the port may be plain where TLS is asked, or the other way round.</source>
        <translation>„Sicherheit“ ändern: der Port ist vielleicht offen, wo TLS verlangt wird, oder umgekehrt.</translation>
    </message>
    <message>
        <source>%1 does not accept connections.</source>
        <translation>%1 nimmt keine Verbindungen an.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation>Die Verbindung zu %1 ging verloren.</translation>
    </message>
    <message>
        <source>Tocsin keeps trying.</source>
        <translation>Tocsin versucht es weiter.</translation>
    </message>
    <message>
        <source>“%1” is set by Tocsin itself.</source>
        <translation>„%1“ setzt Tocsin selbst.</translation>
    </message>
    <message>
        <source>PLAIN would send the password in clear text: choose SASL_SSL.</source>
        <translation>PLAIN würde das Passwort im Klartext senden: SASL_SSL wählen.</translation>
    </message>
    <message>
        <source>Apache Kafka</source>
        <translation>Apache Kafka</translation>
    </message>
    <message>
        <source>Topics of a Kafka broker, with or without TLS and sign-in.</source>
        <translation>Topics eines Kafka-Brokers, mit oder ohne TLS und Anmeldung.</translation>
    </message>
    <message>
        <source>Stream URL, position %1: %2</source>
        <translation>URL des Streams, Stelle %1: %2</translation>
    </message>
    <message>
        <source>Write kafka://HOST:9092/TOPIC?key=value.</source>
        <translation>kafka://HOST:9092/TOPIC?key=value schreiben.</translation>
    </message>
    <message>
        <source>it does not begin with kafka://.</source>
        <translation>sie beginnt nicht mit kafka://.</translation>
    </message>
    <message>
        <source>the user name is not well formed.</source>
        <translation>der Benutzername ist nicht wohlgeformt.</translation>
    </message>
    <message>
        <source>a password does not belong in a URL; use --secret-file.</source>
        <translation>ein Passwort gehört nicht in eine URL; --secret-file verwenden.</translation>
    </message>
    <message>
        <source>“%1” is no host and port.</source>
        <translation>„%1“ ist kein Host mit Port.</translation>
    </message>
    <message>
        <source>the topic name is not well formed.</source>
        <translation>der Name des Topics ist nicht wohlgeformt.</translation>
    </message>
    <message>
        <source>write key=value.</source>
        <translation>key=value schreiben.</translation>
    </message>
    <message>
        <source>a % must be followed by two hexadecimal digits.</source>
        <translation>auf ein % müssen zwei hexadezimale Ziffern folgen.</translation>
    </message>
    <message>
        <source>there is no option “%1”.</source>
        <translation>es gibt keine Option „%1“.</translation>
    </message>
    <message>
        <source>Edit the stream.</source>
        <translation>Den Stream bearbeiten.</translation>
    </message>
    <message>
        <source>Connected to %1 again.</source>
        <translation>Wieder mit %1 verbunden.</translation>
    </message>
    <message>
        <source>New topic %1 fits and is read from its first message.</source>
        <translation>Das neue Topic %1 passt und wird ab seiner ersten Meldung gelesen.</translation>
    </message>
    <message>
        <source>Topic %1 was made anew; it is read from its first message.</source>
        <translation>Topic %1 wurde neu angelegt; es wird ab seiner ersten Meldung gelesen.</translation>
    </message>
    <message>
        <source>%1: our place is no longer there; looking where the topic begins.</source>
        <translation>%1: unsere Stelle gibt es nicht mehr; es wird gesucht, wo das Topic beginnt.</translation>
    </message>
    <message>
        <source>%1: the broker no longer knows this topic.</source>
        <translation>%1: der Broker kennt dieses Topic nicht mehr.</translation>
    </message>
    <message>
        <source>%1, partition %2: messages %3 to %4 could not be had.</source>
        <translation>%1, Partition %2: die Meldungen %3 bis %4 waren nicht zu bekommen.</translation>
    </message>
    <message>
        <source>The archive refused a batch: %1</source>
        <translation>Das Archiv hat einen Stapel abgelehnt: %1</translation>
    </message>
    <message>
        <source>Tocsin looks again each minute.</source>
        <translation>Tocsin sieht jede Minute nach.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbinde</translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation>Holt auf</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>Ruhig</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>The pattern “%1” is not valid: %2 (position %3).</source>
        <translation>Das Muster „%1“ ist nicht gültig: %2 (Stelle %3).</translation>
    </message>
    <message>
        <source>“%1” is no name of a stream.</source>
        <translation>„%1“ ist kein Name eines Streams.</translation>
    </message>
    <message>
        <source>There is no stream type “%1”.</source>
        <translation>Es gibt keine Stream-Art „%1“.</translation>
    </message>
    <message>
        <source>“tocsin streams types” lists them.</source>
        <translation>„tocsin streams types“ listet sie auf.</translation>
    </message>
    <message>
        <source>“tocsin streams types” describes every option.</source>
        <translation>„tocsin streams types“ beschreibt jede Option.</translation>
    </message>
    <message>
        <source>The list of streams in %1 cannot be read: %2.</source>
        <translation>Die Liste der Streams in %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Mend the file or move it away; Tocsin does not overwrite it.</source>
        <translation>Die Datei richten oder beiseiteschieben; Tocsin überschreibt sie nicht.</translation>
    </message>
    <message>
        <source>There is a stream “%1” already.</source>
        <translation>Es gibt schon einen Stream „%1“.</translation>
    </message>
    <message>
        <source>Choose another name, or change that one.</source>
        <translation>Einen anderen Namen wählen oder jenen ändern.</translation>
    </message>
    <message>
        <source>There is no stream “%1”.</source>
        <translation>Es gibt keinen Stream „%1“.</translation>
    </message>
    <message>
        <source>“tocsin streams list” shows those there are.</source>
        <translation>„tocsin streams list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>There is no such stream.</source>
        <translation>Diesen Stream gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 could not be read, so it is not overwritten.</source>
        <translation>%1 konnte nicht gelesen werden und wird darum nicht überschrieben.</translation>
    </message>
    <message>
        <source>Mend the file or move it away, then start again.</source>
        <translation>Die Datei richten oder beiseiteschieben, dann neu starten.</translation>
    </message>
    <message>
        <source>The list of streams cannot be saved: %1.</source>
        <translation>Die Liste der Streams kann nicht gespeichert werden: %1.</translation>
    </message>
    <message>
        <source>Look at %1; the old list is still there.</source>
        <translation>%1 ansehen; die alte Liste ist noch da.</translation>
    </message>
    <message>
        <source>“tocsin streams export” shows the form.</source>
        <translation>„tocsin streams export“ zeigt die Form.</translation>
    </message>
    <message>
        <source>no JSON at byte %1</source>
        <translation>kein JSON bei Byte %1</translation>
    </message>
    <message>
        <source>it holds no list “streams”</source>
        <translation>sie enthält keine Liste „streams“</translation>
    </message>
    <message>
        <source>it was written by a newer Tocsin</source>
        <translation>ein neueres Tocsin hat sie geschrieben</translation>
    </message>
    <message>
        <source>an entry of “streams” is no object</source>
        <translation>ein Eintrag von „streams“ ist kein Objekt</translation>
    </message>
    <message>
        <source>“%1” stands there twice</source>
        <translation>„%1“ steht zweimal da</translation>
    </message>
    <message>
        <source>Check the spelling and the network.</source>
        <translation>Schreibweise und Netz prüfen.</translation>
    </message>
    <message>
        <source>Check host and port; the broker may be down.</source>
        <translation>Host und Port prüfen; vielleicht läuft der Broker nicht.</translation>
    </message>
    <message>
        <source>A firewall may be in between.</source>
        <translation>Vielleicht ist eine Firewall dazwischen.</translation>
    </message>
    <message>
        <source>“%1” holds a secret, and further properties are written to files: use the option “password” or --secret-file.</source>
        <translation>„%1“ enthält ein Geheimnis, und weitere Eigenschaften werden in Dateien geschrieben: die Option „password“ oder --secret-file verwenden.</translation>
    </message>
    <message>
        <source>“%1” has an option of its own here: use “%2”.</source>
        <translation>Für „%1“ gibt es hier eine eigene Option: „%2“ verwenden.</translation>
    </message>
    <message>
        <source>“%1” would change how the broker is checked or how you sign in: only the options “security”, “mechanism”, “user”, “password” and “ca” do that.</source>
        <translation>„%1“ würde ändern, wie der Broker geprüft wird oder wie Sie sich anmelden: das tun nur die Optionen „security“, „mechanism“, „user“, „password“ und „ca“.</translation>
    </message>
    <message>
        <source>“%1” is no host with a port: write kafka.example.org:9092.</source>
        <translation>„%1“ ist kein Host mit Port: kafka.example.org:9092 schreiben.</translation>
    </message>
    <message>
        <source>Connected to %1; %2 of its topics fit.</source>
        <translation>Mit %1 verbunden; %2 seiner Topics passen.</translation>
    </message>
    <message>
        <source>Next try at %1 UT.</source>
        <translation>Nächster Versuch um %1 UT.</translation>
    </message>
    <message>
        <source>This user may not read %1</source>
        <translation>Dieser Benutzer darf %1 nicht lesen</translation>
    </message>
    <message>
        <source>%1 is gone from the broker</source>
        <translation>%1 gibt es beim Broker nicht mehr</translation>
    </message>
    <message>
        <source>%1 does not exist there</source>
        <translation>%1 gibt es dort nicht</translation>
    </message>
    <message>
        <source>No topic fits yet</source>
        <translation>Noch passt kein Topic</translation>
    </message>
    <message>
        <source>%1, partition %2: reading from message %3.</source>
        <translation>%1, Partition %2: gelesen wird ab Meldung %3.</translation>
    </message>
    <message>
        <source>another program is changing it</source>
        <translation>ein anderes Programm ändert sie gerade</translation>
    </message>
    <message>
        <source>its folder cannot be written</source>
        <translation>in ihren Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>The fetch was ended before it was done.</source>
        <translation>Das Nachholen wurde vor dem Ende beendet.</translation>
    </message>
    <message>
        <source>What came is stored; the rest can be fetched later.</source>
        <translation>Was ankam, ist gespeichert; der Rest kann später nachgeholt werden.</translation>
    </message>
    <message>
        <source>What is missing of %1 was at another broker than %2.</source>
        <translation>Was von %1 fehlt, war bei einem anderen Broker als %2.</translation>
    </message>
    <message>
        <source>Only the broker that had it can hand it on.</source>
        <translation>Nur der Broker, der es hatte, kann es weitergeben.</translation>
    </message>
    <message>
        <source>Storing is %1 s behind: the disk, or who reads the output, is slow</source>
        <translation>Das Speichern hängt %1 s zurück: der Datenträger, oder wer die Ausgabe liest, ist langsam</translation>
    </message>
    <message>
        <source>Nothing is lost; reading goes on as fast as it can be stored.</source>
        <translation>Nichts geht verloren; gelesen wird so schnell, wie gespeichert werden kann.</translation>
    </message>
    <message>
        <source>%1, partition %2: messages %3 to %4 were left out, for the stream was to begin elsewhere. They can be fetched while the broker has them.</source>
        <translation>%1, Partition %2: die Meldungen %3 bis %4 wurden ausgelassen, denn der Stream sollte anderswo beginnen. Solange der Broker sie hat, können sie nachgeholt werden.</translation>
    </message>
    <message>
        <source>Use up to 100 letters, digits, dots, underscores and hyphens, and no device name of Windows; the label may be anything.</source>
        <translation>Bis zu 100 Buchstaben, Ziffern, Punkte, Unterstriche und Bindestriche verwenden und keinen Gerätenamen von Windows; die Bezeichnung ist frei.</translation>
    </message>
    <message>
        <source>No heartbeat since %1 UT, where one comes every %2 s</source>
        <translation>Kein Herzschlag seit %1 UT, wo alle %2 s einer kommt</translation>
    </message>
    <message>
        <source>“%1” wants the account “%2”, which is not there.</source>
        <translation>„%1“ verlangt das Konto „%2“, das es nicht gibt.</translation>
    </message>
    <message>
        <source>“tocsin accounts list” shows those there are; “tocsin accounts add” makes one.</source>
        <translation>„tocsin accounts list“ zeigt die vorhandenen; „tocsin accounts add“ legt eines an.</translation>
    </message>
    <message>
        <source>The account “%1” is of the kind %2; this stream signs in with user and password.</source>
        <translation>Das Konto „%1“ ist von der Art %2; dieser Stream meldet sich mit Benutzer und Passwort an.</translation>
    </message>
    <message>
        <source>Choose an account of the kind scram.</source>
        <translation>Wählen Sie ein Konto der Art scram.</translation>
    </message>
    <message>
        <source>%1 lets nobody in by %2.</source>
        <translation>%1 lässt niemanden mit %2 ein.</translation>
    </message>
    <message>
        <source>Choose another mechanism; user and password were not asked for.</source>
        <translation>Wählen Sie einen anderen Mechanismus; nach Benutzer und Passwort wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Choose one of the mechanisms it offers: %1. User and password were not asked for.</source>
        <translation>Wählen Sie einen der angebotenen Mechanismen: %1. Nach Benutzer und Passwort wurde nicht gefragt.</translation>
    </message>
    <message>
        <source>Gravitational waves</source>
        <translation>Gravitationswellen</translation>
    </message>
    <message>
        <source>GraceDB</source>
        <translation>GraceDB</translation>
    </message>
    <message>
        <source>GCN notices</source>
        <translation>GCN-Notices</translation>
    </message>
    <message>
        <source>GCN classic, VOEvent</source>
        <translation>GCN klassisch, VOEvent</translation>
    </message>
    <message>
        <source>GCN classic, text</source>
        <translation>GCN klassisch, Text</translation>
    </message>
    <message>
        <source>GCN classic, binary</source>
        <translation>GCN klassisch, binär</translation>
    </message>
    <message>
        <source>GCN classic, JSON</source>
        <translation>GCN klassisch, JSON</translation>
    </message>
    <message>
        <source>GCN circulars</source>
        <translation>GCN-Circulars</translation>
    </message>
    <message>
        <source>Hermes</source>
        <translation>Hermes</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Durchmusterungen</translation>
    </message>
    <message>
        <source>Fink</source>
        <translation>Fink</translation>
    </message>
    <message>
        <source>Lasair</source>
        <translation>Lasair</translation>
    </message>
    <message>
        <source>ALeRCE</source>
        <translation>ALeRCE</translation>
    </message>
    <message>
        <source>Heartbeat and server</source>
        <translation>Herzschlag und Server</translation>
    </message>
    <message>
        <source>Other topics</source>
        <translation>Andere Topics</translation>
    </message>
    <message>
        <source>Set the clock of this computer, best by a time server.</source>
        <translation>Stellen Sie die Uhr dieses Rechners, am besten nach einem Zeitserver.</translation>
    </message>
    <message>
        <source>The token for %1 ended %2 ago.</source>
        <translation>Das Token für %1 endete vor %2.</translation>
    </message>
    <message>
        <source>Sign in again with this account.</source>
        <translation>Melden Sie sich mit diesem Konto neu an.</translation>
    </message>
    <message>
        <source>%1 wants a token with another scope.</source>
        <translation>%1 verlangt ein Token mit einer anderen Berechtigung.</translation>
    </message>
    <message>
        <source>%1 wants a token with the scope %2.</source>
        <translation>%1 verlangt ein Token mit der Berechtigung %2.</translation>
    </message>
    <message>
        <source>This one states none; ask for it when you sign in.</source>
        <translation>Dieses nennt keine; verlangen Sie sie beim Anmelden.</translation>
    </message>
    <message>
        <source>This one has %1; ask for it when you sign in.</source>
        <translation>Dieses hat %1; verlangen Sie sie beim Anmelden.</translation>
    </message>
    <message>
        <source>%1 refused this token.</source>
        <translation>%1 hat dieses Token abgelehnt.</translation>
    </message>
    <message>
        <source>issued by %1</source>
        <translation>ausgestellt von %1</translation>
    </message>
    <message>
        <source>for %1</source>
        <translation>für %1</translation>
    </message>
    <message>
        <source>scope %1</source>
        <translation>Berechtigung %1</translation>
    </message>
    <message>
        <source>ends in %1</source>
        <translation>endet in %1</translation>
    </message>
    <message>
        <source>Choose another account; the broker&apos;s people know which issuer and audience they take.</source>
        <translation>Wählen Sie ein anderes Konto; die Betreiber des Brokers wissen, welchen Aussteller und Empfänger sie nehmen.</translation>
    </message>
    <message>
        <source>It says: %1. The broker&apos;s people know which issuer, audience and scope they take.</source>
        <translation>Es sagt: %1. Die Betreiber des Brokers wissen, welchen Aussteller, Empfänger und welche Berechtigung sie nehmen.</translation>
    </message>
    <message>
        <source>The token has ended, and no other has come yet.</source>
        <translation>Das Token ist abgelaufen, und noch kam kein anderes.</translation>
    </message>
    <message>
        <source>The token that came had ended %1 before: the clock of this computer seems to be ahead.</source>
        <translation>Das Token, das kam, war %1 vorher abgelaufen: Die Uhr dieses Rechners scheint vorzugehen.</translation>
    </message>
    <message>
        <source>What came as a token is none that Kafka could take.</source>
        <translation>Was als Token kam, ist keines, das Kafka nehmen könnte.</translation>
    </message>
    <message>
        <source>%1, partition %2: a first start; %3 earlier messages are read as history.</source>
        <translation>%1, Partition %2: ein erster Start; %3 frühere Meldungen werden als Vergangenheit gelesen.</translation>
    </message>
    <message>
        <source>history, %1 left</source>
        <translation>Vergangenheit, noch %1</translation>
    </message>
    <message>
        <source>The account “%1” gives no tokens.</source>
        <translation>Das Konto „%1“ gibt keine Tokens.</translation>
    </message>
    <message>
        <source>Choose an account of the kind client-credentials, oauth or scitoken, or another mechanism.</source>
        <translation>Wählen Sie ein Konto der Art client-credentials, oauth oder scitoken, oder einen anderen Mechanismus.</translation>
    </message>
    <message>
        <source>OAUTHBEARER would send the token in clear text: choose SASL_SSL.</source>
        <translation>OAUTHBEARER würde das Token im Klartext senden: Wählen Sie SASL_SSL.</translation>
    </message>
    <message>
        <source>GCN does not hand out %1 yet</source>
        <translation>GCN gibt %1 noch nicht heraus</translation>
    </message>
    <message>
        <source>It is not public yet, or there is no topic of that name; Tocsin looks again each minute.</source>
        <translation>Es ist noch nicht öffentlich, oder es gibt kein Topic dieses Namens; Tocsin sieht jede Minute nach.</translation>
    </message>
    <message>
        <source>Nothing was sent to %1 of late</source>
        <translation>An %1 wurde in letzter Zeit nichts gesendet</translation>
    </message>
    <message>
        <source>GCN makes the topic with its next message; Tocsin looks again each minute.</source>
        <translation>GCN legt das Topic mit seiner nächsten Meldung an; Tocsin sieht jede Minute nach.</translation>
    </message>
    <message>
        <source>GCN</source>
        <translation>GCN</translation>
    </message>
    <message>
        <source>the server does not keep to SCRAM</source>
        <translation>der Server hält sich nicht an SCRAM</translation>
    </message>
    <message>
        <source>Hopskotch takes only groups that begin with the user name: write %1-%2, or leave the group empty.</source>
        <translation>Hopskotch nimmt nur Gruppen, die mit dem Benutzernamen beginnen: Schreiben Sie %1-%2, oder lassen Sie die Gruppe leer.</translation>
    </message>
    <message>
        <source>Hopskotch</source>
        <translation>Hopskotch</translation>
    </message>
    <message>
        <source>it was given up</source>
        <translation>es wurde aufgegeben</translation>
    </message>
    <message>
        <source>it is larger than 64 MiB</source>
        <translation>sie ist größer als 64 MiB</translation>
    </message>
    <message>
        <source>there was no whole answer in time</source>
        <translation>es kam nicht rechtzeitig eine ganze Antwort</translation>
    </message>
    <message>
        <source>the certificate of its server is not trusted</source>
        <translation>dem Zertifikat ihres Servers wird nicht vertraut</translation>
    </message>
    <message>
        <source>its server does not answer</source>
        <translation>ihr Server antwortet nicht</translation>
    </message>
    <message>
        <source>its server refused this user or password</source>
        <translation>ihr Server hat diesen Benutzer oder dieses Passwort abgelehnt</translation>
    </message>
    <message>
        <source>its server could not prove that it knows the password</source>
        <translation>ihr Server konnte nicht beweisen, dass er das Passwort kennt</translation>
    </message>
    <message>
        <source>its address may not be used</source>
        <translation>ihre Adresse darf nicht benutzt werden</translation>
    </message>
    <message>
        <source>it lies at a server that the broker has not announced</source>
        <translation>sie liegt bei einem Server, den der Broker nicht angekündigt hat</translation>
    </message>
    <message>
        <source>its server does not hand it out to this user</source>
        <translation>ihr Server gibt sie diesem Benutzer nicht</translation>
    </message>
    <message>
        <source>its server has it no more</source>
        <translation>ihr Server hat sie nicht mehr</translation>
    </message>
    <message>
        <source>its server answered %1</source>
        <translation>ihr Server antwortete %1</translation>
    </message>
    <message>
        <source>what its server gave is no message</source>
        <translation>was ihr Server gab, ist keine Meldung</translation>
    </message>
    <message>
        <source>the broker announces no server for large messages</source>
        <translation>der Broker kündigt keinen Server für große Meldungen an</translation>
    </message>
    <message>
        <source>The account “%1” is of the kind %2; this stream signs in with tokens.</source>
        <translation>Das Konto „%1“ ist von der Art %2; dieser Stream meldet sich mit Tokens an.</translation>
    </message>
    <message>
        <source>Choose an account of the kind client-credentials, oauth or scitoken.</source>
        <translation>Wählen Sie ein Konto der Art client-credentials, oauth oder scitoken.</translation>
    </message>
    <message>
        <source>NASA&apos;s network: gravitational waves, gamma-ray bursts, neutrinos. A credential is free.</source>
        <translation>Das Netz der NASA: Gravitationswellen, Gammablitze, Neutrinos. Zugangsdaten sind kostenlos.</translation>
    </message>
    <message>
        <source>SCiMMA&apos;s broker: gravitational waves, circulars, Hermes. A credential is free, at hop.scimma.org.</source>
        <translation>Der Broker von SCiMMA: Gravitationswellen, Circulars, Hermes. Zugangsdaten sind kostenlos, bei hop.scimma.org.</translation>
    </message>
    <message>
        <source>You may not write to the topic %1.</source>
        <translation>Sie dürfen nicht in das Topic %1 schreiben.</translation>
    </message>
    <message>
        <source>Ask its owner for the right to write, or choose another account.</source>
        <translation>Fragen Sie den Besitzer nach dem Recht zu schreiben, oder wählen Sie ein anderes Konto.</translation>
    </message>
    <message>
        <source>There is no topic %1.</source>
        <translation>Es gibt kein Topic %1.</translation>
    </message>
    <message>
        <source>Look at the name, or have the topic made.</source>
        <translation>Sehen Sie nach dem Namen, oder lassen Sie das Topic anlegen.</translation>
    </message>
    <message>
        <source>No server took the message in time.</source>
        <translation>Kein Server nahm die Nachricht rechtzeitig an.</translation>
    </message>
    <message>
        <source>“tocsin check” tells where it ends.</source>
        <translation>„tocsin check“ sagt, wo es endet.</translation>
    </message>
    <message>
        <source>It was not sent any more.</source>
        <translation>Sie wurde nicht mehr gesendet.</translation>
    </message>
    <message>
        <source>The message is larger than the topic takes.</source>
        <translation>Die Nachricht ist größer, als das Topic sie annimmt.</translation>
    </message>
    <message>
        <source>The server refused the message: %1.</source>
        <translation>Der Server lehnte die Nachricht ab: %1.</translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>Flags</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Time UT</source>
        <translation>Zeit UT</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Mag</source>
        <translation>Mag</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>RA °</source>
        <translation>RA °</translation>
    </message>
    <message>
        <source>Dec °</source>
        <translation>Dec °</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzug</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>Asteroid</source>
        <translation>Asteroid</translation>
    </message>
    <message>
        <source>Moving object</source>
        <translation>Bewegtes Objekt</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Time of the night</source>
        <translation>Uhrzeit der Nacht</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Zeit</translation>
    </message>
    <message>
        <source>How long ago</source>
        <translation>Wie lange her</translation>
    </message>
    <message>
        <source>MJD</source>
        <translation>MJD</translation>
    </message>
    <message>
        <source>JD</source>
        <translation>JD</translation>
    </message>
    <message>
        <source>T+, since the event</source>
        <translation>T+, seit dem Ereignis</translation>
    </message>
    <message>
        <source>Degrees</source>
        <translation>Grad</translation>
    </message>
    <message>
        <source>Sexagesimal</source>
        <translation>Sexagesimal</translation>
    </message>
    <message numerus="yes">
        <source>%n decimal(s)</source>
        <translation>
            <numerusform>%n Nachkommastelle</numerusform>
            <numerusform>%n Nachkommastellen</numerusform>
        </translation>
    </message>
    <message>
        <source>T+: from the event&apos;s time to now</source>
        <translation>T+: von der Zeit des Ereignisses bis jetzt</translation>
    </message>
    <message>
        <source>T+: from the time of the row&apos;s event to this one</source>
        <translation>T+: von der Zeit des Ereignisses der Zeile bis zu dieser Zeit</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>Beobachtet %1</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
</context>
<context>
    <name>targets</name>
    <message>
        <source>ICRS, epoch %1</source>
        <translation>ICRS, Epoche %1</translation>
    </message>
    <message numerus="yes">
        <source>%n name(s)</source>
        <translation>
            <numerusform>%n Namen</numerusform>
            <numerusform>%n Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked within %1 and by %2, %3 ms</source>
        <translation>Gesucht innerhalb von %1 und nach %2, %3 ms</translation>
    </message>
    <message>
        <source>Looked by %1 only, since the position is too uncertain; %2 ms</source>
        <translation>Nur nach %1 gesucht, da die Position zu unsicher ist; %2 ms</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Local list</source>
        <translation>Lokale Liste</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Target %1</source>
        <translation>Ziel %1</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Was there already, as %1</source>
        <translation>War schon da, als %1</translation>
    </message>
    <message>
        <source>Is being sent</source>
        <translation>Wird gerade gesendet</translation>
    </message>
    <message>
        <source>Is sent in %1</source>
        <translation>Wird in %1 gesendet</translation>
    </message>
    <message>
        <source>Next try in %1</source>
        <translation>Nächster Versuch in %1</translation>
    </message>
    <message>
        <source>To be removed</source>
        <translation>Zu entfernen</translation>
    </message>
    <message>
        <source>Is being removed</source>
        <translation>Wird entfernt</translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <source>Right ascension, 12:30:49.42</source>
        <translation>Rektaszension, 12:30:49.42</translation>
    </message>
    <message>
        <source>Declination, +12:23:28.0</source>
        <translation>Deklination, +12:23:28.0</translation>
    </message>
    <message>
        <source>Name at the TNS without AT or SN: 2026xyz</source>
        <translation>Name beim TNS ohne AT oder SN: 2026xyz</translation>
    </message>
    <message>
        <source>A text takes “quoted” or “word” after the colon.</source>
        <translation>Ein Text nimmt nach dem Doppelpunkt „quoted“ oder „word“.</translation>
    </message>
    <message>
        <source>This value takes no format.</source>
        <translation>Dieser Wert nimmt kein Format.</translation>
    </message>
    <message>
        <source>The format of a number is like .5f, +.5f, .3e or .4g.</source>
        <translation>Das Format einer Zahl ist etwa .5f, +.5f, .3e oder .4g.</translation>
    </message>
    <message>
        <source>The format of a time or an angle is the number of decimals: .0 to .6; of a time also “date”.</source>
        <translation>Das Format einer Zeit oder eines Winkels ist die Zahl der Nachkommastellen: .0 bis .6; bei einer Zeit auch „date“.</translation>
    </message>
    <message>
        <source>Page of the sender</source>
        <translation>Seite des Absenders</translation>
    </message>
    <message>
        <source>ALeRCE (ZTF)</source>
        <translation>ALeRCE (ZTF)</translation>
    </message>
    <message>
        <source>ALeRCE (LSST)</source>
        <translation>ALeRCE (LSST)</translation>
    </message>
    <message>
        <source>Fink (ZTF)</source>
        <translation>Fink (ZTF)</translation>
    </message>
    <message>
        <source>Fink (LSST)</source>
        <translation>Fink (LSST)</translation>
    </message>
    <message>
        <source>Lasair (ZTF)</source>
        <translation>Lasair (ZTF)</translation>
    </message>
    <message>
        <source>Lasair (LSST)</source>
        <translation>Lasair (LSST)</translation>
    </message>
    <message>
        <source>TNS, the object</source>
        <translation>TNS, das Objekt</translation>
    </message>
    <message>
        <source>TNS, within 10 arcsec</source>
        <translation>TNS, Umkreis 10 Bogensekunden</translation>
    </message>
    <message>
        <source>SIMBAD, within 10 arcsec</source>
        <translation>SIMBAD, Umkreis 10 Bogensekunden</translation>
    </message>
    <message>
        <source>NED, within half an arcmin</source>
        <translation>NED, Umkreis eine halbe Bogenminute</translation>
    </message>
    <message>
        <source>Legacy Survey</source>
        <translation>Legacy Survey</translation>
    </message>
    <message>
        <source>GraceDB</source>
        <translation>GraceDB</translation>
    </message>
    <message>
        <source>Chat line</source>
        <translation>Zeile für den Chat</translation>
    </message>
    <message>
        <source>GCN circular, a stub</source>
        <translation>GCN-Zirkular, Gerüst</translation>
    </message>
    <message>
        <source>DS9 region</source>
        <translation>DS9-Region</translation>
    </message>
    <message>
        <source>Python snippet</source>
        <translation>Python-Schnipsel</translation>
    </message>
    <message>
        <source>Catalogue line</source>
        <translation>Katalogzeile</translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>Der Vorlage einen Namen geben.</translation>
    </message>
    <message>
        <source>Write what is to be opened or copied.</source>
        <translation>Schreiben, was geöffnet oder kopiert werden soll.</translation>
    </message>
    <message>
        <source>A condition looks at the keys of a row, not into its packet.</source>
        <translation>Eine Bedingung sieht die Schlüssel einer Zeile an, nicht ihr Paket.</translation>
    </message>
    <message>
        <source>This brace closes nothing; a brace itself is written }}.</source>
        <translation>Diese Klammer schließt nichts; eine Klammer selbst wird }} geschrieben.</translation>
    </message>
    <message>
        <source>This brace is not closed; a brace itself is written {{.</source>
        <translation>Diese Klammer wird nicht geschlossen; eine Klammer selbst wird {{ geschrieben.</translation>
    </message>
    <message>
        <source>The page is not opened. The value stands in the row&apos;s fields.</source>
        <translation>Die Seite wird nicht geöffnet. Der Wert steht in den Feldern der Zeile.</translation>
    </message>
    <message>
        <source>A link begins with https:// or http:// and the whole name of a host, or is {url} alone.</source>
        <translation>Ein Verweis beginnt mit https:// oder http:// und dem ganzen Namen eines Hosts oder ist {url} allein.</translation>
    </message>
    <message>
        <source>The address holds a character that addresses do not have; a blank is written %20.</source>
        <translation>Die Adresse enthält ein Zeichen, das es in Adressen nicht gibt; ein Leerzeichen wird %20 geschrieben.</translation>
    </message>
    <message>
        <source>The row has no value “%1”.</source>
        <translation>Die Zeile hat keinen Wert „%1“.</translation>
    </message>
    <message>
        <source>The value “%1” holds characters that are not seen; no address has them.</source>
        <translation>Der Wert „%1“ enthält unsichtbare Zeichen; keine Adresse hat solche.</translation>
    </message>
    <message>
        <source>The address would be longer than %1 characters.</source>
        <translation>Die Adresse wäre länger als %1 Zeichen.</translation>
    </message>
    <message>
        <source>What came out is no address of the web.</source>
        <translation>Das Ergebnis ist keine Adresse im Web.</translation>
    </message>
    <message>
        <source>A value would lead to another host.</source>
        <translation>Ein Wert würde zu einem anderen Host führen.</translation>
    </message>
    <message>
        <source>A value would lead to another page of the host.</source>
        <translation>Ein Wert würde zu einer anderen Seite des Hosts führen.</translation>
    </message>
    <message>
        <source>Any field of the packet, by its path as in a filter</source>
        <translation>Ein beliebiges Feld des Pakets, mit seinem Pfad wie im Filter</translation>
    </message>
</context>
<context>
    <name>tocsin</name>
    <message>
        <source>The unpacker could not be started.</source>
        <translation>Der Entpacker konnte nicht gestartet werden.</translation>
    </message>
    <message>
        <source>The file unpacks to more than is allowed.</source>
        <translation>Die Datei entpackt sich zu mehr als erlaubt.</translation>
    </message>
    <message>
        <source>The gzip file is damaged.</source>
        <translation>Die gzip-Datei ist beschädigt.</translation>
    </message>
    <message>
        <source>The gzip file is damaged or cut short.</source>
        <translation>Die gzip-Datei ist beschädigt oder abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>tocsin::compare::Changes</name>
    <message>
        <source>%1 now %2</source>
        <translation>%1 jetzt %2</translation>
    </message>
    <message>
        <source>%1 not sent, before %2</source>
        <translation>%1 nicht gesendet, vorher %2</translation>
    </message>
    <message>
        <source>retracted</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>no longer retracted</source>
        <translation>nicht mehr zurückgenommen</translation>
    </message>
    <message>
        <source>now significant</source>
        <translation>jetzt signifikant</translation>
    </message>
    <message>
        <source>no longer significant</source>
        <translation>nicht mehr signifikant</translation>
    </message>
    <message>
        <source>subject “%1” → “%2”</source>
        <translation>Betreff „%1“ → „%2“</translation>
    </message>
    <message>
        <source>90 % area</source>
        <translation>90-%-Fläche</translation>
    </message>
    <message>
        <source>50 % area</source>
        <translation>50-%-Fläche</translation>
    </message>
    <message>
        <source>error radius</source>
        <translation>Fehlerradius</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Entfernung</translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>FAR %1 %2</source>
        <translation>FAR %1 %2</translation>
    </message>
    <message>
        <source>FAR</source>
        <translation>FAR</translation>
    </message>
    <message>
        <source>position now known</source>
        <translation>Position jetzt bekannt</translation>
    </message>
    <message>
        <source>position not sent</source>
        <translation>Position nicht gesendet</translation>
    </message>
    <message>
        <source>position moved %1</source>
        <translation>Position um %1 verschoben</translation>
    </message>
    <message>
        <source>time moved %1 s</source>
        <translation>Zeit um %1 s verschoben</translation>
    </message>
    <message>
        <source>instruments %1 → %2</source>
        <translation>Instrumente %1 → %2</translation>
    </message>
    <message>
        <source>mag %1</source>
        <translation>mag %1</translation>
    </message>
    <message>
        <source>mag</source>
        <translation>mag</translation>
    </message>
    <message>
        <source>flux</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Wertung</translation>
    </message>
</context>
<context>
    <name>tocsin::services::CauseFinder</name>
    <message>
        <source>Tocsin keeps trying.</source>
        <translation>Tocsin versucht es weiter.</translation>
    </message>
</context>
<context>
    <name>tocsin::services::FileIntake</name>
    <message>
        <source>%1 is not there.</source>
        <translation>%1 ist nicht da.</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>Drop the files themselves.</source>
        <translation>Die Dateien selbst ablegen.</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB.</source>
        <translation>%1 ist größer als 64 MiB.</translation>
    </message>
    <message>
        <source>One alert is never that large; split the file.</source>
        <translation>So groß ist kein Alert; die Datei teilen.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 could not be stored: %2</source>
        <translation>%1 konnte nicht gespeichert werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 files are taken at once; %n were left out.</source>
        <translation>
            <numerusform>Nur %1 Dateien werden auf einmal genommen; %n blieb übrig.</numerusform>
            <numerusform>Nur %1 Dateien werden auf einmal genommen; %n blieben übrig.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::services::StreamManager</name>
    <message>
        <source>This version does not know the stream type “%1”.</source>
        <translation>Diese Version kennt die Stream-Art „%1“ nicht.</translation>
    </message>
    <message>
        <source>Another Tocsin on this archive reads this stream; its alerts arrive from there.</source>
        <translation>Ein anderes Tocsin über diesem Archiv liest diesen Stream; seine Alerts kommen von dort.</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>reading the account “%1”</source>
        <translation>liest das Konto „%1“</translation>
    </message>
    <message>
        <source>Enter it again, or give the stream an account that keeps it: what is typed is kept for one session only.</source>
        <translation>Geben Sie es noch einmal ein, oder geben Sie dem Stream ein Konto, das es aufbewahrt: Eingetipptes wird nur für eine Sitzung behalten.</translation>
    </message>
    <message>
        <source>Sign-in needed: the %1 is not here. What is typed is kept for one session only; enter it again, or give the stream an account.</source>
        <translation>Anmeldung nötig: „%1“ ist nicht da. Eingetipptes wird nur für eine Sitzung behalten; geben Sie es noch einmal ein, oder geben Sie dem Stream ein Konto.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui</name>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Wird gesucht</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Doubtful place</source>
        <translation>Zweifelhafte Position</translation>
    </message>
    <message>
        <source>For the outbox</source>
        <translation>Für den Postausgang</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Beschränkt</translation>
    </message>
    <message>
        <source>Never sent</source>
        <translation>Nie gesendet</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Not created</source>
        <translation>Nicht angelegt</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AboutDialog</name>
    <message>
        <source>About Tocsin</source>
        <translation>Über Tocsin</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Alerts from every stream in one window, none of them lost.</source>
        <translation>Alerts aller Streams in einem Fenster, keiner geht verloren.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. No warranty.</source>
        <translation>GNU General Public License, Version 3 oder später. Ohne Gewähr.</translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation>Konfiguration</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>Gebaut auf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AccountDialog</name>
    <message>
        <source>No key file is named.</source>
        <translation>Es ist keine Schlüsseldatei genannt.</translation>
    </message>
    <message>
        <source>Choose the JSON file that the cloud console wrote.</source>
        <translation>Wählen Sie die JSON-Datei, die die Cloud-Konsole geschrieben hat.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>it is no key file</source>
        <translation>es ist keine Schlüsseldatei</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Renew %1</source>
        <translation>%1 erneuern</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen …</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>%1 suchen</translation>
    </message>
    <message>
        <source>What streams call it by.</source>
        <translation>Wie Streams es nennen.</translation>
    </message>
    <message>
        <source>Its content is kept in %1; the file is not needed afterwards.</source>
        <translation>Ihr Inhalt wird hier behalten: %1; die Datei wird danach nicht gebraucht.</translation>
    </message>
    <message>
        <source>Kept in %1.</source>
        <translation>Wird hier behalten: %1.</translation>
    </message>
    <message>
        <source>Give the account a name.</source>
        <translation>Geben Sie dem Konto einen Namen.</translation>
    </message>
    <message>
        <source>Use letters, digits, dot, dash and underscore only.</source>
        <translation>Nur Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich.</translation>
    </message>
    <message>
        <source>Another account has this name.</source>
        <translation>Ein anderes Konto hat diesen Namen.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>Wird abgelegt …</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Of an installed program, where the provider gives one (Google does); else empty. The sign-in is kept in %1.</source>
        <translation>Das eines installierten Programms, wo der Anbieter eines gibt (Google tut das); sonst leer. Die Anmeldung wird hier behalten: %1.</translation>
    </message>
    <message>
        <source>Not given, though asked for: %1</source>
        <translation>Nicht gegeben, obwohl verlangt: %1</translation>
    </message>
    <message>
        <source>Streams that need it will be refused.</source>
        <translation>Streams, die es brauchen, werden abgelehnt.</translation>
    </message>
    <message>
        <source>Sign in in the browser…</source>
        <translation>Im Browser anmelden …</translation>
    </message>
    <message>
        <source>This is the password: ask the TOM for the token</source>
        <translation>Das ist das Passwort: das Token vom TOM holen</translation>
    </message>
    <message>
        <source>Whose password it is, is not said.</source>
        <translation>Wessen Passwort es ist, steht nicht da.</translation>
    </message>
    <message>
        <source>Write the name of the user above.</source>
        <translation>Schreiben Sie oben den Namen des Benutzers.</translation>
    </message>
    <message>
        <source>Asking %1 for the token</source>
        <translation>Das Token wird von %1 geholt</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AccountEditor</name>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>%1 (does not fit)</source>
        <translation>%1 (passt nicht)</translation>
    </message>
    <message>
        <source>New account…</source>
        <translation>Neues Konto …</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>Abmelden …</translation>
    </message>
    <message>
        <source>Renew…</source>
        <translation>Erneuern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Benutzt von</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>No account yet. An account keeps the secret of a server in your vault, so that its streams start without a question.</source>
        <translation>Noch kein Konto. Ein Konto behält das Geheimnis eines Servers in Ihrem Tresor, sodass dessen Streams ohne Frage starten.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Aufbewahrt in</translation>
    </message>
    <message>
        <source>no stream</source>
        <translation>kein Stream</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>%1 has a new secret</source>
        <translation>%1 hat ein neues Geheimnis</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>The secret can be read from %1</source>
        <translation>Das Geheimnis ist lesbar (%1)</translation>
    </message>
    <message>
        <source>No stream uses it yet, so no server was asked.</source>
        <translation>Noch benutzt es kein Stream, daher wurde kein Server gefragt.</translation>
    </message>
    <message>
        <source>Asking the servers of %1 …</source>
        <translation>Die Server von %1 werden gefragt …</translation>
    </message>
    <message>
        <source>The servers of %1 accept it</source>
        <translation>Die Server von %1 nehmen es an</translation>
    </message>
    <message>
        <source>Signed in within %1 ms.</source>
        <translation>In %1 ms angemeldet.</translation>
    </message>
    <message>
        <source>Sign out of %1?</source>
        <translation>Von %1 abmelden?</translation>
    </message>
    <message>
        <source>Its secret is deleted from %1. No stream uses it.</source>
        <translation>Sein Geheimnis wird gelöscht (%1). Kein Stream benutzt es.</translation>
    </message>
    <message>
        <source>Its secret is deleted from %1. These streams lose it and stop until they have another account: %2.</source>
        <translation>Sein Geheimnis wird gelöscht (%1). Diese Streams verlieren es und halten an, bis sie ein anderes Konto haben: %2.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>The secret of %1 cannot be deleted</source>
        <translation>Das Geheimnis von %1 lässt sich nicht löschen</translation>
    </message>
    <message>
        <source>The account can be taken off the list nevertheless; the secret then stays where it is.</source>
        <translation>Das Konto kann trotzdem von der Liste genommen werden; das Geheimnis bleibt dann, wo es ist.</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Signing out at %1…</source>
        <translation>Abmeldung bei %1 …</translation>
    </message>
    <message>
        <source>The provider did not take the sign-in back</source>
        <translation>Der Anbieter hat die Anmeldung nicht zurückgenommen</translation>
    </message>
    <message>
        <source>It is deleted here; end it on the provider&apos;s page, too.</source>
        <translation>Hier ist sie gelöscht; beenden Sie sie auch auf der Seite des Anbieters.</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>SciToken of this computer</source>
        <translation>SciToken dieses Rechners</translation>
    </message>
    <message>
        <source>SciToken</source>
        <translation>SciToken</translation>
    </message>
    <message>
        <source>who asks for it</source>
        <translation>wer danach fragt</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <translation>%1 wird gefragt…</translation>
    </message>
    <message>
        <source>First with a wrong token, to see whether it looks at tokens at all.</source>
        <translation>Zuerst mit einem falschen Token, um zu sehen, ob er Tokens überhaupt beachtet.</translation>
    </message>
    <message>
        <source>You are in no group there: only you will see what you create.</source>
        <translation>Sie sind dort in keiner Gruppe: Nur Sie werden sehen, was Sie anlegen.</translation>
    </message>
    <message>
        <source>Your groups: %1.</source>
        <translation>Ihre Gruppen: %1.</translation>
    </message>
    <message>
        <source>It asks for these fields with every target: %1.</source>
        <translation>Er verlangt zu jedem Ziel diese Felder: %1.</translation>
    </message>
    <message>
        <source>It takes photometry.</source>
        <translation>Er nimmt Photometrie.</translation>
    </message>
    <message>
        <source>It takes no photometry.</source>
        <translation>Er nimmt keine Photometrie.</translation>
    </message>
    <message>
        <source>%1 takes it</source>
        <translation>%1 nimmt es an</translation>
    </message>
    <message>
        <source>%1 takes it, as %2</source>
        <translation>%1 nimmt es an, als %2</translation>
    </message>
    <message>
        <source>Streams and targets that use it keep it.</source>
        <translation>Streams und Ziele, die es verwenden, behalten es.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AddFieldDialog</name>
    <message>
        <source>Add column</source>
        <translation>Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Add a field as column</source>
        <translation>Ein Feld als Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>A key of the alert, or a field of its packet: fields.candidate.drb, fields[&quot;a.b&quot;][0].</source>
        <translation>Ein Schlüssel des Alerts oder ein Feld seines Pakets: fields.candidate.drb, fields[&quot;a.b&quot;][0].</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This is no field.</source>
        <translation>Das ist kein Feld.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlarmBanner</name>
    <message>
        <source>Remove targets</source>
        <translation>Ziele entfernen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>All alarms, open and past</source>
        <translation>Alle Alarme, offene und vergangene</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) came from it</source>
        <translation>
            <numerusform>%n Ziel entstand daraus</numerusform>
            <numerusform>%n Ziele entstanden daraus</numerusform>
        </translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Test: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlarmCheckDialog</name>
    <message>
        <source>Check again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Check the alarms</source>
        <translation>Alarme prüfen</translation>
    </message>
    <message>
        <source>Test alarm</source>
        <translation>Testalarm</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking sound, desktop and power management</source>
        <translation>Ton, Desktop und Energieverwaltung werden gefragt</translation>
    </message>
    <message>
        <source>Alarms are heard and seen</source>
        <translation>Alarme sind zu hören und zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of the alarms missing</source>
        <translation>
            <numerusform>%n Teil der Alarme fehlt</numerusform>
            <numerusform>%n Teile der Alarme fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>%1: works</source>
        <translation>%1: geht</translation>
    </message>
    <message>
        <source>%1: missing</source>
        <translation>%1: fehlt</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlarmLogDialog</name>
    <message>
        <source>Only open ones</source>
        <translation>Nur offene</translation>
    </message>
    <message>
        <source>Show row</source>
        <translation>Zeile zeigen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Alle quittieren</translation>
    </message>
    <message>
        <source>Alarm log</source>
        <translation>Alarmprotokoll</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No alarm is open.</source>
        <translation>Kein Alarm ist offen.</translation>
    </message>
    <message>
        <source>No alarm was raised so far.</source>
        <translation>Bisher wurde kein Alarm ausgelöst.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>What is shown, as a CSV file</source>
        <translation>Was gezeigt wird, als CSV-Datei</translation>
    </message>
    <message>
        <source>The newest %1 are shown; “tocsin alarms list” has all of them.</source>
        <translation>Die neuesten %1 werden gezeigt; „tocsin alarms list“ hat alle.</translation>
    </message>
    <message>
        <source>Save the alarm log</source>
        <translation>Alarmprotokoll speichern</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message numerus="yes">
        <source>The log was written to %1 without %n alarm(s) of restricted alerts; “tocsin alarms list” has them.</source>
        <translation>
            <numerusform>Das Protokoll wurde ohne %n Alarm beschränkter Alerts in %1 geschrieben; „tocsin alarms list“ hat ihn.</numerusform>
            <numerusform>Das Protokoll wurde ohne %n Alarme beschränkter Alerts in %1 geschrieben; „tocsin alarms list“ hat sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The log was written to %1.</source>
        <translation>Das Protokoll wurde in %1 geschrieben.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlarmLogModel</name>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Probe: %1</translation>
    </message>
    <message>
        <source>Raised, UT</source>
        <translation>Ausgelöst, UT</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Arrived, UT</source>
        <translation>Angekommen, UT</translation>
    </message>
    <message>
        <source>Sounded</source>
        <translation>Zu hören</translation>
    </message>
    <message>
        <source>Acknowledged, UT</source>
        <translation>Quittiert, UT</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertCard</name>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>RA</source>
        <translation>RA</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>Magnitude</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>FAR</source>
        <translation>FAR</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verweis</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>— not sent</source>
        <translation>— nicht gesendet</translation>
    </message>
    <message>
        <source>Could not be decoded</source>
        <translation>Nicht dekodierbar</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
    <message>
        <source>%1 % contained</source>
        <translation>%1 % eingeschlossen</translation>
    </message>
    <message>
        <source>%1 after the broker</source>
        <translation>%1 nach dem Broker</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>90 %, sky map</source>
        <translation>90 %, Himmelskarte</translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message>
        <source>Copy the selection</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertDelegate</name>
    <message>
        <source>TEST</source>
        <translation>TEST</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertHeader</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Remove column</source>
        <translation>Spalte entfernen</translation>
    </message>
    <message>
        <source>Hide column</source>
        <translation>Spalte verbergen</translation>
    </message>
    <message>
        <source>Add field…</source>
        <translation>Feld hinzufügen…</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertTable</name>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Next, previous row</source>
        <translation>Nächste, vorige Zeile</translation>
    </message>
    <message>
        <source>Newest row, and follow</source>
        <translation>Neueste Zeile, und folgen</translation>
    </message>
    <message>
        <source>Oldest row</source>
        <translation>Älteste Zeile</translation>
    </message>
    <message>
        <source>Copy the cells shown</source>
        <translation>Die gezeigten Zellen kopieren</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Unfold, fold the rows of an event</source>
        <translation>Zeilen eines Ereignisses aus-, einklappen</translation>
    </message>
    <message>
        <source>Sort by the column of the current cell, ascending, descending; again: as it came</source>
        <translation>Nach der Spalte der aktuellen Zelle sortieren, aufsteigend, absteigend; noch einmal: wie angekommen</translation>
    </message>
    <message>
        <source>Let go of the selection, or of a sort that runs</source>
        <translation>Auswahl oder laufendes Sortieren aufgeben</translation>
    </message>
    <message>
        <source>Colour rows like this…</source>
        <translation>Solche Zeilen färben…</translation>
    </message>
    <message>
        <source>Fold the event</source>
        <translation>Ereignis einklappen</translation>
    </message>
    <message>
        <source>Unfold the event</source>
        <translation>Ereignis ausklappen</translation>
    </message>
    <message>
        <source>Sort by %1</source>
        <translation>Nach %1 sortieren</translation>
    </message>
    <message>
        <source>From the first row: to the pinned rows</source>
        <translation>Von der ersten Zeile: zu den angehefteten</translation>
    </message>
    <message>
        <source>On a pinned row: go to it in the list</source>
        <translation>Auf einer angehefteten Zeile: zu ihr in der Liste gehen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Go to the row in the list</source>
        <translation>Zur Zeile in der Liste gehen</translation>
    </message>
    <message>
        <source>The row is still being read.</source>
        <translation>Die Zeile wird noch gelesen.</translation>
    </message>
    <message>
        <source>The packet is still being read.</source>
        <translation>Das Paket wird noch gelesen.</translation>
    </message>
    <message>
        <source>It is a column already.</source>
        <translation>Es ist schon eine Spalte.</translation>
    </message>
    <message>
        <source>Down, Up</source>
        <translation>Ab, Auf</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>Ctrl+Right, Ctrl+Left</source>
        <translation>Strg+Rechts, Strg+Links</translation>
    </message>
    <message>
        <source>Ctrl+Shift+Up, Ctrl+Shift+Down</source>
        <translation>Strg+Umschalt+Auf, Strg+Umschalt+Ab</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>%1 alerts are selected; at most %2 can be marked or pinned in one go. Select fewer, or narrow the filter.</source>
        <translation>%1 Alerts sind ausgewählt; höchstens %2 lassen sich auf einmal markieren oder anheften. Wählen Sie weniger aus, oder engen Sie den Filter ein.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertTableModel</name>
    <message>
        <source>unseen</source>
        <translation>ungesehen</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of this event, unfolded</source>
        <translation>
            <numerusform>%n Zeile dieses Ereignisses, ausgeklappt</numerusform>
            <numerusform>%n Zeilen dieses Ereignisses, ausgeklappt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of this event, folded</source>
        <translation>
            <numerusform>%n Zeile dieses Ereignisses, eingeklappt</numerusform>
            <numerusform>%n Zeilen dieses Ereignisses, eingeklappt</numerusform>
        </translation>
    </message>
    <message>
        <source>No longer in the archive</source>
        <translation>Nicht mehr im Archiv</translation>
    </message>
    <message>
        <source>sorted, descending</source>
        <translation>sortiert, absteigend</translation>
    </message>
    <message>
        <source>sorted, ascending</source>
        <translation>sortiert, aufsteigend</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ArchiveDialog</name>
    <message>
        <source>The broker had deleted them already</source>
        <translation>Der Broker hatte sie schon gelöscht</translation>
    </message>
    <message>
        <source>The topic was made anew</source>
        <translation>Das Topic wurde neu angelegt</translation>
    </message>
    <message>
        <source>Larger than is taken</source>
        <translation>Größer als angenommen wird</translation>
    </message>
    <message>
        <source>Refused by the archive</source>
        <translation>Vom Archiv abgelehnt</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Noticed, UT</source>
        <translation>Bemerkt, UT</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>Stream</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Nothing is being written just now</source>
        <translation>Gerade wird nichts geschrieben</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>%1 rows from %2 messages</source>
        <translation>%1 Zeilen aus %2 Meldungen</translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>Von, bis</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>%1 of %2; %3 free on this disk</source>
        <translation>%1 von %2; %3 frei auf diesem Datenträger</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>No gaps: nothing was missed.</source>
        <translation>Keine Lücken: nichts wurde verpasst.</translation>
    </message>
    <message>
        <source>%1 gaps: what was missed, and why</source>
        <translation>%1 Lücken: was verpasst wurde und warum</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Lost by the archive when it was damaged</source>
        <translation>Vom Archiv verloren, als es beschädigt wurde</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <source>Index, packets and column files together. The oldest rows go first, starred and pinned ones never.</source>
        <translation>Index, Pakete und Spaltendateien zusammen. Die ältesten Zeilen gehen zuerst, markierte und angeheftete nie.</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Höchstens behalten</translation>
    </message>
    <message>
        <source> days</source>
        <translation> Tage</translation>
    </message>
    <message>
        <source>as long as there is room</source>
        <translation>solange Platz ist</translation>
    </message>
    <message>
        <source>Rows go when they were received so long ago, starred and pinned ones never.</source>
        <translation>Zeilen gehen, wenn ihr Empfang so lange her ist, markierte und angeheftete nie.</translation>
    </message>
    <message>
        <source>and for</source>
        <translation>und zwar</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Read everything and check it; nothing is changed</source>
        <translation>Alles lesen und prüfen; nichts wird geändert</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Verdichten</translation>
    </message>
    <message>
        <source>Give back to the disk what deleted rows left behind</source>
        <translation>Der Platte zurückgeben, was gelöschte Zeilen hinterließen</translation>
    </message>
    <message>
        <source>Recover…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Make a new index when this one is damaged; the old one is kept</source>
        <translation>Einen neuen Index machen, wenn dieser beschädigt ist; der alte bleibt</translation>
    </message>
    <message>
        <source>The demo&apos;s archive is not recovered</source>
        <translation>Das Archiv der Demo wird nicht wiederhergestellt</translation>
    </message>
    <message>
        <source>It goes with the demo: leave the demo and start it again.</source>
        <translation>Es vergeht mit der Demo: Verlassen Sie die Demo und starten Sie sie neu.</translation>
    </message>
    <message>
        <source>Recover the archive?</source>
        <translation>Das Archiv wiederherstellen?</translation>
    </message>
    <message>
        <source>The streams stop and this window closes while a new index is made from the old one and from the packets; then Tocsin opens again. The old index is kept.</source>
        <translation>Die Ströme halten an und dieses Fenster schließt, während aus dem alten Index und den Paketen ein neuer entsteht; dann öffnet Tocsin wieder. Der alte Index bleibt.</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ChangesBox</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show only the fields that changed (D in the table)</source>
        <translation>Nur die geänderten Felder zeigen (D in der Tabelle)</translation>
    </message>
    <message>
        <source>Changed since %1</source>
        <translation>Geändert seit %1</translation>
    </message>
    <message>
        <source>Nothing of what the card shows</source>
        <translation>Nichts von dem, was die Karte zeigt</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::CoincidencesDialog</name>
    <message>
        <source>Anywhere: the times alone count</source>
        <translation>Überall: nur die Zeiten zählen</translation>
    </message>
    <message>
        <source>Look at stored alerts</source>
        <translation>Gespeicherte Alerts ansehen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Diese verwenden</translation>
    </message>
    <message>
        <source>Coincidences</source>
        <translation>Koinzidenzen</translation>
    </message>
    <message>
        <source>Alerts that pass A within a span of time of one that passes B, and inside its error circle or the 90 % area of its sky map, whatever streams they come from. Both get the key coincidence with the other&apos;s name; a rule with has(coincidence) hears of it.</source>
        <translation>Alerts, die A erfüllen, innerhalb einer Zeitspanne um einen, der B erfüllt, und in dessen Fehlerkreis oder der 90-%-Fläche seiner Himmelskarte, aus welchen Streams sie auch kommen. Beide bekommen den Schlüssel coincidence mit dem Namen des anderen; eine Regel mit has(coincidence) erfährt davon.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>No circle is smaller, and alerts that tell neither a circle nor a map have this one</source>
        <translation>Kein Kreis ist kleiner, und Alerts, die weder Kreis noch Karte nennen, haben diesen</translation>
    </message>
    <message>
        <source>At least this radius</source>
        <translation>Mindestens dieser Radius</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A</source>
        <translation>A</translation>
    </message>
    <message>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message numerus="yes">
        <source>Last %n nights</source>
        <translation>
            <numerusform>Letzte Nacht</numerusform>
            <numerusform>Letzte %n Nächte</numerusform>
        </translation>
    </message>
    <message>
        <source>All stored nights</source>
        <translation>Alle gespeicherten Nächte</translation>
    </message>
    <message>
        <source>Stored alerts</source>
        <translation>Gespeicherte Alerts</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>The last pairs</source>
        <translation>Die letzten Paare</translation>
    </message>
    <message>
        <source>Time UT</source>
        <translation>Zeit UT</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Apart in time</source>
        <translation>Zeitabstand</translation>
    </message>
    <message>
        <source>On the sky</source>
        <translation>Am Himmel</translation>
    </message>
    <message>
        <source>%1: A within %2 of B</source>
        <translation>%1: A innerhalb von %2 um B</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>kein Name</translation>
    </message>
    <message>
        <source>“%1” is no span of time.</source>
        <translation>„%1“ ist keine Zeitspanne.</translation>
    </message>
    <message>
        <source>Write 60s, 10m, 2h …</source>
        <translation>Schreiben Sie 60s, 10m, 2h …</translation>
    </message>
    <message>
        <source>Another one has the name “%1”.</source>
        <translation>Eine andere hat den Namen „%1“.</translation>
    </message>
    <message>
        <source>Give it a name of its own.</source>
        <translation>Geben Sie ihr einen eigenen Namen.</translation>
    </message>
    <message>
        <source>None yet. Add one to be told of two alerts that belong together.</source>
        <translation>Noch keine. Fügen Sie eine hinzu, um von zwei Alerts zu erfahren, die zusammengehören.</translation>
    </message>
    <message>
        <source>Number %1 is not complete. Mend it, or remove it.</source>
        <translation>Nummer %1 ist nicht vollständig. Ergänzen Sie sie, oder entfernen Sie sie.</translation>
    </message>
    <message>
        <source>Looking at stored alerts, %1.</source>
        <translation>Gespeicherte Alerts werden angesehen, %1.</translation>
    </message>
    <message>
        <source>No stored alert passes A or B.</source>
        <translation>Kein gespeicherter Alert erfüllt A oder B.</translation>
    </message>
    <message>
        <source>%1 of %2 alerts that pass A or B coincide with an earlier one.</source>
        <translation>%1 von %2 Alerts, die A oder B erfüllen, fallen mit einem früheren zusammen.</translation>
    </message>
    <message numerus="yes">
        <source>%n of B tell neither a circle nor a map whose cells are known: nothing lies inside them without a radius.</source>
        <translation>
            <numerusform>%n von B nennt weder einen Kreis noch eine Karte mit bekannten Zellen: Ohne Radius liegt nichts darin.</numerusform>
            <numerusform>%n von B nennen weder einen Kreis noch eine Karte mit bekannten Zellen: Ohne Radius liegt nichts darin.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ColourRulesDialog</name>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Use these rules</source>
        <translation>Diese Regeln verwenden</translation>
    </message>
    <message>
        <source>Colour rules</source>
        <translation>Farbregeln</translation>
    </message>
    <message>
        <source>The first rule that a row passes gives it its colour. Rules that are not ticked are skipped.</source>
        <translation>Die erste Regel, zu der eine Zeile passt, gibt ihr die Farbe. Regeln ohne Häkchen werden übersprungen.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Shipped rules</source>
        <translation>Mitgelieferte Regeln</translation>
    </message>
    <message>
        <source>Replace all rules by those that come with Tocsin</source>
        <translation>Alle Regeln durch die mit Tocsin gelieferten ersetzen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Write a condition in the filter language, such as mag &lt; 16.</source>
        <translation>Eine Bedingung in der Filtersprache schreiben, etwa mag &lt; 16.</translation>
    </message>
    <message>
        <source>%1 Expected: %2.</source>
        <translation>%1 Erwartet: %2.</translation>
    </message>
    <message>
        <source>Rule %1 has no valid condition. Mend it, or take its tick away.</source>
        <translation>Regel %1 hat keine gültige Bedingung. Sie richten oder ihr Häkchen entfernen.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be judged, their packets are damaged: “tocsin archive verify” tells which.</source>
        <translation>
            <numerusform>%n Zeile war nicht zu beurteilen, ihr Paket ist beschädigt: „tocsin archive verify“ sagt, welche.</numerusform>
            <numerusform>%n Zeilen waren nicht zu beurteilen, ihre Pakete sind beschädigt: „tocsin archive verify“ sagt, welche.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ColumnSets</name>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Save columns as</source>
        <translation>Spalten speichern als</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern als…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Use for stream</source>
        <translation>Für Stream verwenden</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::CommandsDialog</name>
    <message>
        <source>No command has these words.</source>
        <translation>Kein Befehl hat diese Wörter.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Words of a command</source>
        <translation>Wörter eines Befehls</translation>
    </message>
    <message>
        <source>Some words of what you want to do</source>
        <translation>Einige Wörter dessen, was Sie tun wollen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was er tut</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>menu, menu in it</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ConditionEditor</name>
    <message>
        <source>%1 Expected: %2.</source>
        <translation>%1 Erwartet: %2.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ConnectionPanel</name>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Tries the way to the first record: name, TCP, TLS, sign-in, rights.</source>
        <translation>Versucht den Weg zum ersten Datensatz: Name, TCP, TLS, Anmeldung, Rechte.</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Stop testing</source>
        <translation>Prüfung anhalten</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal prüfen</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Stopped at rung %1 of %2, %3.</source>
        <translation>Angehalten bei Sprosse %1 von %2, %3.</translation>
    </message>
    <message>
        <source>Connected in %1 ms. All rungs hold.</source>
        <translation>Verbunden in %1 ms. Alle Sprossen halten.</translation>
    </message>
    <message>
        <source>Tocsin %1, connection to %2, %3 UT</source>
        <translation>Tocsin %1, Verbindung zu %2, %3 UT</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::CoverageRibbon</name>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Coverage, last %1</source>
        <translation>Abdeckung, letzte %1</translation>
    </message>
    <message>
        <source>UT</source>
        <translation>UT</translation>
    </message>
    <message>
        <source>Nothing was read yet.</source>
        <translation>Noch wurde nichts gelesen.</translation>
    </message>
    <message>
        <source>Topics: %1. Nothing is missing that can be fetched.</source>
        <translation>Topics: %1. Nichts fehlt, was nachgeholt werden kann.</translation>
    </message>
    <message>
        <source>Stretches that are missing and can be fetched: %1.</source>
        <translation>Fehlende Abschnitte, die nachgeholt werden können: %1.</translation>
    </message>
    <message>
        <source>Fetch what is missing here</source>
        <translation>Hier Fehlendes nachholen</translation>
    </message>
    <message>
        <source>Fill all gaps of this stream</source>
        <translation>Alle Lücken dieses Streams füllen</translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation>Nachholen beenden</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Fetching</source>
        <translation>Wird nachgeholt</translation>
    </message>
    <message>
        <source>Missed, can be fetched</source>
        <translation>Verpasst, nachholbar</translation>
    </message>
    <message>
        <source>Expired at broker</source>
        <translation>Beim Broker abgelaufen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::DetailPane</name>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>No alert selected</source>
        <translation>Kein Alert ausgewählt</translation>
    </message>
    <message>
        <source>Its card, fields and bytes appear here.</source>
        <translation>Hier erscheinen seine Karte, Felder und Bytes.</translation>
    </message>
    <message>
        <source>This packet could not be decoded</source>
        <translation>Dieses Paket konnte nicht dekodiert werden</translation>
    </message>
    <message>
        <source>The bytes are kept; Hex shows them.</source>
        <translation>Die Bytes sind aufbewahrt; Hex zeigt sie.</translation>
    </message>
    <message>
        <source>This row is not in the table as it is filtered now.</source>
        <translation>Diese Zeile ist nicht in der Tabelle, wie sie jetzt gefiltert ist.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Light curve</source>
        <translation>Lichtkurve</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>short for light curve, on a tab</comment>
        <translation>Licht</translation>
    </message>
    <message>
        <source>No alert is selected.</source>
        <translation>Kein Alert ist ausgewählt.</translation>
    </message>
    <message>
        <source>This alert has no images; those of the next one that has some will be shown.</source>
        <translation>Dieser Alert hat keine Bilder; die des nächsten, der welche hat, werden gezeigt.</translation>
    </message>
    <message>
        <source>This alert has no light curve; that of the next one that has one will be shown.</source>
        <translation>Dieser Alert hat keine Lichtkurve; die des nächsten, der eine hat, wird gezeigt.</translation>
    </message>
    <message>
        <source>This packet waits for schema %1</source>
        <translation>Dieses Paket wartet auf Schema %1</translation>
    </message>
    <message>
        <source>Nobody here knows it yet. The packet is kept, and is read as soon as the schema has come from the stream’s registry.</source>
        <translation>Hier kennt es noch niemand. Das Paket wird behalten und gelesen, sobald das Schema vom Register des Streams gekommen ist.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::DockTitle</name>
    <message>
        <source>Detach %1</source>
        <translation>%1 ablösen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::DuplicateView</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Previous target</source>
        <translation>Voriges Ziel</translation>
    </message>
    <message>
        <source>Next target</source>
        <translation>Nächstes Ziel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>RA</source>
        <translation>RA</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dec</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>In the TOM, no. %1</source>
        <translation>Im TOM, Nr. %1</translation>
    </message>
    <message>
        <source>No. %1 (%2 of %3)</source>
        <translation>Nr. %1 (%2 von %3)</translation>
    </message>
    <message>
        <source>found by its name</source>
        <translation>über den Namen gefunden</translation>
    </message>
    <message>
        <source>%1 (limit %2″)</source>
        <translation>%1 (Grenze %2″)</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::EmptyPage</name>
    <message>
        <source>heartbeat %1</source>
        <translation>Herzschlag %1</translation>
    </message>
    <message>
        <source>connected %1</source>
        <translation>verbunden %1</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>Start all streams</source>
        <translation>Alle Streams starten</translation>
    </message>
    <message>
        <source>Not listening: sign-in is needed.</source>
        <translation>Hört nicht zu: eine Anmeldung ist nötig.</translation>
    </message>
    <message>
        <source>Not listening: all streams are stopped.</source>
        <translation>Hört nicht zu: alle Streams sind gestoppt.</translation>
    </message>
    <message>
        <source>Rows appear here as soon as a stream runs and has something to say.</source>
        <translation>Zeilen erscheinen hier, sobald ein Stream läuft und etwas zu sagen hat.</translation>
    </message>
    <message>
        <source>Not listening yet: see what the streams say.</source>
        <translation>Hört noch nicht zu: nachsehen, was die Streams sagen.</translation>
    </message>
    <message>
        <source>Connecting.</source>
        <translation>Verbinde.</translation>
    </message>
    <message>
        <source>Nothing is lost meanwhile: reading goes on where it left off.</source>
        <translation>Inzwischen geht nichts verloren: gelesen wird weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>Listening. Nothing has arrived for %1.</source>
        <translation>Hört zu. Seit %1 kam nichts an.</translation>
    </message>
    <message>
        <source>Listening. Nothing has arrived yet.</source>
        <translation>Hört zu. Noch kam nichts an.</translation>
    </message>
    <message>
        <source>last alert %1</source>
        <translation>letzter Alert %1</translation>
    </message>
    <message>
        <source>no alert yet</source>
        <translation>noch kein Alert</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Play the demo</source>
        <translation>Demo abspielen</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Den Filter leeren</translation>
    </message>
    <message>
        <source>No row passes this filter</source>
        <translation>Keine Zeile passt zu diesem Filter</translation>
    </message>
    <message>
        <source>Quiet is normal: many topics are silent for days.</source>
        <translation>Stille ist normal: viele Topics schweigen tagelang.</translation>
    </message>
    <message>
        <source>Heartbeats are signs of life and no alerts.</source>
        <translation>Herzschläge sind Lebenszeichen und keine Alerts.</translation>
    </message>
    <message>
        <source>The lines below prove that the connections hold.</source>
        <translation>Die Zeilen darunter belegen, dass die Verbindungen stehen.</translation>
    </message>
    <message>
        <source>Not every stream is connected: see below.</source>
        <translation>Nicht jeder Stream ist verbunden: siehe unten.</translation>
    </message>
    <message>
        <source>Show the last 24 h</source>
        <translation>Die letzten 24 h zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) hidden.</source>
        <translation>
            <numerusform>%Ln Zeile verborgen.</numerusform>
            <numerusform>%Ln Zeilen verborgen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ExportDialog</name>
    <message>
        <source>Everything in the table</source>
        <translation>Alles in der Tabelle</translation>
    </message>
    <message>
        <source>What the filter shows</source>
        <translation>Was der Filter zeigt</translation>
    </message>
    <message>
        <source>Everything in the archive</source>
        <translation>Alles im Archiv</translation>
    </message>
    <message>
        <source>Guard cells that a spreadsheet would run as formulas</source>
        <translation>Zellen schützen, die eine Tabellenkalkulation als Formel ausführen würde</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibe…</translation>
    </message>
    <message>
        <source>%1 rows written.</source>
        <translation>%1 Zeilen geschrieben.</translation>
    </message>
    <message>
        <source>%1 rows are in %2.</source>
        <translation>%1 Zeilen stehen in %2.</translation>
    </message>
    <message>
        <source>%1 that could not be decoded were left out.</source>
        <translation>%1 nicht dekodierbare wurden ausgelassen.</translation>
    </message>
    <message>
        <source>%1 cells were guarded.</source>
        <translation>%1 Zellen wurden geschützt.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Noch einmal exportieren</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Breche ab…</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets and pandas</source>
        <translation>CSV, für Tabellenkalkulation und pandas</translation>
    </message>
    <message>
        <source>JSON lines, as other programs read them</source>
        <translation>JSON-Zeilen, wie andere Programme sie lesen</translation>
    </message>
    <message>
        <source>ECSV with types and units, for astropy and TOPCAT</source>
        <translation>ECSV mit Typen und Einheiten, für astropy und TOPCAT</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message numerus="yes">
        <source>The %n key(s) that the table shows</source>
        <translation>
            <numerusform>Der eine Schlüssel, den die Tabelle zeigt</numerusform>
            <numerusform>Die %n Schlüssel, die die Tabelle zeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Numbers keep every digit, times are UTC. A second file beside it says where the rows come from.</source>
        <translation>Zahlen behalten jede Ziffer, Zeiten sind UTC. Eine zweite Datei daneben sagt, woher die Zeilen stammen.</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
    <message>
        <source>ECSV tables (*.ecsv)</source>
        <translation>ECSV-Tabellen (*.ecsv)</translation>
    </message>
    <message>
        <source>%1 is there already</source>
        <translation>%1 gibt es schon</translation>
    </message>
    <message>
        <source>Write another name, or replace it. Nothing has been written yet.</source>
        <translation>Einen anderen Namen schreiben oder die Datei ersetzen. Noch wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Restricted: %1. Look at who may have them.</source>
        <translation>Davon beschränkt: %1; darauf achten, wer sie haben darf.</translation>
    </message>
    <message numerus="yes">
        <source>The %Ln selected row(s)</source>
        <translation>
            <numerusform>Die ausgewählte Zeile</numerusform>
            <numerusform>Die %Ln ausgewählten Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Restricted alerts among these rows: %1</source>
        <translation>Nicht öffentliche Alerts unter diesen Zeilen: %1</translation>
    </message>
    <message>
        <source>Whoever can read %1 can read them then. Nothing has been written yet; you are asked once for this folder.</source>
        <translation>Wer %1 lesen kann, kann dann auch sie lesen. Noch ist nichts geschrieben; für diesen Ordner werden Sie nur einmal gefragt.</translation>
    </message>
    <message>
        <source>Export all the same</source>
        <translation>Trotzdem exportieren</translation>
    </message>
    <message>
        <source>Left out because their packets, which the filter asks for, are damaged: %1.</source>
        <translation>Ausgelassen, weil ihre Pakete, nach denen der Filter fragt, beschädigt sind: %1.</translation>
    </message>
    <message>
        <source>Written without the fields of their packets, which are damaged: %1.</source>
        <translation>Ohne die Felder ihrer beschädigten Pakete geschrieben: %1.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FieldTreeModel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>  too much to show; see Raw</source>
        <translation>  zu viel zum Zeigen; siehe Roh</translation>
    </message>
    <message>
        <source>%1 · added</source>
        <translation>%1 · hinzugekommen</translation>
    </message>
    <message>
        <source>removed, was %1</source>
        <translation>weggefallen, war %1</translation>
    </message>
    <message>
        <source>%1, before %2</source>
        <translation>%1, vorher %2</translation>
    </message>
    <message>
        <source>%1, changed inside</source>
        <translation>%1, innen geändert</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Not in the revision before</source>
        <translation>Nicht in der vorigen Revision</translation>
    </message>
    <message>
        <source>Only in the revision before</source>
        <translation>Nur in der vorigen Revision</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FieldTreeView</name>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the value before</source>
        <translation>Vorigen Wert kopieren</translation>
    </message>
    <message>
        <source>Only this value</source>
        <translation>Nur dieser Wert</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Ohne ihn</translation>
    </message>
    <message>
        <source>Copy as filter</source>
        <translation>Als Filter kopieren</translation>
    </message>
    <message>
        <source>As column</source>
        <translation>Als Spalte</translation>
    </message>
    <message>
        <source>Open all below</source>
        <translation>Alles darunter ausklappen</translation>
    </message>
    <message>
        <source>This field was in the revision before; it is not in this one.</source>
        <translation>Dieses Feld war in der Revision davor; in dieser fehlt es.</translation>
    </message>
    <message>
        <source>The value is too long for a condition.</source>
        <translation>Der Wert ist zu lang für eine Bedingung.</translation>
    </message>
    <message>
        <source>This line stands for several values. Open it for one.</source>
        <translation>Diese Zeile steht für mehrere Werte. Öffnen Sie sie für einen.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FieldsPage</name>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Find field or value</source>
        <translation>Feld oder Wert suchen</translation>
    </message>
    <message>
        <source>Only changes</source>
        <translation>Nur Änderungen</translation>
    </message>
    <message>
        <source>Show only what changed since the revision before (D in the table)</source>
        <translation>Nur zeigen, was sich seit der vorigen Revision geändert hat (D in der Tabelle)</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorige Änderung</translation>
    </message>
    <message>
        <source>Previous change (Shift+F8)</source>
        <translation>Vorige Änderung (Umschalt+F8)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Next change (F8)</source>
        <translation>Nächste Änderung (F8)</translation>
    </message>
    <message>
        <source>more than %1 changed</source>
        <translation>mehr als %1 anders</translation>
    </message>
    <message>
        <source>no field changed</source>
        <translation>kein Feld anders</translation>
    </message>
    <message>
        <source>%1 of %2 changed</source>
        <translation>%1 von %2 anders</translation>
    </message>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln gefunden</numerusform>
            <numerusform>%Ln gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>About this format</source>
        <translation>Über dieses Format</translation>
    </message>
    <message>
        <source>%1: what it is, and which field becomes which key</source>
        <translation>%1: was es ist, und welches Feld zu welchem Schlüssel wird</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FileOpening</name>
    <message>
        <source>Open files with alerts</source>
        <translation>Dateien mit Alerts öffnen</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s).</source>
        <translation>
            <numerusform>Lese %n Datei.</numerusform>
            <numerusform>Lese %n Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) left out: %1</source>
        <translation>
            <numerusform>%n Datei ausgelassen: %1</numerusform>
            <numerusform>%n Dateien ausgelassen: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s), %2 of them unreadable.</source>
        <translation>
            <numerusform>%1: %Ln Zeile, davon %2 unlesbar.</numerusform>
            <numerusform>%1: %Ln Zeilen, davon %2 unlesbar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln row(s).</source>
        <translation>
            <numerusform>%1: %Ln Zeile.</numerusform>
            <numerusform>%1: %Ln Zeilen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FilterBox</name>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filter, for example %1</source>
        <translation>Filter, zum Beispiel %1</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FilterCompletion</name>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Vervollständigung</translation>
    </message>
    <message>
        <source>Tab completes</source>
        <translation>Tab vervollständigt</translation>
    </message>
    <message>
        <source>F1 explains the language</source>
        <translation>F1 erklärt die Sprache</translation>
    </message>
    <message>
        <source>values are from the rows you see</source>
        <translation>Werte stammen aus den Zeilen, die Sie sehen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FilterMessage</name>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Eingabe</translation>
    </message>
    <message>
        <source>column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>Write %1 instead</source>
        <translation>Stattdessen %1 schreiben</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FilterRow</name>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>keine Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Running %1</source>
        <translation>Läuft %1</translation>
    </message>
    <message>
        <source>Not applied</source>
        <translation>Nicht angewendet</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>%1 Expected: %2.</source>
        <translation>%1 Erwartet: %2.</translation>
    </message>
    <message>
        <source>Shows the rows for which this condition is true. F1 explains the language.</source>
        <translation>Zeigt die Zeilen, für die diese Bedingung wahr ist. F1 erklärt die Sprache.</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Folding %1</source>
        <translation>Einklappen %1</translation>
    </message>
    <message>
        <source>Sorting %1</source>
        <translation>Sortieren %1</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) could not be read, their packets are damaged: “tocsin archive verify” tells which.</source>
        <translation>
            <numerusform>%n Zeile konnte nicht gelesen werden, ihr Paket ist beschädigt: „tocsin archive verify“ nennt es.</numerusform>
            <numerusform>%n Zeilen konnten nicht gelesen werden, ihre Pakete sind beschädigt: „tocsin archive verify“ nennt sie.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a rule of this filter…</source>
        <translation>Eine Regel aus diesem Filter machen…</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FindBar</name>
    <message>
        <source>Find previous (Shift+F3)</source>
        <translation>Rückwärts suchen (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Find next (F3)</source>
        <translation>Weitersuchen (F3)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß- und Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Name, ID, class, subject, stream, topic</source>
        <translation>Name, ID, Klasse, Betreff, Stream, Topic</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>Aa</translation>
    </message>
    <message>
        <source>Close the find bar</source>
        <translation>Die Suchleiste schließen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FirstRunPage</name>
    <message>
        <source>Welcome to Tocsin</source>
        <translation>Willkommen bei Tocsin</translation>
    </message>
    <message>
        <source>Alerts from every stream in one window. Choose where to begin; everything can be changed later.</source>
        <translation>Alerts aller Streams in einem Fenster. Wählen Sie, womit Sie beginnen; alles lässt sich später ändern.</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>kein Konto</translation>
    </message>
    <message>
        <source>Watch something now</source>
        <translation>Gleich etwas sehen</translation>
    </message>
    <message>
        <source>A whole invented night plays through the real machinery. Works without a network.</source>
        <translation>Eine ganze erfundene Nacht läuft durch die echte Maschinerie. Geht ohne Netz.</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Demo starten</translation>
    </message>
    <message>
        <source>your broker</source>
        <translation>Ihr Broker</translation>
    </message>
    <message>
        <source>Any broker that speaks Kafka: servers, topics and, where it asks for one, an account.</source>
        <translation>Jeder Broker, der Kafka spricht: Server, Topics und, wo er eines verlangt, ein Konto.</translation>
    </message>
    <message>
        <source>Add stream</source>
        <translation>Stream hinzufügen</translation>
    </message>
    <message>
        <source>from disk</source>
        <translation>von der Platte</translation>
    </message>
    <message>
        <source>Alerts in files</source>
        <translation>Alerts in Dateien</translation>
    </message>
    <message>
        <source>Notices, circulars, Avro packets, JSON, also gzipped: opened here or dropped on the window.</source>
        <translation>Notizen, Zirkulare, Avro-Pakete, JSON, auch mit gzip: hier geöffnet oder auf dem Fenster abgelegt.</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Dateien öffnen</translation>
    </message>
    <message>
        <source>free account</source>
        <translation>kostenloses Konto</translation>
    </message>
    <message>
        <source>Gravitational waves, gamma-ray bursts, neutrinos and the GCN circulars.</source>
        <translation>Gravitationswellen, Gammablitze, Neutrinos und die Circulars des GCN.</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>The SCiMMA hub: topics of many messengers, and room for your own group.</source>
        <translation>Der Knoten von SCiMMA: Topics vieler Boten, und Platz für Ihre eigene Gruppe.</translation>
    </message>
    <message>
        <source>may need an account</source>
        <translation>braucht vielleicht ein Konto</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Wo Geheimnisse aufbewahrt werden</translation>
    </message>
    <message>
        <source>Secrets are kept in the keychain. No file ever holds one in plain text.</source>
        <translation>Geheimnisse liegen im Schlüsselbund. Keine Datei enthält je eines im Klartext.</translation>
    </message>
    <message>
        <source>Found on this computer</source>
        <translation>Auf diesem Rechner gefunden</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 benutzen</translation>
    </message>
    <message>
        <source>Take its accounts over into the vault</source>
        <translation>Ihre Konten in den Tresor übernehmen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::GoToDialog</name>
    <message>
        <source>Row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>Clear the filter and go</source>
        <translation>Filter leeren und hingehen</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Time, ID, name or row</source>
        <translation>Zeit, ID, Name oder Zeile</translation>
    </message>
    <message>
        <source>03:02, 2026-09-14 03:02, -2h, MJD 61297.1, S260914a, #1234</source>
        <translation>03:02, 2026-09-14 03:02, -2h, MJD 61297.1, S260914a, #1234</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Time %1, and the first row from there on</source>
        <translation>Zeit %1, und von da an die erste Zeile</translation>
    </message>
    <message>
        <source>ID or name “%1”</source>
        <translation>ID oder Name „%1“</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, oder </translation>
    </message>
    <message>
        <source>A row is written as # and its number, such as #1234.</source>
        <translation>Eine Zeile wird als # und ihre Nummer geschrieben, etwa #1234.</translation>
    </message>
    <message>
        <source>Times are UT; 03:02 is the last such time, -2h two hours ago.</source>
        <translation>Zeiten sind UT; 03:02 ist die letzte solche Zeit, -2h vor zwei Stunden.</translation>
    </message>
    <message>
        <source>Looking for it.</source>
        <translation>Suche läuft.</translation>
    </message>
    <message>
        <source>%1. The filter hides it.</source>
        <translation>%1. Der Filter verbirgt es.</translation>
    </message>
    <message>
        <source>%1. The table does not show it just now.</source>
        <translation>%1. Die Tabelle zeigt es gerade nicht.</translation>
    </message>
    <message>
        <source>No row has this time or a later one.</source>
        <translation>Keine Zeile hat diese oder eine spätere Zeit.</translation>
    </message>
    <message>
        <source>The archive has no such row.</source>
        <translation>Das Archiv hat keine solche Zeile.</translation>
    </message>
    <message>
        <source>No row has an ID or a name that begins so.</source>
        <translation>Keine Zeile hat eine ID oder einen Namen, der so beginnt.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::HeadersPage</name>
    <message>
        <source>Header</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Header</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>partition</source>
        <translation>Partition</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>Offset</translation>
    </message>
    <message>
        <source>message id</source>
        <translation>Meldungs-ID</translation>
    </message>
    <message>
        <source>broker time</source>
        <translation>Broker-Zeit</translation>
    </message>
    <message>
        <source>received</source>
        <translation>empfangen</translation>
    </message>
    <message>
        <source>format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::HelpPageDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::HexPage</name>
    <message>
        <source>Hex</source>
        <translation>Hex</translation>
    </message>
    <message>
        <source>Copy bytes</source>
        <translation>Bytes kopieren</translation>
    </message>
    <message>
        <source>As hexadecimal text, and as they are for programs that take bytes</source>
        <translation>Als hexadezimaler Text, und unverändert für Programme, die Bytes annehmen</translation>
    </message>
    <message>
        <source>This packet could not be decoded</source>
        <translation>Dieses Paket konnte nicht dekodiert werden</translation>
    </message>
    <message>
        <source>The bytes are kept.</source>
        <translation>Die Bytes sind aufbewahrt.</translation>
    </message>
    <message>
        <source>Offset 0x%1 of %2</source>
        <translation>Offset 0x%1 von %2</translation>
    </message>
    <message>
        <source>The first %1 of %2 bytes</source>
        <translation>Die ersten %1 von %2 Bytes</translation>
    </message>
    <message>
        <source>%1 bytes</source>
        <translation>%1 Bytes</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::IgnoredDialog</name>
    <message>
        <source>Nothing is ignored. X in the table hides the object of a row, in all streams.</source>
        <translation>Nichts wird ignoriert. X in der Tabelle blendet das Objekt einer Zeile aus, in allen Streams.</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Ignored objects</source>
        <translation>Ignorierte Objekte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Other names</source>
        <translation>Andere Namen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Since (UT)</source>
        <translation>Seit (UT)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>by name alone</source>
        <translation>nur nach Namen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ImagesPage</name>
    <message>
        <source>Each between its own limits</source>
        <translation>Jedes zwischen eigenen Grenzen</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Shows faint differences; the images can then not be compared by brightness</source>
        <translation>Zeigt schwache Unterschiede; die Bilder lassen sich dann nicht nach Helligkeit vergleichen</translation>
    </message>
    <message>
        <source>Same stretch: asinh, %1.</source>
        <translation>Gleiche Streckung: asinh, %1.</translation>
    </message>
    <message>
        <source>Stretch: asinh, %1.</source>
        <translation>Streckung: asinh, %1.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Stretch: asinh, each its own: %1.</source>
        <translation>Streckung: asinh, jedes für sich: %1.</translation>
    </message>
    <message>
        <source>The headers state no orientation; drawn as the survey does, north usually up.</source>
        <translation>Die Kopfzeilen nennen keine Ausrichtung; gezeichnet wie von der Durchmusterung, Norden meist oben.</translation>
    </message>
    <message>
        <source>The headers state no orientation.</source>
        <translation>Die Kopfzeilen nennen keine Ausrichtung.</translation>
    </message>
    <message>
        <source>Hatched: no data.</source>
        <translation>Schraffiert: keine Daten.</translation>
    </message>
    <message>
        <source>Point at a pixel, or choose one with the arrow keys.</source>
        <translation>Zeigen Sie auf ein Pixel, oder wählen Sie eines mit den Pfeiltasten.</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>x %1, y %2</source>
        <translation>x %1, y %2</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ImportDialog</name>
    <message>
        <source>Another file…</source>
        <translation>Andere Datei …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Import accounts</source>
        <translation>Konten importieren</translation>
    </message>
    <message>
        <source>Looking for credentials of other programs…</source>
        <translation>Suche nach Zugangsdaten anderer Programme …</translation>
    </message>
    <message>
        <source>Found accounts</source>
        <translation>Gefundene Konten</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Other programs keep these secrets in plain text. Tick what Tocsin is to keep in its vault.</source>
        <translation>Andere Programme bewahren diese Geheimnisse im Klartext auf. Wählen Sie aus, was Tocsin in seinem Tresor behalten soll.</translation>
    </message>
    <message>
        <source>All that was found is among the accounts already.</source>
        <translation>Alles Gefundene ist schon unter den Konten.</translation>
    </message>
    <message>
        <source>Nothing was found: neither a file of hop, netrc or Fink, nor SCIMMA_AUTH_… or GCN_CLASSIC_… in the environment.</source>
        <translation>Nichts gefunden: weder eine Datei von hop, netrc oder Fink noch SCIMMA_AUTH_… oder GCN_CLASSIC_… in der Umgebung.</translation>
    </message>
    <message>
        <source>A file of credentials</source>
        <translation>Eine Datei mit Zugangsdaten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Kept in %2 now: %1.</source>
        <translation>Jetzt aufbewahrt (%2): %1.</translation>
    </message>
    <message>
        <source>The environment still holds the secrets</source>
        <translation>Die Umgebung enthält die Geheimnisse noch</translation>
    </message>
    <message>
        <source>Take them out of your shell&apos;s start files: every program that you start can read them.</source>
        <translation>Nehmen Sie sie aus den Startdateien Ihrer Shell: Jedes Programm, das Sie starten, kann sie lesen.</translation>
    </message>
    <message>
        <source>%1 still holds the secrets in plain text</source>
        <translation>%1 enthält die Geheimnisse noch im Klartext</translation>
    </message>
    <message>
        <source>It should stay: there is no keychain, so what was imported is gone when Tocsin ends.</source>
        <translation>Sie sollte bleiben: Es gibt keinen Schlüsselbund, daher ist das Importierte weg, wenn Tocsin endet.</translation>
    </message>
    <message>
        <source>It holds more than what was imported, so it is left as it is.</source>
        <translation>Sie enthält mehr, als importiert wurde, und bleibt daher, wie sie ist.</translation>
    </message>
    <message>
        <source>Programs that read it would ask for the secrets again. Copies in backups keep them.</source>
        <translation>Programme, die sie lesen, würden die Geheimnisse neu erfragen. Kopien in Sicherungen behalten sie.</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>Datei entfernen</translation>
    </message>
    <message>
        <source>%1 was removed</source>
        <translation>%1 wurde entfernt</translation>
    </message>
    <message>
        <source>Copies in backups and snapshots still hold the secrets.</source>
        <translation>Kopien in Sicherungen und Schnappschüssen enthalten die Geheimnisse noch.</translation>
    </message>
    <message>
        <source>%1 could not be removed</source>
        <translation>%1 ließ sich nicht entfernen</translation>
    </message>
    <message>
        <source>The accounts are imported; remove it by hand.</source>
        <translation>Die Konten sind importiert; entfernen Sie die Datei von Hand.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::KeyBindings</name>
    <message>
        <source>One key, alone or with Ctrl, Alt or Shift.</source>
        <translation>Eine Taste, allein oder mit Strg, Alt oder Umschalt.</translation>
    </message>
    <message>
        <source>%1 moves about in lists and boxes.</source>
        <translation>%1 bewegt sich in Listen und Feldern.</translation>
    </message>
    <message>
        <source>%1 would be taken from whoever writes. Hold Ctrl or Alt as well.</source>
        <translation>%1 fehlte dann beim Schreiben. Halten Sie auch Strg oder Alt.</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”. Give that one another key first.</source>
        <translation>%1 ist die Taste von „%2“. Geben Sie diesem Befehl erst eine andere.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was sie tut</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In the table</source>
        <translation>In der Tabelle</translation>
    </message>
    <message>
        <source>In the filter</source>
        <translation>Im Filter</translation>
    </message>
    <message>
        <source>Apply, back to the table</source>
        <translation>Anwenden, zurück zur Tabelle</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Back to the table, keep the text</source>
        <translation>Zurück zur Tabelle, Text behalten</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>In the streams</source>
        <translation>In den Streams</translation>
    </message>
    <message>
        <source>Fold and unfold topics</source>
        <translation>Topics ein- und ausklappen</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>Edit stream</source>
        <translation>Stream bearbeiten</translation>
    </message>
    <message>
        <source>Menu of the stream</source>
        <translation>Menü des Streams</translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation>Menü, Umschalt+F10</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Write the correction</source>
        <translation>Korrektur einsetzen</translation>
    </message>
    <message>
        <source>Alt+Enter</source>
        <translation>Alt+Eingabe</translation>
    </message>
    <message>
        <source>What may be written here</source>
        <translation>Was hier stehen kann</translation>
    </message>
    <message>
        <source>Ctrl+Space</source>
        <translation>Strg+Leertaste</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Vervollständigen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Earlier filters, while the box is empty</source>
        <translation>Frühere Filter, solange das Feld leer ist</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Auf, Ab</translation>
    </message>
    <message>
        <source>The filter language</source>
        <translation>Die Filtersprache</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Ctrl+1 … Ctrl+9</source>
        <translation>Strg+1 … Strg+9</translation>
    </message>
    <message>
        <source>In the find bar</source>
        <translation>In der Suchleiste</translation>
    </message>
    <message>
        <source>Next, previous</source>
        <translation>Weiter, zurück</translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation>Eingabe, Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Close it, back to the table</source>
        <translation>Schließen, zurück zur Tabelle</translation>
    </message>
    <message>
        <source>Use this key</source>
        <translation>Diese Taste nehmen</translation>
    </message>
    <message>
        <source>Standard key</source>
        <translation>Übliche Taste</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>In the alert</source>
        <translation>Im Alert</translation>
    </message>
    <message>
        <source>Ctrl+C</source>
        <translation>Strg+C</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Den Wert kopieren</translation>
    </message>
    <message>
        <source>Ctrl+Shift+C</source>
        <translation>Strg+Umschalt+C</translation>
    </message>
    <message>
        <source>Copy the path of the field</source>
        <translation>Den Pfad des Feldes kopieren</translation>
    </message>
    <message>
        <source>Ctrl+J</source>
        <translation>Strg+J</translation>
    </message>
    <message>
        <source>Copy the field as JSON</source>
        <translation>Das Feld als JSON kopieren</translation>
    </message>
    <message>
        <source>F, Shift+F</source>
        <translation>F, Umschalt+F</translation>
    </message>
    <message>
        <source>Only this value, without it</source>
        <translation>Nur dieser Wert, ohne ihn</translation>
    </message>
    <message>
        <source>Open all below</source>
        <translation>Alles darunter öffnen</translation>
    </message>
    <message>
        <source>In the coverage</source>
        <translation>In der Abdeckung</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>From stretch to stretch, from topic to topic</source>
        <translation>Von Stück zu Stück, von Topic zu Topic</translation>
    </message>
    <message>
        <source>Fetch what is missing there</source>
        <translation>Nachholen, was dort fehlt</translation>
    </message>
    <message>
        <source>Another key for “%1”:</source>
        <translation>Andere Taste für „%1“:</translation>
    </message>
    <message>
        <source>Choose a command to give it another key.</source>
        <translation>Wählen Sie einen Befehl, um ihm eine andere Taste zu geben.</translation>
    </message>
    <message>
        <source>This key cannot be changed.</source>
        <translation>Diese Taste lässt sich nicht ändern.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::LadderView</name>
    <message>
        <source>holds</source>
        <translation>hält</translation>
    </message>
    <message>
        <source>does not hold</source>
        <translation>hält nicht</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>trying</source>
        <translation>wird versucht</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>trying …</source>
        <translation>wird versucht …</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Rungs of the connection</source>
        <translation>Sprossen der Verbindung</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::LightModel</name>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Forced</source>
        <translation>Erzwungen</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Detektion</translation>
    </message>
    <message>
        <source>%1, negative</source>
        <translation>%1, negativ</translation>
    </message>
    <message>
        <source>%1, this alert</source>
        <translation>%1, dieser Alert</translation>
    </message>
    <message>
        <source>magnitude</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>5 sigma limit</source>
        <translation>5-Sigma-Grenze</translation>
    </message>
    <message>
        <source>flux</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Time (UTC)</source>
        <translation>Zeit (UTC)</translation>
    </message>
    <message>
        <source>Band</source>
        <translation>Band</translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Flux</source>
        <translation>Fluss</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::LightPage</name>
    <message>
        <source>Light curve</source>
        <translation>Lichtkurve</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Copy rows as CSV</source>
        <translation>Zeilen als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>All measurements of this packet, with every digit</source>
        <translation>Alle Messungen dieses Pakets, mit jeder Stelle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln detections</source>
        <translation>
            <numerusform>%Ln Detektion</numerusform>
            <numerusform>%Ln Detektionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln limits</source>
        <translation>
            <numerusform>%Ln Grenze</numerusform>
            <numerusform>%Ln Grenzen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln forced</source>
        <translation>
            <numerusform>%Ln erzwungen</numerusform>
            <numerusform>%Ln erzwungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MainWindow</name>
    <message>
        <source>Tocsin</source>
        <translation>Tocsin</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>Stopping the streams.</source>
        <translation>Die Streams werden gestoppt.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Real streams never meet invented alerts: leave the demo first (menu Streams)</source>
        <translation>Echte Streams treffen nie auf erfundene Alerts: zuerst die Demo verlassen (Menü Streams)</translation>
    </message>
    <message>
        <source>New topic at %1: %2</source>
        <translation>Neues Topic bei %1: %2</translation>
    </message>
    <message>
        <source>Follow, held</source>
        <translation>Folgen, gehalten</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message numerus="yes">
        <source>%n stream(s)</source>
        <translation>
            <numerusform>%n Stream</numerusform>
            <numerusform>%n Streams</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was copied.</source>
        <translation>%1 wurde kopiert.</translation>
    </message>
    <message>
        <source>Nothing is being written just now</source>
        <translation>Gerade wird nichts geschrieben</translation>
    </message>
    <message>
        <source>The archive is being written again.</source>
        <translation>Das Archiv wird wieder geschrieben.</translation>
    </message>
    <message>
        <source>Sets</source>
        <translation>Spaltensätze</translation>
    </message>
    <message>
        <source>Show only this stream</source>
        <translation>Nur diesen Stream zeigen</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>About this format</source>
        <translation>Über dieses Format</translation>
    </message>
    <message>
        <source>Tocsin · %1</source>
        <translation>Tocsin · %1</translation>
    </message>
    <message>
        <source>Accounts belong to real streams: leave the demo first (menu Streams)</source>
        <translation>Konten gehören zu echten Streams: Verlassen Sie zuerst die Demo (Menü Streams)</translation>
    </message>
    <message>
        <source>TOMs belong to real alerts: leave the demo first (menu Streams)</source>
        <translation>TOMs gehören zu echten Alerts: Verlassen Sie zuerst die Demo (Menü Streams)</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MainWindowActions</name>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Pause view</source>
        <translation>Ansicht einfrieren</translation>
    </message>
    <message>
        <source>New rows wait; receiving and storing go on</source>
        <translation>Neue Zeilen warten; Empfang und Speichern gehen weiter</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the newest row in view (End)</source>
        <translation>Die neueste Zeile im Blick behalten (Ende)</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie die Arbeitsfläche</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Größerer Text</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinerer Text</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Normale Textgröße</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Filter box</source>
        <translation>Filterfeld</translation>
    </message>
    <message>
        <source>Newest row, and follow</source>
        <translation>Neueste Zeile, und folgen</translation>
    </message>
    <message>
        <source>Next unseen</source>
        <translation>Nächste ungesehene</translation>
    </message>
    <message>
        <source>Previous unseen</source>
        <translation>Vorige ungesehene</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Add stream</source>
        <translation>Stream hinzufügen</translation>
    </message>
    <message>
        <source>Edit stream</source>
        <translation>Stream bearbeiten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start the selected stream</source>
        <translation>Den ausgewählten Stream starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Stop the selected stream; reading goes on later where it left off</source>
        <translation>Den ausgewählten Stream stoppen; später wird dort weitergelesen, wo er aufhörte</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Protokoll…</translation>
    </message>
    <message>
        <source>Copy status</source>
        <translation>Zustand kopieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Start all</source>
        <translation>Alle starten</translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation>Alle stoppen</translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation>Demo starten</translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation>Demo verlassen</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Mark the selected rows, or take the mark away (M)</source>
        <translation>Die ausgewählten Zeilen markieren oder die Markierung aufheben (M)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About Tocsin</source>
        <translation>Über Tocsin</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Streams</source>
        <translation>&amp;Streams</translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation>A&amp;lerts</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Filter language</source>
        <translation>Filtersprache</translation>
    </message>
    <message>
        <source>Write the selected rows, or all that are shown, to a file</source>
        <translation>Die ausgewählten Zeilen oder alle gezeigten in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Weitersuchen</translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation>Rückwärts suchen</translation>
    </message>
    <message>
        <source>Position in degrees</source>
        <translation>Position in Grad</translation>
    </message>
    <message>
        <source>Position, sexagesimal</source>
        <translation>Position, sexagesimal</translation>
    </message>
    <message>
        <source>Cells as shown</source>
        <translation>Zellen wie gezeigt</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON line</source>
        <translation>JSON-Zeile</translation>
    </message>
    <message>
        <source>IDs</source>
        <translation>IDs</translation>
    </message>
    <message>
        <source>Copy as…</source>
        <translation>Kopieren als…</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Vorlagen…</translation>
    </message>
    <message>
        <source>Fold revisions</source>
        <translation>Revisionen einklappen</translation>
    </message>
    <message>
        <source>One row for each event, the newest</source>
        <translation>Eine Zeile je Ereignis, die neueste</translation>
    </message>
    <message>
        <source>Colour rules…</source>
        <translation>Farbregeln…</translation>
    </message>
    <message>
        <source>Go to…</source>
        <translation>Gehe zu…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The row that was looked at before</source>
        <translation>Die zuvor angesehene Zeile</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Compare revisions</source>
        <translation>Revisionen vergleichen</translation>
    </message>
    <message>
        <source>Show only the fields that changed since the revision before (D in the table)</source>
        <translation>Nur die seit der vorigen Revision geänderten Felder zeigen (D in der Tabelle)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorige Änderung</translation>
    </message>
    <message>
        <source>Previous revision</source>
        <translation>Vorige Revision</translation>
    </message>
    <message>
        <source>Next revision</source>
        <translation>Nächste Revision</translation>
    </message>
    <message>
        <source>Open in…</source>
        <translation>Öffnen in…</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>Open in</source>
        <translation>Öffnen in</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Keep the selected rows above the list, whatever it shows, or take the pin away (P in the table)</source>
        <translation>Die ausgewählten Zeilen über der Liste halten, was immer sie zeigt, oder wieder lösen (P in der Tabelle)</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>Archiv…</translation>
    </message>
    <message>
        <source>Size, limits and gaps; verify, compact, recover</source>
        <translation>Größe, Grenzen und Lücken; prüfen, verdichten, wiederherstellen</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>Light curve</source>
        <translation>Lichtkurve</translation>
    </message>
    <message>
        <source>The light curve of the current row (L in the table)</source>
        <translation>Die Lichtkurve der aktuellen Zeile (L in der Tabelle)</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The images of the current row (I in the table)</source>
        <translation>Die Bilder der aktuellen Zeile (I in der Tabelle)</translation>
    </message>
    <message>
        <source>Commands…</source>
        <translation>Befehle …</translation>
    </message>
    <message>
        <source>Find a command by its words, and do it</source>
        <translation>Einen Befehl nach seinen Wörtern finden und ausführen</translation>
    </message>
    <message>
        <source>Copy position in degrees</source>
        <translation>Position in Grad kopieren</translation>
    </message>
    <message>
        <source>Copy position, sexagesimal</source>
        <translation>Position sexagesimal kopieren</translation>
    </message>
    <message>
        <source>Copy cells as shown</source>
        <translation>Zellen wie angezeigt kopieren</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON line</source>
        <translation>Als JSON-Zeile kopieren</translation>
    </message>
    <message>
        <source>Copy IDs</source>
        <translation>IDs kopieren</translation>
    </message>
    <message>
        <source>Colours of the desktop</source>
        <translation>Farben des Desktops</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Decode again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Read the selected rows anew from their packets, in place</source>
        <translation>Die ausgewählten Zeilen an ihrer Stelle neu aus ihren Paketen lesen</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Names, servers and ends of your accounts, and where their secrets are kept</source>
        <translation>Namen, Server und Enden Ihrer Konten, und wo ihre Geheimnisse aufbewahrt werden</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>Bewegung verringern</translation>
    </message>
    <message>
        <source>Nothing moves or blinks</source>
        <translation>Nichts bewegt sich oder blinkt</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>Hide the objects of the selected rows in all streams, or show them again (X in the table)</source>
        <translation>Die Objekte der ausgewählten Zeilen in allen Streams ausblenden, oder wieder zeigen (X in der Tabelle)</translation>
    </message>
    <message>
        <source>Show ignored</source>
        <translation>Ignorierte zeigen</translation>
    </message>
    <message>
        <source>Tag…</source>
        <translation>Schlagwort…</translation>
    </message>
    <message>
        <source>Give a tag to the events of the selected rows, or take it away (1 to 5 in the table)</source>
        <translation>Den Ereignissen der ausgewählten Zeilen ein Schlagwort geben, oder es entfernen (1 bis 5 in der Tabelle)</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Write a note to the events of the selected rows</source>
        <translation>Den Ereignissen der ausgewählten Zeilen eine Notiz schreiben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Shift log…</source>
        <translation>Schichtprotokoll…</translation>
    </message>
    <message>
        <source>Alarms, targets, tags, notes and coverage of the last hours, as Markdown</source>
        <translation>Alarme, Ziele, Schlagwörter, Notizen und Abdeckung der letzten Stunden, als Markdown</translation>
    </message>
    <message>
        <source>Watchlists…</source>
        <translation>Beobachtungslisten…</translation>
    </message>
    <message>
        <source>Places to watch: alerts that lie on one say so</source>
        <translation>Positionen zum Beobachten: Alerts, die auf einer liegen, sagen es</translation>
    </message>
    <message>
        <source>Create target</source>
        <translation>Ziel anlegen</translation>
    </message>
    <message>
        <source>Create a target of the current row in a TOM (T in the table)</source>
        <translation>Aus der aktuellen Zeile ein Ziel in einem TOM anlegen (T in der Tabelle)</translation>
    </message>
    <message>
        <source>Create targets…</source>
        <translation>Ziele anlegen…</translation>
    </message>
    <message>
        <source>Create targets of all selected rows</source>
        <translation>Aus allen ausgewählten Zeilen Ziele anlegen</translation>
    </message>
    <message>
        <source>Targets and outbox…</source>
        <translation>Ziele und Postausgang…</translation>
    </message>
    <message>
        <source>What waits for a TOM, what lies in the local list, what the TOMs have</source>
        <translation>Was auf einen TOM wartet, was in der lokalen Liste liegt, was die TOMs haben</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Quittieren</translation>
    </message>
    <message>
        <source>Acknowledge alarm</source>
        <translation>Alarm quittieren</translation>
    </message>
    <message>
        <source>The alarm in the banner is understood; it sounds no more</source>
        <translation>Der Alarm im Banner ist verstanden; er ertönt nicht mehr</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Alle quittieren</translation>
    </message>
    <message>
        <source>Acknowledge all alarms</source>
        <translation>Alle Alarme quittieren</translation>
    </message>
    <message>
        <source>Silence alarms for 30 min</source>
        <translation>Alarme 30 min stumm schalten</translation>
    </message>
    <message>
        <source>Nothing sounds but rules marked “always”; what is open then is heard</source>
        <translation>Nichts ertönt außer Regeln mit „immer“; was dann offen ist, ertönt</translation>
    </message>
    <message>
        <source>Alarm log…</source>
        <translation>Alarmprotokoll…</translation>
    </message>
    <message>
        <source>Test alarm</source>
        <translation>Testalarm</translation>
    </message>
    <message>
        <source>Raise an alarm, as a rule would</source>
        <translation>Einen Alarm auslösen, wie eine Regel es täte</translation>
    </message>
    <message>
        <source>Check the alarms…</source>
        <translation>Alarme prüfen…</translation>
    </message>
    <message>
        <source>Sound, notification, tray, and whether this computer stays awake</source>
        <translation>Ton, Benachrichtigung, Infobereich, und ob dieser Rechner wach bleibt</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>What happens by itself when an alert comes: wake you, mark, post, run a program</source>
        <translation>Was von selbst geschieht, wenn ein Alert kommt: Sie wecken, markieren, melden, ein Programm starten</translation>
    </message>
    <message>
        <source>Make a rule of this filter…</source>
        <translation>Eine Regel aus diesem Filter machen…</translation>
    </message>
    <message>
        <source>Triage</source>
        <translation>Triage</translation>
    </message>
    <message>
        <source>&amp;TOM</source>
        <translation>&amp;TOM</translation>
    </message>
    <message>
        <source>Ala&amp;rms</source>
        <translation>Ala&amp;rme</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>Seen or unseen</source>
        <translation>Gesehen oder ungesehen</translation>
    </message>
    <message>
        <source>The objects of the selected rows are seen in all streams, or unseen again (U in the table)</source>
        <translation>Die Objekte der ausgewählten Zeilen sind in allen Streams gesehen, oder wieder ungesehen (U in der Tabelle)</translation>
    </message>
    <message>
        <source>Ignored objects…</source>
        <translation>Ignorierte Objekte…</translation>
    </message>
    <message>
        <source>What is hidden, since when, and the way to show it again</source>
        <translation>Was ausgeblendet ist, seit wann, und der Weg, es wieder zu zeigen</translation>
    </message>
    <message>
        <source>Coincidences…</source>
        <translation>Koinzidenzen…</translation>
    </message>
    <message>
        <source>Alerts close to each other in time and place: both say so</source>
        <translation>Alerts, die in Zeit und Ort nah beieinander liegen: Beide sagen es</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MainWindowClosing</name>
    <message>
        <source>Streams are running. Kept in the tray they go on receiving and storing; after quitting, reading goes on later where it left off.</source>
        <translation>Streams laufen. Im Infobereich empfangen und speichern sie weiter; nach dem Beenden wird später dort weitergelesen, wo sie aufhörten.</translation>
    </message>
    <message>
        <source>Streams are running. After quitting they stop; reading goes on later where it left off.</source>
        <translation>Streams laufen. Nach dem Beenden stoppen sie; später wird dort weitergelesen, wo sie aufhörten.</translation>
    </message>
    <message>
        <source>Close Tocsin?</source>
        <translation>Tocsin schließen?</translation>
    </message>
    <message>
        <source>Do so from now on</source>
        <translation>Ab jetzt immer so</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation>Im Infobereich behalten</translation>
    </message>
    <message>
        <source>Tocsin is listening</source>
        <translation>Tocsin hört zu</translation>
    </message>
    <message>
        <source>Show window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Quit Tocsin?</source>
        <translation>Tocsin beenden?</translation>
    </message>
    <message>
        <source>Quit without asking from now on</source>
        <translation>Ab jetzt ohne Frage beenden</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MappingDialog</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Field mapping</source>
        <translation>Feldzuordnung</translation>
    </message>
    <message>
        <source>Say for each key of an alert which field of the packets it comes from. Keys without a field are found by their usual names. Several fields, with | between them: the first that is there counts.</source>
        <translation>Geben Sie für jeden Schlüssel eines Alerts an, aus welchem Feld der Pakete er kommt. Schlüssel ohne Feld werden nach ihren üblichen Namen gefunden. Mehrere Felder, mit | dazwischen: Das erste vorhandene zählt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Further keys</source>
        <translation>Weitere Schlüssel</translation>
    </message>
    <message>
        <source>Plain JSON and Avro</source>
        <translation>Einfaches JSON und Avro</translation>
    </message>
    <message>
        <source>Packets of every format</source>
        <translation>Pakete jedes Formats</translation>
    </message>
    <message>
        <source>The stored mapping cannot be used: %1.</source>
        <translation>Die gespeicherte Zuordnung ist nicht verwendbar: %1.</translation>
    </message>
    <message>
        <source>OK replaces it by what is filled in here; Cancel keeps it.</source>
        <translation>OK ersetzt sie durch das, was hier steht; Abbrechen behält sie.</translation>
    </message>
    <message>
        <source>Correct the field of %1 first.</source>
        <translation>Berichtigen Sie erst das Feld von %1.</translation>
    </message>
    <message>
        <source>Not used: this packet is %1.</source>
        <translation>Nicht angewandt: Dieses Paket ist %1.</translation>
    </message>
    <message>
        <source>Not in this packet; the key stays empty.</source>
        <translation>Nicht in diesem Paket; der Schlüssel bleibt leer.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>RA and Dec must both be right to give a position.</source>
        <translation>RA und Dec müssen beide stimmen, um eine Position zu ergeben.</translation>
    </message>
    <message>
        <source>Its value cannot be used.</source>
        <translation>Sein Wert ist nicht verwendbar.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MappingEditor</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MappingPreview</name>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>What comes out of this packet</source>
        <translation>Was aus diesem Paket wird</translation>
    </message>
    <message>
        <source>Packet</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Try the mapping on a packet in a file; it can be dropped here as well</source>
        <translation>Die Zuordnung an einem Paket aus einer Datei erproben; man kann sie auch hier ablegen</translation>
    </message>
    <message>
        <source>Try the mapping on the text in the clipboard</source>
        <translation>Die Zuordnung am Text der Zwischenablage erproben</translation>
    </message>
    <message>
        <source>Packet&apos;s fields</source>
        <translation>Felder des Pakets</translation>
    </message>
    <message>
        <source>What comes out</source>
        <translation>Was daraus wird</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>By the usual names</source>
        <translation>Nach den üblichen Namen</translation>
    </message>
    <message>
        <source>With the mapping</source>
        <translation>Mit der Zuordnung</translation>
    </message>
    <message>
        <source>Reading the newest packets…</source>
        <translation>Die neuesten Pakete werden gelesen…</translation>
    </message>
    <message>
        <source>No packet was found in %1.</source>
        <translation>In %1 wurde kein Paket gefunden.</translation>
    </message>
    <message>
        <source>Choose a JSON or Avro packet.</source>
        <translation>Wählen Sie ein Paket in JSON oder Avro.</translation>
    </message>
    <message>
        <source>%1 of %2 · %3</source>
        <translation>%1 von %2 · %3</translation>
    </message>
    <message>
        <source>The newest packets of this stream cannot be read.</source>
        <translation>Die neuesten Pakete dieses Stroms lassen sich nicht lesen.</translation>
    </message>
    <message>
        <source>There are no packets of this stream yet.</source>
        <translation>Von diesem Strom gibt es noch keine Pakete.</translation>
    </message>
    <message>
        <source>Start the stream and come back later; or open a file with a packet, drop it here, or paste its JSON.</source>
        <translation>Starten Sie den Strom und kommen Sie später wieder; oder öffnen Sie eine Datei mit einem Paket, legen Sie sie hier ab, oder fügen Sie sein JSON ein.</translation>
    </message>
    <message>
        <source>Use for %1</source>
        <translation>Für %1 verwenden</translation>
    </message>
    <message>
        <source>Take the key from the field that is selected in the packet; Enter and a double click do the same</source>
        <translation>Den Schlüssel aus dem im Paket ausgewählten Feld nehmen; Eingabetaste und Doppelklick tun dasselbe</translation>
    </message>
    <message>
        <source>A packet to try the mapping on</source>
        <translation>Ein Paket, um die Zuordnung zu erproben</translation>
    </message>
    <message>
        <source>There is no text in the clipboard.</source>
        <translation>In der Zwischenablage ist kein Text.</translation>
    </message>
    <message>
        <source>Copy the JSON of a packet, then paste it here.</source>
        <translation>Kopieren Sie das JSON eines Pakets, und fügen Sie es hier ein.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MappingRow</name>
    <message>
        <source>By the usual names</source>
        <translation>Nach den üblichen Namen</translation>
    </message>
    <message>
        <source>%1: unit</source>
        <translation>%1: Einheit</translation>
    </message>
    <message>
        <source>By its look</source>
        <translation>Nach dem Aussehen</translation>
    </message>
    <message>
        <source>%1: time scale</source>
        <translation>%1: Zeitskala</translation>
    </message>
    <message>
        <source>Begin with a slash and write /name/name.</source>
        <translation>Beginnen Sie mit einem Schrägstrich: /name/name.</translation>
    </message>
    <message>
        <source>This is no JSON pointer. Write /name/name; a slash inside a name is ~1, a tilde ~0.</source>
        <translation>Das ist kein JSON-Zeiger. Schreiben Sie /name/name; ein Schrägstrich in einem Namen ist ~1, eine Tilde ~0.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MappingSamples</name>
    <message>
        <source>Record %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>Choose a file that holds one packet.</source>
        <translation>Wählen Sie eine Datei mit einem Paket.</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB.</source>
        <translation>%1 ist größer als 64 MiB.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>The text is larger than 64 MiB.</source>
        <translation>Der Text ist größer als 64 MiB.</translation>
    </message>
    <message>
        <source>Paste one packet.</source>
        <translation>Fügen Sie ein Paket ein.</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>Eingefügter Text</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MessagePanel</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::Minimap</name>
    <message>
        <source>Overview of notable rows</source>
        <translation>Übersicht auffälliger Zeilen</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Retracted</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Markiert</translation>
    </message>
    <message>
        <source>On a watchlist</source>
        <translation>Auf einer Beobachtungsliste</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>This name is taken.</source>
        <translation>Dieser Name ist vergeben.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::NewRowsPill</name>
    <message>
        <source>%1 new, press End</source>
        <translation>%1 neue, Ende drücken</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>It belongs to the event: new revisions have it too. Ctrl+Enter writes it; without a text it is taken away.</source>
        <translation>Sie gehört zum Ereignis: Neue Revisionen haben sie auch. Strg+Eingabe schreibt sie; ohne Text wird sie entfernt.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::OptionEditor</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>What comes from now on</source>
        <translation>Was ab jetzt kommt</translation>
    </message>
    <message>
        <source>Where it left off; at first, the oldest</source>
        <translation>Wo er aufhörte; zuerst das Älteste</translation>
    </message>
    <message>
        <source>The oldest that the broker has</source>
        <translation>Das Älteste, das der Broker hat</translation>
    </message>
    <message>
        <source>From a time on, UT</source>
        <translation>Ab einer Zeit, UT</translation>
    </message>
    <message>
        <source>The last of each partition</source>
        <translation>Die letzten jeder Partition</translation>
    </message>
    <message>
        <source>%1: time, UT</source>
        <translation>%1: Zeit, UT</translation>
    </message>
    <message>
        <source>%1: how many</source>
        <translation>%1: wie viele</translation>
    </message>
    <message>
        <source>Where it left off; at first, the last day</source>
        <translation>Wo er aufgehört hat; beim ersten Mal der letzte Tag</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::OptionForm</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::PacketLoader</name>
    <message>
        <source>This row is not in the archive any more.</source>
        <translation>Diese Zeile ist nicht mehr im Archiv.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::PassphraseDialog</name>
    <message>
        <source>Make a vault file</source>
        <translation>Eine Tresordatei anlegen</translation>
    </message>
    <message>
        <source>Open the vault file</source>
        <translation>Die Tresordatei öffnen</translation>
    </message>
    <message>
        <source>One encrypted file keeps all secrets. Its passphrase is asked for once in each session and is written nowhere: who forgets it enters the secrets again.</source>
        <translation>Eine verschlüsselte Datei behält alle Geheimnisse. Ihre Passphrase wird einmal je Sitzung erfragt und nirgends aufgeschrieben: Wer sie vergisst, gibt die Geheimnisse neu ein.</translation>
    </message>
    <message>
        <source>Secrets lie in an encrypted file. Its passphrase opens it for this session.</source>
        <translation>Die Geheimnisse liegen in einer verschlüsselten Datei. Ihre Passphrase öffnet sie für diese Sitzung.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Four words that do not belong together are hard to guess and easy to keep.</source>
        <translation>Vier Wörter, die nicht zusammengehören, sind schwer zu erraten und leicht zu behalten.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Wird geöffnet …</translation>
    </message>
    <message>
        <source>Use this file</source>
        <translation>Diese Datei benutzen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::PinnedRows</name>
    <message>
        <source>Pinned rows</source>
        <translation>Angeheftete Zeilen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::QuietHoursEditor</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>%1: from</source>
        <translation>%1: von</translation>
    </message>
    <message>
        <source>%1: to</source>
        <translation>%1: bis</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::RawPage</name>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Not text; see Hex</source>
        <translation>Kein Text; siehe Hex</translation>
    </message>
    <message>
        <source>The beginning, of %1 in all</source>
        <translation>Der Anfang, von insgesamt %1</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::RehearsalDialog</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Hits per night</source>
        <translation>Treffer je Nacht</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Alarms</source>
        <translation>Alarme</translation>
    </message>
    <message>
        <source>The last ten</source>
        <translation>Die letzten zehn</translation>
    </message>
    <message>
        <source>Time UT</source>
        <translation>Zeit UT</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>Angabe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Arm now</source>
        <translation>Jetzt scharf schalten</translation>
    </message>
    <message>
        <source>Rehearsal</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Rehearsal of “%1”</source>
        <translation>Probelauf von „%1“</translation>
    </message>
    <message>
        <source>Last 7 nights</source>
        <translation>Letzte 7 Nächte</translation>
    </message>
    <message>
        <source>Last 30 nights</source>
        <translation>Letzte 30 Nächte</translation>
    </message>
    <message>
        <source>All stored nights</source>
        <translation>Alle gespeicherten Nächte</translation>
    </message>
    <message>
        <source>Stored alerts</source>
        <translation>Gespeicherte Alerts</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Double click shows the row in the table</source>
        <translation>Doppelklick zeigt die Zeile in der Tabelle</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Stopped before it was through. Press Again to begin anew.</source>
        <translation>Gestoppt, bevor er durch war. Drücken Sie „Noch einmal“, um neu zu beginnen.</translation>
    </message>
    <message>
        <source>Asking the stored alerts: %1 so far, %2 % done.</source>
        <translation>Die gespeicherten Alerts werden gefragt: %1 bisher, %2 % fertig.</translation>
    </message>
    <message>
        <source>No alert is stored yet</source>
        <translation>Noch ist kein Alert gespeichert</translation>
    </message>
    <message>
        <source>There is nothing to rehearse on</source>
        <translation>Es gibt nichts für einen Probelauf</translation>
    </message>
    <message>
        <source>Nobody can say how often this rule will wake you. Let a stream run for some nights and rehearse it again, or arm it now all the same.</source>
        <translation>Niemand kann sagen, wie oft diese Regel Sie wecken wird. Lassen Sie einen Stream einige Nächte laufen und wiederholen Sie den Probelauf, oder schalten Sie die Regel trotzdem jetzt scharf.</translation>
    </message>
    <message>
        <source>Let a stream run for some nights, then rehearse it again.</source>
        <translation>Lassen Sie einen Stream einige Nächte laufen und wiederholen Sie dann den Probelauf.</translation>
    </message>
    <message>
        <source>No alert was received in these nights</source>
        <translation>In diesen Nächten wurde kein Alert empfangen</translation>
    </message>
    <message>
        <source>Choose more nights above.</source>
        <translation>Wählen Sie oben mehr Nächte.</translation>
    </message>
    <message numerus="yes">
        <source>It would have woken you %n time(s) in the night of %1</source>
        <translation>
            <numerusform>In der Nacht vom %1 hätte sie Sie %n Mal geweckt</numerusform>
            <numerusform>In der Nacht vom %1 hätte sie Sie %n Mal geweckt</numerusform>
        </translation>
    </message>
    <message>
        <source>Make its condition narrower, or allow one alarm in a while only.</source>
        <translation>Fassen Sie die Bedingung enger, oder erlauben Sie nur einen Alarm in einer gewissen Zeit.</translation>
    </message>
    <message>
        <source>Quiet may be right</source>
        <translation>Stille kann richtig sein</translation>
    </message>
    <message>
        <source>Such alerts may be rare. If you expected some, try the condition in the filter box of the window first.</source>
        <translation>Solche Alerts können selten sein. Wenn Sie welche erwartet haben, probieren Sie die Bedingung zuerst im Filterfeld des Fensters.</translation>
    </message>
    <message>
        <source>The rehearsal did not come to an end</source>
        <translation>Der Probelauf kam nicht zum Ende</translation>
    </message>
    <message>
        <source>Alarm</source>
        <translation>Alarm</translation>
    </message>
    <message>
        <source>Alarms, sending waits</source>
        <translation>Alarmiert, Senden wartet</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::RevisionButton</name>
    <message>
        <source>All revisions of this event</source>
        <translation>Alle Revisionen dieses Ereignisses</translation>
    </message>
    <message numerus="yes">
        <source>%n revisions</source>
        <translation>
            <numerusform>%n Revision</numerusform>
            <numerusform>%n Revisionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paths</source>
        <translation>
            <numerusform>%n Weg</numerusform>
            <numerusform>%n Wege</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous revision</source>
        <translation>Vorige Revision</translation>
    </message>
    <message>
        <source>Next revision</source>
        <translation>Nächste Revision</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::RuleActions</name>
    <message>
        <source>Add action</source>
        <translation>Aktion hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Action up</source>
        <translation>Aktion nach oben</translation>
    </message>
    <message>
        <source>Action down</source>
        <translation>Aktion nach unten</translation>
    </message>
    <message>
        <source>Remove action</source>
        <translation>Aktion entfernen</translation>
    </message>
    <message>
        <source>Trying…</source>
        <translation>Probiere…</translation>
    </message>
    <message>
        <source>%1 (incomplete)</source>
        <translation>%1 (unvollständig)</translation>
    </message>
    <message>
        <source>This version of Tocsin does not know “%1”. It is kept as it is.</source>
        <translation>Diese Version von Tocsin kennt „%1“ nicht. Es bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Nothing happens yet. Add what the rule is to do.</source>
        <translation>Noch geschieht nichts. Fügen Sie hinzu, was die Regel tun soll.</translation>
    </message>
    <message>
        <source>Select a row of the table first: the action is tried on it.</source>
        <translation>Wählen Sie zuerst eine Zeile der Tabelle aus: An ihr wird die Aktion probiert.</translation>
    </message>
    <message>
        <source>Does this action once, on %1.</source>
        <translation>Führt diese Aktion einmal aus, an %1.</translation>
    </message>
    <message>
        <source>It went well</source>
        <translation>Es ging gut</translation>
    </message>
    <message>
        <source>It went wrong</source>
        <translation>Es ging schief</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::RuleDetails</name>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplizieren…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>What the rule does</source>
        <translation>Was die Regel tut</translation>
    </message>
    <message>
        <source>Output of the action</source>
        <translation>Ausgabe der Aktion</translation>
    </message>
    <message>
        <source>Alt+Up</source>
        <translation>Alt+Auf</translation>
    </message>
    <message>
        <source>Alt+Down</source>
        <translation>Alt+Ab</translation>
    </message>
    <message>
        <source>Rehearsed %1.</source>
        <translation>Probelauf %1.</translation>
    </message>
    <message>
        <source>Not rehearsed in this form.</source>
        <translation>In dieser Form ohne Probelauf.</translation>
    </message>
    <message>
        <source>Last action, %1: %2 (%3)</source>
        <translation>Letzte Aktion, %1: %2 (%3)</translation>
    </message>
    <message>
        <source>This rule cannot run as it stands</source>
        <translation>So, wie sie ist, kann diese Regel nicht laufen</translation>
    </message>
    <message>
        <source>%1 went wrong %2</source>
        <translation>%1 ging schief, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n restricted row(s) wait</source>
        <translation>
            <numerusform>%n beschränkte Zeile wartet</numerusform>
            <numerusform>%n beschränkte Zeilen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>They would go to %1. Your answer is kept for this destination.</source>
        <translation>Sie gingen an %1. Ihre Antwort gilt künftig für dieses Ziel.</translation>
    </message>
    <message>
        <source>Allow %1</source>
        <translation>%1 erlauben</translation>
    </message>
    <message>
        <source>Do not send to %1</source>
        <translation>Nicht an %1 senden</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::RuleDialog</name>
    <message>
        <source>Rehearse…</source>
        <translation>Probelauf…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Save rule</source>
        <translation>Regel speichern</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>Regel bearbeiten</translation>
    </message>
    <message>
        <source>What the rule does</source>
        <translation>Was die Regel tut</translation>
    </message>
    <message>
        <source>Ask the stored alerts how often this rule would have acted</source>
        <translation>Die gespeicherten Alerts fragen, wie oft diese Regel gehandelt hätte</translation>
    </message>
    <message>
        <source>Name of a stream</source>
        <translation>Name eines Streams</translation>
    </message>
    <message>
        <source>The condition cannot be read: see below its field.</source>
        <translation>Die Bedingung kann nicht gelesen werden: siehe unter ihrem Feld.</translation>
    </message>
    <message>
        <source>What makes it important cannot be read: see below its field.</source>
        <translation>Was sie wichtig macht, kann nicht gelesen werden: siehe unter seinem Feld.</translation>
    </message>
    <message>
        <source>It is off until it has been rehearsed again, since what it hears has changed.</source>
        <translation>Sie ist bis zu einem neuen Probelauf aus, weil sich geändert hat, worauf sie hört.</translation>
    </message>
    <message>
        <source>It can be armed after a rehearsal.</source>
        <translation>Nach einem Probelauf kann sie scharf geschaltet werden.</translation>
    </message>
    <message>
        <source>Fill in name and condition first</source>
        <translation>Füllen Sie zuerst Name und Bedingung aus</translation>
    </message>
    <message>
        <source>The rule does nothing yet</source>
        <translation>Die Regel tut noch nichts</translation>
    </message>
    <message>
        <source>Add an action: what is to happen when an alert fits.</source>
        <translation>Fügen Sie eine Aktion hinzu: was geschehen soll, wenn ein Alert passt.</translation>
    </message>
    <message>
        <source>Filter language</source>
        <translation>Filtersprache</translation>
    </message>
    <message>
        <source>Path of a WAV file</source>
        <translation>Pfad einer WAV-Datei</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::RulesDialog</name>
    <message>
        <source>New rule</source>
        <translation>Neue Regel</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Rehearse…</source>
        <translation>Probelauf…</translation>
    </message>
    <message>
        <source>Arm…</source>
        <translation>Scharf schalten…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>No rule yet. A rule says what is to happen when an alert fits: wake you, mark the row, post it, run a program.</source>
        <translation>Noch keine Regel. Eine Regel sagt, was geschehen soll, wenn ein Alert passt: Sie wecken, die Zeile markieren, ihn melden, ein Programm starten.</translation>
    </message>
    <message>
        <source>Rules from a file; they come in at the end, switched off</source>
        <translation>Regeln aus einer Datei; sie kommen ans Ende, ausgeschaltet</translation>
    </message>
    <message>
        <source>Write the selected rule to a file, without any secret</source>
        <translation>Die ausgewählte Regel in eine Datei schreiben, ohne Geheimnisse</translation>
    </message>
    <message>
        <source>What happens by itself when an alert comes. A rule that wakes you is rehearsed on stored alerts before it is armed.</source>
        <translation>Was von selbst geschieht, wenn ein Alert kommt. Eine Regel, die Sie weckt, hat einen Probelauf mit gespeicherten Alerts, bevor sie scharf geschaltet wird.</translation>
    </message>
    <message>
        <source>Nothing happens by itself yet. Choose a rule and press Arm: it is rehearsed on stored alerts first.</source>
        <translation>Noch geschieht nichts von selbst. Wählen Sie eine Regel und drücken Sie „Scharf schalten“: Zuerst kommt ein Probelauf mit gespeicherten Alerts.</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>Disarm</source>
        <translation>Entschärfen</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Arm</source>
        <translation>Scharf schalten</translation>
    </message>
    <message>
        <source>Rehearses the rule first; then one click arms it</source>
        <translation>Zuerst der Probelauf; dann schaltet ein Klick sie scharf</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::SavedFilters</name>
    <message>
        <source>Save filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>There is no filter to save.</source>
        <translation>Es gibt keinen Filter zu speichern.</translation>
    </message>
    <message>
        <source>This filter is saved already.</source>
        <translation>Dieser Filter ist schon gespeichert.</translation>
    </message>
    <message>
        <source>Save this filter as a button</source>
        <translation>Diesen Filter als Knopf speichern</translation>
    </message>
    <message>
        <source>There is room for %1; remove one first.</source>
        <translation>Es ist Platz für %1; entfernen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Make a rule of this filter…</source>
        <translation>Eine Regel aus diesem Filter machen…</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::SchemaDialog</name>
    <message>
        <source>Schema of %1</source>
        <translation>Schema von %1</translation>
    </message>
    <message>
        <source>Stream %1 · first packet of this version %2 UT</source>
        <translation>Stream %1 · erstes Paket dieser Version %2 UT</translation>
    </message>
    <message>
        <source>Nothing that you use is gone</source>
        <translation>Nichts, was Sie benutzen, ist weg</translation>
    </message>
    <message>
        <source>Columns, filters, colour rules and mappings find their fields.</source>
        <translation>Spalten, Filter, Farbregeln und Zuordnungen finden ihre Felder.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) lost a field</source>
        <translation>
            <numerusform>%n Sache hat ein Feld verloren</numerusform>
            <numerusform>%n Sachen haben ein Feld verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Remind me again</source>
        <translation>Erneut erinnern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Removed (%1)</source>
        <translation>Entfernt (%1)</translation>
    </message>
    <message>
        <source>Of another type (%1)</source>
        <translation>Von anderem Typ (%1)</translation>
    </message>
    <message>
        <source>Added (%1)</source>
        <translation>Hinzugekommen (%1)</translation>
    </message>
    <message>
        <source>Fields that are sent now and then may seem to come or go.</source>
        <translation>Felder, die nur ab und zu gesendet werden, können zu kommen oder zu gehen scheinen.</translation>
    </message>
    <message>
        <source>One packet of each version was compared</source>
        <translation>Ein Paket jeder Version wurde verglichen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::Screenshot</name>
    <message>
        <source>Only %1 of %2 alerts came within %3 s; no picture was written.</source>
        <translation>Nur %1 von %2 Alerts kamen innerhalb von %3 s; kein Bild wurde geschrieben.</translation>
    </message>
    <message>
        <source>Ask for fewer with --after, or see with “tocsin listen” what the streams say.</source>
        <translation>Mit --after weniger verlangen oder mit „tocsin listen“ sehen, was die Streams sagen.</translation>
    </message>
    <message>
        <source>The picture could not be written to %1: %2.</source>
        <translation>Das Bild konnte nicht nach %1 geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Name a file in a folder that you may write to.</source>
        <translation>Eine Datei in einem Ordner nennen, in den geschrieben werden darf.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::SelectionCopies</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ShiftLogDialog</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Shift log</source>
        <translation>Schichtprotokoll</translation>
    </message>
    <message>
        <source>Looking through the archive and the journal.</source>
        <translation>Archiv und Journal werden durchgesehen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The shift log was copied.</source>
        <translation>Das Schichtprotokoll wurde kopiert.</translation>
    </message>
    <message>
        <source>Save the shift log</source>
        <translation>Schichtprotokoll speichern</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>The shift log was written to %1.</source>
        <translation>Das Schichtprotokoll wurde in %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another place.</source>
        <translation>%1 kann nicht geschrieben werden: %2. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message numerus="yes">
        <source>The last %n hour(s)</source>
        <translation>
            <numerusform>Die letzte Stunde</numerusform>
            <numerusform>Die letzten %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The last %n day(s)</source>
        <translation>
            <numerusform>Der letzte Tag</numerusform>
            <numerusform>Die letzten %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Tonight</source>
        <translation>Heute Nacht</translation>
    </message>
    <message>
        <source>Last night</source>
        <translation>Letzte Nacht</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>noon to noon UTC</source>
        <translation>Mittag bis Mittag UTC</translation>
    </message>
    <message>
        <source>noon to noon in %1</source>
        <translation>Mittag bis Mittag in %1</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>“tocsin shift --night last --zone America/Santiago” knows all zones</source>
        <translation>„tocsin shift --night last --zone America/Santiago“ kennt alle Zonen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::SignInDialog</name>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>If the browser ends at a page that it cannot show, paste the address of that page:</source>
        <translation>Endet der Browser bei einer Seite, die er nicht zeigen kann, fügen Sie deren Adresse ein:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sign in in the browser</source>
        <translation>Im Browser anmelden</translation>
    </message>
    <message>
        <source>Sign in at %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Link</translation>
    </message>
    <message>
        <source>Address of the last page</source>
        <translation>Adresse der letzten Seite</translation>
    </message>
    <message>
        <source>No browser could be opened</source>
        <translation>Es ließ sich kein Browser öffnen</translation>
    </message>
    <message>
        <source>Copy the link and open it by hand, on this computer; or use a code on another one.</source>
        <translation>Kopieren Sie den Link und öffnen Sie ihn von Hand, auf diesem Rechner; oder benutzen Sie einen Code auf einem anderen.</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Asking the provider how it signs people in…</source>
        <translation>Der Anbieter wird gefragt, wie er anmeldet …</translation>
    </message>
    <message>
        <source>The browser will ask you to let Tocsin do this, and nothing else:</source>
        <translation>Der Browser wird Sie bitten, Tocsin dies zu erlauben, und sonst nichts:</translation>
    </message>
    <message>
        <source>Sign in in the browser and come back; this window goes on by itself. You are asked for:</source>
        <translation>Melden Sie sich im Browser an und kommen Sie zurück; dieses Fenster macht von selbst weiter. Sie werden gebeten um:</translation>
    </message>
    <message>
        <source>Open the page below on any machine and enter this code, if you began this sign-in yourself. You are asked for:</source>
        <translation>Öffnen Sie die Seite unten auf irgendeinem Rechner und geben Sie diesen Code ein, wenn Sie diese Anmeldung selbst begonnen haben. Sie werden gebeten um:</translation>
    </message>
    <message>
        <source>The browser was here. Fetching the tokens…</source>
        <translation>Der Browser war hier. Die Tokens werden geholt …</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Nichts wurde abgelegt.</translation>
    </message>
    <message>
        <source>In the browser here</source>
        <translation>Im Browser hier</translation>
    </message>
    <message>
        <source>Use a code instead</source>
        <translation>Stattdessen einen Code benutzen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Noch einmal öffnen</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Den Browser öffnen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StampView</name>
    <message>
        <source>%1 image, %2 × %3 pixels</source>
        <translation>Bild %1, %2 × %3 Pixel</translation>
    </message>
    <message>
        <source>%1 image</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>Science</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>N up</source>
        <extracomment>on an image: north is up, east is left</extracomment>
        <translation>N oben</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamCommands</name>
    <message>
        <source>Remove the stream %1?</source>
        <translation>Den Stream %1 entfernen?</translation>
    </message>
    <message>
        <source>It stops and its settings go. The alerts that it brought stay in the archive.</source>
        <translation>Er stoppt und seine Einstellungen gehen. Die Alerts, die er brachte, bleiben im Archiv.</translation>
    </message>
    <message>
        <source>Remove stream</source>
        <translation>Stream entfernen</translation>
    </message>
    <message>
        <source>%1 was removed; its alerts stay.</source>
        <translation>%1 wurde entfernt; seine Alerts bleiben.</translation>
    </message>
    <message>
        <source>The status of %1 was copied.</source>
        <translation>Der Zustand von %1 wurde kopiert.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Log…</source>
        <translation>Protokoll…</translation>
    </message>
    <message>
        <source>Copy status</source>
        <translation>Zustand kopieren</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Enter password…</source>
        <translation>Passwort eingeben…</translation>
    </message>
    <message>
        <source>Enter secret…</source>
        <translation>Geheimnis eingeben…</translation>
    </message>
    <message>
        <source>Edit stream</source>
        <translation>Stream bearbeiten</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Its alerts in the archive stay with it.</source>
        <translation>Seine Alerts im Archiv bleiben bei ihm.</translation>
    </message>
    <message>
        <source>Stop fetching</source>
        <translation>Nachholen beenden</translation>
    </message>
    <message>
        <source>Fill all gaps</source>
        <translation>Alle Lücken füllen</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>Anmelden …</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamDelegate</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamDialog</name>
    <message>
        <source>Start with the program</source>
        <translation>Mit dem Programm starten</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Add stream</source>
        <translation>Stream hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Edit stream</source>
        <translation>Stream bearbeiten</translation>
    </message>
    <message>
        <source>Kind of stream</source>
        <translation>Art des Streams</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A stream that is not enabled is kept and does not run.</source>
        <translation>Ein Stream, der nicht aktiviert ist, wird behalten und läuft nicht.</translation>
    </message>
    <message>
        <source>Letters, digits, dot, dash and underscore.</source>
        <translation>Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Give the stream a name.</source>
        <translation>Dem Stream einen Namen geben.</translation>
    </message>
    <message>
        <source>Use letters, digits, dot, dash and underscore only.</source>
        <translation>Nur Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich verwenden.</translation>
    </message>
    <message>
        <source>Another stream has this name.</source>
        <translation>Ein anderer Stream heißt so.</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Add the stream although its connection does not hold</source>
        <translation>Den Stream hinzufügen, obwohl seine Verbindung nicht hält</translation>
    </message>
    <message>
        <source>Add anyway</source>
        <translation>Trotzdem hinzufügen</translation>
    </message>
    <message>
        <source>Go to “%1”</source>
        <translation>Zu „%1“</translation>
    </message>
    <message>
        <source>Keep it in the vault…</source>
        <translation>Im Tresor behalten …</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamList</name>
    <message>
        <source>Streams</source>
        <translation>Streams</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamLogDialog</name>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>Debug</translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation>Protokoll von %1</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>Informationen</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <translation>Noch wurde nichts gesagt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamModel</name>
    <message numerus="yes">
        <source>%n topic(s), folded</source>
        <translation>
            <numerusform>%n Topic, eingeklappt</numerusform>
            <numerusform>%n Topics, eingeklappt</numerusform>
        </translation>
    </message>
    <message>
        <source>Topic %1, %2, %3</source>
        <translation>Topic %1, %2, %3</translation>
    </message>
    <message>
        <source>%1 left at the broker</source>
        <translation>noch %1 beim Broker</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 messages, %2, %3, %4 heartbeats</source>
        <translation>%1 Meldungen, %2, %3, %4 Herzschläge</translation>
    </message>
    <message>
        <source>lag not known</source>
        <translation>Rückstand nicht bekannt</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>Rückstand %1</translation>
    </message>
    <message>
        <source>next try at %1</source>
        <translation>nächster Versuch um %1</translation>
    </message>
    <message>
        <source>, the last %1 s after the broker had it</source>
        <translation>, das letzte %1 s, nachdem der Broker es hatte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln heartbeat(s)</source>
        <translation>
            <numerusform>%Ln Lebenszeichen</numerusform>
            <numerusform>%Ln Lebenszeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TargetBar</name>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>%1 is in %2</source>
        <translation>%1 ist in %2</translation>
    </message>
    <message>
        <source>Made from %1.</source>
        <translation>Angelegt aus %1.</translation>
    </message>
    <message>
        <source>%1 of %2 is linked to the row</source>
        <translation>%1 von %2 ist mit der Zeile verknüpft</translation>
    </message>
    <message>
        <source>%1 waits in the outbox for %2</source>
        <translation>%1 wartet im Postausgang auf %2</translation>
    </message>
    <message>
        <source>It is sent when the time to undo is over and the TOM answers.</source>
        <translation>Es wird gesendet, wenn die Zeit zum Rückgängigmachen vorbei ist und der TOM antwortet.</translation>
    </message>
    <message>
        <source>%1 is in the local list</source>
        <translation>%1 ist in der lokalen Liste</translation>
    </message>
    <message>
        <source>Strangers can see %1 of %2</source>
        <translation>Fremde können %1 von %2 sehen</translation>
    </message>
    <message>
        <source>The TOM shows it to whoever asks, without signing in. Keep it if that is meant.</source>
        <translation>Der TOM zeigt es jedem, der fragt, ohne Anmeldung. Behalten Sie es, wenn das so gemeint ist.</translation>
    </message>
    <message>
        <source>Remove it from the TOM</source>
        <translation>Aus dem TOM entfernen</translation>
    </message>
    <message>
        <source>%1 refused %2</source>
        <translation>%1 hat %2 abgelehnt</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>%1 was retracted</source>
        <translation>%1 wurde zurückgezogen</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) came from it.</source>
        <translation>
            <numerusform>%n Ziel entstand daraus.</numerusform>
            <numerusform>%n Ziele entstanden daraus.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n target(s)</source>
        <translation>
            <numerusform>%n Ziel entfernen</numerusform>
            <numerusform>%n Ziele entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo (%1 s)</source>
        <translation>Rückgängig machen (%1 s)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
    <message>
        <source>%1 is still in %2</source>
        <translation>%1 ist noch in %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TargetForm</name>
    <message>
        <source>None: only you see it</source>
        <translation>Keine: nur Sie sehen es</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>RA, Dec</source>
        <translation>RA, Dec</translation>
    </message>
    <message>
        <source>Aliases</source>
        <translation>Aliasse</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>TOM</source>
        <translation>TOM</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Words, separated by commas</source>
        <translation>Wörter, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>None: the local list</source>
        <translation>Keiner: die lokale Liste</translation>
    </message>
    <message>
        <source>This TOM asks for it</source>
        <translation>Dieser TOM verlangt es</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <translation>%1, als %2</translation>
    </message>
    <message>
        <source>A target has a name.</source>
        <translation>Ein Ziel hat einen Namen.</translation>
    </message>
    <message>
        <source>This TOM asks for it.</source>
        <translation>Dieser TOM verlangt es.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TargetPopover</name>
    <message>
        <source>Create target</source>
        <translation>Ziel anlegen</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc schließt</translation>
    </message>
    <message>
        <source>Send photometry:</source>
        <translation>Photometrie senden:</translation>
    </message>
    <message>
        <source>%1 refused the target</source>
        <translation>%1 hat das Ziel abgelehnt</translation>
    </message>
    <message>
        <source>This cannot be a target</source>
        <translation>Das kann kein Ziel werden</translation>
    </message>
    <message>
        <source>The TOM does not answer</source>
        <translation>Der TOM antwortet nicht</translation>
    </message>
    <message>
        <source>%1: %2 The target waits in the outbox; it is looked up again before sending.</source>
        <translation>%1: %2 Das Ziel wartet im Postausgang; vor dem Senden wird noch einmal gesucht.</translation>
    </message>
    <message>
        <source>One of the same name or alias</source>
        <translation>Eines mit demselben Namen oder Alias</translation>
    </message>
    <message>
        <source>One of the same place and name</source>
        <translation>Eines mit derselben Position und demselben Namen</translation>
    </message>
    <message>
        <source>One of the same place, under another name</source>
        <translation>Eines mit derselben Position, unter anderem Namen</translation>
    </message>
    <message>
        <source>One target is already there</source>
        <translation>Ein Ziel ist schon da</translation>
    </message>
    <message>
        <source>%1 targets are already there</source>
        <translation>%1 Ziele sind schon da</translation>
    </message>
    <message>
        <source>Change what is marked above, and create it again.</source>
        <translation>Ändern Sie, was oben markiert ist, und legen Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading the alert</source>
        <translation>Der Alert wird gelesen</translation>
    </message>
    <message>
        <source>Looking for duplicates</source>
        <translation>Duplikate werden gesucht</translation>
    </message>
    <message>
        <source>%1 is asked for this place and these names.</source>
        <translation>%1 wird nach dieser Position und diesen Namen gefragt.</translation>
    </message>
    <message>
        <source>No duplicate</source>
        <translation>Kein Duplikat</translation>
    </message>
    <message>
        <source>Press once more to create it all the same</source>
        <translation>Noch einmal drücken, um es trotzdem anzulegen</translation>
    </message>
    <message>
        <source>No duplicate, but look at the position</source>
        <translation>Kein Duplikat, aber sehen Sie sich die Position an</translation>
    </message>
    <message>
        <source>Create all the same</source>
        <translation>Trotzdem anlegen</translation>
    </message>
    <message>
        <source>Create anyway</source>
        <translation>Dennoch anlegen</translation>
    </message>
    <message>
        <source>Add as alias</source>
        <translation>Als Alias hinzufügen</translation>
    </message>
    <message>
        <source>Use existing</source>
        <translation>Vorhandenes verwenden</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Put in outbox</source>
        <translation>In den Postausgang</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No TOM is set up</source>
        <translation>Kein TOM ist eingerichtet</translation>
    </message>
    <message>
        <source>The target goes to the local list. From there it can be written as CSV for a TOM, or be sent to one later.</source>
        <translation>Das Ziel kommt in die lokale Liste. Von dort kann es als CSV für einen TOM geschrieben oder später an einen gesendet werden.</translation>
    </message>
    <message>
        <source>For the local list</source>
        <translation>Für die lokale Liste</translation>
    </message>
    <message>
        <source>From there it can be written as CSV for a TOM, or be sent to one later.</source>
        <translation>Von dort kann es als CSV für einen TOM geschrieben oder später an einen gesendet werden.</translation>
    </message>
    <message>
        <source>Keep in local list</source>
        <translation>In der lokalen Liste behalten</translation>
    </message>
    <message>
        <source>The alert is restricted</source>
        <translation>Der Alert ist beschränkt</translation>
    </message>
    <message>
        <source>%1, and whoever has rights there, would learn of it already when duplicates are looked for. You are asked once for this TOM.</source>
        <translation>%1, und wer dort Rechte hat, würde schon bei der Suche nach Duplikaten davon erfahren. Für diesen TOM werden Sie nur einmal gefragt.</translation>
    </message>
    <message>
        <source>Send it there</source>
        <translation>Dorthin senden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>It is written down: it arrives also when this is closed.</source>
        <translation>Es ist vermerkt: Es kommt auch an, wenn das hier geschlossen wird.</translation>
    </message>
    <message>
        <source>Strangers can see this target</source>
        <translation>Fremde können dieses Ziel sehen</translation>
    </message>
    <message>
        <source>%1 shows %2 to whoever asks, without signing in. Keep it if that is meant.</source>
        <translation>%1 zeigt %2 jedem, der fragt, ohne Anmeldung. Behalten Sie es, wenn das so gemeint ist.</translation>
    </message>
    <message>
        <source>Remove it from the TOM</source>
        <translation>Aus dem TOM entfernen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Looks again in %1 s. Outbox holds %2.</source>
        <translation>Sieht in %1 s wieder nach. Im Postausgang: %2.</translation>
    </message>
    <message>
        <source>Add TOM</source>
        <translation>TOM hinzufügen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TargetsBulkDialog</name>
    <message>
        <source>There, no. %1</source>
        <translation>Vorhanden, Nr. %1</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>As each alert suggests</source>
        <translation>Wie jeder Alert nahelegt</translation>
    </message>
    <message>
        <source>Send them there</source>
        <translation>Dorthin senden</translation>
    </message>
    <message>
        <source>Create targets</source>
        <translation>Ziele anlegen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>None: the local list</source>
        <translation>Keiner: die lokale Liste</translation>
    </message>
    <message>
        <source>Use what is there</source>
        <translation>Vorhandene verwenden</translation>
    </message>
    <message>
        <source>Leave them out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Create them anyway</source>
        <translation>Dennoch anlegen</translation>
    </message>
    <message>
        <source>TOM</source>
        <translation>TOM</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>RA, Dec</source>
        <translation>RA, Dec</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message numerus="yes">
        <source>%n duplicate(s)</source>
        <translation>
            <numerusform>%n Duplikat</numerusform>
            <numerusform>%n Duplikate</numerusform>
        </translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Create also those of a doubtful place: %1</source>
        <translation>Auch die mit zweifelhafter Position anlegen: %1</translation>
    </message>
    <message>
        <source>Restricted alerts among these rows: %1</source>
        <translation>Beschränkte Alerts unter diesen Zeilen: %1</translation>
    </message>
    <message>
        <source>%1, and whoever has rights there, would learn of them already when duplicates are looked for. You are asked once for this TOM.</source>
        <translation>%1, und wer dort Rechte hat, würde schon bei der Suche nach Duplikaten von ihnen erfahren. Für diesen TOM werden Sie nur einmal gefragt.</translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n erledigt</numerusform>
            <numerusform>%n erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not created</source>
        <translation>
            <numerusform>%n nicht angelegt</numerusform>
            <numerusform>%n nicht angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n never sent</source>
        <translation>
            <numerusform>%n nie gesendet</numerusform>
            <numerusform>%n nie gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n left out</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n for the outbox, since the TOM does not answer</source>
        <translation>
            <numerusform>%n für den Postausgang, da der TOM nicht antwortet</numerusform>
            <numerusform>%n für den Postausgang, da der TOM nicht antwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>Noch wurde nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>Try %n again</source>
        <translation>
            <numerusform>%n noch einmal versuchen</numerusform>
            <numerusform>%n noch einmal versuchen</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Keep %n in the local list</source>
        <translation>
            <numerusform>%n in der lokalen Liste behalten</numerusform>
            <numerusform>%n in der lokalen Liste behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Create %n target(s)</source>
        <translation>
            <numerusform>%n Ziel anlegen</numerusform>
            <numerusform>%n Ziele anlegen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TargetsDialog</name>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Send to a TOM</source>
        <translation>An einen TOM senden</translation>
    </message>
    <message>
        <source>Open page</source>
        <translation>Seite öffnen</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>RA, Dec</source>
        <translation>RA, Dec</translation>
    </message>
    <message>
        <source>TOM</source>
        <translation>TOM</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>No target has been made yet. Select a row in the table and press T.</source>
        <translation>Noch wurde kein Ziel angelegt. Wählen Sie eine Zeile in der Tabelle aus und drücken Sie T.</translation>
    </message>
    <message>
        <source>Looks for the selected targets in their TOMs and sends them, all that wait where none is selected</source>
        <translation>Sucht die ausgewählten Ziele in ihren TOMs und sendet sie; ist keines ausgewählt, alle wartenden</translation>
    </message>
    <message>
        <source>Writes the selected targets, or all of them, as the import page of a TOM reads it</source>
        <translation>Schreibt die ausgewählten Ziele, oder alle, wie die Importseite eines TOM sie liest</translation>
    </message>
    <message>
        <source>Outbox %1, local list %2, in a TOM %3.</source>
        <translation>Postausgang %1, lokale Liste %2, in einem TOM %3.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n target(s)?</source>
        <translation>
            <numerusform>%n Ziel entfernen?</numerusform>
            <numerusform>%n Ziele entfernen?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them would be deleted at %1, with all that was added there since.</source>
        <translation>
            <numerusform>%n davon würde bei %1 gelöscht, mit allem, was dort seither hinzukam.</numerusform>
            <numerusform>%n davon würden bei %1 gelöscht, mit allem, was dort seither hinzukam.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n target(s) are in %1</source>
        <translation>
            <numerusform>%n Ziel ist in %1</numerusform>
            <numerusform>%n Ziele sind in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The page Import targets of a TOM reads it. Groups named in it have to be there already.</source>
        <translation>Die Seite „Import targets“ eines TOM liest es. Darin genannte Gruppen müssen dort schon da sein.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TemplatesDialog</name>
    <message>
        <source>Once in front</source>
        <translation>Einmal davor</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Open in and copy as</source>
        <translation>Öffnen in und Kopieren als</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Bring back removed ones</source>
        <translation>Entfernte zurückholen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>A page to open</source>
        <translation>Eine Seite zum Öffnen</translation>
    </message>
    <message>
        <source>A text to copy</source>
        <translation>Ein Text zum Kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Insert a value</source>
        <translation>Wert einfügen</translation>
    </message>
    <message>
        <source>As it came</source>
        <translation>Wie geliefert</translation>
    </message>
    <message>
        <source>{ra:.5f} five decimals, {dec:+.1f} with its sign, {mag|none} when there is none, {name:word} without blanks, {name:quoted} as a literal, {{ a brace</source>
        <translation>{ra:.5f} fünf Nachkommastellen, {dec:+.1f} mit Vorzeichen, {mag|none}, wenn es keine gibt, {name:word} ohne Leerzeichen, {name:quoted} als Literal, {{ eine Klammer</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>Offered when</source>
        <translation>Angeboten, wenn</translation>
    </message>
    <message>
        <source>In the filter language, such as: has(ra) and name ~ &quot;^ZTF&quot;</source>
        <translation>In der Filtersprache, etwa: has(ra) and name ~ &quot;^ZTF&quot;</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Schlüssel</translation>
    </message>
    <message>
        <source>Open in</source>
        <translation>Öffnen in</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>Kopieren als</translation>
    </message>
    <message>
        <source>For each row</source>
        <translation>Für jede Zeile</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>With %1</source>
        <translation>Mit %1</translation>
    </message>
    <message>
        <source>Select a row to see what it becomes</source>
        <translation>Eine Zeile auswählen, um zu sehen, was daraus wird</translation>
    </message>
    <message>
        <source>Not offered for this row.</source>
        <translation>Für diese Zeile nicht angeboten.</translation>
    </message>
    <message>
        <source>My page</source>
        <translation>Meine Seite</translation>
    </message>
    <message>
        <source>My text</source>
        <translation>Mein Text</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TomTargetDesk</name>
    <message>
        <source>The targets of the demo are invented; none was exported.</source>
        <translation>Die Ziele der Demo sind erfunden; keines wurde exportiert.</translation>
    </message>
    <message>
        <source>Leave the demo (menu Streams): the targets of real alerts are exported here.</source>
        <translation>Verlassen Sie die Demo (Menü Streams): Die Ziele echter Alerts werden hier exportiert.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TopicBrowser</name>
    <message>
        <source>Only what the rules take</source>
        <translation>Nur was die Regeln nehmen</translation>
    </message>
    <message>
        <source>Topics at the broker</source>
        <translation>Topics beim Broker</translation>
    </message>
    <message>
        <source>Asking the broker</source>
        <translation>Frage den Broker</translation>
    </message>
    <message>
        <source>Find a topic</source>
        <translation>Topic suchen</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Topic</translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Neueste</translation>
    </message>
    <message>
        <source>Asking, for at most %1 s.</source>
        <translation>Frage, höchstens %1 s.</translation>
    </message>
    <message>
        <source>The broker can tell which topics there are and when each last had a message.</source>
        <translation>Der Broker kann sagen, welche Topics es gibt und wann jedes zuletzt eine Meldung hatte.</translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation>Nicht weiter fragen</translation>
    </message>
    <message>
        <source>Browse topics</source>
        <translation>Topics ansehen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>“%1” is needed</source>
        <translation>„%1“ wird gebraucht</translation>
    </message>
    <message>
        <source>This broker tells its topics only to those who sign in.</source>
        <translation>Dieser Broker nennt seine Topics nur denen, die sich anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>The rules take %1 of %Ln topic(s).</source>
        <translation>
            <numerusform>Die Regeln nehmen %1 von %Ln Topic.</numerusform>
            <numerusform>Die Regeln nehmen %1 von %Ln Topics.</numerusform>
        </translation>
    </message>
    <message>
        <source>What each rule takes</source>
        <translation>Was jede Regel nimmt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1
Taken by a rule</source>
        <translation>%1
Von einer Regel genommen</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: keines</translation>
    </message>
    <message>
        <source>%1: there</source>
        <translation>%1: da</translation>
    </message>
    <message>
        <source>%1: %2, such as %3</source>
        <translation>%1: %2, etwa %3</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more rule(s)</source>
        <translation>
            <numerusform>und %n weitere Regel</numerusform>
            <numerusform>und %n weitere Regeln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::UpkeepDialog</name>
    <message>
        <source>Recover…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>%1 % done.</source>
        <translation>%1 % fertig.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::VaultBar</name>
    <message>
        <source>Enter passphrase…</source>
        <translation>Passphrase eingeben …</translation>
    </message>
    <message>
        <source>Use an encrypted file…</source>
        <translation>Eine verschlüsselte Datei benutzen …</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Where secrets are kept</source>
        <translation>Wo Geheimnisse aufbewahrt werden</translation>
    </message>
    <message>
        <source>Keep secrets in</source>
        <translation>Geheimnisse aufbewahren in</translation>
    </message>
    <message>
        <source>Keychain of the desktop</source>
        <translation>Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>Encrypted vault file</source>
        <translation>Verschlüsselte Tresordatei</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s).</source>
        <translation>
            <numerusform>%n Konto.</numerusform>
            <numerusform>%n Konten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at the place of secrets…</source>
        <translation>Der Ort der Geheimnisse wird angesehen …</translation>
    </message>
    <message>
        <source>Kept in memory, for this session only.</source>
        <translation>Im Speicher aufbewahrt, nur für diese Sitzung.</translation>
    </message>
    <message>
        <source>Kept in the encrypted vault file.</source>
        <translation>In der verschlüsselten Tresordatei aufbewahrt.</translation>
    </message>
    <message>
        <source>Kept in the keychain of the desktop.</source>
        <translation>Im Schlüsselbund des Desktops aufbewahrt.</translation>
    </message>
    <message>
        <source>What you enter is kept in memory and is gone when Tocsin ends. An encrypted file with a passphrase keeps it for longer. Nothing is ever kept in plain text.</source>
        <translation>Was Sie eingeben, bleibt im Speicher und ist weg, wenn Tocsin endet. Eine verschlüsselte Datei mit Passphrase behält es länger. Nichts wird je im Klartext aufbewahrt.</translation>
    </message>
    <message>
        <source>Streams that need a secret of it wait.</source>
        <translation>Streams, die ein Geheimnis daraus brauchen, warten.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WatchlistsDialog</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Watchlists</source>
        <translation>Beobachtungslisten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Radius of sources that bring none</source>
        <translation>Radius von Quellen, die keinen mitbringen</translation>
    </message>
    <message>
        <source>CSV with name, ra, dec and radius, in degrees or sexagesimal; or VOTable. A copy is kept in the profile. Alerts on a source say so in the column State; “has(watch)” finds them.</source>
        <translation>CSV mit name, ra, dec und radius, in Grad oder sexagesimal; oder VOTable. Eine Kopie liegt im Profil. Alerts auf einer Quelle sagen es in der Spalte Zustand; „has(watch)“ findet sie.</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Add a watchlist</source>
        <translation>Beobachtungsliste hinzufügen</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt *.tsv *.dat *.xml *.vot *.votable);;All files (*)</source>
        <translation>Tabellen (*.csv *.txt *.tsv *.dat *.xml *.vot *.votable);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Use letters without accents, digits, dot, dash and underscore.</source>
        <translation>Verwenden Sie Buchstaben ohne Akzente, Ziffern, Punkt, Strich und Unterstrich.</translation>
    </message>
    <message>
        <source>Name of the watchlist</source>
        <translation>Name der Beobachtungsliste</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>A list of that name is replaced.</source>
        <translation>Eine Liste dieses Namens wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowAccounts</name>
    <message>
        <source>There is no keychain here: secrets are kept for this session only, or in an encrypted file that you choose under Accounts. Never in plain text.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Geheimnisse werden nur für diese Sitzung behalten, oder in einer verschlüsselten Datei, die Sie unter Konten wählen. Nie im Klartext.</translation>
    </message>
    <message>
        <source>Secrets are kept in the encrypted vault file. No other file ever holds one.</source>
        <translation>Geheimnisse liegen in der verschlüsselten Tresordatei. Keine andere Datei enthält je eines.</translation>
    </message>
    <message>
        <source>Secrets are kept in the keychain of the desktop (locked just now). No file of Tocsin ever holds one.</source>
        <translation>Geheimnisse liegen im Schlüsselbund des Desktops (gerade gesperrt). Keine Datei von Tocsin enthält je eines.</translation>
    </message>
    <message>
        <source>Secrets are kept in the keychain of the desktop. No file of Tocsin ever holds one.</source>
        <translation>Geheimnisse liegen im Schlüsselbund des Desktops. Keine Datei von Tocsin enthält je eines.</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n Konto</numerusform>
            <numerusform>%n Konten</numerusform>
        </translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowAlarms</name>
    <message>
        <source>silenced until %1 UT</source>
        <translation>stumm bis %1 UT</translation>
    </message>
    <message>
        <source>End the silence</source>
        <translation>Stummschaltung beenden</translation>
    </message>
    <message>
        <source>Silence alarms for 30 min</source>
        <translation>Alarme 30 min stumm schalten</translation>
    </message>
    <message numerus="yes">
        <source>alarms silenced, %n min left</source>
        <translation>
            <numerusform>Alarme stumm, noch %n min</numerusform>
            <numerusform>Alarme stumm, noch %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Until %1 UT only rules marked “always” sound. Click to end the silence.</source>
        <translation>Bis %1 UT ertönen nur Regeln mit „immer“. Klicken beendet die Stummschaltung.</translation>
    </message>
    <message numerus="yes">
        <source>Tocsin: %n open alarm(s). %1</source>
        <translation>
            <numerusform>Tocsin: %n offener Alarm. %1</numerusform>
            <numerusform>Tocsin: %n offene Alarme. %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Tocsin: alarms are silenced until %1 UT</source>
        <translation>Tocsin: Alarme sind bis %1 UT stumm</translation>
    </message>
    <message numerus="yes">
        <source>Tocsin: %n rule(s) armed</source>
        <translation>
            <numerusform>Tocsin: %n Regel scharf</numerusform>
            <numerusform>Tocsin: %n Regeln scharf</numerusform>
        </translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>An icon shows the state, also while the window is closed.</source>
        <translation>Ein Symbol zeigt den Zustand, auch bei geschlossenem Fenster.</translation>
    </message>
    <message>
        <source>This desktop has no tray.</source>
        <translation>Dieser Desktop hat keinen Infobereich.</translation>
    </message>
    <message>
        <source>Leave the window open or minimised; GNOME shows trays with the extension AppIndicator.</source>
        <translation>Lassen Sie das Fenster offen oder minimiert; GNOME zeigt den Infobereich mit der Erweiterung AppIndicator.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>The banner and the entry in the task bar flash in any case.</source>
        <translation>Das Banner und der Eintrag in der Taskleiste blinken in jedem Fall.</translation>
    </message>
    <message>
        <source>Alarms cannot use all they need here. Missing: %1. The menu Alarms, Check, says what to do.</source>
        <translation>Alarme können hier nicht alles nutzen, was sie brauchen. Es fehlt: %1. Das Menü „Alarme“, „Alarme prüfen“, sagt, was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowApp</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Tocsin shows what can be read of it and changes nothing; no stream runs until the archive can be written again. Recovering makes a new index from the old one and from the packets. The old index is kept, and what is lost can be fetched again.</source>
        <translation>Tocsin zeigt, was sich davon lesen lässt, und ändert nichts; kein Strom läuft, bis das Archiv wieder beschreibbar ist. Die Wiederherstellung macht aus dem alten Index und den Paketen einen neuen. Der alte Index bleibt, und was verloren ist, kann wieder geholt werden.</translation>
    </message>
    <message>
        <source>Recover now</source>
        <translation>Jetzt wiederherstellen</translation>
    </message>
    <message>
        <source>Only look</source>
        <translation>Nur ansehen</translation>
    </message>
    <message>
        <source>Other archive…</source>
        <translation>Anderes Archiv…</translation>
    </message>
    <message>
        <source>Open Tocsin</source>
        <translation>Tocsin öffnen</translation>
    </message>
    <message>
        <source>Folder of another archive; an empty one begins a new one</source>
        <translation>Ordner eines anderen Archivs; ein leerer beginnt ein neues</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowColours</name>
    <message numerus="yes">
        <source>%n row(s) could not be judged by the colour rules, their packets are damaged: “tocsin archive verify” tells which.</source>
        <translation>
            <numerusform>%n Zeile war für die Farbregeln nicht zu beurteilen, ihr Paket ist beschädigt: „tocsin archive verify“ sagt, welche.</numerusform>
            <numerusform>%n Zeilen waren für die Farbregeln nicht zu beurteilen, ihre Pakete sind beschädigt: „tocsin archive verify“ sagt, welche.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowCoverage</name>
    <message>
        <source>This stream is no longer set up; set it up again to fetch what it missed.</source>
        <translation>Dieser Stream ist nicht mehr eingerichtet; neu einrichten, um Verpasstes nachzuholen.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowFilter</name>
    <message>
        <source>Filter language</source>
        <translation>Filtersprache</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowFinding</name>
    <message>
        <source>Looking, %1</source>
        <translation>Suche, %1</translation>
    </message>
    <message>
        <source>No row within the filter has it</source>
        <translation>Keine Zeile im Filter enthält es</translation>
    </message>
    <message>
        <source>No row has it</source>
        <translation>Keine Zeile enthält es</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 row(s)</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>from the start again</source>
        <translation>wieder von vorn</translation>
    </message>
    <message>
        <source>from the end again</source>
        <translation>wieder von hinten</translation>
    </message>
    <message>
        <source>Row %1 is not in the table.</source>
        <translation>Zeile %1 ist nicht in der Tabelle.</translation>
    </message>
    <message>
        <source>The table shows none of the rows before this one.</source>
        <translation>Die Tabelle zeigt keine der Zeilen vor dieser.</translation>
    </message>
    <message>
        <source>The table shows none of the rows after this one.</source>
        <translation>Die Tabelle zeigt keine der Zeilen nach dieser.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) skipped that the table does not show.</source>
        <translation>
            <numerusform>%Ln Zeile übersprungen, die die Tabelle nicht zeigt.</numerusform>
            <numerusform>%Ln Zeilen übersprungen, die die Tabelle nicht zeigt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowRedecoding</name>
    <message>
        <source>Decoding again, %1</source>
        <translation>Liest neu, %1</translation>
    </message>
    <message>
        <source>Stop decoding</source>
        <translation>Lesen anhalten</translation>
    </message>
    <message>
        <source>Decode again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>These rows are no longer in the archive.</source>
        <translation>Diese Zeilen sind nicht mehr im Archiv.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) decoded again</source>
        <translation>
            <numerusform>%Ln Zeile neu gelesen</numerusform>
            <numerusform>%Ln Zeilen neu gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>their packets are damaged or lost</source>
        <translation>ihre Pakete sind beschädigt oder verloren</translation>
    </message>
    <message>
        <source>%1 of %2 rows decoded again, %3 still cannot be read: %4</source>
        <translation>%1 von %2 Zeilen neu gelesen, %3 lassen sich weiter nicht lesen: %4</translation>
    </message>
    <message numerus="yes">
        <source>; %Ln row(s) removed, which their packets do not hold</source>
        <translation>
            <numerusform>; %Ln Zeile entfernt, die ihr Paket nicht enthält</numerusform>
            <numerusform>; %Ln Zeilen entfernt, die ihre Pakete nicht enthalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %Ln marked row(s) kept, which their packets do not hold</source>
        <translation>
            <numerusform>; %Ln markierte Zeile behalten, die ihr Paket nicht enthält</numerusform>
            <numerusform>; %Ln markierte Zeilen behalten, die ihre Pakete nicht enthalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowRules</name>
    <message>
        <source>Choose another file.</source>
        <translation>Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Rule like this row…</source>
        <translation>Regel wie diese Zeile…</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>Nicht senden</translation>
    </message>
    <message>
        <source>Show rules</source>
        <translation>Regeln zeigen</translation>
    </message>
    <message>
        <source>A rule would send restricted alerts to %1</source>
        <translation>Eine Regel würde beschränkte Alerts an %1 senden</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) wait. Your answer is kept for this destination.</source>
        <translation>
            <numerusform>%n Alert wartet. Ihre Antwort wird für dieses Ziel behalten.</numerusform>
            <numerusform>%n Alerts warten. Ihre Antwort wird für dieses Ziel behalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule “%1”, %2: %3</source>
        <translation>Regel „%1“, %2: %3</translation>
    </message>
    <message>
        <source>%1, copy</source>
        <translation>%1, Kopie</translation>
    </message>
    <message>
        <source>The selected alert is restricted, and nobody has allowed yet that such alerts go to %1. Select a public one.</source>
        <translation>Der ausgewählte Alert ist beschränkt, und noch hat niemand erlaubt, dass solche Alerts an %1 gehen. Wählen Sie einen öffentlichen aus.</translation>
    </message>
    <message>
        <source>Remove “%1”?</source>
        <translation>„%1“ entfernen?</translation>
    </message>
    <message>
        <source>It came with Tocsin and stays away once it is removed. Switched off it does nothing, too.</source>
        <translation>Sie kam mit Tocsin und bleibt fort, wenn sie einmal entfernt ist. Ausgeschaltet tut sie auch nichts.</translation>
    </message>
    <message>
        <source>What it has done stays in the log.</source>
        <translation>Was sie getan hat, bleibt im Protokoll.</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>“%1” is on</source>
        <translation>„%1“ ist an</translation>
    </message>
    <message>
        <source>“%1” is off</source>
        <translation>„%1“ ist aus</translation>
    </message>
    <message>
        <source>Import rules</source>
        <translation>Regeln importieren</translation>
    </message>
    <message>
        <source>Rules (*.json);;All files (*)</source>
        <translation>Regeln (*.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>%1 could not be read.</source>
        <translation>%1 konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>%1 is too large for a file of rules.</source>
        <translation>%1 ist zu groß für eine Datei mit Regeln.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) imported, switched off</source>
        <translation>
            <numerusform>%n Regel importiert, ausgeschaltet</numerusform>
            <numerusform>%n Regeln importiert, ausgeschaltet</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at each of them, then arm it.</source>
        <translation>Sehen Sie jede an, und schalten Sie sie dann scharf.</translation>
    </message>
    <message>
        <source>Export rule</source>
        <translation>Regel exportieren</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The rule was written</source>
        <translation>Die Regel wurde geschrieben</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowSchemas</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Weglegen</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) were read again.</source>
        <translation>
            <numerusform>%n Zeile wurde neu gelesen.</numerusform>
            <numerusform>%n Zeilen wurden neu gelesen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit stream…</source>
        <translation>Stream bearbeiten …</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowSending</name>
    <message>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON lines</source>
        <translation>JSON-Zeilen</translation>
    </message>
    <message>
        <source>IDs</source>
        <translation>IDs</translation>
    </message>
    <message>
        <source>No page for this row</source>
        <translation>Keine Seite für diese Zeile</translation>
    </message>
    <message>
        <source>No text for this row</source>
        <translation>Kein Text für diese Zeile</translation>
    </message>
    <message>
        <source>Copying %1 rows…</source>
        <translation>Kopiere %1 Zeilen…</translation>
    </message>
    <message>
        <source>Nothing was copied: no selected row has what “%1” needs.</source>
        <translation>Nichts wurde kopiert: keine ausgewählte Zeile hat, was „%1“ braucht.</translation>
    </message>
    <message>
        <source>%1: %2 rows are on the clipboard.</source>
        <translation>%1: %2 Zeilen sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>%1: one row is on the clipboard.</source>
        <translation>%1: eine Zeile ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>That is all it takes; Export writes the others as well.</source>
        <translation>Mehr fasst sie nicht; Exportieren schreibt auch die übrigen.</translation>
    </message>
    <message>
        <source>Left out for want of a value: %1.</source>
        <translation>Ausgelassen, weil Nötiges fehlt: %1.</translation>
    </message>
    <message>
        <source>Not sent by some: %1.</source>
        <translation>Von einigen nicht gesendet: %1.</translation>
    </message>
    <message>
        <source>No selected row has a page in %1.</source>
        <translation>Keine ausgewählte Zeile hat eine Seite in %1.</translation>
    </message>
    <message>
        <source>%1 was not opened: %2</source>
        <translation>%1 wurde nicht geöffnet: %2</translation>
    </message>
    <message numerus="yes">
        <source>More than %n page(s): only the first are opened.</source>
        <translation>
            <numerusform>Mehr als %n Seite: nur die erste wird geöffnet.</numerusform>
            <numerusform>Mehr als %n Seiten: nur die ersten werden geöffnet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Open %n page(s)</source>
        <translation>
            <numerusform>%n Seite öffnen</numerusform>
            <numerusform>%n Seiten öffnen</numerusform>
        </translation>
    </message>
    <message>
        <source>Host: %1.</source>
        <translation>Das führt zu %1.</translation>
    </message>
    <message>
        <source>Some of these alerts are restricted: %1 would learn of them.</source>
        <translation>Einige dieser Alerts sind beschränkt: %1 würde davon erfahren.</translation>
    </message>
    <message numerus="yes">
        <source>Open %n page(s)?</source>
        <translation>
            <numerusform>%n Seite öffnen?</numerusform>
            <numerusform>%n Seiten öffnen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Open pages about restricted alerts?</source>
        <translation>Seiten über beschränkte Alerts öffnen?</translation>
    </message>
    <message>
        <source>Nothing on this computer opens web pages. The address: %1</source>
        <translation>Nichts auf diesem Rechner öffnet Webseiten. Die Adresse: %1</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>Geöffnet: %1</translation>
    </message>
    <message numerus="yes">
        <source>Opened %n page(s).</source>
        <translation>
            <numerusform>%n Seite geöffnet.</numerusform>
            <numerusform>%n Seiten geöffnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy restricted alerts?</source>
        <translation>Nicht öffentliche Alerts kopieren?</translation>
    </message>
    <message>
        <source>Restricted alerts among these rows: %1. Whatever reads the clipboard, and whoever reads what you paste, has them then. You are asked once for the clipboard.</source>
        <translation>Nicht öffentliche Alerts unter diesen Zeilen: %1. Wer oder was die Zwischenablage liest, und wer liest, was Sie einfügen, hat sie dann. Für die Zwischenablage werden Sie nur einmal gefragt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowSession</name>
    <message>
        <source>The demo has no room for its throw-away home.</source>
        <translation>Die Demo hat keinen Platz für ihren Wegwerf-Ordner.</translation>
    </message>
    <message>
        <source>Make room in the folder for temporary files, or name another one as TMPDIR.</source>
        <translation>Im Ordner für temporäre Dateien Platz schaffen oder mit TMPDIR einen anderen nennen.</translation>
    </message>
    <message>
        <source>It is only read. “Recover…” under Details makes a new index; the old one is kept.</source>
        <translation>Es wird nur gelesen. „Wiederherstellen…“ unter Einzelheiten macht einen neuen Index; der alte bleibt.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowStatus</name>
    <message>
        <source>Streams, state</source>
        <translation>Streams, Zustand</translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation>Anmeldung nötig</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Lag</source>
        <translation>Rückstand</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>Ungesehen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Eingefroren</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archiv</translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>Time, UT</source>
        <translation>Zeit, UT</translation>
    </message>
    <message>
        <source>Universal Time of this computer. Click to copy.</source>
        <translation>Weltzeit dieses Rechners. Klicken zum Kopieren.</translation>
    </message>
    <message>
        <source>no streams yet</source>
        <translation>noch keine Streams</translation>
    </message>
    <message>
        <source>%1 listening, %2 in trouble</source>
        <translation>%1 hören zu, %2 gestört</translation>
    </message>
    <message>
        <source>%1 listening, %2 connecting</source>
        <translation>%1 hören zu, %2 verbinden</translation>
    </message>
    <message numerus="yes">
        <source>%n stream(s) listening</source>
        <translation>
            <numerusform>%n Stream hört zu</numerusform>
            <numerusform>%n Streams hören zu</numerusform>
        </translation>
    </message>
    <message>
        <source>no stream is listening</source>
        <translation>kein Stream hört zu</translation>
    </message>
    <message>
        <source>all streams stopped</source>
        <translation>alle Streams gestoppt</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) sign-in</source>
        <translation>
            <numerusform>%n braucht Anmeldung</numerusform>
            <numerusform>%n brauchen Anmeldung</numerusform>
        </translation>
    </message>
    <message>
        <source>lag not known</source>
        <translation>Rückstand nicht bekannt</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>Rückstand %1</translation>
    </message>
    <message>
        <source>lag %1 or more</source>
        <translation>Rückstand %1 oder mehr</translation>
    </message>
    <message>
        <source>unseen %1</source>
        <translation>ungesehen %1</translation>
    </message>
    <message>
        <source>view paused, %1 waiting</source>
        <translation>Ansicht eingefroren, %1 warten</translation>
    </message>
    <message>
        <source>view paused</source>
        <translation>Ansicht eingefroren</translation>
    </message>
    <message>
        <source>archive: not writing</source>
        <translation>Archiv: schreibt nicht</translation>
    </message>
    <message>
        <source>archive: asking</source>
        <translation>Archiv: wird gefragt</translation>
    </message>
    <message>
        <source>archive %1 of %2</source>
        <translation>Archiv %1 von %2</translation>
    </message>
    <message>
        <source>gaps %1</source>
        <translation>Lücken %1</translation>
    </message>
    <message>
        <source>UT %1</source>
        <translation>UT %1</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>Alarms silenced</source>
        <translation>Alarme stumm</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>Postausgang</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rows of ignored objects, shown just now. Click to hide them.</source>
        <translation>Zeilen ignorierter Objekte, gerade gezeigt. Klicken blendet sie aus.</translation>
    </message>
    <message>
        <source>Rows of ignored objects. Click to show them.</source>
        <translation>Zeilen ignorierter Objekte. Klicken zeigt sie.</translation>
    </message>
    <message>
        <source>ignored %1, shown</source>
        <translation>ignoriert %1, gezeigt</translation>
    </message>
    <message>
        <source>hidden %1</source>
        <translation>ausgeblendet %1</translation>
    </message>
    <message>
        <source>outbox %1</source>
        <translation>Postausgang %1</translation>
    </message>
    <message>
        <source>rules cannot be read</source>
        <translation>Regeln nicht lesbar</translation>
    </message>
    <message>
        <source>a rule went wrong</source>
        <translation>eine Regel ging schief</translation>
    </message>
    <message>
        <source>a rule asks</source>
        <translation>eine Regel fragt</translation>
    </message>
    <message>
        <source>no rule armed</source>
        <translation>keine Regel scharf</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) armed</source>
        <translation>
            <numerusform>%n Regel scharf</numerusform>
            <numerusform>%n Regeln scharf</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowTargets</name>
    <message>
        <source>More than %1 rows are selected. Select those that are to become targets.</source>
        <translation>Mehr als %1 Zeilen sind ausgewählt. Wählen Sie die aus, die Ziele werden sollen.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 is in %2 now, as %3.</source>
        <translation>%1 ist jetzt in %2, als %3.</translation>
    </message>
    <message>
        <source>%1 was taken back.</source>
        <translation>%1 wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Send a restricted alert?</source>
        <translation>Einen beschränkten Alert senden?</translation>
    </message>
    <message>
        <source>%1, and whoever has rights there, would learn of it. You are asked once for this TOM.</source>
        <translation>%1, und wer dort Rechte hat, würde davon erfahren. Für diesen TOM werden Sie nur einmal gefragt.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>Geöffnet: %1</translation>
    </message>
    <message>
        <source>Nothing on this computer opens web pages. The address: %1</source>
        <translation>Nichts auf diesem Rechner öffnet Webseiten. Die Adresse: %1</translation>
    </message>
    <message>
        <source>%1 is being removed from %2.</source>
        <translation>%1 wird aus %2 entfernt.</translation>
    </message>
    <message>
        <source>%1 is removed from %2 as soon as it answers. Until then it waits in the outbox.</source>
        <translation>%1 wird aus %2 entfernt, sobald er antwortet. Bis dahin wartet es im Postausgang.</translation>
    </message>
    <message>
        <source>%1 was removed from %2.</source>
        <translation>%1 wurde aus %2 entfernt.</translation>
    </message>
    <message numerus="yes">
        <source>Created %n target(s).</source>
        <translation>
            <numerusform>%n Ziel angelegt.</numerusform>
            <numerusform>%n Ziele angelegt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Linked %1 to the target that was there.</source>
        <translation>%1 mit dem vorhandenen Ziel verknüpft.</translation>
    </message>
    <message>
        <source>Created the target %1.</source>
        <translation>Ziel %1 angelegt.</translation>
    </message>
    <message>
        <source>Removed the target %1.</source>
        <translation>Ziel %1 entfernt.</translation>
    </message>
    <message>
        <source>%1 goes to %2 again.</source>
        <translation>%1 geht wieder an %2.</translation>
    </message>
    <message>
        <source>%1 is kept: %2.</source>
        <translation>%1 bleibt: %2.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowTriage</name>
    <message>
        <source>Taken back: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>%1 alerts are selected; at most %2 can be judged in one go. Select fewer.</source>
        <translation>%1 Alerts sind ausgewählt; höchstens %2 lassen sich auf einmal beurteilen. Wählen Sie weniger aus.</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>A tag is a short word or two.</source>
        <translation>Ein Schlagwort ist ein kurzes Wort oder zwei.</translation>
    </message>
    <message>
        <source>For the events of the selected rows. A tag that all of them have is taken away.</source>
        <translation>Für die Ereignisse der ausgewählten Zeilen. Ein Schlagwort, das sie alle haben, wird entfernt.</translation>
    </message>
    <message>
        <source>%1 Ctrl+Z takes it back.</source>
        <translation>%1 Strg+Z macht es rückgängig.</translation>
    </message>
    <message numerus="yes">
        <source>Pinned %n row(s).</source>
        <translation>
            <numerusform>%n Zeile angeheftet.</numerusform>
            <numerusform>%n Zeilen angeheftet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Marked %n row(s).</source>
        <translation>
            <numerusform>%n Zeile markiert.</numerusform>
            <numerusform>%n Zeilen markiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Took marks from %n row(s).</source>
        <translation>
            <numerusform>Markierung von %n Zeile entfernt.</numerusform>
            <numerusform>Markierung von %n Zeilen entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take back: %1</source>
        <translation>Rückgängig machen: %1</translation>
    </message>
    <message>
        <source>There is nothing to take back</source>
        <translation>Es gibt nichts rückgängig zu machen</translation>
    </message>
    <message>
        <source>Only alerts that came while somebody watched count as unseen. Mark the row to find it again.</source>
        <translation>Nur Alerts, die kamen, während jemand zusah, gelten als ungesehen. Markieren Sie die Zeile, um sie wiederzufinden.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowWatch</name>
    <message>
        <source>%1 stored rows lie on a watched source.</source>
        <translation>%1 gespeicherte Zeilen liegen auf einer beobachteten Quelle.</translation>
    </message>
    <message>
        <source>Watchlists: %1 stored rows match, %2 changed.</source>
        <translation>Beobachtungslisten: %1 gespeicherte Zeilen passen, %2 geändert.</translation>
    </message>
    <message>
        <source>Matching the stored rows, %1.</source>
        <translation>Gespeicherte Zeilen werden abgeglichen, %1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1: %2 sources, read as %3.</source>
        <translation>%1: %2 Quellen, gelesen als %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) left out.</source>
        <translation>
            <numerusform>%n Zeile ausgelassen.</numerusform>
            <numerusform>%n Zeilen ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Added the watchlist %1.</source>
        <translation>Beobachtungsliste %1 hinzugefügt.</translation>
    </message>
    <message>
        <source>Removed the watchlist %1.</source>
        <translation>Beobachtungsliste %1 entfernt.</translation>
    </message>
    <message>
        <source>%1 Ctrl+Z takes it back.</source>
        <translation>%1 Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Changed the coincidences.</source>
        <translation>Koinzidenzen geändert.</translation>
    </message>
    <message>
        <source>Coincidences: %1 stored rows are one of two.</source>
        <translation>Koinzidenzen: %1 gespeicherte Zeilen gehören zu einem Paar.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::coveragewords</name>
    <message>
        <source>the stream was to begin later</source>
        <translation>der Stream sollte später beginnen</translation>
    </message>
    <message>
        <source>the archive did not take them</source>
        <translation>das Archiv nahm sie nicht an</translation>
    </message>
    <message>
        <source>the broker had thrown them away before they were read</source>
        <translation>der Broker hatte sie weggeworfen, bevor sie gelesen wurden</translation>
    </message>
    <message>
        <source>larger than 64 MiB</source>
        <translation>größer als 64 MiB</translation>
    </message>
    <message>
        <source>the topic was deleted and made anew</source>
        <translation>das Topic wurde gelöscht und neu angelegt</translation>
    </message>
    <message>
        <source>the reason is not known</source>
        <translation>der Grund ist nicht bekannt</translation>
    </message>
    <message>
        <source>%1, partition %2, %3 to %4 UT</source>
        <translation>%1, Partition %2, %3 bis %4 UT</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Meldung %1</translation>
    </message>
    <message>
        <source>Messages %1 to %2</source>
        <translation>Meldungen %1 bis %2</translation>
    </message>
    <message>
        <source>Received: %1.</source>
        <translation>%1: empfangen.</translation>
    </message>
    <message>
        <source>Missed: %1 (%2), %3.</source>
        <translation>%1 (%2): verpasst, %3.</translation>
    </message>
    <message>
        <source>Can no longer be fetched.</source>
        <translation>Nachholen ist nicht mehr möglich.</translation>
    </message>
    <message>
        <source>Being fetched: %1 of %2 done.</source>
        <translation>Wird nachgeholt: %1 von %2 erledigt.</translation>
    </message>
    <message>
        <source>Perhaps still at the broker. Click to fetch.</source>
        <translation>Vielleicht noch beim Broker. Klicken zum Nachholen.</translation>
    </message>
    <message>
        <source>Still at the broker. Click to fetch.</source>
        <translation>Noch beim Broker. Klicken zum Nachholen.</translation>
    </message>
    <message>
        <source>Still at the broker from %1 on. Click to fetch.</source>
        <translation>Ab %1 noch beim Broker. Klicken zum Nachholen.</translation>
    </message>
    <message>
        <source>fetching what was missed</source>
        <translation>holt Verpasstes nach</translation>
    </message>
    <message>
        <source>fetching what was missed, %1 of %2</source>
        <translation>holt Verpasstes nach, %1 von %2</translation>
    </message>
    <message>
        <source>%1 misses nothing that its broker could still have.</source>
        <translation>%1: nichts fehlt, was der Broker noch haben könnte.</translation>
    </message>
    <message>
        <source>%1: %2 missed messages were fetched.</source>
        <translation>%1: %2 verpasste Meldungen wurden nachgeholt.</translation>
    </message>
    <message>
        <source>Gone at the broker: %1.</source>
        <translation>%1 gibt es beim Broker nicht mehr.</translation>
    </message>
    <message>
        <source>Can be fetched until about %1 UT.</source>
        <translation>Kann bis etwa %1 UT geholt werden.</translation>
    </message>
    <message>
        <source>The broker may throw the first of them away at any moment.</source>
        <translation>Der Broker kann die ersten davon jederzeit wegwerfen.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::schemawords</name>
    <message numerus="yes">
        <source>%n field(s) added</source>
        <translation>
            <numerusform>%n Feld hinzugekommen</numerusform>
            <numerusform>%n Felder hinzugekommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <comment>fields</comment>
        <translation>
            <numerusform>%n entfernt</numerusform>
            <numerusform>%n entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of another type</source>
        <comment>fields</comment>
        <translation>
            <numerusform>%n von anderem Typ</numerusform>
            <numerusform>%n von anderem Typ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 sends a new version of its packets: %2.</source>
        <translation>%1 sendet eine neue Version seiner Pakete: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your columns, filters or rules name(s) a field that is gone.</source>
        <translation>
            <numerusform>%n Ihrer Spalten, Filter oder Regeln nennt ein Feld, das weg ist.</numerusform>
            <numerusform>%n Ihrer Spalten, Filter oder Regeln nennen ein Feld, das weg ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing that you use is gone.</source>
        <translation>Nichts, was Sie benutzen, ist weg.</translation>
    </message>
    <message>
        <source>The column %1 stays empty: %2 is gone.</source>
        <translation>Die Spalte %1 bleibt leer: %2 ist weg.</translation>
    </message>
    <message>
        <source>Your column %1 stays empty: %2 is gone.</source>
        <translation>Ihre Spalte %1 bleibt leer: %2 ist weg.</translation>
    </message>
    <message>
        <source>Your filter %1 asks for %2, which is gone.</source>
        <translation>Ihr Filter %1 fragt nach %2, das weg ist.</translation>
    </message>
    <message>
        <source>Your colour rule %1 asks for %2, which is gone.</source>
        <translation>Ihre Farbregel %1 fragt nach %2, das weg ist.</translation>
    </message>
    <message>
        <source>The field mapping of %1 reads %2, which is gone.</source>
        <translation>Die Feldzuordnung von %1 liest %2, das weg ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n alert(s) of %1 wait for schema %2.</source>
        <translation>
            <numerusform>%n Alert von %1 wartet auf Schema %2.</numerusform>
            <numerusform>%n Alerts von %1 warten auf Schema %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The packets are kept. Set the stream’s schema registry, and they are read.</source>
        <translation>Die Pakete werden behalten. Geben Sie das Schemaregister des Streams an, und sie werden gelesen.</translation>
    </message>
    <message>
        <source>The packets are kept and are read as soon as the registry has answered.</source>
        <translation>Die Pakete werden behalten und gelesen, sobald das Register geantwortet hat.</translation>
    </message>
    <message>
        <source>Next try at %1 UT; the packets are kept.</source>
        <translation>Nächster Versuch um %1 UT; die Pakete werden behalten.</translation>
    </message>
    <message>
        <source>The packets are kept.</source>
        <translation>Die Pakete werden behalten.</translation>
    </message>
    <message>
        <source>one packet of each was compared, and fields that are sent now and then may seem to come or go</source>
        <translation>ein Paket von jeder wurde verglichen, und Felder, die nur ab und zu gesendet werden, können zu kommen oder zu gehen scheinen</translation>
    </message>
    <message numerus="yes">
        <source>%n of your columns, filters or rules name(s) a field that the new one lacks.</source>
        <translation>
            <numerusform>%n Ihrer Spalten, Filter oder Regeln nennt ein Feld, das dem neuen fehlt.</numerusform>
            <numerusform>%n Ihrer Spalten, Filter oder Regeln nennen ein Feld, das dem neuen fehlt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::streamwords</name>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>asking the broker</source>
        <translation>frage den Broker</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>heartbeat %1</source>
        <translation>Herzschlag %1</translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation>Rückstand %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>deaktiviert</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>nicht gestartet</translation>
    </message>
    <message>
        <source>by you, %1</source>
        <translation>von Ihnen, %1</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>nächster Versuch in %1</translation>
    </message>
    <message>
        <source>last alert %1</source>
        <translation>letzter Alert %1</translation>
    </message>
    <message>
        <source>since %1 UT, %2</source>
        <translation>seit %1 UT, %2</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::upkeepwords</name>
    <message>
        <source>Checked: %1 rows, %2 packets, %3.</source>
        <translation>Geprüft: %1 Zeilen, %2 Pakete, %3.</translation>
    </message>
    <message>
        <source>The archive is sound</source>
        <translation>Das Archiv ist heil</translation>
    </message>
    <message>
        <source>The archive&apos;s index is damaged</source>
        <translation>Der Index des Archivs ist beschädigt</translation>
    </message>
    <message>
        <source>Recover it: a new index is made from the old one and from the packets; the old one is kept.</source>
        <translation>Stellen Sie es wieder her: Aus dem alten Index und den Paketen entsteht ein neuer; der alte bleibt.</translation>
    </message>
    <message>
        <source>Damaged packets: %1</source>
        <translation>Beschädigte Pakete: %1</translation>
    </message>
    <message>
        <source>Nothing was changed; the rows stay, but their damaged packets cannot be shown.</source>
        <translation>Nichts wurde geändert; die Zeilen bleiben, aber ihre beschädigten Pakete lassen sich nicht zeigen.</translation>
    </message>
    <message>
        <source>Packets %1, index %2, column files %3.</source>
        <translation>Pakete %1, Index %2, Spaltendateien %3.</translation>
    </message>
    <message>
        <source>%1 were given back</source>
        <translation>%1 wurden zurückgegeben</translation>
    </message>
    <message>
        <source>The index is sound</source>
        <translation>Der Index ist heil</translation>
    </message>
    <message>
        <source>There was nothing to recover; nothing was changed.</source>
        <translation>Es gab nichts wiederherzustellen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Rows read from the old index: %1; decoded again from their packets: %2; lost: %3.</source>
        <translation>Aus dem alten Index gelesene Zeilen: %1; aus ihren Paketen neu gelesen: %2; verloren: %3.</translation>
    </message>
    <message>
        <source>What was lost stands in the coverage below the streams and can be fetched there, while the broker still has it.</source>
        <translation>Was verloren ging, steht in der Abdeckung unter den Strömen und kann dort geholt werden, solange der Broker es noch hat.</translation>
    </message>
    <message>
        <source>Packets of an earlier version that do not tell where they came from: %1; their files are kept.</source>
        <translation>Pakete einer früheren Version, die nicht sagen, woher sie kamen: %1; ihre Dateien bleiben.</translation>
    </message>
    <message>
        <source>The old index is kept as %1.</source>
        <translation>Der alte Index bleibt als %1.</translation>
    </message>
    <message>
        <source>The archive has a new index</source>
        <translation>Das Archiv hat einen neuen Index</translation>
    </message>
    <message>
        <source>Verify the archive</source>
        <translation>Archiv prüfen</translation>
    </message>
    <message>
        <source>Compact the archive</source>
        <translation>Archiv verdichten</translation>
    </message>
    <message>
        <source>Recover the archive</source>
        <translation>Archiv wiederherstellen</translation>
    </message>
    <message>
        <source>The index and every packet are read and checked. Nothing is changed; receiving goes on.</source>
        <translation>Der Index und jedes Paket werden gelesen und geprüft. Nichts wird geändert; der Empfang geht weiter.</translation>
    </message>
    <message>
        <source>Space that deleted rows left behind is given back to the disk. Receiving goes on.</source>
        <translation>Platz, den gelöschte Zeilen hinterließen, geht an die Platte zurück. Der Empfang geht weiter.</translation>
    </message>
    <message>
        <source>A new index is made from what can be read of the old one and from the packets. The old index is kept; until the new one is whole, nothing is changed.</source>
        <translation>Aus dem, was vom alten Index lesbar ist, und aus den Paketen entsteht ein neuer. Der alte bleibt; bis der neue ganz ist, wird nichts geändert.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The archive is as it was.</source>
        <translation>Das Archiv ist, wie es war.</translation>
    </message>
</context>
<context>
    <name>tokens</name>
    <message>
        <source>The SciToken of %1 was refused.</source>
        <translation>Das SciToken von %1 wurde abgelehnt.</translation>
    </message>
    <message>
        <source>What it lacks: %1.</source>
        <translation>Was ihm fehlt: %1.</translation>
    </message>
    <message>
        <source>Get a new one in a terminal: %1; Tocsin notices.</source>
        <translation>Holen Sie in einem Terminal ein neues: %1; Tocsin bemerkt es.</translation>
    </message>
    <message>
        <source>Put a new token into the account, or let the stream find your SciToken by itself: leave “Account” empty.</source>
        <translation>Legen Sie ein neues Token in das Konto, oder lassen Sie den Stream Ihr SciToken selbst finden: „Konto“ leer lassen.</translation>
    </message>
    <message>
        <source>The token of %1 was refused, and there is no other.</source>
        <translation>Das Token von %1 wurde abgelehnt, und es gibt kein anderes.</translation>
    </message>
    <message>
        <source>The token of %1 ended %2 ago.</source>
        <translation>Das Token von %1 endete vor %2.</translation>
    </message>
    <message>
        <source>Compare the account&apos;s issuer with what the provider says of it.</source>
        <translation>Vergleichen Sie den Aussteller des Kontos mit dem, was der Anbieter darüber sagt.</translation>
    </message>
    <message>
        <source>What %1 says of itself cannot be read.</source>
        <translation>Was %1 über sich sagt, ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1 calls itself “%2”.</source>
        <translation>%1 nennt sich „%2“.</translation>
    </message>
    <message>
        <source>%1 names no address for the sign-in that can be used.</source>
        <translation>%1 nennt keine brauchbare Adresse für die Anmeldung.</translation>
    </message>
    <message>
        <source>%1 does not offer PKCE with S256; a sign-in there could be stolen, so none is begun.</source>
        <translation>%1 bietet kein PKCE mit S256 an; eine Anmeldung dort könnte gestohlen werden, daher wird keine begonnen.</translation>
    </message>
    <message>
        <source>%1 does not say how to sign in there (it answered %2).</source>
        <translation>%1 sagt nicht, wie man sich dort anmeldet (Antwort %2).</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>Unterbrochen.</translation>
    </message>
    <message>
        <source>No token came within %1 s.</source>
        <translation>Innerhalb von %1 s kam kein Token.</translation>
    </message>
    <message>
        <source>Does this network want a sign-in of its own? Open any page in the browser to see. Else the address is wrong.</source>
        <translation>Verlangt dieses Netz eine eigene Anmeldung? Öffnen Sie irgendeine Seite im Browser, dann sehen Sie es. Sonst ist die Adresse falsch.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid at the time that the clock of this computer shows (%2).</source>
        <translation>Das Zertifikat von %1 gilt nicht zu der Zeit, die die Uhr dieses Rechners zeigt (%2).</translation>
    </message>
    <message>
        <source>The certificate of %1 is not trusted: %2.</source>
        <translation>Dem Zertifikat von %1 wird nicht vertraut: %2.</translation>
    </message>
    <message>
        <source>Is this clock right? If so, only the people of the server can renew the certificate.</source>
        <translation>Geht diese Uhr richtig? Dann können nur die Betreiber des Servers das Zertifikat erneuern.</translation>
    </message>
    <message>
        <source>Something between here and there may read along. Try another network, or ask whoever runs this one.</source>
        <translation>Vielleicht liest unterwegs etwas mit. Versuchen Sie ein anderes Netz, oder fragen Sie, wer dieses betreibt.</translation>
    </message>
    <message>
        <source>The name %1 was not found.</source>
        <translation>Der Name %1 wurde nicht gefunden.</translation>
    </message>
    <message>
        <source>%1 refused the connection.</source>
        <translation>%1 hat die Verbindung abgelehnt.</translation>
    </message>
    <message>
        <source>%1 and this program found no common encryption.</source>
        <translation>%1 und dieses Programm fanden keine gemeinsame Verschlüsselung.</translation>
    </message>
    <message>
        <source>The connection to %1 broke.</source>
        <translation>Die Verbindung zu %1 brach ab.</translation>
    </message>
    <message>
        <source>Only https:// is used.</source>
        <translation>Nur https:// wird benutzt.</translation>
    </message>
    <message>
        <source>%1 answered with a web page in the place of what was asked.</source>
        <translation>%1 antwortete mit einer Webseite statt mit dem Gefragten.</translation>
    </message>
    <message>
        <source>Is there a connection to the network, and is the address right?</source>
        <translation>Besteht eine Verbindung zum Netz, und stimmt die Adresse?</translation>
    </message>
    <message>
        <source>The address %1 is not used.</source>
        <translation>Die Adresse %1 wird nicht benutzt.</translation>
    </message>
    <message>
        <source>%1 gave no whole answer within %2 s.</source>
        <translation>%1 gab innerhalb von %2 s keine ganze Antwort.</translation>
    </message>
    <message>
        <source>%1 sends on to another address, which is not followed.</source>
        <translation>%1 schickt zu einer anderen Adresse weiter; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>No answer came from the browser within %1 min.</source>
        <translation>Vom Browser kam innerhalb von %1 min keine Antwort.</translation>
    </message>
    <message>
        <source>Begin the sign-in again.</source>
        <translation>Beginnen Sie die Anmeldung neu.</translation>
    </message>
    <message>
        <source>No port of this computer is free for the browser&apos;s answer.</source>
        <translation>Kein Port dieses Rechners ist frei für die Antwort des Browsers.</translation>
    </message>
    <message>
        <source>Sign in with a code instead: “tocsin accounts add … --device”.</source>
        <translation>Melden Sie sich stattdessen mit einem Code an: „tocsin accounts add … --device“.</translation>
    </message>
    <message>
        <source>Copy the whole address line of the browser&apos;s last page; it begins with http://127.0.0.1 or http://[::1].</source>
        <translation>Kopieren Sie die ganze Adresszeile der letzten Seite im Browser; sie beginnt mit http://127.0.0.1 oder http://[::1].</translation>
    </message>
    <message>
        <source>No address is awaited now.</source>
        <translation>Gerade wird keine Adresse erwartet.</translation>
    </message>
    <message>
        <source>This is not the address that the browser is sent to.</source>
        <translation>Das ist nicht die Adresse, zu der der Browser geschickt wird.</translation>
    </message>
    <message>
        <source>This address belongs to another sign-in.</source>
        <translation>Diese Adresse gehört zu einer anderen Anmeldung.</translation>
    </message>
    <message>
        <source>The code was not used in time.</source>
        <translation>Der Code wurde nicht rechtzeitig benutzt.</translation>
    </message>
    <message>
        <source>%1 offers no sign-in with a code.</source>
        <translation>%1 bietet keine Anmeldung mit einem Code an.</translation>
    </message>
    <message>
        <source>Sign in with the browser, or paste the address it ends at.</source>
        <translation>Melden Sie sich mit dem Browser an, oder fügen Sie die Adresse ein, bei der er endet.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>The clock of this computer is behind: the token was issued %1 later than now.</source>
        <translation>Die Uhr dieses Rechners geht nach: Das Token wurde %1 später als jetzt ausgestellt.</translation>
    </message>
    <message>
        <source>The clock of this computer seems to be ahead: the token had ended %1 before it came.</source>
        <translation>Die Uhr dieses Rechners scheint vorzugehen: Das Token war %1 vor seiner Ankunft abgelaufen.</translation>
    </message>
    <message>
        <source>The sign-in of the account “%1” at %2 has ended.</source>
        <translation>Die Anmeldung des Kontos „%1“ bei %2 ist beendet.</translation>
    </message>
    <message>
        <source>Sign in again with this account (“tocsin accounts renew %1”); others are not touched.</source>
        <translation>Melden Sie sich mit diesem Konto neu an („tocsin accounts renew %1“); andere sind nicht betroffen.</translation>
    </message>
    <message>
        <source>The sign-in of “%1” cannot be renewed: its lock %2 is not to be had.</source>
        <translation>Die Anmeldung von „%1“ lässt sich nicht erneuern: Ihre Sperre %2 ist nicht zu bekommen.</translation>
    </message>
    <message>
        <source>Is another Tocsin renewing it, or may the folder not be written?</source>
        <translation>Erneuert sie gerade ein anderes Tocsin, oder darf in den Ordner nicht geschrieben werden?</translation>
    </message>
    <message>
        <source>“%1” was signed in anew, and that could not be kept: %2</source>
        <translation>„%1“ wurde neu angemeldet, und das ließ sich nicht behalten: %2</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Tocsin goes on by itself. This page can be closed.</source>
        <translation>Tocsin macht von selbst weiter. Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Tocsin says why. This page can be closed.</source>
        <translation>Tocsin sagt, warum. Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>Not the answer that Tocsin waits for</source>
        <translation>Nicht die Antwort, auf die Tocsin wartet</translation>
    </message>
    <message>
        <source>It may belong to an earlier sign-in. Begin the sign-in in Tocsin again if this page was opened by it.</source>
        <translation>Vielleicht gehört sie zu einer früheren Anmeldung. Beginnen Sie die Anmeldung in Tocsin neu, wenn es diese Seite geöffnet hat.</translation>
    </message>
    <message>
        <source>The answer of %1 holds no token.</source>
        <translation>Die Antwort von %1 enthält kein Token.</translation>
    </message>
    <message>
        <source>Is it the token address of the provider?</source>
        <translation>Ist es die Token-Adresse des Anbieters?</translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) ahead of that of %1.</source>
        <translation>
            <numerusform>Die Uhr dieses Rechners geht gegenüber der von %1 %n Minute vor.</numerusform>
            <numerusform>Die Uhr dieses Rechners geht gegenüber der von %1 %n Minuten vor.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this computer is %n minute(s) behind that of %1.</source>
        <translation>
            <numerusform>Die Uhr dieses Rechners geht gegenüber der von %1 %n Minute nach.</numerusform>
            <numerusform>Die Uhr dieses Rechners geht gegenüber der von %1 %n Minuten nach.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is in trouble (it answered %2).</source>
        <translation>%1 hat Schwierigkeiten (Antwort %2).</translation>
    </message>
    <message>
        <source>Nothing is wrong here; it is asked again after a pause.</source>
        <translation>Hier ist alles in Ordnung; nach einer Pause wird wieder gefragt.</translation>
    </message>
    <message>
        <source>It refused the request (%1).</source>
        <translation>Er lehnte die Anfrage ab (%1).</translation>
    </message>
    <message>
        <source>Set the clock first, then try again.</source>
        <translation>Stellen Sie zuerst die Uhr, dann versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 does not accept this client ID with this secret.</source>
        <translation>%1 nimmt diese Client-ID mit diesem Geheimnis nicht an.</translation>
    </message>
    <message>
        <source>Compare the client ID and give the account its secret again; a credential may also have been disabled over there.</source>
        <translation>Vergleichen Sie die Client-ID und geben Sie dem Konto sein Geheimnis neu; Zugangsdaten können dort auch gesperrt worden sein.</translation>
    </message>
    <message>
        <source>The sign-in at %1 has ended.</source>
        <translation>Die Anmeldung bei %1 ist beendet.</translation>
    </message>
    <message>
        <source>Sign in again with this account; others are not touched.</source>
        <translation>Melden Sie sich mit diesem Konto neu an; andere sind nicht betroffen.</translation>
    </message>
    <message>
        <source>%1 does not give the scope that the account asks for.</source>
        <translation>%1 gibt die Berechtigung nicht, die das Konto verlangt.</translation>
    </message>
    <message>
        <source>Correct the account&apos;s scope, or leave it empty.</source>
        <translation>Berichtigen Sie die Berechtigung des Kontos, oder lassen Sie sie leer.</translation>
    </message>
    <message>
        <source>The sign-in was declined at %1.</source>
        <translation>Die Anmeldung wurde bei %1 abgelehnt.</translation>
    </message>
    <message>
        <source>Begin again if that was not meant.</source>
        <translation>Beginnen Sie neu, wenn das nicht gemeint war.</translation>
    </message>
    <message>
        <source>%1 refused the request (%2).</source>
        <translation>%1 lehnte die Anfrage ab (%2).</translation>
    </message>
    <message>
        <source>Compare the account&apos;s addresses and its client ID with what the provider says.</source>
        <translation>Vergleichen Sie die Adressen des Kontos und seine Client-ID mit dem, was der Anbieter sagt.</translation>
    </message>
    <message>
        <source>What %1 says about who signed in does not hold, so the sign-in was not taken.</source>
        <translation>Was %1 darüber sagt, wer sich angemeldet hat, hält nicht; die Anmeldung wurde nicht angenommen.</translation>
    </message>
    <message>
        <source>Begin again. If it stays so, somebody stands between this computer and the provider, or the provider errs.</source>
        <translation>Beginnen Sie neu. Bleibt es so, steht jemand zwischen diesem Rechner und dem Anbieter, oder der Anbieter irrt.</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>no JSON Web Token stands there</source>
        <translation>dort steht kein JSON Web Token</translation>
    </message>
    <message>
        <source>holds from %1 on only</source>
        <translation>gilt erst ab %1</translation>
    </message>
    <message>
        <source>ended %1 ago</source>
        <translation>endete vor %1</translation>
    </message>
    <message>
        <source>ends in %1: too soon</source>
        <translation>endet in %1: zu bald</translation>
    </message>
    <message>
        <source>it names no audience, where %1 is asked for</source>
        <translation>es nennt keinen Empfänger, verlangt ist %1</translation>
    </message>
    <message>
        <source>it is for %1, not for %2</source>
        <translation>es ist für %1, nicht für %2</translation>
    </message>
    <message>
        <source>it has no scope, where %1 is asked for</source>
        <translation>es hat keine Berechtigung, verlangt ist %1</translation>
    </message>
    <message>
        <source>its scope is %1, without %2</source>
        <translation>seine Berechtigung ist %1, ohne %2</translation>
    </message>
    <message>
        <source>Set the clock of this computer, best by a time server.</source>
        <translation>Stellen Sie die Uhr dieses Rechners, am besten nach einem Zeitserver.</translation>
    </message>
    <message>
        <source>The SciToken of %1 %2.</source>
        <translation>Das SciToken von %1: %2.</translation>
    </message>
    <message>
        <source>The SciToken of %1 was not taken. %2</source>
        <translation>Das SciToken von %1 wurde nicht genommen. %2</translation>
    </message>
    <message>
        <source>There is no SciToken: in %1 stands something else.</source>
        <translation>Es gibt kein SciToken: In %1 steht etwas anderes.</translation>
    </message>
    <message>
        <source>There is no SciToken here.</source>
        <translation>Hier gibt es kein SciToken.</translation>
    </message>
    <message>
        <source>taken; ends in %1</source>
        <translation>genommen; endet in %1</translation>
    </message>
    <message>
        <source>taken; it does not say when it ends</source>
        <translation>genommen; es sagt nicht, wann es endet</translation>
    </message>
    <message>
        <source>not taken: %1 comes first</source>
        <translation>nicht genommen: %1 geht vor</translation>
    </message>
    <message>
        <source>not taken: the one of %1 fits better</source>
        <translation>nicht genommen: das von %1 passt besser</translation>
    </message>
    <message>
        <source>not taken: %1</source>
        <translation>nicht genommen: %1</translation>
    </message>
    <message>
        <source>%1 gave a token for this hour only and none to renew it with.</source>
        <translation>%1 gab ein Token nur für diese Stunde und keines, um es zu erneuern.</translation>
    </message>
    <message>
        <source>Allow refresh tokens for this client at the provider, or add the scope it wants for them (mostly offline_access).</source>
        <translation>Erlauben Sie beim Anbieter Erneuerungstokens für diesen Client, oder fügen Sie die Berechtigung hinzu, die er dafür verlangt (meist offline_access).</translation>
    </message>
    <message>
        <source>%1 has no address at which a sign-in can be taken back.</source>
        <translation>%1 hat keine Adresse, an der eine Anmeldung zurückgenommen werden kann.</translation>
    </message>
    <message>
        <source>Take it back on the provider&apos;s pages.</source>
        <translation>Nehmen Sie sie auf den Seiten des Anbieters zurück.</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 kB.</source>
        <translation>Die Antwort von %1 ist größer als %2 kB.</translation>
    </message>
</context>
<context>
    <name>tom</name>
    <message>
        <source>%1 did not take it: %2</source>
        <translation>%1 hat es nicht angenommen: %2</translation>
    </message>
    <message>
        <source>Change what is named and send it again.</source>
        <translation>Ändern Sie, was genannt ist, und senden Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 refused this account.</source>
        <translation>%1 hat dieses Konto abgelehnt.</translation>
    </message>
    <message>
        <source>%1 refused this account: %2</source>
        <translation>%1 hat dieses Konto abgelehnt: %2</translation>
    </message>
    <message>
        <source>Your profile page there shows the token and renews it; give it with: tocsin accounts renew NAME</source>
        <translation>Ihre Profilseite dort zeigt das Token und erneuert es; geben Sie es an mit: tocsin accounts renew NAME</translation>
    </message>
    <message>
        <source>%1 does not permit this account to do that.</source>
        <translation>%1 erlaubt das diesem Konto nicht.</translation>
    </message>
    <message>
        <source>%1 does not permit this account to do that: %2</source>
        <translation>%1 erlaubt das diesem Konto nicht: %2</translation>
    </message>
    <message>
        <source>Ask the people of the TOM for the right, or to set OPEN_URLS = [&apos;/api/*&apos;] where the whole site is locked.</source>
        <translation>Fragen Sie die Betreiber des TOM nach dem Recht, oder bitten Sie sie, OPEN_URLS = [&apos;/api/*&apos;] zu setzen, wenn die ganze Site gesperrt ist.</translation>
    </message>
    <message>
        <source>%1 sends on to %2, which is not followed.</source>
        <translation>%1 leitet an %2 weiter; dem wird nicht gefolgt.</translation>
    </message>
    <message>
        <source>Over http:// everybody on the way could read the token. Ask the people of the TOM for an address with https://.</source>
        <translation>Über http:// könnte unterwegs jeder das Token lesen. Fragen Sie die Betreiber des TOM nach einer Adresse mit https://.</translation>
    </message>
    <message>
        <source>Give the account the address that the TOM has now.</source>
        <translation>Geben Sie dem Konto die Adresse, die der TOM jetzt hat.</translation>
    </message>
    <message>
        <source>%1 wants to be asked again in %2 s (HTTP %3).</source>
        <translation>%1 will in %2 s noch einmal gefragt werden (HTTP %3).</translation>
    </message>
    <message>
        <source>%1 wants to be asked again later (HTTP %2).</source>
        <translation>%1 will später noch einmal gefragt werden (HTTP %2).</translation>
    </message>
    <message>
        <source>%1 broke off with an error of its own (HTTP %2).</source>
        <translation>%1 brach mit einem eigenen Fehler ab (HTTP %2).</translation>
    </message>
    <message>
        <source>Whether it worked is looked up before anything is sent again.</source>
        <translation>Bevor noch einmal gesendet wird, wird nachgesehen, ob es gelungen ist.</translation>
    </message>
    <message>
        <source>Tell the people of the TOM when it goes on.</source>
        <translation>Sagen Sie es den Betreibern des TOM, wenn das so weitergeht.</translation>
    </message>
    <message>
        <source>There is no TOM Toolkit at %1 (HTTP %2).</source>
        <translation>Unter %1 ist kein TOM Toolkit (HTTP %2).</translation>
    </message>
    <message>
        <source>Give the account the address of the TOM&apos;s front page.</source>
        <translation>Geben Sie dem Konto die Adresse der Startseite des TOM.</translation>
    </message>
    <message>
        <source>The TOM does not answer under the name %1 (HTTP 400).</source>
        <translation>Der TOM antwortet nicht unter dem Namen %1 (HTTP 400).</translation>
    </message>
    <message>
        <source>Use the name that its own pages have; its people know it as ALLOWED_HOSTS.</source>
        <translation>Verwenden Sie den Namen, den seine eigenen Seiten haben; seine Betreiber kennen ihn als ALLOWED_HOSTS.</translation>
    </message>
    <message>
        <source>%1 has no such target, or does not show it to this account.</source>
        <translation>%1 hat kein solches Ziel oder zeigt es diesem Konto nicht.</translation>
    </message>
    <message>
        <source>Look for it on the pages of the TOM.</source>
        <translation>Suchen Sie es auf den Seiten des TOM.</translation>
    </message>
    <message>
        <source>%1 answered with a page in the place of what was asked.</source>
        <translation>%1 antwortete mit einer Seite statt mit dem Gefragten.</translation>
    </message>
    <message>
        <source>%1 did not take the question (HTTP %2).</source>
        <translation>%1 hat die Anfrage nicht angenommen (HTTP %2).</translation>
    </message>
    <message>
        <source>Is this the address of a TOM Toolkit?</source>
        <translation>Ist das die Adresse eines TOM Toolkit?</translation>
    </message>
    <message>
        <source>There is no row %1 in the archive.</source>
        <translation>Im Archiv gibt es keine Zeile %1.</translation>
    </message>
    <message>
        <source>Target %1 is not in the local list any more.</source>
        <translation>Ziel %1 ist nicht mehr in der lokalen Liste.</translation>
    </message>
    <message>
        <source>There is no account “%1” of the kind tom.</source>
        <translation>Es gibt kein Konto „%1“ der Art tom.</translation>
    </message>
    <message>
        <source>Make one: tocsin accounts add tom NAME url=https://…</source>
        <translation>Legen Sie eines an: tocsin accounts add tom NAME url=https://…</translation>
    </message>
    <message>
        <source>The TOM has “%1” %2 arcsec away.</source>
        <translation>Der TOM hat „%1“ in %2 arcsec Abstand.</translation>
    </message>
    <message>
        <source>The TOM has “%1” already.</source>
        <translation>Der TOM hat „%1“ schon.</translation>
    </message>
    <message>
        <source>The TOM shows this target to anybody, without a sign-in.</source>
        <translation>Der TOM zeigt dieses Ziel jedem, ohne Anmeldung.</translation>
    </message>
    <message>
        <source>The light curve was not taken: %1</source>
        <translation>Die Lichtkurve wurde nicht angenommen: %1</translation>
    </message>
    <message>
        <source>%1 Over http:// everybody on the way could read the token.</source>
        <translation>%1 Über http:// könnte unterwegs jeder das Token lesen.</translation>
    </message>
    <message>
        <source>The TOM at %1 is not asked.</source>
        <translation>Der TOM unter %1 wird nicht gefragt.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2.</source>
        <translation>%1 konnte nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>This alert is restricted, and nobody has said yet that such alerts may go to the TOM of “%1”.</source>
        <translation>Dieser Alert ist beschränkt, und noch hat niemand gesagt, dass solche Alerts an den TOM von „%1“ gehen dürfen.</translation>
    </message>
    <message>
        <source>Are all who can see targets there allowed to see it? Then allow it once, with --allow-restricted.</source>
        <translation>Dürfen ihn alle sehen, die dort Ziele sehen können? Dann erlauben Sie es einmal, mit --allow-restricted.</translation>
    </message>
    <message>
        <source>There is no target with the number %1.</source>
        <translation>Es gibt kein Ziel mit der Nummer %1.</translation>
    </message>
    <message>
        <source>“tocsin target list” shows those there are.</source>
        <translation>„tocsin target list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>The TOM at %1 is locked: it takes nothing but a sign-in on its own page.</source>
        <translation>Der TOM unter %1 ist gesperrt: Er nimmt nur eine Anmeldung auf seiner eigenen Seite.</translation>
    </message>
    <message>
        <source>Ask its people to set OPEN_URLS = [&apos;/api/*&apos;]; its tokens work then.</source>
        <translation>Bitten Sie seine Betreiber, OPEN_URLS = [&apos;/api/*&apos;] zu setzen; dann gelten seine Tokens.</translation>
    </message>
    <message>
        <source>The TOM at %1 ignores tokens: with one alone it would make targets that belong to nobody and are open to everybody.</source>
        <translation>Der TOM unter %1 beachtet Tokens nicht: Mit einem allein würde er Ziele anlegen, die niemandem gehören und jedem offen stehen.</translation>
    </message>
    <message>
        <source>Give the account your user name there (user=…), and your password as its secret.</source>
        <translation>Geben Sie dem Konto Ihren Benutzernamen dort (user=…), und Ihr Passwort als Geheimnis.</translation>
    </message>
    <message>
        <source>The TOM at %1 ignores tokens and passwords alike.</source>
        <translation>Der TOM unter %1 beachtet weder Tokens noch Passwörter.</translation>
    </message>
    <message>
        <source>Ask its people to let its interface (REST_FRAMEWORK) take tokens.</source>
        <translation>Bitten Sie seine Betreiber, seine Schnittstelle (REST_FRAMEWORK) Tokens annehmen zu lassen.</translation>
    </message>
    <message>
        <source>This TOM takes the secret as a password, not as a token: user name and password go with each question.</source>
        <translation>Dieser TOM nimmt das Geheimnis als Passwort, nicht als Token: Benutzername und Passwort gehen mit jeder Anfrage mit.</translation>
    </message>
    <message>
        <source>This TOM ignores tokens: user name and password go with each question.</source>
        <translation>Dieser TOM beachtet Tokens nicht: Benutzername und Passwort gehen mit jeder Anfrage mit.</translation>
    </message>
    <message>
        <source>The TOM at %1 ignores tokens, and refused user name and password.</source>
        <translation>Der TOM unter %1 beachtet Tokens nicht und hat Benutzername und Passwort abgelehnt.</translation>
    </message>
    <message>
        <source>Is the secret of this account the password? A token is no use there.</source>
        <translation>Ist das Geheimnis dieses Kontos das Passwort? Ein Token nützt dort nichts.</translation>
    </message>
    <message>
        <source>Check user name and password on the TOM&apos;s own page.</source>
        <translation>Prüfen Sie Benutzername und Passwort auf der eigenen Seite des TOM.</translation>
    </message>
    <message>
        <source>Names that are only similar were not looked for: %1</source>
        <translation>Nach nur ähnlichen Namen wurde nicht gesucht: %1</translation>
    </message>
    <message>
        <source>The sender has taken this alert back.</source>
        <translation>Der Absender hat diesen Alert zurückgenommen.</translation>
    </message>
    <message>
        <source>This is a test alert.</source>
        <translation>Das ist ein Test-Alert.</translation>
    </message>
    <message>
        <source>The place is only the peak of a sky map.</source>
        <translation>Die Position ist nur das Maximum einer Himmelskarte.</translation>
    </message>
    <message>
        <source>The place is only where the instrument pointed.</source>
        <translation>Die Position ist nur die Ausrichtung des Instruments.</translation>
    </message>
    <message>
        <source>Nobody says that the place was measured.</source>
        <translation>Niemand sagt, dass die Position gemessen wurde.</translation>
    </message>
    <message>
        <source>The place is uncertain by %1 degrees.</source>
        <translation>Die Position ist um %1 Grad unsicher.</translation>
    </message>
    <message>
        <source>This alert tells no place, so there is nothing to point at.</source>
        <translation>Dieser Alert nennt keine Position, daher gibt es nichts anzufahren.</translation>
    </message>
    <message>
        <source>%1 moves among the stars: a target with one place would be wrong tomorrow.</source>
        <translation>%1 bewegt sich zwischen den Sternen: Ein Ziel mit nur einer Position wäre morgen falsch.</translation>
    </message>
    <message>
        <source>This message could not be read, so its place is not known.</source>
        <translation>Diese Nachricht ließ sich nicht lesen, daher ist ihre Position nicht bekannt.</translation>
    </message>
    <message>
        <source>This account is not in a group “%1” there.</source>
        <translation>Dieses Konto ist dort in keiner Gruppe „%1“.</translation>
    </message>
    <message>
        <source>It is in no group at all; leave the group out.</source>
        <translation>Es ist in gar keiner Gruppe; lassen Sie die Gruppe weg.</translation>
    </message>
    <message>
        <source>It is in: %1.</source>
        <translation>Es ist in: %1.</translation>
    </message>
    <message>
        <source>A target&apos;s name has 1 to %1 characters; this one has %2.</source>
        <translation>Der Name eines Ziels hat 1 bis %1 Zeichen; dieser hat %2.</translation>
    </message>
    <message>
        <source>Give it another name.</source>
        <translation>Geben Sie ihm einen anderen Namen.</translation>
    </message>
    <message>
        <source>TOMs refuse coordinates of exactly 0, so 0.000000001 was sent.</source>
        <translation>TOMs lehnen Koordinaten von genau 0 ab, daher wurde 0.000000001 gesendet.</translation>
    </message>
    <message>
        <source>%1 did not say what it has made.</source>
        <translation>%1 hat nicht gesagt, was angelegt wurde.</translation>
    </message>
    <message>
        <source>The TOM left out these aliases: %1.</source>
        <translation>Der TOM hat diese Aliasse ausgelassen: %1.</translation>
    </message>
    <message>
        <source>The TOM broke off while it made the target, and did not take the rest: %1</source>
        <translation>Der TOM brach beim Anlegen des Ziels ab und nahm den Rest nicht an: %1</translation>
    </message>
    <message>
        <source>%1 did not take the alias “%2”.</source>
        <translation>%1 hat den Alias „%2“ nicht angenommen.</translation>
    </message>
    <message>
        <source>Another target may have it; look on the pages of the TOM.</source>
        <translation>Vielleicht hat ihn ein anderes Ziel; sehen Sie auf den Seiten des TOM nach.</translation>
    </message>
    <message>
        <source>Whether there is to be a target all the same is for a person to say.</source>
        <translation>Ob es trotzdem ein Ziel geben soll, muss ein Mensch sagen.</translation>
    </message>
    <message>
        <source>Whether strangers can see it could not be asked: %1</source>
        <translation>Ob Fremde es sehen können, ließ sich nicht fragen: %1</translation>
    </message>
    <message>
        <source>The TOM has another “%1”, which was left there.</source>
        <translation>Der TOM hat ein anderes „%1“; es blieb dort.</translation>
    </message>
    <message>
        <source>Not removed: %1</source>
        <translation>Nicht entfernt: %1</translation>
    </message>
    <message>
        <source>Not removed: the account “%1” was removed before. Remove it on the pages of the TOM.</source>
        <translation>Nicht entfernt: Das Konto „%1“ wurde vorher entfernt. Entfernen Sie es auf den Seiten des TOM.</translation>
    </message>
    <message>
        <source>The account “%1” was removed before this was sent.</source>
        <translation>Das Konto „%1“ wurde entfernt, bevor dies gesendet wurde.</translation>
    </message>
    <message>
        <source>The account “%1” was removed while it was not known whether this had arrived. Look for it on the pages of the TOM.</source>
        <translation>Das Konto „%1“ wurde entfernt, als noch nicht bekannt war, ob dies angekommen ist. Sehen Sie auf den Seiten des TOM nach.</translation>
    </message>
    <message>
        <source>%1 has no such alias.</source>
        <translation>%1 hat keinen solchen Alias.</translation>
    </message>
</context>
<context>
    <name>triage</name>
    <message>
        <source>The archive has no such row.</source>
        <translation>Das Archiv hat keine solche Zeile.</translation>
    </message>
    <message>
        <source>It may have been removed to make room; nothing was changed.</source>
        <translation>Vielleicht wurde sie entfernt, um Platz zu schaffen; nichts wurde geändert.</translation>
    </message>
    <message>
        <source>A tag is a short text of one line.</source>
        <translation>Ein Schlagwort ist ein kurzer Text von einer Zeile.</translation>
    </message>
    <message>
        <source>Write up to %1 characters, such as 1, follow-up or junk.</source>
        <translation>Schreiben Sie bis zu %1 Zeichen, etwa 1, follow-up oder junk.</translation>
    </message>
    <message>
        <source>The tag “%1” is there already.</source>
        <translation>Das Schlagwort „%1“ ist schon da.</translation>
    </message>
    <message>
        <source>The tag “%1” is not there.</source>
        <translation>Das Schlagwort „%1“ ist nicht da.</translation>
    </message>
    <message>
        <source>Tagged %1 “%2”.</source>
        <translation>%1 mit dem Schlagwort „%2“ versehen.</translation>
    </message>
    <message>
        <source>Took the tag “%2” from %1.</source>
        <translation>Schlagwort „%2“ von %1 entfernt.</translation>
    </message>
    <message>
        <source>The note is longer than %1 bytes.</source>
        <translation>Die Notiz ist länger als %1 Bytes.</translation>
    </message>
    <message>
        <source>Write it shorter, or leave the rest where it is.</source>
        <translation>Schreiben Sie sie kürzer, oder lassen Sie den Rest, wo er ist.</translation>
    </message>
    <message>
        <source>The note is the same.</source>
        <translation>Die Notiz ist dieselbe.</translation>
    </message>
    <message>
        <source>Took the note from %1.</source>
        <translation>Notiz von %1 entfernt.</translation>
    </message>
    <message>
        <source>Noted it at %1.</source>
        <translation>Notiz geschrieben: %1.</translation>
    </message>
    <message>
        <source>It is ignored already.</source>
        <translation>Es wird schon ignoriert.</translation>
    </message>
    <message>
        <source>It has neither a name nor a place by which it could be ignored.</source>
        <translation>Es hat weder Namen noch Position, nach denen es ignoriert werden könnte.</translation>
    </message>
    <message>
        <source>Ignored %1.</source>
        <translation>Ignoriert: %1.</translation>
    </message>
    <message>
        <source>Nothing of it is ignored.</source>
        <translation>Nichts davon wird ignoriert.</translation>
    </message>
    <message>
        <source>No longer ignored: %1.</source>
        <translation>Nicht mehr ignoriert: %1.</translation>
    </message>
    <message>
        <source>%1 alerts were received.</source>
        <translation>%1 Alerts wurden empfangen.</translation>
    </message>
    <message>
        <source>%1 to %2 UT</source>
        <translation>%1 bis %2 UT</translation>
    </message>
    <message>
        <source>The night of %1 is still to come.</source>
        <translation>Die Nacht des %1 kommt noch.</translation>
    </message>
    <message>
        <source>“%1” is no night.</source>
        <translation>„%1“ ist keine Nacht.</translation>
    </message>
    <message>
        <source>Write the date of its evening as YYYY-MM-DD, or tonight, or last.</source>
        <translation>Schreiben Sie das Datum des Abends als JJJJ-MM-TT, oder tonight, oder last.</translation>
    </message>
    <message>
        <source>night of %1, %2</source>
        <translation>Nacht des %1, %2</translation>
    </message>
    <message>
        <source>“%1” is no time zone.</source>
        <translation>„%1“ ist keine Zeitzone.</translation>
    </message>
    <message>
        <source>Write UTC, local, or a name such as America/Santiago.</source>
        <translation>Schreiben Sie UTC, local, oder einen Namen wie America/Santiago.</translation>
    </message>
    <message>
        <source>Stopped. Rows that were not reached stay as they are.</source>
        <translation>Angehalten. Zeilen, die nicht erreicht wurden, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>All of it is seen already.</source>
        <translation>Alles davon ist schon gesehen.</translation>
    </message>
    <message>
        <source>Nothing of it is seen.</source>
        <translation>Nichts davon ist gesehen.</translation>
    </message>
    <message>
        <source>Seen: %1.</source>
        <translation>Gesehen: %1.</translation>
    </message>
    <message>
        <source>Unseen again: %1.</source>
        <translation>Wieder ungesehen: %1.</translation>
    </message>
    <message>
        <source>They are marked so already.</source>
        <translation>Sie sind schon so markiert.</translation>
    </message>
</context>
<context>
    <name>values</name>
    <message>
        <source>Marks and pins are yours: no condition names them.</source>
        <translation>Markierungen und Angeheftetes gehören Ihnen: Keine Bedingung nennt sie.</translation>
    </message>
    <message>
        <source>The delay is worked out from two times: no key has it.</source>
        <translation>Die Verzögerung wird aus zwei Zeiten berechnet: Kein Schlüssel enthält sie.</translation>
    </message>
    <message>
        <source>Only this value</source>
        <translation>Nur dieser Wert</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Ohne ihn</translation>
    </message>
    <message>
        <source>As column</source>
        <translation>Als Spalte</translation>
    </message>
    <message>
        <source>Copy as filter</source>
        <translation>Als Filter kopieren</translation>
    </message>
</context>
<context>
    <name>vault</name>
    <message>
        <source>The secret file %1 cannot be read: %2.</source>
        <translation>Die Geheimnisdatei %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>The secret file %1 is a symbolic link: somebody could point it elsewhere.</source>
        <translation>Die Geheimnisdatei %1 ist ein symbolischer Link: Jemand könnte ihn anderswohin zeigen lassen.</translation>
    </message>
    <message>
        <source>There is no secret file %1.</source>
        <translation>Es gibt keine Geheimnisdatei %1.</translation>
    </message>
    <message>
        <source>The secret file %1 is no plain file.</source>
        <translation>Die Geheimnisdatei %1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>The secret file %1 belongs to somebody else.</source>
        <translation>Die Geheimnisdatei %1 gehört jemand anderem.</translation>
    </message>
    <message>
        <source>Others may read or change the secret file %1; run: chmod 600 %1</source>
        <translation>Andere können die Geheimnisdatei %1 lesen oder ändern; rufen Sie auf: chmod 600 %1</translation>
    </message>
    <message>
        <source>%1 is longer than 64 kB: this is no secret.</source>
        <translation>%1 ist länger als 64 kB: Das ist kein Geheimnis.</translation>
    </message>
    <message>
        <source>Others may read or change the secret file %1.</source>
        <translation>Andere können die Geheimnisdatei %1 lesen oder ändern.</translation>
    </message>
    <message>
        <source>the credentials of a service come from its unit file.</source>
        <translation>die Zugangsdaten eines Dienstes kommen aus seiner Unit-Datei.</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock your keyring, then try again; nothing is lost and nothing was changed.</source>
        <translation>Entsperren Sie Ihren Schlüsselbund und versuchen Sie es dann noch einmal; nichts ist verloren, und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The vault file is locked.</source>
        <translation>Die Tresordatei ist gesperrt.</translation>
    </message>
    <message>
        <source>Enter its passphrase, or give it with --passphrase-file FILE.</source>
        <translation>Geben Sie ihre Passphrase ein, oder nennen Sie sie mit --passphrase-file DATEI.</translation>
    </message>
    <message>
        <source>There is no credential “%1” in $CREDENTIALS_DIRECTORY.</source>
        <translation>In $CREDENTIALS_DIRECTORY gibt es keine Zugangsdaten „%1“.</translation>
    </message>
    <message>
        <source>Give it to the service with LoadCredentialEncrypted=%1:FILE.</source>
        <translation>Geben Sie sie dem Dienst mit LoadCredentialEncrypted=%1:DATEI.</translation>
    </message>
    <message>
        <source>There is no keychain here: no service for secrets answers.</source>
        <translation>Hier gibt es keinen Schlüsselbund: Kein Dienst für Geheimnisse antwortet.</translation>
    </message>
    <message>
        <source>Sign in to a desktop with a keyring, choose the encrypted file with “tocsin accounts vault file”, or give the secret with --secret-file.</source>
        <translation>Melden Sie sich an einem Desktop mit Schlüsselbund an, wählen Sie mit „tocsin accounts vault file“ die verschlüsselte Datei, oder geben Sie das Geheimnis mit --secret-file an.</translation>
    </message>
    <message>
        <source>The keychain refused access.</source>
        <translation>Der Schlüsselbund hat den Zugriff verweigert.</translation>
    </message>
    <message>
        <source>Allow Tocsin when the keychain asks, then try again.</source>
        <translation>Erlauben Sie Tocsin den Zugriff, wenn der Schlüsselbund fragt, und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The secret of “%1” is damaged: its parts do not fit together.</source>
        <translation>Das Geheimnis von „%1“ ist beschädigt: Seine Teile passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Store it again with “tocsin accounts renew %1”.</source>
        <translation>Speichern Sie es neu mit „tocsin accounts renew %1“.</translation>
    </message>
    <message>
        <source>The secret of “%1” is gone, although it was stored once: another program has removed it.</source>
        <translation>Das Geheimnis von „%1“ ist fort, obwohl es einmal gespeichert war: Ein anderes Programm hat es entfernt.</translation>
    </message>
    <message>
        <source>This is not the passphrase of the vault file.</source>
        <translation>Das ist nicht die Passphrase der Tresordatei.</translation>
    </message>
    <message>
        <source>Enter it again; the file was not changed.</source>
        <translation>Geben Sie sie noch einmal ein; die Datei wurde nicht geändert.</translation>
    </message>
    <message>
        <source>The vault file is damaged: %2</source>
        <translation>Die Tresordatei ist beschädigt: %2</translation>
    </message>
    <message>
        <source>Put a copy from your backup in its place, or move it away and store the secrets again. Tocsin does not overwrite it.</source>
        <translation>Legen Sie eine Kopie aus Ihrer Sicherung an ihre Stelle, oder schieben Sie sie weg und speichern Sie die Geheimnisse neu. Tocsin überschreibt sie nicht.</translation>
    </message>
    <message>
        <source>%2</source>
        <translation>%2</translation>
    </message>
    <message>
        <source>A file with a secret must be your own and readable by you alone.</source>
        <translation>Eine Datei mit einem Geheimnis muss Ihnen gehören und nur für Sie lesbar sein.</translation>
    </message>
    <message>
        <source>The secret cannot be stored: %2</source>
        <translation>Das Geheimnis lässt sich nicht speichern: %2</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>the keychain of the desktop</source>
        <translation>der Schlüsselbund des Desktops</translation>
    </message>
    <message>
        <source>the encrypted vault file</source>
        <translation>die verschlüsselte Tresordatei</translation>
    </message>
    <message>
        <source>the service&apos;s credentials</source>
        <translation>die Zugangsdaten des Dienstes</translation>
    </message>
    <message>
        <source>memory, for this session only</source>
        <translation>der Speicher, nur für diese Sitzung</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>Signs in to Kafka by SCRAM or PLAIN, for example at Hopskotch.</source>
        <translation>Meldet sich bei Kafka mit SCRAM oder PLAIN an, zum Beispiel bei Hopskotch.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Client ID and secret</source>
        <translation>Client-ID und -Geheimnis</translation>
    </message>
    <message>
        <source>Fetches tokens with a client secret, for example at GCN.</source>
        <translation>Holt Tokens mit einem Client-Geheimnis, zum Beispiel bei GCN.</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Browser sign-in</source>
        <translation>Anmeldung im Browser</translation>
    </message>
    <message>
        <source>Refresh token</source>
        <translation>Erneuerungstoken</translation>
    </message>
    <message>
        <source>SciToken</source>
        <translation>SciToken</translation>
    </message>
    <message>
        <source>A token of an observatory&apos;s issuer; it ends when it says.</source>
        <translation>Ein Token vom Aussteller eines Observatoriums; es endet, wann es sagt.</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>A token that is sent as it stands, for example to an archive of a broker.</source>
        <translation>Ein Token, das gesendet wird, wie es ist, zum Beispiel an das Archiv eines Brokers.</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Dienstkonto</translation>
    </message>
    <message>
        <source>The key file (JSON) of a Google service account.</source>
        <translation>Die Schlüsseldatei (JSON) eines Google-Dienstkontos.</translation>
    </message>
    <message>
        <source>Key file</source>
        <translation>Schlüsseldatei</translation>
    </message>
    <message>
        <source>TOM token</source>
        <translation>TOM-Token</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>Nothing was imported. Mend the line, or enter the account with “tocsin accounts add”.</source>
        <translation>Nichts wurde übernommen. Berichtigen Sie die Zeile, oder legen Sie das Konto mit „tocsin accounts add“ an.</translation>
    </message>
    <message>
        <source>A credential without user or password was left out.</source>
        <translation>Zugangsdaten ohne Benutzer oder Passwort wurden ausgelassen.</translation>
    </message>
    <message>
        <source>A credential whose tokens come from a command was left out.</source>
        <translation>Zugangsdaten, deren Tokens aus einem Befehl kommen, wurden ausgelassen.</translation>
    </message>
    <message>
        <source>Its CA file belongs into the option ca of the stream: %1</source>
        <translation>Die CA-Datei gehört in die Option ca des Streams: %1</translation>
    </message>
    <message>
        <source>it is no KEY = &quot;VALUE&quot;.</source>
        <translation>sie ist kein SCHLÜSSEL = &quot;WERT&quot;.</translation>
    </message>
    <message>
        <source>its value cannot be read.</source>
        <translation>ihr Wert kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>it has another number of columns than the first line.</source>
        <translation>sie hat eine andere Zahl von Spalten als die erste Zeile.</translation>
    </message>
    <message>
        <source>a quotation mark is not closed.</source>
        <translation>ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>a word that netrc does not know.</source>
        <translation>ein Wort, das netrc nicht kennt.</translation>
    </message>
    <message numerus="yes">
        <source>%n other machine(s) were left out: nothing says that alerts come from there.</source>
        <translation>
            <numerusform>%n weiterer Rechner wurde ausgelassen: Nichts spricht dafür, dass von dort Alerts kommen.</numerusform>
            <numerusform>%n weitere Rechner wurden ausgelassen: Nichts spricht dafür, dass von dort Alerts kommen.</numerusform>
        </translation>
    </message>
    <message>
        <source>it is no KEY: VALUE.</source>
        <translation>sie ist kein SCHLÜSSEL: WERT.</translation>
    </message>
    <message>
        <source>Fink&apos;s file holds no password: its brokers are read without sign-in.</source>
        <translation>Die Datei von Fink enthält kein Passwort: Die Broker werden ohne Anmeldung gelesen.</translation>
    </message>
    <message>
        <source>Its group is not taken over: two readers in one group would share the alerts.</source>
        <translation>Die Gruppe wird nicht übernommen: Zwei Leser in einer Gruppe würden sich die Alerts teilen.</translation>
    </message>
    <message>
        <source>%1 is no file of credentials that Tocsin knows.</source>
        <translation>%1 ist keine Datei mit Zugangsdaten, die Tocsin kennt.</translation>
    </message>
    <message>
        <source>From %1 and %2.</source>
        <translation>Aus %1 und %2.</translation>
    </message>
    <message>
        <source>There is no account “%1”.</source>
        <translation>Es gibt kein Konto „%1“.</translation>
    </message>
    <message>
        <source>“tocsin accounts list” shows those there are.</source>
        <translation>„tocsin accounts list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>There is an account “%1” already.</source>
        <translation>Es gibt schon ein Konto „%1“.</translation>
    </message>
    <message>
        <source>Choose another name; “tocsin accounts renew” gives that one a new secret.</source>
        <translation>Wählen Sie einen anderen Namen; „tocsin accounts renew“ gibt jenem ein neues Geheimnis.</translation>
    </message>
    <message>
        <source>The list of accounts in %1 cannot be read: %2.</source>
        <translation>Die Liste der Konten in %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Mend the file or move it away; Tocsin does not overwrite it. Secrets are not in it.</source>
        <translation>Berichtigen Sie die Datei, oder schieben Sie sie weg; Tocsin überschreibt sie nicht. Geheimnisse stehen nicht darin.</translation>
    </message>
    <message>
        <source>it holds no list “accounts”</source>
        <translation>sie enthält keine Liste „accounts“</translation>
    </message>
    <message>
        <source>it was written by a newer Tocsin</source>
        <translation>ein neueres Tocsin hat sie geschrieben</translation>
    </message>
    <message>
        <source>an entry of “accounts” is no object</source>
        <translation>ein Eintrag in „accounts“ ist kein Objekt</translation>
    </message>
    <message>
        <source>“%1” stands there twice</source>
        <translation>„%1“ steht dort zweimal</translation>
    </message>
    <message>
        <source>The list of accounts cannot be saved: %1.</source>
        <translation>Die Liste der Konten kann nicht gesichert werden: %1.</translation>
    </message>
    <message>
        <source>Look at %1; the old list is still there.</source>
        <translation>Sehen Sie nach %1; die alte Liste ist noch da.</translation>
    </message>
    <message>
        <source>another program is changing it</source>
        <translation>ein anderes Programm ändert sie gerade</translation>
    </message>
    <message>
        <source>its folder cannot be written</source>
        <translation>ihr Ordner kann nicht beschrieben werden</translation>
    </message>
    <message>
        <source>it does not begin as one.</source>
        <translation>sie beginnt nicht wie eine.</translation>
    </message>
    <message>
        <source>its end is missing.</source>
        <translation>ihr Ende fehlt.</translation>
    </message>
    <message>
        <source>its beginning was changed.</source>
        <translation>ihr Anfang wurde verändert.</translation>
    </message>
    <message>
        <source>it asks for more work than any we write.</source>
        <translation>sie verlangt mehr Arbeit als jede, die wir schreiben.</translation>
    </message>
    <message>
        <source>there is not enough memory to open it.</source>
        <translation>der Speicher reicht nicht, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>its secrets were changed or cut.</source>
        <translation>ihre Geheimnisse wurden verändert oder abgeschnitten.</translation>
    </message>
    <message>
        <source>there is not enough memory for the passphrase.</source>
        <translation>der Speicher reicht nicht für die Passphrase.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>it is larger than any we write.</source>
        <translation>sie ist größer als jede, die wir schreiben.</translation>
    </message>
    <message>
        <source>another program is changing the vault file.</source>
        <translation>ein anderes Programm ändert gerade die Tresordatei.</translation>
    </message>
    <message>
        <source>the folder of %1 cannot be written.</source>
        <translation>der Ordner von %1 kann nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>There is no vault “%1”.</source>
        <translation>Es gibt keinen Tresor „%1“.</translation>
    </message>
    <message>
        <source>Choose keychain, or file: one encrypted file with a passphrase.</source>
        <translation>Wählen Sie keychain oder file: eine verschlüsselte Datei mit einer Passphrase.</translation>
    </message>
    <message>
        <source>No secret of “%1” is kept here.</source>
        <translation>Hier liegt kein Geheimnis von „%1“.</translation>
    </message>
    <message>
        <source>Store one with “tocsin accounts renew %1”.</source>
        <translation>Speichern Sie eines mit „tocsin accounts renew %1“.</translation>
    </message>
    <message>
        <source>“%1” is no name of an account.</source>
        <translation>„%1“ ist kein Name eines Kontos.</translation>
    </message>
    <message>
        <source>Use up to 100 letters, digits, dots, underscores and hyphens.</source>
        <translation>Verwenden Sie bis zu 100 Buchstaben, Ziffern, Punkte, Unterstriche und Bindestriche.</translation>
    </message>
    <message>
        <source>There is no kind of account “%1”.</source>
        <translation>Es gibt keine Art von Konto „%1“.</translation>
    </message>
    <message>
        <source>Choose one of %1.</source>
        <translation>Wählen Sie eine von %1.</translation>
    </message>
    <message>
        <source>“tocsin accounts kinds” describes what each kind wants.</source>
        <translation>„tocsin accounts kinds“ beschreibt, was jede Art verlangt.</translation>
    </message>
    <message>
        <source>The secret (%1) is empty.</source>
        <translation>Das Geheimnis (%1) ist leer.</translation>
    </message>
    <message>
        <source>Nothing was stored; give it again.</source>
        <translation>Nichts wurde gespeichert; geben Sie es noch einmal an.</translation>
    </message>
    <message>
        <source>The secret (%1) is longer than 64 kB.</source>
        <translation>Das Geheimnis (%1) ist länger als 64 kB.</translation>
    </message>
    <message>
        <source>Nothing was stored; is it the right file?</source>
        <translation>Nichts wurde gespeichert; ist es die richtige Datei?</translation>
    </message>
    <message>
        <source>This is no key file of a service account.</source>
        <translation>Das ist keine Schlüsseldatei eines Dienstkontos.</translation>
    </message>
    <message>
        <source>Give the JSON file that the cloud console wrote.</source>
        <translation>Geben Sie die JSON-Datei an, die die Cloud-Konsole geschrieben hat.</translation>
    </message>
    <message>
        <source>The secret (%1) has more than one line.</source>
        <translation>Das Geheimnis (%1) hat mehr als eine Zeile.</translation>
    </message>
    <message>
        <source>Nothing was stored; give one line with the secret and nothing else.</source>
        <translation>Nichts wurde gespeichert; geben Sie eine Zeile mit dem Geheimnis an und sonst nichts.</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>endete %1</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>endet %1</translation>
    </message>
    <message>
        <source>unused for 30 days: GCN has probably disabled it</source>
        <translation>30 Tage unbenutzt: GCN hat es vermutlich abgeschaltet</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>If a window asks to unlock the keyring, answer it. Then try again; if it goes on, sign out of the desktop and in again.</source>
        <translation>Wenn ein Fenster darum bittet, den Schlüsselbund zu entsperren, antworten Sie darin. Versuchen Sie es dann noch einmal; hält es an, melden Sie sich vom Desktop ab und wieder an.</translation>
    </message>
    <message>
        <source>It reads hop&apos;s auth.toml, SCiMMA&apos;s CSV, netrc, Fink&apos;s yml and the file of a SciToken.</source>
        <translation>Gelesen werden auth.toml von hop, CSV von SCiMMA, netrc, yml von Fink und die Datei eines SciTokens.</translation>
    </message>
    <message>
        <source>From %1.</source>
        <translation>Aus %1.</translation>
    </message>
    <message>
        <source>From the file of %1. Streams find it there by themselves, and a renewed one too.</source>
        <translation>Aus der Datei von %1. Streams finden es dort selbst, auch ein erneuertes.</translation>
    </message>
    <message>
        <source>Check the name and the rights.</source>
        <translation>Prüfen Sie Namen und Rechte.</translation>
    </message>
    <message>
        <source>it is no file of credentials</source>
        <translation>es ist keine Datei mit Zugangsdaten</translation>
    </message>
    <message>
        <source>A refresh token that a sign-in in the browser has given. Where the provider wants the redirect address of a program on this machine: http://127.0.0.1/signin/HOST, with the host of the issuer.</source>
        <translation>Ein Erneuerungstoken, das eine Anmeldung im Browser gegeben hat. Wo der Anbieter die Rücksprungadresse eines Programms auf diesem Rechner verlangt: http://127.0.0.1/signin/RECHNER, mit dem Rechner des Ausstellers.</translation>
    </message>
    <message>
        <source>Google (Pub/Sub, BigQuery)</source>
        <translation>Google (Pub/Sub, BigQuery)</translation>
    </message>
    <message>
        <source>The token of a user of a TOM Toolkit, or the password where a TOM ignores tokens, as those up to 2.32 do.</source>
        <translation>Das Token eines Benutzers eines TOM Toolkit, oder das Passwort, wo ein TOM Tokens nicht beachtet, wie die bis 2.32.</translation>
    </message>
</context>
<context>
    <name>watch</name>
    <message>
        <source>“%1” is no radius.</source>
        <translation>„%1“ ist kein Radius.</translation>
    </message>
    <message>
        <source>Write it as 2arcsec, 0.5arcmin or 1.5deg, up to 30deg; a number alone counts arcseconds.</source>
        <translation>Schreiben Sie ihn als 2arcsec, 0.5arcmin oder 1.5deg, bis zu 30deg; eine Zahl allein zählt Bogensekunden.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>it has no position.</source>
        <translation>sie hat keine Position.</translation>
    </message>
    <message>
        <source>“%1” is no right ascension.</source>
        <translation>„%1“ ist keine Rektaszension.</translation>
    </message>
    <message>
        <source>“%1” is no declination.</source>
        <translation>„%1“ ist keine Deklination.</translation>
    </message>
    <message>
        <source>“%1” is no radius up to 30 degrees.</source>
        <translation>„%1“ ist kein Radius bis 30 Grad.</translation>
    </message>
    <message>
        <source>a list holds five million sources at most.</source>
        <translation>eine Liste fasst höchstens fünf Millionen Quellen.</translation>
    </message>
    <message>
        <source>No line of the file is a position. It was read as %1.</source>
        <translation>Keine Zeile der Datei ist eine Position. Sie wurde gelesen als %1.</translation>
    </message>
    <message>
        <source>A line is: name, ra, dec, radius; in degrees or sexagesimal, the radius in arcseconds or left out.</source>
        <translation>Eine Zeile ist: name, ra, dec, radius; in Grad oder sexagesimal, der Radius in Bogensekunden oder weggelassen.</translation>
    </message>
    <message>
        <source>The file is neither CSV nor VOTable.</source>
        <translation>Die Datei ist weder CSV noch VOTable.</translation>
    </message>
    <message>
        <source>The positions of this VOTable are of the system %1.</source>
        <translation>Die Positionen dieser VOTable sind im System %1.</translation>
    </message>
    <message>
        <source>Convert them to ICRS first; TOPCAT does it.</source>
        <translation>Rechnen Sie sie zuerst in ICRS um; TOPCAT kann das.</translation>
    </message>
    <message>
        <source>Write it again with the format TABLEDATA (in TOPCAT: “votable-tabledata”), or as CSV.</source>
        <translation>Schreiben Sie sie neu im Format TABLEDATA (in TOPCAT: „votable-tabledata“) oder als CSV.</translation>
    </message>
    <message>
        <source>This VOTable has no table with rows.</source>
        <translation>Diese VOTable hat keine Tabelle mit Zeilen.</translation>
    </message>
    <message>
        <source>The VOTable is broken in line %1: %2</source>
        <translation>Die VOTable ist in Zeile %1 defekt: %2</translation>
    </message>
    <message>
        <source>Was the file cut short? Nothing was taken from it.</source>
        <translation>Wurde die Datei abgeschnitten? Nichts wurde daraus genommen.</translation>
    </message>
    <message>
        <source>No columns of this VOTable are right ascension and declination.</source>
        <translation>Keine Spalten dieser VOTable sind Rektaszension und Deklination.</translation>
    </message>
    <message>
        <source>Give them the UCDs pos.eq.ra;meta.main and pos.eq.dec;meta.main, or the names ra and dec.</source>
        <translation>Geben Sie ihnen die UCDs pos.eq.ra;meta.main und pos.eq.dec;meta.main, oder die Namen ra und dec.</translation>
    </message>
    <message>
        <source>VOTable</source>
        <translation>VOTable</translation>
    </message>
    <message>
        <source>Stopped. Rows that were not reached stay as they are.</source>
        <translation>Angehalten. Zeilen, die nicht an der Reihe waren, bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>There is no watchlist “%1”.</source>
        <translation>Es gibt keine Beobachtungsliste „%1“.</translation>
    </message>
    <message>
        <source>“tocsin watch list” shows those there are.</source>
        <translation>„tocsin watch list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>The watchlist %1 cannot be read: %2</source>
        <translation>Die Beobachtungsliste %1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Make the file readable.</source>
        <translation>Machen Sie die Datei lesbar.</translation>
    </message>
    <message>
        <source>“%1” is no name for a watchlist.</source>
        <translation>„%1“ ist kein Name für eine Beobachtungsliste.</translation>
    </message>
    <message>
        <source>Use letters without accents, digits, dot, dash and underscore.</source>
        <translation>Verwenden Sie Buchstaben ohne Akzente, Ziffern, Punkt, Strich und Unterstrich.</translation>
    </message>
    <message>
        <source>The watchlist %1 cannot be written: %2</source>
        <translation>Die Beobachtungsliste %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Make room on the disk, or the folder writable.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger, oder machen Sie den Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>The watchlist %1 cannot be removed: %2</source>
        <translation>Die Beobachtungsliste %1 kann nicht entfernt werden: %2</translation>
    </message>
    <message>
        <source>Make its folder writable.</source>
        <translation>Machen Sie ihren Ordner beschreibbar.</translation>
    </message>
    <message>
        <source>Coincidence “%1”, in “%2”: %3</source>
        <translation>Koinzidenz „%1“, in „%2“: %3</translation>
    </message>
    <message>
        <source>Coincidence “%1”: “%2” asks for fields of packets.</source>
        <translation>Koinzidenz „%1“: „%2“ fragt nach Feldern von Paketen.</translation>
    </message>
    <message>
        <source>Conditions of coincidences go by the keys of an alert alone.</source>
        <translation>Bedingungen von Koinzidenzen gehen nur nach den Schlüsseln eines Alerts.</translation>
    </message>
    <message>
        <source>“%1” is no name for a coincidence.</source>
        <translation>„%1“ ist kein Name für eine Koinzidenz.</translation>
    </message>
    <message>
        <source>Coincidence “%1”: the times may differ by 7 days at most.</source>
        <translation>Koinzidenz „%1“: Die Zeiten dürfen um höchstens 7 Tage auseinanderliegen.</translation>
    </message>
    <message>
        <source>Write 60s, 10m, 2h …</source>
        <translation>Schreiben Sie 60s, 10m, 2h …</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is no list of coincidences: %2</source>
        <translation>%1 ist keine Liste von Koinzidenzen: %2</translation>
    </message>
    <message>
        <source>Coincidence “%1”: “%2” is no span of time.</source>
        <translation>Koinzidenz „%1“: „%2“ ist keine Zeitspanne.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>senkrechte Striche</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>blanks</source>
        <translation>Leerzeichen</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>Die Datei ist leer.</translation>
    </message>
    <message>
        <source>Line %1 is neither a header with ra and dec nor a position.</source>
        <translation>Zeile %1 ist weder eine Kopfzeile mit ra und dec noch eine Position.</translation>
    </message>
    <message>
        <source>a quotation mark is not closed.</source>
        <translation>ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>CSV with a header, separated by %1</source>
        <translation>CSV mit Kopfzeile, getrennt durch %1</translation>
    </message>
    <message>
        <source>CSV without a header, separated by %1</source>
        <translation>CSV ohne Kopfzeile, getrennt durch %1</translation>
    </message>
    <message>
        <source>Write the table as CSV in UTF-8, or as VOTable; unpack it first.</source>
        <translation>Schreiben Sie die Tabelle als CSV in UTF-8 oder als VOTable; entpacken Sie sie zuerst.</translation>
    </message>
    <message>
        <source>The rows of this VOTable are FITS, which is not read.</source>
        <translation>Die Zeilen dieses VOTable sind FITS; das wird nicht gelesen.</translation>
    </message>
    <message>
        <source>The rows of this VOTable stand in another file, or are packed.</source>
        <translation>Die Zeilen dieses VOTable stehen in einer anderen Datei oder sind gepackt.</translation>
    </message>
    <message>
        <source>The rows of this VOTable are no base64.</source>
        <translation>Die Zeilen dieses VOTable sind kein base64.</translation>
    </message>
    <message>
        <source>The VOTable is broken: %1</source>
        <translation>Das VOTable ist beschädigt: %1</translation>
    </message>
    <message>
        <source>VOTable (BINARY2)</source>
        <translation>VOTable (BINARY2)</translation>
    </message>
    <message>
        <source>VOTable (BINARY)</source>
        <translation>VOTable (BINARY)</translation>
    </message>
    <message>
        <source>Coincidence “%1”: a condition is empty.</source>
        <translation>Koinzidenz „%1“: Eine Bedingung ist leer.</translation>
    </message>
    <message>
        <source>Write conditions A and B in the filter language, such as messenger = &quot;gamma&quot;.</source>
        <translation>Schreiben Sie die Bedingungen A und B in der Filtersprache, etwa messenger = &quot;gamma&quot;.</translation>
    </message>
    <message>
        <source>It is a JSON list of {&quot;name&quot;, &quot;a&quot;, &quot;b&quot;, &quot;within&quot;, &quot;radius&quot;, &quot;anywhere&quot;, &quot;enabled&quot;}.</source>
        <translation>Es ist eine JSON-Liste von {&quot;name&quot;, &quot;a&quot;, &quot;b&quot;, &quot;within&quot;, &quot;radius&quot;, &quot;anywhere&quot;, &quot;enabled&quot;}.</translation>
    </message>
    <message>
        <source>“%1” is no type of a VOTable.</source>
        <translation>„%1“ ist kein Typ eines VOTable.</translation>
    </message>
    <message>
        <source>“%1” is no size of a VOTable&apos;s field.</source>
        <translation>„%1“ ist keine Größe eines VOTable-Feldes.</translation>
    </message>
    <message>
        <source>Row %1 ends in the middle.</source>
        <translation>Zeile %1 endet mittendrin.</translation>
    </message>
</context>
</TS>
