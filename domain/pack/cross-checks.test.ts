import { describe, expect, it } from 'vitest';
import { agenda, check, companies, event, feature, features, jobs, plan, square } from './small-pack.fixture.ts';

describe('between the files', () => {
  it.each([
    [
      'an id twice',
      'companies.csv',
      `${companies}acme,Again,\n`,
      'warning',
      'id',
      '"acme" stands already in row 2; this one is kept as "acme-2".',
    ],
    [
      'two at one stand',
      'companies.csv',
      companies.replace('A02', 'A01'),
      'warning',
      'stand',
      '"acme" stands at A01 as well.',
    ],
    [
      'an unknown company',
      'jobs.csv',
      jobs.replace('acme', 'nope'),
      'error',
      'company',
      '"nope" is neither id nor name of a company.',
    ],
    [
      'an unknown function',
      'jobs.csv',
      jobs.replace('design', 'x'),
      'warning',
      'function',
      '"x" is not a function of the event and is left out.',
    ],
    [
      'an unknown place',
      'agenda.csv',
      agenda.replace('room-1', 'x'),
      'warning',
      'place',
      '"x" is not a place on the floor plan and is shown as the name of a room.',
    ],
  ])('finds %s', async (_what, file, text, severity, column, message) => {
    expect((await check({ [file]: text })).problems).toContainEqual(
      expect.objectContaining({ severity, file, column, message }),
    );
  });

  it('warns of a company without a stand', async () => {
    const { catalogue, problems } = await check({ 'companies.csv': companies.replace('A02', '') });
    expect(problems).toMatchObject([{ severity: 'warning', row: 3, column: 'stand' }]);
    expect(catalogue).not.toBeNull();
  });

  it('makes companies of the names that jobs give where there is no list of them', async () => {
    const named = jobs.replace('acme', '銀線灣微電子').concat('J2,Söhne & Co.,design,en,Tester,Test it.\n');
    const { catalogue, problems } = await check({ 'companies.csv': null, 'jobs.csv': named });
    expect(problems).toEqual([]);
    expect(catalogue?.companies.map(({ name }) => name)).toEqual([
      { 'zh-Hant': '銀線灣微電子' },
      { en: 'Söhne & Co.' },
    ]);
    expect(catalogue?.jobs.map(({ company }) => company)).toEqual(catalogue?.companies.map(({ id }) => id));
    expect(catalogue?.companies[1]?.id).toBe('sohne-co');
  });

  it('knows a company and a function by their names', async () => {
    const { catalogue, problems } = await check({
      'jobs.csv': jobs.replace('acme', 'ACME').replace('design', 'Design'),
    });
    expect(problems).toEqual([]);
    expect(catalogue?.jobs[0]).toMatchObject({ company: 'acme', function: 'design' });
  });

  it('does not blame a job for its company when the row of the company is at fault', async () => {
    expect((await check({ 'companies.csv': companies.replace('Acme', '') })).problems).toHaveLength(1);
    expect((await check({ 'companies.csv': companies.replace('Acme', '"Acme') })).problems).toHaveLength(1);
  });

  it('warns once for each column of texts that miss a language of the event', async () => {
    const { catalogue, lines } = await check({ 'event.json': { ...event, languages: ['en', 'zh-Hant'] } });
    expect(lines).toEqual([
      'agenda.csv, row 2, column title_zh_hant: This one has no title in zh-Hant; the kiosk shows another language instead. ' +
        'Write the title in zh-Hant too.',
      'companies.csv, row 2, column name_zh_hant: This one has no name in zh-Hant, and 1 more after it do not either; ' +
        'the kiosk shows another language instead. Write the name in zh-Hant too.',
      'jobs.csv, row 2, column title_zh_hant: This one has no title in zh-Hant; the kiosk shows another language instead. ' +
        'Write the title in zh-Hant too.',
    ]);
    expect(catalogue).not.toBeNull();
  });
});

describe('the floor plan', () => {
  async function checkFeatures(...added: object[]) {
    return check({ 'floorplan.geojson': { ...plan, features: [...features, ...added] } });
  }

  it('goes on after a bad feature, and does not blame the company that stands there', async () => {
    const broken = features.map((each, index) => (index === 2 ? { ...each, geometry: { type: 'Circle' } } : each));
    expect((await check({ 'floorplan.geojson': { ...plan, features: broken } })).lines).toEqual([
      expect.stringContaining(
        'geometry.type: "Circle" is not one of the possible values. Write Point, LineString or Polygon.',
      ),
    ]);
  });

  it('warns of two stands with one label', async () => {
    expect((await checkFeatures(feature('stand-3', 'stand', square(2, -4), { label: 'A01' }))).problems).toMatchObject([
      { severity: 'warning', row: 6, column: 'properties.label', found: 'A01' },
    ]);
  });

  it('warns of stands that lie on one another, not of those that share a wall', async () => {
    expect((await checkFeatures(feature('stand-3', 'stand', square(9, 1), { label: 'A03' }))).problems).toEqual([]);
    expect((await checkFeatures(feature('stand-3', 'stand', square(7, 1), { label: 'A03' }))).lines).toContainEqual(
      expect.stringContaining('Stand A03 lies partly on stand A02.'),
    );
  });

  it('warns of walkways that do not meet and of stands beside them', async () => {
    const alone = { type: 'LineString', coordinates: [[30, 30], [40, 30]] }; // prettier-ignore
    const { problems } = await checkFeatures(
      feature('alone', 'walkway', alone),
      feature('stand-3', 'stand', square(34, 31), { label: 'A03' }),
    );
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        row: 6,
        message: 'The walkways fall into 2 parts that do not meet; this one is not on the largest.',
      },
      { severity: 'warning', row: 7, message: 'Stand A03 cannot be walked to.' },
    ]);
  });

  it('warns of a stand that others wall in', async () => {
    const ring = [
      square(2, -7),
      square(5, -7),
      square(8, -7),
      square(2, -10),
      square(8, -10),
      square(2, -13),
      square(5, -13),
      square(8, -13),
    ];
    const { lines } = await checkFeatures(
      ...ring.map((geometry, index) => feature(`wall-${index}`, 'stand', geometry, { label: `W${index}` })),
      feature('inner', 'stand', square(5, -10), { label: 'IN' }),
    );
    expect(lines).toContainEqual(expect.stringContaining('Stand IN cannot be walked to.'));
    expect(lines).not.toContainEqual(expect.stringContaining('Stand W1 cannot'));
  });

  it('wants to know what positions are that are no degrees', async () => {
    expect((await check({ 'floorplan.geojson': { type: 'FeatureCollection', features } })).lines).toEqual([
      expect.stringContaining('If they are metres, write "coordinateSystem": "metres" at the top of the file.'),
    ]);
  });
});
