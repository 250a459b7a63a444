import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { sampleEvent } from '../harness/sample-catalogue.ts';

export interface ChangingPack {
  readonly folder: string;
  /** Of the job whose title changes. */
  readonly job: string;
  writeTitle(title: string): void;
  remove(): void;
}

/** The sample event in a folder of its own, in which an organiser changes the title of one job again and again. */
export function createChangingPack(): ChangingPack {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-'));
  cpSync(sampleEvent, folder, { recursive: true });
  const path = join(folder, 'jobs.json');
  const [first, ...others] = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(readFileSync(path, 'utf8')));
  if (first === undefined) throw new Error('The sample event has no job.');
  return {
    folder,
    job: first.id,
    writeTitle(title) {
      writeFileSync(path, JSON.stringify([{ ...first, title: { en: title } }, ...others]));
    },
    remove() {
      rmSync(folder, { recursive: true });
    },
  };
}
