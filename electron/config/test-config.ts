import { optionsSchema } from './options.ts';
import type { Config } from './read-config.ts';

/** What a kiosk gets that is told nothing, for tests; it looks for no updates. */
export function createConfig(told: Pick<Config, 'event' | 'data' | 'printers'> & Partial<Config>): Config {
  const byDefault = optionsSchema.omit({ data: true }).parse({});
  return { ...byDefault, updates: 'off', ...told };
}
