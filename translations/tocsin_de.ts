<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>AlertField</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instant of the event or observation, UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the sender numbers it; not a unique key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Object, event or source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right ascension, ICRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declination, ICRS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitude of this alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the stream calls its score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page about the alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning of the score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MJD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UTC Modified Julian Date of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trigger, merger, exposure start or middle, message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True resolution of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice, detection, circular, log, upload, other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What carried the news</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folding key of what belongs together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revision as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage of the alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert tense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current, archival, planned, injection, commanded, test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as a test by the sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retraction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes an earlier alert back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class probability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability of the best class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classified by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifier and version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Significant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s own flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As sent, never rescaled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Containment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability inside the error radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Systematic included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether the error includes the systematic part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Position kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured, map peak, pointing, field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitude error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One sigma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitude system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AB or Vega</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitude kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference, apparent, total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Five sigma limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Band</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flux error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flux unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit of the flux</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Negative difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fainter than the reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instruments or detectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Solar system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Designation of a known moving object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public or restricted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configured stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic or subscription</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partition of the topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offset in the partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number inside the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Id that the transport gave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broker time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker&apos;s stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Our stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decoder and schema version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values refused or repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why it could not be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error, major axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semi-major axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error, minor axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semi-minor axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error, position angle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>East of north</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analysis group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P(BNS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability: binary neutron star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P(NSBH)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability: neutron star and black hole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P(BBH)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability: binary black hole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P(terrestrial)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability: not astrophysical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has NS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability: a neutron star is involved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has remnant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability: matter left outside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has mass gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probability: a component in the mass gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>50 % area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of the 50 % credible region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 % area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area of the 90 % credible region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Distance error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert type as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sender&apos;s own word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subject line of a circular</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>archive</name>
    <message>
        <source>This run keeps no archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out --no-archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full: nothing can be stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space; Tocsin goes on by itself and nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive cannot be written: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at %1; Tocsin tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored packet is damaged: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its size cannot be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no record begins here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its checksum differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its headers are cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive in %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the rights of the folder, or choose another place with TOCSIN_ARCHIVE or --home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocsin did not end properly last time. Everything that was stored is here; what was on its way is fetched again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is nearly full: nothing is stored until there is space again. Nothing is lost; free some space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s folder %1 cannot be made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place with TOCSIN_ARCHIVE or --home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 is not in the archive any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest unmarked rows go when the archive&apos;s quota is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive&apos;s index answered: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run “tocsin archive verify”; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no archive in %1 yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listen to a stream first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive lies on a network file system: it is slower there and only one Tocsin may use it. Set TOCSIN_ARCHIVE to a local folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged or no archive: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not changed. Move it away to begin a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This archive was written by a newer Tocsin (schema %1; this one knows %2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the newer version; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1, %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped before the end.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>%1 rows, %2 packets, %3 bytes checked, %4 damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a copy of the folder before anything else; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1: “%2” is no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 2026-09-14T22:00:00 (UTC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add -o FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no format “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose csv, jsonl or ecsv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--eol %1 is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write --eol lf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows written, %2 that could not be decoded left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alert matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds only the header; widen --since and --until.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>STREAM or URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first line of FILE is the password; never give it as an argument.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Argument %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin --help” and “tocsin COMMAND --help” describe everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything (settings, archive, logs) lies under DIR; beats TOCSIN_HOME and the XDG folders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another set of streams and window settings on the same archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error, warning, info or debug: what goes to standard error, librdkafka&apos;s own lines included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manual page in troff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window only: draw it to a file, then end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --screenshot: wait until N alerts are in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --screenshot: device pixels per logical pixel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With --screenshot: size of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark colours for this start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window (or JSON lines) on an invented night from a broker inside the program; no network, a throw-away home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON lines instead of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number gives the same night (1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many times as fast as life (1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after N alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[FILE or -]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts in files as JSON lines; no network. Gzip is unpacked first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topic the bytes came from, a hint for the decoders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message header; may be repeated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decode as this format and no other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avro schema for packets that bring none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the whole packet as “fields”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the formats.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[STREAM or URL]…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streams to standard output, and into the same archive as the window. Without a name: every stream that is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live, resume, earliest, an ISO time in UTC, or last:N (per partition).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after N alerts are printed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End after 90s, 10m, 2h …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read what is there at the start, then end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alert lines and no states; the summary goes to standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>jsonl or table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print alerts that are marked as tests too; they are stored and counted always.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics that the credential may see: name, partitions, time of the newest message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only topics that fit: a name, * or ^regex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streams that are set up: name, type, enabled or disabled, label.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Types of streams and every option of each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One stream as JSON, without secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TYPE NAME key=value…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up a stream; also label=…, enabled=…, autostart=…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME key=value…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a stream; key= puts the default back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NAME NEW</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename a stream; its rows follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a stream; its rows stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FILE or -</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the streams of a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All streams as a file for “streams import”, without secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts from the archive to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to (also -o); - is standard output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>csv, jsonl or ecsv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From this time on (ISO, UTC).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These keys instead of all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No guard against formulas in spreadsheets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line ends of one character.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place, size, quota, rows, gaps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stream, topic, partition, offset of every stored message, separated by tabs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the index and every packet&apos;s checksum; changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no option “%1” here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” takes no value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no command “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a further word; “tocsin %1 --help” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something is missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is too much: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocsin %1: a live monitor of astronomical alerts. Without a command: the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A URL is kafka://[USER@]HOST[:9092][,HOST…]/TOPIC[,TOPIC…]?key=value&amp;… with the options of the Kafka stream type (“tocsin streams types”), or demo:.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 internal error, 2 bad arguments, 3 nothing found, 4 some input could not be decoded, 5 archive, 6 keychain, 10 name not resolved, 11 no connection, 12 TLS refused, 13 sign-in refused, 14 not authorised, 15 unknown topic, 16 time limit, 130 interrupted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the name and the rights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB, more than any alert.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one message per file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin decode --formats” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--header %1: write K=V.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat --header for each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: a heartbeat, no alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: new topic %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--count: “%1” is no number above 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example --count 10.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--for: “%1” is no duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write 90s, 10m or 2h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose jsonl or table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--from: “%1” is no start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write live, resume, earliest, an ISO time in UTC, or last:N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--no-archive keeps no positions, so it cannot resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave one of them out, or choose --from live, earliest, a time or last:N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stream is set up yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name one: tocsin listen kafka://HOST:9092/TOPIC, or set one up with “tocsin streams add”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo&apos;s alerts never go into an archive of real ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use “tocsin demo --headless”, or add --no-archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is set up to resume, which --no-archive cannot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add --from live, earliest, a time or last:N.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin streams types” describes every option.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no URL of a stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write kafka://HOST:9092/TOPIC or demo:.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stream “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin streams list” shows those there are; “tocsin streams add” sets one up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1: “%2” is no number that fits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It must be %1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version does not know the stream type “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret file %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a file whose first line is the password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” needs a password, and there is no terminal to ask on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into a file and name that with --secret-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”: write key=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: write true or false, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example %1=false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stream type “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin streams types” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A password never stands on the command line, where others can read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it when the stream is opened: --secret-file FILE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a stream “%1” already; nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename or remove it first, or change the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin streams list” shows those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” has no list of topics.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only streams of a broker have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a name, * or ^regex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out --match to see all that this credential may see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no log level “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose error, warning, info or debug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no display to open a window on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin demo --headless” and “tocsin listen” need none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1: “%2” does not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>--%1 goes with --screenshot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the picture&apos;s file: --screenshot OUT.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a number of alerts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a number from 0.5 to 4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is width x height, such as 1600x1000.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>decoders</name>
    <message>
        <source>GCN circular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports of observers, written by people, from NASA&apos;s GCN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GCN notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices of NASA&apos;s GCN in the unified JSON schema.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gravitational-wave alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public alerts of LIGO, Virgo and KAGRA with their sky maps, in JSON or Avro.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any JSON object; fields are found by their usual names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Avro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any Avro container; fields are found by their usual names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ZTF alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detections of the Zwicky Transient Facility in Avro, from any broker.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>demo</name>
    <message>
        <source>The demo&apos;s own broker did not start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that programs may listen on 127.0.0.1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>export</name>
    <message>
        <source>The export was cancelled; no file was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another place, or free some space; no half file was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no column “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The columns are the keys of a JSON line, such as timestamp, id, name, ra, dec.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>in the future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 per %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per yr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retracted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Early warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preliminary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Initial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Subsequent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Final</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>instanceframe</name>
    <message>
        <source>An invented night in an archive of its own; nothing here is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real streams and the real archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>options</name>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same number gives the same night.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Speed, per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>100 is as fast as life.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends after so many alerts; 0 = no end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1 or less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not one of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a duration such as 90s, 10m or 2h.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write live, resume, earliest, a time such as 2026-09-14T22:00 or last:100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file “%1” cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no option “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: “%2” is not a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: write true or false.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: write NAME=VALUE, not “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret: never in a file or an argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Servers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Host and port of one or more brokers; the port is 9092 where none is given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the connection is protected: TLS (SSL) and sign-in (SASL).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No encryption, no sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in without encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS and sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mechanism</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the password is proved. SCRAM never sends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of your credential at this broker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for this session only; it is never written to a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CA file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (PEM) that this broker&apos;s certificate is checked against; empty = the system&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names, patterns with *, or regular expressions that begin with ^. New topics that fit are read from their first message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Except</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics to leave out, in the same forms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live, resume (where it stopped, at first from the earliest), earliest, a UTC time such as 2026-09-14T22:00, or last:N per partition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consumer group to store offsets under, as a courtesy to the broker; reading goes by the archive&apos;s own positions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings of librdkafka as NAME=VALUE; an unknown one is refused in its own words.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>streams</name>
    <message>
        <source>Demo night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invented night from a broker inside this program; no network, no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name of the server %1 was not found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the spelling and the network; Tocsin keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Either its issuer is unknown here (give the CA file), or it is for another host name or out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The TLS handshake with %1 was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check whether this port speaks TLS, and the CA file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused this user or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check user, password and mechanism.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not read a topic at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the broker&apos;s people for the right, or leave the topic out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not use the consumer group at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Many brokers want group names that begin with the user name; or leave the group empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has no such topic now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing may have been sent there yet; Tocsin looks again each minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and this stream do not agree on TLS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change “Security”: the port may be plain where TLS is asked, or the other way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not accept connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check host and port; the broker may be down. Tocsin keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A firewall may be in between. Tocsin keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocsin keeps trying.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is set by Tocsin itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PLAIN would send the password in clear text: choose SASL_SSL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache Kafka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics of a Kafka broker, with or without TLS and sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream URL, position %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write kafka://HOST:9092/TOPIC?key=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not begin with kafka://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the user name is not well formed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a password does not belong in a URL; use --secret-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no host and port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the topic name is not well formed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write key=value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a % must be followed by two hexadecimal digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no option “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected to %1 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New topic %1 fits and is read from its first message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic %1 was made anew; it is read from its first message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: our place is no longer there; looking where the topic begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the broker no longer knows this topic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, partition %2: messages %3 to %4 could not be had.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive refused a batch: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not read %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist there yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not exist there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No topic fits yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocsin looks again each minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No heartbeat for %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catching up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Degraded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern “%1” is not valid: %2 (position %3).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no name of a stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits, dot, underscore and hyphen; the label may be anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stream type “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin streams types” lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin streams types” describes every option.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of streams in %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the file or move it away; Tocsin does not overwrite it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a stream “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or change that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stream “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin streams list” shows those there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such stream.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read, so it is not overwritten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the file or move it away, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of streams cannot be saved: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at %1; the old list is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“tocsin streams export” shows the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no JSON at byte %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no list “streams”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was written by a newer Tocsin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an entry of “streams” is no object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” stands there twice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>table</name>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time UT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RA °</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec °</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin</name>
    <message>
        <source>The unpacker could not be started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file unpacks to more than is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gzip file is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gzip file is damaged or cut short.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::services::FileIntake</name>
    <message>
        <source>%1 is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is no file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop the files themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than 64 MiB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One alert is never that large; split the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be stored: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 files are taken at once; %n were left out.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::services::StreamManager</name>
    <message>
        <source>This version does not know the stream type “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Tocsin on this archive reads this stream; its alerts arrive from there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AboutDialog</name>
    <message>
        <source>About Tocsin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts from every stream in one window, none of them lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. No warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Built on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertCard</name>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Magnitude</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>— not sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No alert selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a row to see all that was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Could not be decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TEST</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>90 %, from the sky map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % contained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after the broker</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertDelegate</name>
    <message>
        <source>TEST</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertTable</name>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 new, press End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, previous row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, previous unseen row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark, or take the mark away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest row, and follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Oldest row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy position in degrees, sexagesimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the cells shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy position in degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy position, sexagesimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AlertTableModel</name>
    <message>
        <source>unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ArchiveDialog</name>
    <message>
        <source>The broker had deleted them already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The topic was made anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger than is taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noticed, UT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being written just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows from %2 messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From, to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2; %3 free on this disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No gaps: nothing was missed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 gaps: what was missed, and why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::DetailPane</name>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find field or value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This packet is no text; see Hex.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broker time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::DockTitle</name>
    <message>
        <source>Detach %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::EmptyPage</name>
    <message>
        <source>heartbeat %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last message %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no message yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start all streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row passes this filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) hidden.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not listening: sign-in is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listening: all streams are stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows appear here as soon as a stream runs and has something to say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not listening yet: see what the streams say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost meanwhile: reading goes on where it left off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening. Nothing has arrived for %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listening. Nothing has arrived yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet is normal: many topics are silent for days. The lines below prove that the connections hold.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::ExportDialog</name>
    <message numerus="yes">
        <source>The %n selected row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the filter shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything in the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guard cells that a spreadsheet would run as formulas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export to CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key of an alert is a column; a second file beside it says where the rows come from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows are in %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 that could not be decoded were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cells were guarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FieldTreeModel</name>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 values; Raw shows all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FilterRow</name>
    <message>
        <source>No filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows the rows whose id, name, class, topic, stream or error contains this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by text, for example a name or a topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::FirstRunPage</name>
    <message>
        <source>Welcome to Tocsin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts from every stream in one window. Choose where to begin; everything can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch something now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A whole invented night plays through the real machinery. Works without a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>your broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache Kafka</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any broker that speaks Kafka: servers, topics and, where it asks for one, an account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from disk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alerts in files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices, circulars, Avro packets, JSON, also gzipped: opened here or dropped on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept for this session only. No file of Tocsin ever holds one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::KeysDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply, back to the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the table, keep the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold and unfold topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu of the stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu, Shift+F10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MainWindow</name>
    <message>
        <source>Tocsin · Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocsin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alert</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping the streams.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Real streams never meet invented alerts: leave the demo first (menu Streams)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New topic at %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow, held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stream(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is being written just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive is being written again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s), not all readable.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n row(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open files with alerts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MainWindowActions</name>
    <message>
        <source>Open file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the selected rows, or all that are shown, to a CSV file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy position in degrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy position, sexagesimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New rows wait; receiving and storing go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the newest row in view (End)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest row, and follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the selected stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the selected stream; reading goes on later where it left off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark the selected rows, or take the mark away (M)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Tocsin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Streams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Alerts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MainWindowClosing</name>
    <message>
        <source>Streams are running. Kept in the tray they go on receiving and storing; after quitting, reading goes on later where it left off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Streams are running. After quitting they stop; reading goes on later where it left off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close Tocsin?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do so from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep in the tray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tocsin is listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show window</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::MessagePanel</name>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::OptionEditor</name>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes from now on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it left off; at first, the oldest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The oldest that the broker has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From a time on, UT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last of each partition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: time, UT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: how many</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::OptionForm</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::PacketLoader</name>
    <message>
        <source>This row is not in the archive any more.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::RenameDialog</name>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its alerts in the archive stay with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::Screenshot</name>
    <message>
        <source>Only %1 of %2 alerts came within %3 s; no picture was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for fewer with --after, or see with “tocsin listen” what the streams say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be written to %1: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a file in a folder that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamCommands</name>
    <message>
        <source>Remove the stream %1?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stops and its settings go. The alerts that it brought stay in the archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was removed; its alerts stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The status of %1 was copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit stream…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamDialog</name>
    <message>
        <source>Start with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of stream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A stream that is not enabled is kept and does not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Letters, digits, dot, dash and underscore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the stream a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use letters, digits, dot, dash and underscore only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another stream has this name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamList</name>
    <message>
        <source>Streams</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamLogDialog</name>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>debug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been said yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::StreamModel</name>
    <message>
        <source>Demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n topic(s), folded</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Topic %1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left at the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 messages, %2, %3, %4 heartbeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lag not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::TopicBrowser</name>
    <message>
        <source>Only what the rules take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topics at the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking, for at most %1 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The broker can tell which topics there are and when each last had a message.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse topics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Taken by a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The rules take %1 of %n topic(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowApp</name>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowSession</name>
    <message>
        <source>The demo has no room for its throw-away home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make room in the folder for temporary files, or name another one as TMPDIR.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::WindowStatus</name>
    <message>
        <source>Streams, state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign-in needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time, UT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Universal Time of this computer. Click to copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no streams yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 listening, %2 in trouble</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 listening, %2 connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n stream(s) listening</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no stream is listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all streams stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n need(s) sign-in</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>lag not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lag %1 or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view paused, %1 waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>view paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archive: not writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archive: asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>archive %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gaps %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UT %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tocsin::ui::streamwords</name>
    <message>
        <source>/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking the broker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heartbeat %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lag %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by you, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next try in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
