import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createGate, type Gate } from './gate.ts';
import { startUpkeep, type Upkeep, type UpkeepParts } from './upkeep.ts';

const hour = 60 * 60 * 1000;
let gate: Gate;
let machine: {
  disk: number | null;
  host: number;
  page: number | null;
  uptime: number;
  now: string;
  isBusy: boolean;
  isCovered: boolean;
};
let did: string[];
const running: Upkeep[] = [];

beforeEach(() => {
  gate = createGate();
  did = [];
  machine = {
    disk: 5000,
    host: 300,
    page: 200,
    uptime: 0,
    now: '2025-05-30T02:00:00Z',
    isBusy: false,
    isCovered: false,
  };
});
afterEach(() => {
  for (const upkeep of running.splice(0)) upkeep.close();
});

const config = {
  data: '/nowhere',
  restartAt: '04:30',
  pageMegabytes: 1200,
  hostMegabytes: 800,
  diskMegabytes: 200,
};

function start(changes: Partial<UpkeepParts> = {}): Upkeep {
  const upkeep = startUpkeep({
    config,
    window: { measureMemory: () => Promise.resolve(machine.page) },
    isCovered: () => machine.isCovered,
    reopenPage: () => did.push('reopen'),
    restart: () => did.push('restart'),
    isBusy: () => machine.isBusy,
    gate,
    timeZone: () => 'Asia/Hong_Kong',
    clock: () => machine.uptime,
    now: () => machine.now,
    logger: pino({ enabled: false }),
    readings: { freeDisk: () => Promise.resolve(machine.disk), hostMemory: () => machine.host },
    ...changes,
  });
  running.push(upkeep);
  return upkeep;
}

it('closes the kiosk when the disk is nearly full, and opens it when there is clearly more room', async () => {
  const upkeep = start();
  const states: string[] = [];
  for (const disk of [201, 199, 250, 299, null, 300, 201]) {
    machine.disk = disk;
    await upkeep.look();
    states.push(gate.read().state);
  }
  expect(states).toEqual(['open', 'closed', 'closed', 'closed', 'closed', 'open', 'open']);
});

it.each([
  ['has grown too large', { page: 1201 }],
  ['the browser lies over', { isCovered: true }],
])('opens a page anew that %s, when nobody is at it', async (_, change) => {
  const upkeep = start();
  Object.assign(machine, change, { isBusy: true });
  await upkeep.look();
  expect(did).toEqual([]);
  machine.isBusy = false;
  await upkeep.look();
  expect(did).toEqual(['reopen']);
});

it('starts afresh when its own process has grown too large, once, and not just after it started', async () => {
  const upkeep = start();
  machine.host = 801;
  machine.uptime = hour / 10;
  await upkeep.look();
  expect(did).toEqual([]);
  machine.uptime = hour;
  machine.isBusy = true;
  await upkeep.look();
  expect(did).toEqual([]);
  machine.isBusy = false;
  await upkeep.look();
  await upkeep.look();
  expect(did).toEqual(['restart']);
});

it('starts afresh at night, once nobody is at it, and never where nothing would start it again', async () => {
  const upkeep = start();
  machine.uptime = 14 * hour;
  machine.now = '2025-05-29T20:31:00Z';
  machine.isBusy = true;
  await upkeep.look();
  expect(did).toEqual([]);
  machine.isBusy = false;
  await start({ restart: null }).look();
  await start({ config: { ...config, restartAt: 'off' } }).look();
  expect(did).toEqual([]);
  await upkeep.look();
  expect(did).toEqual(['restart']);
});

it('knows the room on a real disk', async () => {
  const upkeep = start({ config: { ...config, data: '/', diskMegabytes: 100_000_000 }, readings: {} });
  await upkeep.look();
  expect(gate.read()).toEqual({ state: 'closed', reason: 'disk-full' });
});
