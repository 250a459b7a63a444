import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Company } from '../../domain/company.ts';
import { floorPlanSchema } from '../../domain/floor-plan.ts';
import { languages, type Language } from '../../domain/localised.ts';
import { createWalkNetwork } from '../../domain/walk/network.ts';
import { describeRoute, type RouteStep } from '../../domain/walk/steps.ts';
import { createWords } from '../words/words.ts';
import { wordRoute, wordWalkingTime } from './route-words.ts';
import { toldWays } from './told-ways.fixture.ts';

const planFile = new URL('../../build/sample-event/floorplan.geojson', import.meta.url);
const plan = floorPlanSchema.parse(JSON.parse(readFileSync(planFile, 'utf8')));
const network = createWalkNetwork(plan);

const names = { en: 'Harbour Silicon', 'zh-Hant': '海港晶片', 'zh-Hans': '海港芯片' };
const harbour: Company = { id: 'harbour', name: names, stands: [] };
const companiesAt = new Map<string, readonly [Company, ...Company[]]>(
  plan.features.flatMap(({ properties: { label } }) => (label === undefined ? [] : [[label, [harbour]] as const])),
);

function say(steps: readonly RouteStep[], language: Language): readonly string[] {
  return wordRoute({ steps, plan, companiesAt, language, t: createWords(language).t });
}

describe.each(toldWays)('the way from $from to $to', ({ from, to, stepFree, words }) => {
  it.each(languages)('is told in %s', (language) => {
    const route = network.findRoute({ from, to, stepFree });
    if (!route.ok) throw new Error(route.reason);
    const facing = plan.features.find(({ properties }) => properties.id === from)?.properties.facing ?? null;
    expect(say(describeRoute({ plan, route: route.value, facing }), language)).toEqual(words[language]);
  });
});

describe('a sentence', () => {
  const arrive = { kind: 'arrive', place: 'stand-c03', side: 'left', nth: null } as const;

  it('names nobody at a stand that several share', () => {
    const shared = new Map([['C03', [harbour, { ...harbour, id: 'other' }] as const]]);
    const told = wordRoute({ steps: [arrive], plan, companiesAt: shared, language: 'en', t: createWords('en').t });
    expect(told).toEqual(['On your left you find stand C03.']);
  });

  it('does not count beyond what one counts', () => {
    expect(say([{ ...arrive, nth: 14 }], 'en')).toEqual(['On your left you find C03, Harbour Silicon.']);
    const turn = { kind: 'turn', turn: 'left', nth: 11, isEnd: false, landmark: null, metres: 20 } as const;
    expect(say([turn], 'en')).toEqual(['Take the way on your left, number 11.']);
    expect(say([{ ...turn, nth: 2 }], 'zh-Hant')).toEqual(['在左邊第二個路口左轉。']);
  });

  it('says where to walk when nobody knows where one looks', () => {
    const setOff = { kind: 'set-off', from: 'kiosk-1', direction: null, seenFrom: 'door', metres: 20 } as const;
    expect(say([{ ...setOff, towards: 'stage' }], 'en')).toEqual(['Walk towards the Forum stage.']);
    expect(say([{ ...setOff, towards: null }], 'en')).toEqual(['Follow the line on the map.']);
  });

  it('ends with one full stop', () => {
    const ltd: Company = { id: 'x', name: { en: 'Example Ltd.' }, stands: ['C03'] };
    const at = new Map([['C03', [ltd] as const]]);
    const told = wordRoute({ steps: [arrive], plan, companiesAt: at, language: 'en', t: createWords('en').t });
    expect(told).toEqual(['On your left you find C03, Example Ltd.']);
  });
});

describe('the walking time', () => {
  it.each([
    [0, 'less than a minute', '不到一分鐘', '不到一分钟'],
    [49, 'less than a minute', '不到一分鐘', '不到一分钟'],
    [50, 'about 1 minute', '約 1 分鐘', '约 1 分钟'],
    [89, 'about 1 minute', '約 1 分鐘', '约 1 分钟'],
    [90, 'about 2 minutes', '約 2 分鐘', '约 2 分钟'],
    [605, 'about 10 minutes', '約 10 分鐘', '约 10 分钟'],
  ])('of %i s is told', (seconds, ...told) => {
    expect(languages.map((language) => wordWalkingTime(seconds, createWords(language).t))).toEqual(told);
  });
});
