import path from 'node:path';
import process from 'node:process';
import { runInForeground } from './set-up/run.mjs';
import { buildRenderer, root, runCommand, setUp } from './set-up/set-up.mjs';

/** Sets up what is missing, then runs the hub or one of its commands: `npm run hub -- --help`. */
async function hub() {
  const tools = await setUp();
  const flags = process.argv.slice(2);
  // The hub serves the staff page; its commands need none.
  const serves = !/^[a-z]/.test(flags[0] ?? '') && !flags.includes('--help');
  if (serves) await buildRenderer(tools);
  const args = [path.join(root, 'hub', 'main.ts'), ...flags];
  return runInForeground({ program: tools.node, args, folder: root, environment: tools.environment });
}

await runCommand(hub);
