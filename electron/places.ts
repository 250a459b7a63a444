import { basename, join } from 'node:path';

const here = import.meta.dirname;

/** A package is bundled into electron/dist, whatever the files were before. */
const isBundled = basename(here) === 'dist';

/** Folder of the whole application: a checkout, or what was installed. */
export const root = join(here, ...(isBundled ? ['..', '..'] : ['..']));

/** What a kiosk's own hub is started from. */
export const hubScript = isBundled ? join(here, 'hub.js') : join(root, 'hub', 'main.ts');
