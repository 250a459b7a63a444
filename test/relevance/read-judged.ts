import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack } from '../../electron/catalogue/load-pack.ts';
import type { SearchContent } from '../../renderer/search/content.ts';
import type { JudgedQuery } from './measure.ts';

const root = join(import.meta.dirname, '..', '..');

/** Revised after Foyer's results had been seen: what the search is built by. */
export function readJudgedQueries(): readonly JudgedQuery[] {
  return readQueries('judged-queries.json');
}

/** Judged before any engine was asked, and never revised: what the search is measured by. */
export function readHeldOutQueries(): readonly JudgedQuery[] {
  return readQueries('held-out.json');
}

function readQueries(file: string): readonly JudgedQuery[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as readonly JudgedQuery[];
}

/** What the judged queries are asked of. */
export async function readSampleContent(): Promise<SearchContent> {
  const loaded = await loadPack(join(root, 'build', 'sample-event'));
  if (!loaded.ok) throw new Error('the sample event does not load');
  const { event, jobs, companies, sessions, floorPlan = null } = loaded.value;
  const { functions, synonyms = [] } = event;
  return { jobs, companies, sessions, floorPlan, functions, synonyms };
}
