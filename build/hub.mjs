import path from 'node:path';
import process from 'node:process';
import { runInForeground } from './set-up/run.mjs';
import { root, runCommand, setUp } from './set-up/set-up.mjs';

/** Sets up what is missing, then runs the hub or one of its commands: `npm run hub -- --help`. */
async function hub() {
  const { node, environment } = await setUp();
  const args = [path.join(root, 'hub', 'main.ts'), ...process.argv.slice(2)];
  return runInForeground({ program: node, args, folder: root, environment });
}

await runCommand(hub);
