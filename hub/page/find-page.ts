import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As `hub/page/` and, bundled, `electron/dist/` see it. */
const usualPlace = '../../renderer/dist/';

/** The folder of the built staff page, with staff.html; null when it has not been built. @param given by an option */
export function findPage(given: string | undefined): string | null {
  const folder = given ?? fileURLToPath(new URL(usualPlace, import.meta.url));
  return existsSync(join(folder, 'staff.html')) ? folder : null;
}

export const noPageWords =
  'The staff page has not been built: start the hub with `npm run hub`, which builds it, or name its folder with --page.';
