import { beforeEach, expect, it, vi } from 'vitest';
import { createElectronStandIn, type ElectronStandIn } from '../../../test/electron/stand-in.ts';
import { createPage } from '../../../test/electron/stand-in-window.ts';

let standIn: ElectronStandIn;
beforeEach(() => {
  vi.resetModules();
  standIn = createElectronStandIn();
  vi.doMock('electron', () => standIn.module);
});

it('gives the page one function, and that goes through the one channel', async () => {
  const page = createPage();
  standIn.runPreloadIn(page);
  const calls: unknown[] = [];
  standIn.module.ipcMain.handle('foyer', (caller, ...input) => {
    calls.push([caller.sender === page, ...input]);
    return { greeting: true };
  });
  await import('./preload.ts');
  expect([...standIn.exposed.keys()]).toEqual(['foyer']);
  const api = standIn.exposed.get('foyer') as { call: (verb: string, input: unknown) => Promise<unknown> };
  expect(Object.keys(api)).toEqual(['call']);
  await expect(api.call('greet', {})).resolves.toEqual({ greeting: true });
  expect(calls).toEqual([[true, 'greet', {}]]);
});
