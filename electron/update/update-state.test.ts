import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { beginTrial, confirm, countStart, fail, forgive, newState, noteSeen } from './update-state.ts';
import { openUpdateState } from './update-state-file.ts';

const onTrial = beginTrial(newState, { version: '0.2.0', from: '0.1.0', journal: 3 });

describe('a version on trial', () => {
  it('has two starts, and the third goes back', () => {
    const first = countStart(onTrial, '0.2.0');
    const second = countStart(first.state, '0.2.0');
    const third = countStart(second.state, '0.2.0');
    expect([first, second, third].map(({ verdict }) => verdict)).toEqual(['trial', 'trial', 'roll-back']);
    const back = fail(third.state, 'rolled-back');
    expect(back).toMatchObject({ trial: null, bad: ['0.2.0'], ended: { kind: 'rolled-back', version: '0.2.0' } });
    expect(countStart(back, '0.1.0').verdict).toBe('ordinary');
  });

  it('that becomes healthy stays, however often it is started', () => {
    const started = countStart(onTrial, '0.2.0').state;
    const healthy = confirm(started, '0.2.0');
    expect(healthy).toMatchObject({ trial: null, bad: [], ended: { kind: 'installed', version: '0.2.0' } });
    for (const _ of [1, 2, 3]) expect(countStart(healthy, '0.2.0').verdict).toBe('ordinary');
  });

  it('is not confirmed by another', () => {
    expect(confirm(onTrial, '0.1.0')).toBe(onTrial);
  });

  it('whose installer changed nothing is not tried each night', () => {
    const started = countStart(onTrial, '0.1.0');
    expect(started).toMatchObject({ verdict: 'ordinary', state: { bad: ['0.2.0'], ended: { kind: 'not-installed' } } });
    expect(forgive(started.state, '0.2.0').bad).toEqual([]);
  });

  it('ends when somebody puts in another by hand', () => {
    expect(countStart(onTrial, '0.5.0')).toMatchObject({ verdict: 'ordinary', state: { trial: null, bad: [] } });
  });
});

describe('the highest version that was seen', () => {
  it('only rises', () => {
    const seen = ['0.2.0', '0.10.0', '0.9.9'].reduce(noteSeen, newState);
    expect(seen.seen).toBe('0.10.0');
  });
});

describe('the file', () => {
  it('keeps what is written, and begins anew when it is torn', () => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-state-'));
    const path = join(folder, 'update-state.json');
    const file = openUpdateState(path, pino({ level: 'silent' }));
    expect(file.read()).toEqual(newState);
    file.write(onTrial);
    expect(file.read()).toEqual(onTrial);
    writeFileSync(path, JSON.stringify(onTrial).slice(0, 40));
    expect(file.read()).toEqual(newState);
    rmSync(folder, { recursive: true });
  });
});
