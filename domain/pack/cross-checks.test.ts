import { describe, expect, it } from 'vitest';
import { agenda, check, companies, event, feature, features, jobs, plan, square } from './small-pack.fixture.ts';

describe('between the files', () => {
  it.each([
    ['an id twice', 'companies.csv', `${companies}acme,Again,\n`, 'error', 'id', '"acme" stands already in row 2.'],
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
      '"nope" is not the id of a company.',
    ],
    [
      'an unknown function',
      'jobs.csv',
      jobs.replace('design', 'x'),
      'error',
      'function',
      '"x" is not a function of the event.',
    ],
    [
      'an unknown place',
      'agenda.csv',
      agenda.replace('room-1', 'x'),
      'error',
      'place',
      '"x" is not a place on the floor plan.',
    ],
  ])('finds %s', (_what, file, text, severity, column, message) => {
    expect(check({ [file]: text }).problems).toContainEqual(
      expect.objectContaining({ severity, file, column, message }),
    );
  });

  it('warns of a company without a stand', () => {
    const { catalogue, problems } = check({ 'companies.csv': companies.replace('A02', '') });
    expect(problems).toMatchObject([{ severity: 'warning', row: 3, column: 'stand' }]);
    expect(catalogue).not.toBeNull();
  });

  it('wants companies where there are jobs', () => {
    expect(check({ 'companies.csv': null }).problems).toMatchObject([{ severity: 'error', file: 'jobs.csv', row: 2 }]);
  });

  it('does not blame a job for its company when the row of the company is at fault', () => {
    expect(check({ 'companies.csv': companies.replace('Acme', '') }).problems).toHaveLength(1);
    expect(check({ 'companies.csv': companies.replace('Acme', '"Acme') }).problems).toHaveLength(1);
  });

  it('warns once for each column of texts that miss a language of the event', () => {
    const { catalogue, lines } = check({ 'event.json': { ...event, languages: ['en', 'zh-Hant'] } });
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
  function checkFeatures(...added: object[]) {
    return check({ 'floorplan.geojson': { ...plan, features: [...features, ...added] } });
  }

  it('goes on after a bad feature, and does not blame the company that stands there', () => {
    const broken = features.map((each, index) => (index === 2 ? { ...each, geometry: { type: 'Circle' } } : each));
    expect(check({ 'floorplan.geojson': { ...plan, features: broken } }).lines).toEqual([
      expect.stringContaining(
        'geometry.type: "Circle" is not one of the possible values. Write Point, LineString or Polygon.',
      ),
    ]);
  });

  it('refuses two stands with one label', () => {
    expect(checkFeatures(feature('stand-3', 'stand', square(2, -4), { label: 'A01' })).problems).toMatchObject([
      { severity: 'error', row: 6, column: 'properties.label', found: 'A01' },
    ]);
  });

  it('warns of stands that lie on one another, not of those that share a wall', () => {
    expect(checkFeatures(feature('stand-3', 'stand', square(9, 1), { label: 'A03' })).problems).toEqual([]);
    expect(checkFeatures(feature('stand-3', 'stand', square(7, 1), { label: 'A03' })).lines).toContainEqual(
      expect.stringContaining('Stand A03 lies partly on stand A02.'),
    );
  });

  it('warns of walkways that do not meet and of stands beside them', () => {
    const alone = { type: 'LineString', coordinates: [[30, 30], [40, 30]] }; // prettier-ignore
    const { problems } = checkFeatures(
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

  it('warns of a stand that others wall in', () => {
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
    const { lines } = checkFeatures(
      ...ring.map((geometry, index) => feature(`wall-${index}`, 'stand', geometry, { label: `W${index}` })),
      feature('inner', 'stand', square(5, -10), { label: 'IN' }),
    );
    expect(lines).toContainEqual(expect.stringContaining('Stand IN cannot be walked to.'));
    expect(lines).not.toContainEqual(expect.stringContaining('Stand W1 cannot'));
  });

  it('wants metres', () => {
    expect(check({ 'floorplan.geojson': { type: 'FeatureCollection', features } }).lines).toEqual([
      'floorplan.geojson, line 1, coordinateSystem: A value is missing. Write metres.',
    ]);
  });
});
