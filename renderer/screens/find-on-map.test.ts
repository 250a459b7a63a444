import { expect, test } from 'vitest';
import type { Company } from '../../domain/company.ts';
import type { Place } from '../../domain/floor-plan.ts';
import type { Job } from '../../domain/job.ts';
import type { Session } from '../../domain/session.ts';
import { listPlaces } from './find-on-map.tsx';

const stand = (id: string, label: string): Place => ({
  type: 'Feature',
  properties: { id, kind: 'stand', label },
  geometry: { type: 'Point', coordinates: [0, 0] },
});
const stage: Place = { ...stand('stage', ''), properties: { id: 'stage', kind: 'stage' } };
const places = [stand('one', 'A01'), stand('two', 'A02'), stage];
const company = (id: string, stands: string[]): Company => ({ id, name: { en: id }, stands });
const companies = [company('acme', ['A01', 'A02']), company('bolt', ['Z99']), company('cask', ['A02'])];
const job = (id: string, at: string): Job => ({
  id,
  company: at,
  languages: [],
  skills: [],
  title: { en: id },
  text: { en: id },
});
const jobs = [job('welder', 'acme'), job('cooper', 'cask'), job('lost', 'bolt')];
const session = (id: string, place: string): Session => ({
  id,
  kind: 'forum',
  start: '2025-05-30T10:00',
  end: '2025-05-30T11:00',
  speakers: [],
  place,
  title: { en: id },
});

const catalogue = {
  companyById: new Map(companies.map((each) => [each.id, each])),
  jobById: new Map(jobs.map((each) => [each.id, each])),
  placeById: new Map(places.map((each) => [each.properties.id, each])),
  standByLabel: new Map(places.map((each) => [each.properties.label ?? '', each])),
  sessions: [session('opening', 'stage'), session('elsewhere', 'tent')],
};
const hits = (...ids: string[]) => ids.map((id) => ({ id, matched: [] }));
const nothing = { jobs: [], companies: [], sessions: [], places: [] };

test('every booth, room and place of what was found, once, and only what is on the plan', () => {
  expect(listPlaces({ ...nothing, jobs: hits('welder', 'cooper', 'lost') }, catalogue)).toEqual(['one', 'two']);
  expect(listPlaces({ ...nothing, companies: hits('cask', 'bolt') }, catalogue)).toEqual(['two']);
  expect(listPlaces({ ...nothing, sessions: hits('opening', 'elsewhere') }, catalogue)).toEqual(['stage']);
  expect(listPlaces({ ...nothing, places: hits('stage', 'one'), jobs: hits('welder') }, catalogue)).toEqual([
    'one',
    'two',
    'stage',
  ]);
  expect(listPlaces(nothing, catalogue)).toEqual([]);
});
