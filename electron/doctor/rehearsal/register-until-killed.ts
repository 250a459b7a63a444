import { writeSync } from 'node:fs';
import { v7 } from 'uuid';
import type { Logger } from 'pino';
import { createScratchEvent, inventRegistration } from './scratch-event.ts';
import { openScratchJournal } from './scratch-journal.ts';

/**
 * What the power-cut rehearsal kills: registers invented visitors in a scratch folder and promises each on standard output, as the screen
 * does, after the journal has it. @returns only when the disk refuses
 */
export async function registerUntilKilled(folder: string, logger: Logger): Promise<number> {
  const event = await createScratchEvent(folder);
  const scratch = await openScratchJournal({ folder, event: event.details, logger });
  if (!scratch.ok) return promise(`refused ${scratch.reason.code}`);
  for (let number = 1; ; number += 1) {
    const id = v7();
    const kept = await scratch.value.registrar.register({
      id,
      replaces: null,
      registration: inventRegistration(number),
    });
    if (!kept.ok) return promise(`refused ${kept.reason}`);
    promise(`kept ${String(kept.value.sequence)} ${id}`);
  }
}

/** Straight to the file: what is still in a buffer of this process was not promised. */
function promise(line: string): 1 {
  writeSync(1, `${line}\n`);
  return 1;
}
