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
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>Magnitude of this alert</source>
        <translation>Helligkeit dieses Alerts</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>What the stream calls its score</source>
        <translation>Was der Strom seine Wertung nennt</translation>
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
        <source>The sender's own flag</source>
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
        <translation>Helligkeitsfehler</translation>
    </message>
    <message>
        <source>One sigma</source>
        <translation>Ein Sigma</translation>
    </message>
    <message>
        <source>Magnitude system</source>
        <translation>Helligkeitssystem</translation>
    </message>
    <message>
        <source>AB or Vega</source>
        <translation>AB oder Vega</translation>
    </message>
    <message>
        <source>Magnitude kind</source>
        <translation>Art der Helligkeit</translation>
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
        <translation>Strom</translation>
    </message>
    <message>
        <source>Configured stream</source>
        <translation>Eingerichteter Strom</translation>
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
        <source>The sender's stamp</source>
        <translation>Zeitstempel des Absenders</translation>
    </message>
    <message>
        <source>Broker time</source>
        <translation>Broker-Zeit</translation>
    </message>
    <message>
        <source>The broker's stamp</source>
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
        <source>The sender's own word</source>
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
        <source>The archive's folder %1 cannot be made.</source>
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
        <source>The oldest unmarked rows go when the archive's quota is reached.</source>
        <translation>Die ältesten unmarkierten Zeilen gehen, wenn die Grenze des Archivs erreicht ist.</translation>
    </message>
    <message>
        <source>The archive's index answered: %1.</source>
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
        <translation>Zuerst einem Strom zuhören.</translation>
    </message>
    <message>
        <source>The archive lies on a network file system: it is slower there and only one Tocsin may use it. Set TOCSIN_ARCHIVE to a local folder.</source>
        <translation>Das Archiv liegt auf einem Netzlaufwerk: dort ist es langsamer und nur ein Tocsin darf es benutzen. TOCSIN_ARCHIVE auf einen lokalen Ordner setzen.</translation>
    </message>
    <message>
        <source>%1 is damaged or no archive: %2.</source>
        <translation>%1 ist beschädigt oder kein Archiv: %2.</translation>
    </message>
    <message>
        <source>It was not changed. Move it away to begin a new one.</source>
        <translation>Es wurde nicht geändert. Beiseiteschieben, um ein neues zu beginnen.</translation>
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
        <translation>Vor dem Ende angehalten.</translation>
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
        <source>Keep a copy of the folder before anything else; nothing was changed.</source>
        <translation>Vor allem anderen eine Kopie des Ordners anlegen; nichts wurde geändert.</translation>
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
        <source>The file holds only the header; widen --since and --until.</source>
        <translation>Die Datei enthält nur die Kopfzeile; --since und --until weiter fassen.</translation>
    </message>
    <message>
        <source>STREAM or URL</source>
        <translation>STROM oder URL</translation>
    </message>
    <message>
        <source>The first line of FILE is the password; never give it as an argument.</source>
        <translation>Die erste Zeile von FILE ist das Passwort; es gehört nie in ein Argument.</translation>
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
        <translation>Ein anderer Satz von Strömen und Fenstereinstellungen über demselben Archiv.</translation>
    </message>
    <message>
        <source>error, warning, info or debug: what goes to standard error, librdkafka's own lines included.</source>
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
        <source>Alerts in files as JSON lines; no network. Gzip is unpacked first.</source>
        <translation>Alerts in Dateien als JSON-Zeilen; kein Netz. Gzip wird zuerst entpackt.</translation>
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
        <source>Avro schema for packets that bring none.</source>
        <translation>Avro-Schema für Pakete, die keines mitbringen.</translation>
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
        <translation>[STROM oder URL]…</translation>
    </message>
    <message>
        <source>Streams to standard output, and into the same archive as the window. Without a name: every stream that is set up.</source>
        <translation>Ströme auf die Standardausgabe und in dasselbe Archiv wie das Fenster. Ohne Namen: alle eingerichteten Ströme.</translation>
    </message>
    <message>
        <source>live, resume, earliest, an ISO time in UTC, or last:N (per partition).</source>
        <translation>live, resume, earliest, eine ISO-Zeit in UTC oder last:N (je Partition).</translation>
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
        <translation>Eingerichtete Ströme: Name, Art, aktiviert oder deaktiviert, Bezeichnung.</translation>
    </message>
    <message>
        <source>Types of streams and every option of each.</source>
        <translation>Arten von Strömen und alle Optionen einer jeden.</translation>
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
        <translation>Ein Strom als JSON, ohne Geheimnisse.</translation>
    </message>
    <message>
        <source>TYPE NAME key=value…</source>
        <translation>ART NAME schlüssel=wert…</translation>
    </message>
    <message>
        <source>Set up a stream; also label=…, enabled=…, autostart=…</source>
        <translation>Einen Strom einrichten; auch label=…, enabled=…, autostart=…</translation>
    </message>
    <message>
        <source>NAME key=value…</source>
        <translation>NAME schlüssel=wert…</translation>
    </message>
    <message>
        <source>Change a stream; key= puts the default back.</source>
        <translation>Einen Strom ändern; schlüssel= stellt den Vorgabewert wieder her.</translation>
    </message>
    <message>
        <source>NAME NEW</source>
        <translation>NAME NEU</translation>
    </message>
    <message>
        <source>Rename a stream; its rows follow.</source>
        <translation>Einen Strom umbenennen; seine Zeilen folgen.</translation>
    </message>
    <message>
        <source>Remove a stream; its rows stay.</source>
        <translation>Einen Strom entfernen; seine Zeilen bleiben.</translation>
    </message>
    <message>
        <source>FILE or -</source>
        <translation>DATEI oder -</translation>
    </message>
    <message>
        <source>Add the streams of a file.</source>
        <translation>Die Ströme einer Datei hinzufügen.</translation>
    </message>
    <message>
        <source>All streams as a file for “streams import”, without secrets.</source>
        <translation>Alle Ströme als Datei für „streams import“, ohne Geheimnisse.</translation>
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
        <source>These keys instead of all.</source>
        <translation>Diese Schlüssel statt aller.</translation>
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
        <source>Place, size, quota, rows, gaps.</source>
        <translation>Ort, Größe, Grenze, Zeilen, Lücken.</translation>
    </message>
    <message>
        <source>stream, topic, partition, offset of every stored message, separated by tabs.</source>
        <translation>Strom, Topic, Partition, Offset jeder gespeicherten Meldung, durch Tabulatoren getrennt.</translation>
    </message>
    <message>
        <source>Check the index and every packet's checksum; changes nothing.</source>
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
        <translation>Eine URL ist kafka://[USER@]HOST[:9092][,HOST…]/TOPIC[,TOPIC…]?key=value&amp;… mit den Optionen der Kafka-Ströme („tocsin streams types“), oder demo:.</translation>
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
        <source>Write live, resume, earliest, an ISO time in UTC, or last:N.</source>
        <translation>live, resume, earliest, eine ISO-Zeit in UTC oder last:N schreiben.</translation>
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
        <translation>Noch ist kein Strom eingerichtet.</translation>
    </message>
    <message>
        <source>Name one: tocsin listen kafka://HOST:9092/TOPIC, or set one up with “tocsin streams add”.</source>
        <translation>Einen nennen: tocsin listen kafka://HOST:9092/TOPIC, oder mit „tocsin streams add“ einen einrichten.</translation>
    </message>
    <message>
        <source>The demo's alerts never go into an archive of real ones.</source>
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
        <translation>„%1“ ist keine URL eines Stroms.</translation>
    </message>
    <message>
        <source>Write kafka://HOST:9092/TOPIC or demo:.</source>
        <translation>kafka://HOST:9092/TOPIC oder demo: schreiben.</translation>
    </message>
    <message>
        <source>There is no stream “%1”.</source>
        <translation>Es gibt keinen Strom „%1“.</translation>
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
        <translation>Diese Version kennt die Stromart „%1“ nicht.</translation>
    </message>
    <message>
        <source>The secret file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 mit dem Geheimnis kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Give a file whose first line is the password.</source>
        <translation>Eine Datei angeben, deren erste Zeile das Passwort ist.</translation>
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
        <source>Put it into a file and name that with --secret-file.</source>
        <translation>In eine Datei schreiben und diese mit --secret-file nennen.</translation>
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
        <translation>Es gibt keine Stromart „%1“.</translation>
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
        <source>Give it when the stream is opened: --secret-file FILE.</source>
        <translation>Beim Öffnen des Stroms angeben: --secret-file DATEI.</translation>
    </message>
    <message>
        <source>There is a stream “%1” already; nothing was imported.</source>
        <translation>Es gibt schon einen Strom „%1“; nichts wurde importiert.</translation>
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
        <translation>Nur Ströme eines Brokers haben eine.</translation>
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
        <source>Name the picture's file: --screenshot OUT.png</source>
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
</context>
<context>
    <name>decoders</name>
    <message>
        <source>GCN circular</source>
        <translation>GCN-Zirkular</translation>
    </message>
    <message>
        <source>Reports of observers, written by people, from NASA's GCN.</source>
        <translation>Berichte von Beobachtern, von Menschen geschrieben, aus dem GCN der NASA.</translation>
    </message>
    <message>
        <source>GCN notice</source>
        <translation>GCN-Notiz</translation>
    </message>
    <message>
        <source>Notices of NASA's GCN in the unified JSON schema.</source>
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
</context>
<context>
    <name>demo</name>
    <message>
        <source>The demo's own broker did not start.</source>
        <translation>Der eigene Broker der Demo ist nicht gestartet.</translation>
    </message>
    <message>
        <source>Check that programs may listen on 127.0.0.1.</source>
        <translation>Prüfen, ob Programme auf 127.0.0.1 lauschen dürfen.</translation>
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
        <source>The columns are the keys of a JSON line, such as timestamp, id, name, ra, dec.</source>
        <translation>Die Spalten sind die Schlüssel einer JSON-Zeile, etwa timestamp, id, name, ra, dec.</translation>
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
        <translation>1 je %1</translation>
    </message>
    <message>
        <source>yr</source>
        <translation>J.</translation>
    </message>
    <message>
        <source>%1 per yr</source>
        <translation>%1 je J.</translation>
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
</context>
<context>
    <name>instanceframe</name>
    <message>
        <source>An invented night in an archive of its own; nothing here is real.</source>
        <translation>Eine erfundene Nacht in einem eigenen Archiv; nichts hier ist echt.</translation>
    </message>
    <message>
        <source>Real streams and the real archive.</source>
        <translation>Echte Ströme und das echte Archiv.</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
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
        <source>Write live, resume, earliest, a time such as 2026-09-14T22:00 or last:100.</source>
        <translation>live, resume, earliest, eine Zeit wie 2026-09-14T22:00 oder last:100 schreiben.</translation>
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
        <source>The name of your credential at this broker.</source>
        <translation>Der Name deiner Anmeldung bei diesem Broker.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Kept for this session only; it is never written to a file.</source>
        <translation>Nur für diese Sitzung; es wird nie in eine Datei geschrieben.</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>CA-Datei</translation>
    </message>
    <message>
        <source>Certificates (PEM) that this broker's certificate is checked against; empty = the system's.</source>
        <translation>Zertifikate (PEM), an denen das des Brokers geprüft wird; leer = die des Systems.</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Topics</translation>
    </message>
    <message>
        <source>Names, patterns with *, or regular expressions that begin with ^. New topics that fit are read from their first message.</source>
        <translation>Namen, Muster mit * oder reguläre Ausdrücke, die mit ^ beginnen. Neue passende Topics werden ab ihrer ersten Meldung gelesen.</translation>
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
        <source>live, resume (where it stopped, at first from the earliest), earliest, a UTC time such as 2026-09-14T22:00, or last:N per partition.</source>
        <translation>live, resume (wo er aufhörte, zuerst ab dem Ältesten), earliest, eine UTC-Zeit wie 2026-09-14T22:00 oder last:N je Partition.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Consumer group to store offsets under, as a courtesy to the broker; reading goes by the archive's own positions.</source>
        <translation>Consumer-Gruppe, unter der Offsets aus Höflichkeit beim Broker abgelegt werden; gelesen wird nach den Positionen des Archivs.</translation>
    </message>
    <message>
        <source>Further properties</source>
        <translation>Weitere Eigenschaften</translation>
    </message>
    <message>
        <source>Settings of librdkafka as NAME=VALUE; an unknown one is refused in its own words.</source>
        <translation>Einstellungen von librdkafka als NAME=WERT; eine unbekannte wird mit deren eigenen Worten abgelehnt.</translation>
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
        <source>Check the spelling and the network; Tocsin keeps trying.</source>
        <translation>Schreibweise und Netz prüfen; Tocsin versucht es weiter.</translation>
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
        <source>Ask the broker's people for the right, or leave the topic out.</source>
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
        <translation>%1 und dieser Strom sind sich über TLS nicht einig.</translation>
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
        <source>Check host and port; the broker may be down. Tocsin keeps trying.</source>
        <translation>Host und Port prüfen; der Broker ist vielleicht aus. Tocsin versucht es weiter.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>A firewall may be in between. Tocsin keeps trying.</source>
        <translation>Vielleicht steht eine Firewall dazwischen. Tocsin versucht es weiter.</translation>
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
        <translation>URL des Stroms, Stelle %1: %2</translation>
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
        <translation>Den Strom bearbeiten.</translation>
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
        <source>This user may not read %1.</source>
        <translation>Dieser Benutzer darf %1 nicht lesen.</translation>
    </message>
    <message>
        <source>%1 does not exist there yet.</source>
        <translation>%1 gibt es dort noch nicht.</translation>
    </message>
    <message>
        <source>%1 does not exist there.</source>
        <translation>%1 gibt es dort nicht.</translation>
    </message>
    <message>
        <source>No topic fits yet.</source>
        <translation>Noch passt kein Topic.</translation>
    </message>
    <message>
        <source>Tocsin looks again each minute.</source>
        <translation>Tocsin sieht jede Minute nach.</translation>
    </message>
    <message>
        <source>No heartbeat for %1 s.</source>
        <translation>Seit %1 s kein Herzschlag.</translation>
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
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The pattern “%1” is not valid: %2 (position %3).</source>
        <translation>Das Muster „%1“ ist nicht gültig: %2 (Stelle %3).</translation>
    </message>
    <message>
        <source>“%1” is no name of a stream.</source>
        <translation>„%1“ ist kein Name eines Stroms.</translation>
    </message>
    <message>
        <source>Use letters, digits, dot, underscore and hyphen; the label may be anything.</source>
        <translation>Buchstaben, Ziffern, Punkt, Unterstrich und Bindestrich verwenden; die Bezeichnung darf alles sein.</translation>
    </message>
    <message>
        <source>There is no stream type “%1”.</source>
        <translation>Es gibt keine Stromart „%1“.</translation>
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
        <translation>Die Liste der Ströme in %1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>Mend the file or move it away; Tocsin does not overwrite it.</source>
        <translation>Die Datei richten oder beiseiteschieben; Tocsin überschreibt sie nicht.</translation>
    </message>
    <message>
        <source>There is a stream “%1” already.</source>
        <translation>Es gibt schon einen Strom „%1“.</translation>
    </message>
    <message>
        <source>Choose another name, or change that one.</source>
        <translation>Einen anderen Namen wählen oder jenen ändern.</translation>
    </message>
    <message>
        <source>There is no stream “%1”.</source>
        <translation>Es gibt keinen Strom „%1“.</translation>
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
        <translation>Diesen Strom gibt es nicht.</translation>
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
        <translation>Die Liste der Ströme kann nicht gespeichert werden: %1.</translation>
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
        <translation>Strom</translation>
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
        <translation><numerusform>%n Datei</numerusform><numerusform>%n Dateien</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Only %1 files are taken at once; %n were left out.</source>
        <translation><numerusform>Nur %1 Dateien werden auf einmal genommen; %n blieb übrig.</numerusform><numerusform>Nur %1 Dateien werden auf einmal genommen; %n blieben übrig.</numerusform></translation>
    </message>
</context>
<context>
    <name>tocsin::services::StreamManager</name>
    <message>
        <source>This version does not know the stream type “%1”.</source>
        <translation>Diese Version kennt die Stromart „%1“ nicht.</translation>
    </message>
    <message>
        <source>Another Tocsin on this archive reads this stream; its alerts arrive from there.</source>
        <translation>Ein anderes Tocsin über diesem Archiv liest diesen Strom; seine Alerts kommen von dort.</translation>
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
        <translation>Alerts aller Ströme in einem Fenster, keiner geht verloren.</translation>
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
        <translation>Helligkeit</translation>
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
        <source>No alert selected</source>
        <translation>Kein Alert ausgewählt</translation>
    </message>
    <message>
        <source>Choose a row to see all that was sent.</source>
        <translation>Eine Zeile wählen, um alles zu sehen, was gesendet wurde.</translation>
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
        <source>90 %, from the sky map</source>
        <translation>90 %, aus der Himmelskarte</translation>
    </message>
    <message>
        <source>%1 % contained</source>
        <translation>%1 % eingeschlossen</translation>
    </message>
    <message>
        <source>%1 after the broker</source>
        <translation>%1 nach dem Broker</translation>
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
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation>Spalten zurücksetzen</translation>
    </message>
    <message>
        <source>%1 new, press End</source>
        <translation>%1 neue, Ende drücken</translation>
    </message>
    <message>
        <source>Next, previous row</source>
        <translation>Nächste, vorige Zeile</translation>
    </message>
    <message>
        <source>Next, previous unseen row</source>
        <translation>Nächste, vorige ungesehene Zeile</translation>
    </message>
    <message>
        <source>Mark, or take the mark away</source>
        <translation>Markieren oder Markierung aufheben</translation>
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
        <source>Copy position in degrees, sexagesimal</source>
        <translation>Position in Grad, sexagesimal kopieren</translation>
    </message>
    <message>
        <source>Copy the cells shown</source>
        <translation>Die gezeigten Zellen kopieren</translation>
    </message>
    <message>
        <source>Let go of the selection</source>
        <translation>Die Auswahl aufheben</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
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
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
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
        <translation>Strom</translation>
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
</context>
<context>
    <name>tocsin::ui::AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <source>Find field or value</source>
        <translation>Feld oder Wert suchen</translation>
    </message>
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
        <source>This packet is no text; see Hex.</source>
        <translation>Dieses Paket ist kein Text; siehe Hex.</translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation>Die ersten %1 von %2.</translation>
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
    <message numerus="yes">
        <source>%n found</source>
        <translation><numerusform>%n gefunden</numerusform><numerusform>%n gefunden</numerusform></translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
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
        <source>last message %1</source>
        <translation>letzte Meldung %1</translation>
    </message>
    <message>
        <source>no message yet</source>
        <translation>noch keine Meldung</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Start all streams</source>
        <translation>Alle Ströme starten</translation>
    </message>
    <message>
        <source>No row passes this filter.</source>
        <translation>Keine Zeile passt zu diesem Filter.</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) hidden.</source>
        <translation><numerusform>%n Zeile verborgen.</numerusform><numerusform>%n Zeilen verborgen.</numerusform></translation>
    </message>
    <message>
        <source>Not listening: sign-in is needed.</source>
        <translation>Hört nicht zu: eine Anmeldung ist nötig.</translation>
    </message>
    <message>
        <source>Not listening: all streams are stopped.</source>
        <translation>Hört nicht zu: alle Ströme sind angehalten.</translation>
    </message>
    <message>
        <source>Rows appear here as soon as a stream runs and has something to say.</source>
        <translation>Zeilen erscheinen hier, sobald ein Strom läuft und etwas zu sagen hat.</translation>
    </message>
    <message>
        <source>Not listening yet: see what the streams say.</source>
        <translation>Hört noch nicht zu: sieh nach, was die Ströme sagen.</translation>
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
        <source>Quiet is normal: many topics are silent for days. The lines below prove that the connections hold.</source>
        <translation>Ruhe ist normal: viele Topics schweigen tagelang. Die Zeilen unten belegen, dass die Verbindungen halten.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ExportDialog</name>
    <message numerus="yes">
        <source>The %n selected row(s)</source>
        <translation><numerusform>Die ausgewählte Zeile (%n)</numerusform><numerusform>Die %n ausgewählten Zeilen</numerusform></translation>
    </message>
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
        <source>Export to CSV</source>
        <translation>Als CSV exportieren</translation>
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
        <source>Every key of an alert is a column; a second file beside it says where the rows come from.</source>
        <translation>Jeder Schlüssel eines Alerts ist eine Spalte; eine zweite Datei daneben sagt, woher die Zeilen kommen.</translation>
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
</context>
<context>
    <name>tocsin::ui::FieldTreeModel</name>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>more than %1 values; Raw shows all</source>
        <translation>mehr als %1 Werte; Roh zeigt alle</translation>
    </message>
    <message>
        <source>%1 bytes · %2</source>
        <translation>%1 Bytes · %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FilterRow</name>
    <message>
        <source>No filter</source>
        <translation>Kein Filter</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>Gefiltert</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Shows the rows whose id, name, class, topic, stream or error contains this text.</source>
        <translation>Zeigt die Zeilen, deren ID, Name, Klasse, Topic, Strom oder Fehler diesen Text enthält.</translation>
    </message>
    <message>
        <source>Filter by text, for example a name or a topic</source>
        <translation>Nach Text filtern, etwa einem Namen oder Topic</translation>
    </message>
    <message>
        <source>no rows</source>
        <translation>keine Zeilen</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 Zeilen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
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
        <translation>Alerts aller Ströme in einem Fenster. Wähle, womit du beginnst; alles lässt sich später ändern.</translation>
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
        <translation>dein Broker</translation>
    </message>
    <message>
        <source>Apache Kafka</source>
        <translation>Apache Kafka</translation>
    </message>
    <message>
        <source>Any broker that speaks Kafka: servers, topics and, where it asks for one, an account.</source>
        <translation>Jeder Broker, der Kafka spricht: Server, Topics und, wo er eines verlangt, ein Konto.</translation>
    </message>
    <message>
        <source>Add stream</source>
        <translation>Strom hinzufügen</translation>
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
        <source>Secrets are kept for this session only. No file of Tocsin ever holds one.</source>
        <translation>Geheimnisse bleiben nur für diese Sitzung. Keine Datei von Tocsin enthält je eines.</translation>
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
        <translation>In den Strömen</translation>
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
        <translation>Strom bearbeiten</translation>
    </message>
    <message>
        <source>Menu of the stream</source>
        <translation>Menü des Stroms</translation>
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
</context>
<context>
    <name>tocsin::ui::MainWindow</name>
    <message>
        <source>Tocsin · Demo</source>
        <translation>Tocsin · Demo</translation>
    </message>
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
        <translation>Ströme</translation>
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
        <translation>Die Ströme werden angehalten.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Real streams never meet invented alerts: leave the demo first (menu Streams)</source>
        <translation>Echte Ströme treffen nie auf erfundene Alerts: zuerst die Demo verlassen (Menü Ströme)</translation>
    </message>
    <message>
        <source>New topic at %1: %2</source>
        <translation>Neues Topic bei %1: %2</translation>
    </message>
    <message>
        <source>Follow, held</source>
        <translation>Folgen, angehalten</translation>
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
        <translation><numerusform>%n Strom</numerusform><numerusform>%n Ströme</numerusform></translation>
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
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), not all readable.</source>
        <translation><numerusform>%1: %n Zeile, nicht alles lesbar.</numerusform><numerusform>%1: %n Zeilen, nicht alle lesbar.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s).</source>
        <translation><numerusform>%1: %n Zeile.</numerusform><numerusform>%1: %n Zeilen.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s).</source>
        <translation><numerusform>Lese %n Datei.</numerusform><numerusform>Lese %n Dateien.</numerusform></translation>
    </message>
    <message>
        <source>Open files with alerts</source>
        <translation>Dateien mit Alerts öffnen</translation>
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
        <source>Write the selected rows, or all that are shown, to a CSV file</source>
        <translation>Die ausgewählten oder alle gezeigten Zeilen in eine CSV-Datei schreiben</translation>
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
        <source>Copy position in degrees</source>
        <translation>Position in Grad kopieren</translation>
    </message>
    <message>
        <source>Copy position, sexagesimal</source>
        <translation>Position sexagesimal kopieren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Pause view</source>
        <translation>Ansicht anhalten</translation>
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
        <translation>Strom hinzufügen</translation>
    </message>
    <message>
        <source>Edit stream</source>
        <translation>Strom bearbeiten</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start the selected stream</source>
        <translation>Den ausgewählten Strom starten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop the selected stream; reading goes on later where it left off</source>
        <translation>Den ausgewählten Strom anhalten; später wird dort weitergelesen, wo er aufhörte</translation>
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
        <translation>Alle anhalten</translation>
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
        <translation>&amp;Ströme</translation>
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
</context>
<context>
    <name>tocsin::ui::MainWindowClosing</name>
    <message>
        <source>Streams are running. Kept in the tray they go on receiving and storing; after quitting, reading goes on later where it left off.</source>
        <translation>Ströme laufen. Im Infobereich empfangen und speichern sie weiter; nach dem Beenden wird später dort weitergelesen, wo sie aufhörten.</translation>
    </message>
    <message>
        <source>Streams are running. After quitting they stop; reading goes on later where it left off.</source>
        <translation>Ströme laufen. Nach dem Beenden halten sie an; später wird dort weitergelesen, wo sie aufhörten.</translation>
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
</context>
<context>
    <name>tocsin::ui::MessagePanel</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
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
    <name>tocsin::ui::RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Its alerts in the archive stay with it.</source>
        <translation>Seine Alerts im Archiv bleiben bei ihm.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
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
        <translation>Mit --after weniger verlangen oder mit „tocsin listen“ sehen, was die Ströme sagen.</translation>
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
    <name>tocsin::ui::StreamCommands</name>
    <message>
        <source>Remove the stream %1?</source>
        <translation>Den Strom %1 entfernen?</translation>
    </message>
    <message>
        <source>It stops and its settings go. The alerts that it brought stay in the archive.</source>
        <translation>Er hält an und seine Einstellungen gehen. Die Alerts, die er brachte, bleiben im Archiv.</translation>
    </message>
    <message>
        <source>Remove stream</source>
        <translation>Strom entfernen</translation>
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
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Edit stream…</source>
        <translation>Strom bearbeiten…</translation>
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
        <translation>Strom hinzufügen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Edit stream</source>
        <translation>Strom bearbeiten</translation>
    </message>
    <message>
        <source>Kind of stream</source>
        <translation>Art des Stroms</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>A stream that is not enabled is kept and does not run.</source>
        <translation>Ein Strom, der nicht aktiviert ist, wird behalten und läuft nicht.</translation>
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
        <translation>Dem Strom einen Namen geben.</translation>
    </message>
    <message>
        <source>Use letters, digits, dot, dash and underscore only.</source>
        <translation>Nur Buchstaben, Ziffern, Punkt, Bindestrich und Unterstrich verwenden.</translation>
    </message>
    <message>
        <source>Another stream has this name.</source>
        <translation>Ein anderer Strom heißt so.</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamList</name>
    <message>
        <source>Streams</source>
        <translation>Ströme</translation>
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
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s), folded</source>
        <translation><numerusform>%n Topic, eingeklappt</numerusform><numerusform>%n Topics, eingeklappt</numerusform></translation>
    </message>
    <message>
        <source>Topic %1, %2, %3</source>
        <translation>Topic %1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation><numerusform>%n Meldung</numerusform><numerusform>%n Meldungen</numerusform></translation>
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
        <source>%1
Taken by a pattern</source>
        <translation>%1
Von einem Muster genommen</translation>
    </message>
    <message numerus="yes">
        <source>The rules take %1 of %n topic(s).</source>
        <translation><numerusform>Die Regeln nehmen %1 von %n Topic.</numerusform><numerusform>Die Regeln nehmen %1 von %n Topics.</numerusform></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowApp</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
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
</context>
<context>
    <name>tocsin::ui::WindowStatus</name>
    <message>
        <source>Streams, state</source>
        <translation>Ströme, Zustand</translation>
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
        <translation>Angehalten</translation>
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
        <translation>noch keine Ströme</translation>
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
        <translation><numerusform>%n Strom hört zu</numerusform><numerusform>%n Ströme hören zu</numerusform></translation>
    </message>
    <message>
        <source>no stream is listening</source>
        <translation>kein Strom hört zu</translation>
    </message>
    <message>
        <source>all streams stopped</source>
        <translation>alle Ströme angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) sign-in</source>
        <translation><numerusform>%n braucht Anmeldung</numerusform><numerusform>%n brauchen Anmeldung</numerusform></translation>
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
        <translation>Ansicht angehalten, %1 warten</translation>
    </message>
    <message>
        <source>view paused</source>
        <translation>Ansicht angehalten</translation>
    </message>
    <message>
        <source>archive: not writing</source>
        <translation>Archiv: schreibt nicht</translation>
    </message>
    <message>
        <source>archive: asking</source>
        <translation>Archiv: frage</translation>
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
        <source>last %1</source>
        <translation>zuletzt %1</translation>
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
        <translation>von dir, %1</translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation>nächster Versuch in %1</translation>
    </message>
</context>
</TS>
