import type { IpcMain, WebContents } from 'electron';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createElectronStandIn, type ElectronStandIn } from '../../../test/electron/stand-in.ts';
import { createPage, type PageStandIn } from '../../../test/electron/stand-in-window.ts';
import { callBridge } from '../../bridge/bridge.ts';
import { defineVerb } from '../../bridge/verb.ts';
import { serveBridge } from './ipc.ts';

let standIn: ElectronStandIn;
let page: PageStandIn;
let heard: unknown[];
let log: string;

beforeEach(() => {
  standIn = createElectronStandIn();
  page = createPage();
  heard = [];
  log = '';
  const pullRecords = defineVerb(z.strictObject({ afterSequence: z.int().min(0) }), (input) => {
    heard.push(input);
    return [{ sequence: 1 }];
  });
  const endVisit = defineVerb(z.strictObject({ name: z.string() }), ({ name }) => {
    throw new Error(`a bug that quotes ${name}`);
  });
  serveBridge({
    ipcMain: standIn.module.ipcMain as unknown as IpcMain,
    contents: page as unknown as WebContents,
    call: (verb, input) => callBridge({ pullRecords, endVisit }, verb, input),
    logger: pino({}, { write: (line) => (log += line) }),
  });
});

const good = ['pullRecords', { afterSequence: 0 }] as const;

function call(...input: unknown[]) {
  return standIn.ipc.invoke({ sender: page, senderFrame: page.mainFrame }, 'foyer', ...input);
}

it('answers the main frame of the kiosk’s own page', async () => {
  await expect(call(...good)).resolves.toEqual([{ sequence: 1 }]);
  expect(heard).toEqual([{ afterSequence: 0 }]);
});

describe('a sender is refused', () => {
  it.each([
    ['that has gone', null],
    ['that is a frame within the page', { url: 'foyer://app/index.html', parent: { url: 'foyer://app/index.html' } }],
    ['from elsewhere', { url: 'https://example.org/', parent: null }],
    ['from another host of the scheme', { url: 'foyer://other/index.html', parent: null }],
    ['whose address only begins like ours', { url: 'foyer://app.example.org/index.html', parent: null }],
    ['with a blank page', { url: 'about:blank', parent: null }],
    ['without an address', { url: '', parent: null }],
  ])('%s', async (_, senderFrame) => {
    const answer = standIn.ipc.invoke({ sender: page, senderFrame }, 'foyer', ...good);
    await expect(answer).rejects.toThrow('foreign-sender');
    expect(heard).toEqual([]);
  });

  it('that is another window, whatever it shows', async () => {
    const other = createPage();
    const answer = standIn.ipc.invoke({ sender: other, senderFrame: other.mainFrame }, 'foyer', ...good);
    await expect(answer).rejects.toThrow('foreign-sender');
    expect(heard).toEqual([]);
  });
});

describe('a call is refused', () => {
  it.each([
    ['register'],
    ['constructor'],
    ['__proto__'],
    ['toString'],
    [''],
    [undefined],
    [null],
    [7],
    [['pullRecords']],
  ])('for the unknown verb %j', async (verb) => {
    await expect(call(verb, { afterSequence: 0 })).rejects.toThrow('unknown-verb');
    expect(heard).toEqual([]);
  });

  it.each([[undefined], [null], [{}], [{ afterSequence: -1 }], [{ afterSequence: 0, more: 1 }], ['0']])(
    'for the input %j',
    async (input) => {
      await expect(call('pullRecords', input)).rejects.toThrow('bad-input');
      expect(heard).toEqual([]);
    },
  );
});

it('says of a bug where it is, and nothing that a visitor typed', async () => {
  const answer = call('endVisit', { name: 'Chan Tai Man' });
  await expect(answer).rejects.toThrow(/^Error invoking remote method 'foyer': Error: failed$/u);
  expect(log).toContain('ipc.test.ts');
  expect(log).not.toContain('Chan');
});
