import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from './root.ts';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().default(false),
      devOptional: z.boolean().default(false),
      optional: z.boolean().default(false),
    }),
  ),
});

/** Every package that may be in what is packed, with its terms: most licences ask to be handed on. */
export function listLicences(): string {
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  const parts = Object.entries(packages)
    .filter(([place, { dev, devOptional, optional }]) => place !== '' && !dev && !devOptional && !optional)
    .filter(([place]) => existsSync(join(root, place)))
    .map(([place, { version = '', license = 'no licence named' }]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return `${name} ${version} (${license})\n\n${readTerms(join(root, place))}`;
    });
  return `${parts.join(`\n${'-'.repeat(100)}\n`)}\n`;
}

function readTerms(folder: string): string {
  const files = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)/iu.test(name));
  const texts = files.map((name) => {
    const file = join(folder, name);
    try {
      return readFileSync(file, 'utf8').trim();
    } catch {
      // A folder of licences; the name of the licence stands above.
      return '';
    }
  });
  return texts.filter((text) => text !== '').join('\n\n');
}
