import { checkCatalogue } from './check-pack.ts';
import { describeProblem } from './problem.ts';

/** The smallest pack with one of everything, as test files. */
export const event = {
  id: 'day',
  name: { en: 'Day', 'zh-Hant': '招聘日' },
  days: [{ date: '2025-05-30', opens: '09:30', closes: '18:00' }],
  timeZone: 'Asia/Hong_Kong',
  languages: ['en'],
  venue: { name: { en: 'Hall' } },
  theme: { accent: '#b5471b' },
  organiser: { name: { en: 'Office' }, contact: 'office@day.example' },
  collectionStatement: { en: 'We keep your name.' },
  retention: { registrationDays: 30, talentPoolDays: 365 },
  functions: [{ id: 'design', name: { en: 'Design' } }],
  kiosks: [{ id: 'K1', place: 'kiosk-1' }],
  sealingKey: 'A'.repeat(43),
};

export function square(left: number, bottom: number) {
  const [right, top] = [left + 3, bottom + 3];
  const ring = [[left, bottom], [right, bottom], [right, top], [left, top], [left, bottom]]; // prettier-ignore
  return { type: 'Polygon', coordinates: [ring] };
}

export function feature(id: string, kind: string, geometry: object, more: object = {}) {
  return { type: 'Feature', properties: { id, kind, ...more }, geometry };
}

export const features = [
  feature('kiosk-1', 'kiosk', { type: 'Point', coordinates: [0, 0] }, { facing: 0 }),
  feature('aisle', 'walkway', { type: 'LineString', coordinates: [[0, 0], [20, 0]] }), // prettier-ignore
  feature('stand-1', 'stand', square(2, 1), { label: 'A01' }),
  feature('stand-2', 'stand', square(6, 1), { label: 'A02' }),
  feature('room-1', 'room', square(12, 1)),
];
export const plan = { type: 'FeatureCollection', coordinateSystem: 'metres', features };

export const companies = 'id,name_en,stand\nacme,Acme,A01\nbolt,Bolt,A02\n';
export const jobs = 'id,company,function,languages,title_en,text_en\nJ1,acme,design,en yue,Engineer,Do it.\n';
export const agenda =
  'id,kind,start,end,place,capacity,title_en\nS1,talk,2025-05-30T10:00,2025-05-30T11:00,room-1,40,Talk\n';

export type Written = string | object | Uint8Array;
const whole: Record<string, Written> = {
  'event.json': event,
  'companies.csv': companies,
  'jobs.csv': jobs,
  'agenda.csv': agenda,
  'floorplan.geojson': plan,
};

export function toBytes(written: Written): Uint8Array {
  if (written instanceof Uint8Array) return written;
  return new TextEncoder().encode(typeof written === 'string' ? written : JSON.stringify(written, null, 1));
}

/** The whole pack with some files changed, or taken out by null. */
export async function check(changes: Record<string, Written | null> = {}) {
  const files = Object.entries({ ...whole, ...changes }).flatMap(([name, written]) =>
    written === null ? [] : [[name, toBytes(written)] as const],
  );
  const { catalogue, problems } = await checkCatalogue(new Map(files));
  return { catalogue, problems, lines: problems.map(describeProblem) };
}
