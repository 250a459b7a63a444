import type { EventDetails } from '../event.ts';
import type { Job } from '../job.ts';
import type { Localised } from '../localised.ts';
import { fold, foldJob, hasWord, textsOf } from './job-text.ts';

/** A field of work that a visitor may choose: one of the event's interests, or of its functions when it has no interests. */
export interface Field {
  readonly id: string;
  readonly name: Localised;
  /** How a job is known to be of this field: by its function, or by words in title, skills or text, folded. */
  readonly test: { readonly by: 'function' } | { readonly by: 'words'; readonly words: readonly string[] };
}

/** No longer than a screen offers: the schema allows seven interests, but twelve functions. */
const mostFields = 7;

export function listFields(event: Pick<EventDetails, 'interests' | 'functions'>): readonly Field[] {
  if (event.interests.length === 0) {
    return event.functions
      .slice(0, mostFields)
      .map(({ id, name }) => ({ id, name, test: { by: 'function' } as const }));
  }
  return event.interests.map(({ id, name, words = [] }) => ({
    id,
    name,
    test: { by: 'words', words: [...new Set([...wordsOfName(name), ...words.map(fold)])] } as const,
  }));
}

/** The words of a name of several: "Analog & RF" is `analog` and `rf`, 「模擬與射頻」 is 模擬 and 射頻. */
function wordsOfName(name: Localised): string[] {
  return textsOf(name).flatMap((text) =>
    fold(text)
      .split(/\s*(?:[&,、/]|\band\b|與|及|和|与)\s*/u)
      .filter((part) => part !== ''),
  );
}

type Surety = 'sure' | 'likely' | null;

// Each answer asks again about the same jobs and the same field, which takes 40 ms for 3,000 jobs.
const judged = new WeakMap<Field, WeakMap<Job, Surety>>();

/** How surely a job is of a field: its title or its skills say so, only its text, or nothing does. */
export function fitField(job: Job, field: Field): Surety {
  const ofField = judged.get(field) ?? new WeakMap<Job, Surety>();
  judged.set(field, ofField);
  const known = ofField.get(job);
  if (known !== undefined) return known;
  const surety = judge(job, field);
  ofField.set(job, surety);
  return surety;
}

function judge(job: Job, field: Field): Surety {
  if (field.test.by === 'function') return job.function === field.id ? 'sure' : null;
  const { words } = field.test;
  const { title, all, skills } = foldJob(job);
  if (words.some((word) => hasWord(title, word) || skills.has(word))) return 'sure';
  return words.some((word) => hasWord(all, word)) ? 'likely' : null;
}
