import { join } from 'node:path';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Job } from '../../../domain/job.ts';
import type { Localised } from '../../../domain/localised.ts';
import { loadPack } from '../../../electron/catalogue/load-pack.ts';
import { root } from '../../end-to-end/shells.ts';
import { createDraw } from './draw.ts';

export const sampleEvent = join(root, 'build', 'sample-event');

const loaded = await loadPack(sampleEvent);

export function readSampleCatalogue(): Catalogue {
  if (!loaded.ok) throw new Error(loaded.reason.message);
  return loaded.value;
}

/**
 * As many jobs as asked, made from the sample's: each text as long as one of theirs, of words drawn from all of them. A copy would
 * pack to next to nothing; drawn words pack a little worse than what people write.
 */
export function createJobs(samples: readonly Job[], count: number): Job[] {
  const draw = createDraw(count);
  const words = new Map<string, string[]>();
  for (const { text } of samples) {
    for (const [language, written] of entriesOf(text)) {
      const known = words.get(language) ?? [];
      known.push(...splitWords(written));
      words.set(language, known);
    }
  }
  const redraw = (text: Localised): Localised =>
    Object.fromEntries(
      entriesOf(text).map(([language, written]) => {
        const known = words.get(language) ?? [];
        const drawn = splitWords(written).map(() => known[Math.floor(draw() * known.length)] ?? '');
        return [language, drawn.join('').trim()];
      }),
    );
  return Array.from({ length: count }, (_, at) => {
    const sample = samples[at % samples.length];
    if (sample === undefined) throw new Error('There is no job to make others from.');
    return { ...sample, id: `${sample.id}-${Math.floor(at / samples.length)}`, text: redraw(sample.text) };
  });
}

function entriesOf(text: Localised): [string, string][] {
  return Object.entries(text).filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** Words with the space behind them, and Han character by character. */
function splitWords(text: string): string[] {
  return text.match(/\p{Script=Han}|[^\s\p{Script=Han}]+\s*/gu) ?? [];
}
