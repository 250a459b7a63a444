import { describe, expect, it } from 'vitest';
import { readIcalendar } from './calendar/read-icalendar.ts';
import { readScheduleJson } from './calendar/read-schedule-json.ts';
import { readScheduleXml } from './calendar/read-schedule-xml.ts';
import { readPostingPage, readPostings } from './job-posting/read-job-postings.ts';
import type { ReaderSettings, RecordReader } from './pack-source.ts';

const settings: ReaderSettings = {
  timeZone: 'Asia/Hong_Kong',
  days: ['2025-05-30', '2025-05-31'],
  language: null,
  list: null,
};

const calendar = `BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:Hall
BEGIN:DAYLIGHT
DTSTART:20000301T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:20001001T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:a@x.example
DTSTART;TZID=Hall:20250520T100000
DURATION:PT1H30M
RRULE:FREQ=WEEKLY;INTERVAL=1;BYDAY=FR,SA;UNTIL=20250701T000000Z
EXDATE;TZID=Hall:20250530T100000
SUMMARY;LANGUAGE=zh-HK:晶片\\, 芯片
DESCRIPTION:<p>One</p>\\n<ul><li>two
 three</ul>
CATEGORIES:Workshop,Analog
END:VEVENT
BEGIN:VEVENT
UID:a@x.example
RECURRENCE-ID;TZID=Hall:20250531T100000
DTSTART:20250531T120000
DTEND:20250531T130000Z
SUMMARY:Moved
END:VEVENT
BEGIN:VEVENT
UID:c
DTSTART;VALUE=DATE:20250530
RRULE:FREQ=MONTHLY;BYMONTHDAY=30;COUNT=12
SUMMARY:Day
END:VEVENT
END:VCALENDAR
`;

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<schedule><conference><day_change>06:00</day_change><time_zone_name>Asia/Hong_Kong</time_zone_name></conference>
<day index="1" date="2025-05-30" start="2025-05-30T06:00:00+08:00"><room name="Hall &amp; stage">
<event id="1" guid="g-1"><date>2025-05-30T10:00:00+08:00</date><start>10:00</start><duration>00:45</duration><room>Hall</room><title>Chips &#233; 晶片</title><subtitle/>
<language>en</language><track>Analog</track><type>Workshop</type><abstract>&lt;p&gt;One&lt;/p&gt;</abstract><description><![CDATA[<ul><li>two</li></ul>]]></description>
<persons><person id="7">Ada</person></persons></event>
<event id="2"><start>00:15</start><duration>1:00</duration><title>Night</title></event>
</room></day></schedule>`;

const json = JSON.stringify({
  schedule: { conference: { time_zone_name: 'Asia/Hong_Kong', days: [{ date: '2025-05-30', day_start: '2025-05-30T06:00:00+08:00', rooms: { Hall: [{ id: 1, date: '2025-05-30T10:00:00+08:00', start: '10:00', duration: '00:45', title: 'Chips', abstract: '<p>One</p>', persons: [{ public_name: 'Ada' }] }] } }] } },
}); // prettier-ignore

const posting = `{"@context":"https://schema.org/","@graph":[{"@type":"JobPosting","title":"Analog &amp; RF","description":"<p>Draw.</p><ul><li>Check</li></ul>","hiringOrganization":{"@id":"#a"},"jobLocation":[{"@type":"Place","address":{"addressLocality":"Sha Tin"}}],"skills":"Verilog, UVM","identifier":{"value":7},},{"@id":"#a","@type":"Organization","name":"ACME"}]}`;
const page = `<!DOCTYPE html><html><head><script type="application/ld+json">//<![CDATA[
${posting}
//]]></script></head><body><div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">Analog</h2><p itemprop="description">Draw <b>much</b></p>
<span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><i itemprop="name">ACME</i></span></div></body></html>`;

const files: readonly (readonly [string, string, RecordReader])[] = [
  ['agenda.ics', calendar, readIcalendar],
  ['agenda.xml', xml, readScheduleXml],
  ['agenda.json', json, readScheduleJson],
  ['jobs.html', page, readPostingPage],
  ['jobs.json', posting, readPostings],
];

/** Bytes that mean something in one of the formats, besides any other. */
const telling = Array.from('<>&;:,"\'{}[]/\\=-0129TZ \n\r\t', (sign) => sign.charCodeAt(0));

/** One to eight changes of one byte, or of a stretch that is cut out or written twice; the same for the same seed. */
function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  let state = seed * 2_654_435_761 + 1;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
  let mutated = [...bytes];
  for (let change = 0; change <= draw(8); change += 1) {
    const at = draw(mutated.length + 1);
    const stretch = mutated.slice(at, at + draw(60));
    const byte = draw(2) === 0 ? draw(256) : (telling[draw(telling.length)] ?? 0);
    const how = draw(5);
    if (how === 0) mutated = mutated.toSpliced(at, stretch.length);
    else if (how === 1) mutated = mutated.toSpliced(at, 0, ...stretch);
    else if (how === 2) mutated = mutated.toSpliced(at, 0, byte);
    else mutated[at] = byte;
  }
  return Uint8Array.from(mutated);
}

describe('3,000 broken files, 600 of each format:', () => {
  it.each(files)(
    '%s neither throw nor take more than a second',
    async (file, text, read) => {
      const bytes = new TextEncoder().encode(text);
      let [slowest, taken] = [0, 0];
      for (let seed = 1; seed <= 600; seed += 1) {
        const start = performance.now();
        const found = await read({ file, bytes: mutate(bytes, seed) }, settings);
        slowest = Math.max(slowest, performance.now() - start);
        taken += found?.records.length ?? 0;
        for (const { value } of found?.records ?? []) expect(value, `seed ${seed}`).toBeTypeOf('object');
      }
      expect(slowest).toBeLessThan(1_000);
      // What is not broken is still read.
      expect(taken).toBeGreaterThan(0);
    },
    120_000,
  );
});
