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
</TS>
