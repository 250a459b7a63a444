import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Technique } from './technique.ts';

/** What a visitor sees until the kiosk is back is in the pictures. */
function kill(type: string, name: string, about: string): Technique {
  return {
    name,
    about,
    kills: true,
    async attempt({ targets }) {
      const processes = (await targets.listProcesses()).filter((each) => each.type === type);
      if (processes.length === 0) throw new Error(`there is no process of the type ${type}`);
      for (const { id } of processes) {
        try {
          process.kill(id, 'SIGKILL');
        } catch {
          // It went with the one before.
        }
      }
      await wait(500);
      return null;
    },
  };
}

export const deathTechniques: readonly Technique[] = [
  kill('renderer', 'kill-page', 'the process of the page dies'),
  {
    name: 'keys-on-a-dead-page',
    about: 'the process of the page dies, and nobody takes the browser’s keys away any more',
    kills: true,
    short: true,
    async attempt({ targets, hand }) {
      for (const { type, id } of await targets.listProcesses()) if (type === 'renderer') process.kill(id, 'SIGKILL');
      await hand.press('ctrl+t', 'ctrl+n', 'shift+Escape', 'F12', 'ctrl+p', 'ctrl+l');
      await wait(500);
      return null;
    },
  },
  kill('GPU', 'kill-gpu', 'the process that draws dies'),
  kill('network.mojom.NetworkService', 'kill-network', 'the process that loads dies'),
  kill('browser', 'kill-browser', 'the whole browser dies'),
];
