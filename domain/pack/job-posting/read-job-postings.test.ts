import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeProblem } from '../problem.ts';
import type { Found, ReaderSettings } from '../pack-source.ts';
import { readPostingLines, readPostingPage, readPostings } from './read-job-postings.ts';

const settings: ReaderSettings = { timeZone: 'Asia/Hong_Kong', days: ['2025-05-30'], language: null, list: null };
const source = (file: string, text: string) => ({ file, bytes: new TextEncoder().encode(text) });

function open(found: Found | null) {
  const values = (found?.records ?? []).map(({ value }) => value as Record<string, unknown>);
  return { ...found, values, lines: (found?.problems ?? []).map(describeProblem) };
}

const readPage = (text: string) => open(readPostingPage(source('jobs.html', text), settings));
const readJson = (value: unknown) => open(readPostings(source('jobs.json', JSON.stringify(value)), settings));

const posting = {
  '@context': 'https://schema.org/',
  '@type': 'JobPosting',
  title: 'Analog designer',
  description: '<p>Draw.</p><ul><li>Check</li></ul>',
  hiringOrganization: { '@type': 'Organization', name: 'ACME' },
};
const job = { title: { en: 'Analog designer' }, text: { en: 'Draw.\n\n• Check' }, company: 'ACME' };
const script = (inner: string) => `<script type="application/ld+json">${inner}</script>`;

describe('a JobPosting is found', () => {
  const organisation = { '@id': '#acme', '@type': 'Organization', name: 'ACME' };
  it.each([
    ['alone', posting],
    ['in a list', [posting]],
    [
      'in @graph',
      { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, { ...posting, '@context': undefined }] },
    ],
    ['in an ItemList', { '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: posting }] }],
    ['of several types', { ...posting, '@type': ['Thing', 'JobPosting'] }],
    [
      'with a prefix',
      {
        '@type': 'schema:JobPosting',
        'schema:title': 'Analog designer',
        'schema:description': posting.description,
        'schema:hiringOrganization': 'ACME',
      },
    ],
    [
      'with its company elsewhere',
      { '@graph': [{ ...posting, hiringOrganization: { '@id': '#acme' } }, organisation] },
    ],
    ['with several values', { ...posting, hiringOrganization: [{ '@type': 'Organization', legalName: 'ACME' }] }],
  ])('%s', (_, document) => {
    const { values, problems } = readJson(document);
    expect(values).toEqual([job]);
    expect(problems).toEqual([]);
  });

  it('one a line', () => {
    const { values, locate } = open(
      readPostingLines(source('jobs.jsonl', `${JSON.stringify(posting)}\n\n${JSON.stringify(posting)}\n`), settings),
    );
    expect(values).toEqual([job, job]);
    expect(locate?.(2, ['title'])).toEqual({ file: 'jobs.jsonl', row: 2, line: 3, column: 'title' });
  });

  it.each(['[]', '{}', '[{"id":"J1","title":{"en":"JobPosting"}}]', 'no JSON', ''])(
    'and not in %s, which another reader gets',
    (text) => {
      expect(readPostings(source('jobs.json', text), settings)).toBeNull();
      expect(readPostingLines(source('jobs.jsonl', text), settings)).toBeNull();
    },
  );
});

describe('in a page', () => {
  const json = JSON.stringify(posting);
  it.each([
    ['plain', json],
    ['in a CDATA section', `\n//<![CDATA[\n${json}\n//]]>\n`],
    ['in a commented CDATA section', `/*<![CDATA[*/${json}/*]]>*/`],
    ['in an HTML comment', `<!--\n${json}\n-->`],
    ['escaped', json.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
    ['with its HTML escaped', json.replaceAll('<', '&lt;').replaceAll('>', '&gt;')],
  ])('%s', (_, inner) => {
    const { values, problems } = readPage(`<html><head>${script(inner)}</head></html>`);
    expect(values).toEqual([job]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['a trailing comma', json.replace(/\}$/, ',}')],
    ['comments', json.replace(/^\{/, '{ // the job\n /* here */')],
    ['line breaks in a text', json.replace('</p>', '</p>\n\n')],
    ['a missing bracket', json.slice(0, -1)],
  ])('with %s, which is mended and said', (_, inner) => {
    const { values, lines } = readPage(`<p>\n${script(inner)}`);
    expect(values).toEqual([job]);
    expect(lines).toEqual([
      'jobs.html, item 1, line 2: One job stands in JSON that is broken and was mended. Look whether its texts are whole, and tell who runs the site.',
    ]);
  });

  it('in several blocks, one of which is beyond mending', () => {
    const { values, lines, complete } = readPage(
      `${script(json)}\n${script('const job = {"@type":"JobPosting"}')}\n${script('{"@type":"WebSite"}')}${script(json)}`,
    );
    expect(values).toEqual([job, job]);
    expect(complete).toBe(false);
    expect(lines).toEqual([
      'jobs.html, line 2: The block that begins here holds a JobPosting, but is not JSON and could not be mended. Look for a missing bracket or quotation mark, or remove the block.',
    ]);
  });

  it('as microdata', () => {
    const { values } = readPage(
      '<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">Analog &amp; RF</h2><meta itemprop="employmentType" content="FULL_TIME">' +
        '<div itemprop="description"><p>Draw for <span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">ACME</b></span>.</p><ul><li>Check</ul></div>' +
        '<time itemprop="datePosted" datetime="2025-05-01">1 May</time></div>',
    );
    expect(values).toEqual([
      {
        title: { en: 'Analog & RF' },
        text: { en: 'Draw for ACME.\n\n• Check' },
        company: 'ACME',
        contract: 'full-time',
        posted: '2025-05-01',
      },
    ]);
  });

  it('as RDFa', () => {
    const { values } = readPage(
      '<div vocab="https://schema.org/" typeof="JobPosting"><h2 property="title">Analog</h2><p property="schema:description">Draw.</p><div property="jobLocation" typeof="Place"><i property="address" typeof="PostalAddress"><b property="addressLocality">Sha Tin</b></i></div></div>',
    );
    expect(values).toEqual([{ title: { en: 'Analog' }, text: { en: 'Draw.' }, place: { en: 'Sha Tin' } }]);
  });

  it('once, when JSON-LD and tags say the same', () => {
    const { values, leftOut } = readPage(
      `${script(JSON.stringify({ ...posting, hiringOrganization: undefined }))}<div itemscope itemtype="https://schema.org/JobPosting"><h2 itemprop="title">Analog designer</h2><b itemprop="hiringOrganization">ACME</b></div>`,
    );
    expect(values).toEqual([job]);
    expect(leftOut).toEqual({ 'the same in another form': 1 });
  });

  it('of none an error tells', () => {
    const { lines, problems } = readPage('<p>Nothing</p>');
    expect(lines).toEqual([
      'jobs.html, line 1: The file holds no JobPosting. Save the page again with its JSON-LD, or write the jobs as CSV.',
    ]);
    expect(problems?.[0]?.severity).toBe('error');
  });
});

describe('its properties', () => {
  const place = (...address: object[]) => ({
    jobLocation: address.map((each) => ({ '@type': 'Place', address: { '@type': 'PostalAddress', ...each } })),
  });
  it.each([
    [{ identifier: { '@type': 'PropertyValue', name: 'ACME', value: 'R-17' } }, { id: 'ACME' }],
    [{ identifier: { '@type': 'PropertyValue', value: 4711 } }, { id: '4711' }],
    [{ identifier: 'R 17/a' }, { id: 'R-17-a' }],
    [{ employmentType: 'FULL_TIME' }, { contract: 'full-time' }],
    [{ employmentType: 'https://schema.org/PART_TIME' }, { contract: 'part-time' }],
    [{ employmentType: ['VOLUNTEER', 'CONTRACTOR'] }, { contract: 'fixed-term' }],
    [{ employmentType: ['FULL_TIME', 'INTERN'] }, { contract: 'internship', level: 'intern' }],
    [{ employmentType: '全職' }, { contract: 'full-time' }],
    [
      { experienceRequirements: { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: '36' } },
      { level: 'mid' },
    ],
    [{ experienceRequirements: 'At least 5+ years' }, { level: 'senior' }],
    [{ experienceRequirements: 'no experience needed' }, { level: 'graduate' }],
    [
      place({
        addressLocality: 'Sha Tin',
        addressRegion: 'New Territories',
        addressCountry: { '@type': 'Country', name: 'HK' },
      }),
      { place: { en: 'Sha Tin, New Territories, HK' } },
    ],
    [place({ addressLocality: '新竹市' }, { addressLocality: '台北市' }), { place: { 'zh-Hant': '新竹市; 台北市' } }],
    [{ jobLocation: 'Sha Tin' }, { place: { en: 'Sha Tin' } }],
    [{ jobLocation: { '@type': 'Place', address: 'Science Park' } }, { place: { en: 'Science Park' } }],
    [{ jobLocationType: 'TELECOMMUTE' }, { place: { en: 'Remote', 'zh-Hant': '遙距工作', 'zh-Hans': '远程办公' } }],
    [
      { jobLocationType: 'TELECOMMUTE', applicantLocationRequirements: { '@type': 'Country', name: 'USA' } },
      { place: { en: 'Remote (USA)' } },
    ],
    [{ skills: 'Verilog, UVM; C++' }, { skills: ['Verilog', 'UVM', 'C++'] }],
    [{ skills: [{ '@type': 'DefinedTerm', name: 'Verilog', termCode: 'S1' }, 'UVM'] }, { skills: ['Verilog', 'UVM'] }],
    [{ datePosted: '2025-05-01T10:00:00Z' }, { posted: '2025-05-01T10:00:00Z' }],
    [
      { inLanguage: 'zh-TW', title: '類比設計' },
      { title: { 'zh-Hant': '類比設計' }, text: { 'zh-Hant': 'Draw.\n\n• Check' } },
    ],
    [
      { inLanguage: { '@type': 'Language', name: 'English', alternateName: 'en' } },
      { title: { en: 'Analog designer' } },
    ],
    [
      {
        title: [
          { '@value': 'Analog', '@language': 'en' },
          { '@value': '模拟', '@language': 'zh-CN' },
        ],
      },
      { title: { en: 'Analog', 'zh-Hans': '模拟' } },
    ],
    [{ title: '模拟设计' }, { title: { 'zh-Hans': '模拟设计' } }],
    [{ title: undefined, name: 'R&amp;D' }, { title: { en: 'R&D' } }],
    [{ qualifications: 'A degree.' }, { text: { en: 'Draw.\n\n• Check\n\nA degree.' } }],
    [{ validThrough: '2025-05-30' }, { company: 'ACME' }],
  ])('%j', (change, expected) => {
    expect(readJson({ ...posting, ...change }).values).toMatchObject([expected]);
  });

  it.each([
    ['no title', { title: undefined }],
    ['closed before the event', { validThrough: '2025-05-29T23:59' }],
  ])('without which it is left out: %s', (reason, change) => {
    const { values, leftOut } = readJson({ ...posting, ...change });
    expect(values).toEqual([]);
    expect(leftOut).toEqual({ [reason]: 1 });
  });

  it('without a company, which event.json may give', () => {
    const { values, skipWithout } = readJson({ ...posting, hiringOrganization: undefined });
    expect(values).toEqual([{ title: job.title, text: job.text }]);
    expect(skipWithout).toEqual(['company']);
  });

  it('in a language that no kiosk speaks, told once', () => {
    const { values, lines } = readJson([
      { ...posting, inLanguage: 'de' },
      { ...posting, inLanguage: 'de' },
    ]);
    expect(values).toEqual([job, job]);
    expect(lines).toHaveLength(1);
  });
});

it('what is written comes back, however it is wrapped', () => {
  // An ampersand before a letter may begin a character of HTML, such as &lt and &not, which need no semicolon.
  const word = fc.stringMatching(/^[A-Za-zäé電"'&]{1,12}$/).filter((text) => !/&[A-Za-z]/.test(text));
  const wraps = fc.constantFrom(
    (json: string) => script(json),
    (json: string) => `<!-- x -->${script(`//<![CDATA[\n${json}\n//]]>`)}`,
    (json: string) => script(json.replace(/\}$/, ',}')),
    (json: string) => script(`{"@graph":[${json}]}`),
  );
  fc.assert(
    fc.property(
      fc.array(fc.record({ title: word, company: word, wrap: wraps }), { minLength: 1, maxLength: 5 }),
      (written) => {
        const { values } = readPage(
          written
            .map(({ title, company, wrap }) =>
              wrap(JSON.stringify({ ...posting, title: `X ${title}`, hiringOrganization: company })),
            )
            .join('\n'),
        );
        expect(
          values.map(({ title, company }) => [Object.values(title as Record<string, string>)[0], company]),
        ).toEqual(written.map(({ title, company }) => [`X ${title}`.normalize('NFC'), company.normalize('NFC')]));
      },
    ),
    { numRuns: 300 },
  );
});
