import type { Result } from '../../domain/result.ts';

const helped = 0;
const wrongOptions = 2;

/** How each command here begins: wrong options end it with 2, `help` with 0. @returns the exit code */
export async function runWithOptions<Options extends object>({
  options,
  help,
  run,
}: {
  /** What was read; the reason is a sentence. */
  readonly options: Result<Options | 'help', string>;
  readonly help: string;
  readonly run: (options: Options) => Promise<number>;
}): Promise<number> {
  if (!options.ok) {
    console.error(`${options.reason}\n\n${help}`);
    return wrongOptions;
  }
  if (options.value === 'help') {
    console.log(help);
    return helped;
  }
  return run(options.value);
}
