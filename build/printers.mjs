import path from 'node:path';
import process from 'node:process';
import { runInForeground } from './set-up/run.mjs';
import { root, runCommand, setUp } from './set-up/set-up.mjs';

/** Sets up what is missing, then lists the printers within reach: `npm run printers -- --help`. */
async function printers() {
  const tools = await setUp();
  const script = path.join(root, 'electron', 'printing', 'discovery', 'main.ts');
  const args = [script, ...process.argv.slice(2)];
  return runInForeground({ program: tools.node, args, folder: root, environment: tools.environment });
}

await runCommand(printers);
