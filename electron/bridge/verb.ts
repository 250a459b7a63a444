import type { z } from 'zod';
import { err, ok, type Result } from '../../domain/result.ts';

/** One thing that the renderer may ask of the host. */
export interface Verb<Input extends z.ZodType, Output> {
  readonly input: Input;
  /** Checks the input first: it comes from a page, and the host trusts no page. */
  call(input: unknown): Promise<Result<Output, 'bad-input'>>;
}

export function defineVerb<Input extends z.ZodType, Output>(
  input: Input,
  answer: (input: z.output<Input>) => Output | Promise<Output>,
): Verb<Input, Output> {
  return {
    input,
    async call(given) {
      const parsed = input.safeParse(given);
      return parsed.success ? ok(await answer(parsed.data)) : err('bad-input');
    },
  };
}
