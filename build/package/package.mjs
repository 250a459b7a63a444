import path from 'node:path';
import process from 'node:process';
import { runInForeground } from '../set-up/run.mjs';
import { buildElectron, buildRenderer, root, runCommand, setUp } from '../set-up/set-up.mjs';

/** Sets up what is missing, builds, and makes the installers: `npm run package -- --help`. */
async function makeInstallers() {
  const flags = process.argv.slice(2);
  const tools = await setUp();
  if (!flags.includes('--help') && !flags.some((flag) => flag.startsWith('--make-key'))) {
    await buildRenderer(tools);
    await buildElectron(tools);
  }
  const args = [path.join(root, 'build', 'package', 'main.ts'), ...flags];
  return runInForeground({ program: tools.node, args, folder: root, environment: tools.environment });
}

await runCommand(makeInstallers);
