import { zip } from '../../workbook.fixture.ts';

/** Metres on a plan to degrees near Hong Kong Science Park, roughly: a fixture needs no better. */
const at = ([x, y]: readonly number[]) => [114.21 + (x ?? 0) / 102_900, 22.427 + (y ?? 0) / 110_740];
const box = (left: number, bottom: number, right: number, top: number) => ({
  type: 'Polygon',
  coordinates: [[[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]].map(at)], // prettier-ignore
});
const line = (...positions: number[][]) => ({ type: 'LineString', coordinates: positions.map(at) });
const point = (x: number, y: number) => ({ type: 'Point', coordinates: at([x, y]) });

const feature = (type: string, id: string, geometry: unknown, properties: object) => ({
  id,
  type: 'Feature',
  feature_type: type,
  geometry,
  properties,
});

const level = (id: string, ordinal: number, short: string, names: object) =>
  feature('level', id, box(0, 0, 40, 24), { category: 'unspecified', ordinal, name: names, short_name: { en: short } });
const unit = (id: string, category: string, floor: string, geometry: unknown, name: object | null = null) =>
  feature('unit', id, geometry, { category, level_id: floor, name, alt_name: null, restriction: null });

/** A venue as an exporter writes it: a hall with three kiosks and a fixture, a lift, stairs and a seminar room upstairs behind a door. */
export const venue: Readonly<Record<string, readonly object[]>> = {
  level: [
    level('L0', 0, 'G', { en: 'Ground floor', 'zh-Hant': '地面層' }),
    level('L1', 1, '1', { en: 'First floor', 'zh-HK': '一樓' }),
  ],
  unit: [
    unit('u-hall', 'walkway', 'L0', box(0, 0, 30, 24), { en: 'Hall' }),
    unit('u-lobby', 'lobby', 'L0', box(30, 0, 40, 20)),
    unit('u-toilet', 'restroom.unisex.wheelchair', 'L0', box(30, 20, 36, 24), { en: 'Toilets' }),
    unit('u-lift-0', 'elevator', 'L0', box(36, 20, 38, 24)),
    unit('u-stairs-0', 'stairs', 'L0', box(38, 20, 40, 24)),
    unit('u-shop', 'room', 'L0', box(0, 24, 8, 30)),
    unit('u-lift-1', 'elevator', 'L1', box(36, 20, 38, 24)),
    unit('u-stairs-1', 'stairs', 'L1', box(38, 20, 40, 24)),
    unit('u-gallery', 'walkway', 'L1', box(0, 14, 40, 20)),
    unit('u-seminar', 'conferenceroom', 'L1', box(0, 2, 12, 14), { en: 'Seminar room', 'zh-Hant': '研討室' }),
    unit('u-plant', 'nonpublic', 'L1', box(12, 2, 40, 14)),
  ],
  kiosk: [
    feature('kiosk', 'k-1', box(5, 5, 11, 9), { level_id: 'L0', anchor_id: 'a-1', name: null, alt_name: null }),
    feature('kiosk', 'k-2', box(14, 5, 20, 9), {
      level_id: 'L0',
      anchor_id: null,
      name: { en: 'B02' },
      alt_name: null,
    }),
    feature('kiosk', 'k-3', box(5, 14, 11, 18), { level_id: 'L0', anchor_id: 'a-3', name: null, alt_name: null }),
  ],
  fixture: [
    feature('fixture', 'f-1', box(14, 14, 20, 18), { category: 'furniture', level_id: 'L0', anchor_id: 'a-4' }),
    feature('fixture', 'f-2', box(24, 10, 26, 12), { category: 'vegetation', level_id: 'L0', anchor_id: null }),
  ],
  anchor: [
    feature('anchor', 'a-1', point(8, 7), { unit_id: 'u-hall', address_id: 'ad-1' }),
    feature('anchor', 'a-3', point(8, 16), { unit_id: 'u-hall', address_id: null }),
    feature('anchor', 'a-4', point(17, 16), { unit_id: 'u-hall', address_id: 'ad-4' }),
    feature('anchor', 'a-5', point(4, 27), { unit_id: 'u-shop', address_id: null }),
    feature('anchor', 'a-6', point(26, 20), { unit_id: 'u-hall', address_id: null }),
  ],
  address: [
    feature('address', 'ad-1', null, { address: 'Science Park', unit: 'A01', locality: 'Hong Kong', country: 'HK' }),
    feature('address', 'ad-4', null, { address: 'Science Park', unit: 'B04', locality: 'Hong Kong', country: 'HK' }),
  ],
  occupant: [
    feature('occupant', 'o-1', null, { category: 'businessservices', name: { en: 'Acme', 'zh-Hant': '極點' }, anchor_id: 'a-1' }), // prettier-ignore
    feature('occupant', 'o-3', null, { category: 'coffeeshop', name: { en: 'Beans' }, anchor_id: 'a-3' }),
    feature('occupant', 'o-4', null, { category: 'businessservices', name: { en: 'Bolt' }, anchor_id: 'a-4' }),
    feature('occupant', 'o-5', null, { category: 'businessservices', name: { en: 'Corner' }, anchor_id: 'a-5' }),
    feature('occupant', 'o-6', null, { category: 'businessservices', name: { en: 'Standing' }, anchor_id: 'a-6' }),
  ],
  amenity: [
    feature('amenity', 'm-1', point(34, 2), { category: 'information', name: null, unit_ids: ['u-lobby'] }),
    feature('amenity', 'm-2', point(20, 17), { category: 'firstaid', name: null, unit_ids: ['u-gallery'] }),
    feature('amenity', 'm-3', point(20, 17), { category: 'atm', name: null, unit_ids: ['u-gallery'] }),
  ],
  opening: [
    feature('opening', 'd-1', line([5, 14], [6, 14]), { category: 'pedestrian', level_id: 'L1', name: null }),
    feature('opening', 'd-2', line([3, 24], [4.2, 24]), { category: 'pedestrian', level_id: 'L0', name: null }),
    feature('opening', 'd-3', line([32, 20], [33, 20]), { category: 'pedestrian', level_id: 'L0', name: null }),
  ],
  relationship: [
    feature('relationship', 'r-1', null, {
      category: 'elevator',
      direction: 'undirected',
      origin: { id: 'u-lift-0', feature_type: 'unit' },
      intermediary: null,
      destination: { id: 'u-lift-1', feature_type: 'unit' },
    }),
  ],
};

/** The archive with some of its files changed, or taken out by null. */
export function packVenue(changes: Readonly<Record<string, readonly object[] | null>> = {}): Uint8Array {
  const files = Object.entries({ ...venue, ...changes }).flatMap(([type, features]) =>
    features === null ? [] : [[`${type}.geojson`, JSON.stringify({ type: 'FeatureCollection', name: type, features })]],
  );
  const named = Object.fromEntries(files) as Record<string, string>;
  const manifest = { version: '1.0.0', created: '2026-01-01T00:00:00Z', generated_by: 'test', language: 'en' };
  return zip({ 'manifest.json': JSON.stringify(manifest), ...named });
}
