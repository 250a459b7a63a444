import { assert } from '../../domain/assert.ts';
import { err } from '../../domain/result.ts';
import type { CommandShell } from './kiosk-command.ts';

/** For tests of commands that need nothing of their shell. */
export const unusedShell: CommandShell = {
  name: 'chromium',
  startHub() {
    assert(false, 'this command starts no hub');
  },
  again: ['node'],
  openExamination: () => () => Promise.resolve(err('no-browser')),
};
