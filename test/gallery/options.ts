import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languages, type Language } from '../../domain/localised.ts';
import { err, ok, type Result } from '../../domain/result.ts';

export interface GalleryOptions {
  readonly out: string;
  readonly languages: readonly Language[];
  /** Parts of a screen's name; none: all. */
  readonly only: readonly string[];
  /** Tours that an earlier run of this folder has finished are left as they are. */
  readonly resumes: boolean;
}

export const help = `npm run gallery [-- options]

A picture of every screen in every language, upright and lying, in every text size, with a page to look through them (index.html) and
what was found wrong with them: what is cut off, covered or too small to touch, and what axe calls serious or critical.

  --out DIR        gallery unless told
  --only SCREEN    only screens with this in their name; may be given again
  --lang LANGUAGE  ${languages.join(', ')}; may be given again; otherwise all
  --resume         goes on where a run that was cut off ended, tour by tour
  --help           this text

Exit codes: 0 nothing is wrong; 1 something is, see report.json; 2 wrong options.`;

const flagsSchema = z.object({
  out: z.string().min(1).default('gallery'),
  only: z.array(z.string().min(1)).default([]),
  lang: z.array(z.enum(languages, `--lang takes ${languages.join(', ')}`)).default([...languages]),
  resume: z.boolean().default(false),
});

/** `help` when that is all that is wanted; otherwise the reason is a sentence. */
export function readOptions(argv: readonly string[]): Result<GalleryOptions | 'help', string> {
  const several = { type: 'string', multiple: true } as const;
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        ...{ out: { type: 'string' }, only: several, lang: several },
        ...{ resume: { type: 'boolean' }, help: { type: 'boolean' } },
      },
    });
    if (values.help === true) return ok('help');
    const flags = flagsSchema.safeParse(values);
    if (!flags.success) return err(flags.error.issues.map(({ message }) => message).join('\n'));
    const { out, only, lang, resume } = flags.data;
    return ok({ out, only, languages: lang, resumes: resume });
  } catch (error) {
    return err(error instanceof Error ? error.message : 'the options are wrong');
  }
}
