import type { Catalogue } from '../../domain/catalogue.ts';
import { checkCatalogue } from '../../domain/pack/check-pack.ts';
import { describeProblem } from '../../domain/pack/problem.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { StartFailure } from '../start-failure.ts';
import { readPackFolder } from './read-pack-folder.ts';

/** Reads and checks an event pack; warnings are no reason to keep the doors closed. */
export async function loadPack(folder: string): Promise<Result<Catalogue, StartFailure>> {
  const files = readPackFolder(folder);
  if (!files.ok) return err({ code: 'pack', message: files.reason });
  const { catalogue, problems } = await checkCatalogue(files.value);
  if (catalogue !== null) return ok(catalogue);
  const errors = problems.filter(({ severity }) => severity === 'error').map(describeProblem);
  return err({ code: 'pack', message: [`The event pack ${folder} has errors:`, ...errors].join('\n') });
}
