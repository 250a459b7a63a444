import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { HubReady } from '../../domain/protocol/hub-ready.ts';
import type { HubProcess } from './hub-process.ts';
import { keepHub, type KeptHub } from './keep-hub.ts';

interface Started extends HubProcess {
  readonly did: string[];
  say(line: string): void;
  end(code: number): void;
}

const ready = { ready: true, address: '127.0.0.1:7443', pin: 'p'.repeat(43), hubKey: 'k'.repeat(43) } as const;

let started: Started[];
let heard: HubReady[];
let hub: KeptHub;

beforeEach(() => {
  vi.useFakeTimers();
  started = [];
  heard = [];
});
afterEach(() => {
  vi.useRealTimers();
});

/** @param endsWhenAsked as a process that listens to SIGTERM */
function keep({ endsWhenAsked = true } = {}): void {
  const start = (): HubProcess => {
    const { promise: ended, resolve } = Promise.withResolvers<number>();
    const listeners: ((line: string) => void)[] = [];
    const did: string[] = [];
    const child: Started = {
      did,
      ended,
      onLine: (listener) => void listeners.push(listener),
      say: (line) => {
        for (const listener of listeners) listener(line);
      },
      end: resolve,
      stop() {
        did.push('stop');
        if (endsWhenAsked) resolve(0);
      },
      kill() {
        did.push('kill');
        resolve(9);
      },
    };
    started.push(child);
    return child;
  };
  const onReady = (line: HubReady) => void heard.push(line);
  const logger = pino({ enabled: false });
  hub = keepHub({ start, flags: [], random: () => 0.5, clock: () => Date.now(), logger, onReady });
}

it('says where the hub listens, and hears nothing else', () => {
  keep();
  started[0]?.say('Listening …');
  started[0]?.say('{"ready":true}');
  expect(heard).toEqual([]);
  started[0]?.say(JSON.stringify({ ...ready, epoch: 'more' }));
  expect(heard).toEqual([ready]);
});

it('starts it again with longer pauses, and with the shortest after it was well', async () => {
  keep();
  for (const pause of [250, 500, 1000]) {
    const { length } = started;
    started.at(-1)?.end(1);
    await vi.advanceTimersByTimeAsync(pause - 1);
    expect(started).toHaveLength(length);
    await vi.advanceTimersByTimeAsync(1);
    expect(started).toHaveLength(length + 1);
  }
  await vi.advanceTimersByTimeAsync(61_000);
  started.at(-1)?.end(1);
  await vi.advanceTimersByTimeAsync(250);
  expect(started).toHaveLength(5);
});

it('ends it with the host, and makes it when it does not listen', async () => {
  keep();
  await hub.close();
  expect(started[0]?.did).toEqual(['stop']);
  keep({ endsWhenAsked: false });
  const closed = hub.close();
  await vi.advanceTimersByTimeAsync(5000);
  await closed;
  expect(started[1]?.did).toEqual(['stop', 'kill']);
  await vi.advanceTimersByTimeAsync(120_000);
  expect(started).toHaveLength(2);
});
