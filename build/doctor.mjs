import path from 'node:path';
import process from 'node:process';
import { ensureChromium } from './set-up/install-chromium.mjs';
import { runInForeground } from './set-up/run.mjs';
import { buildRenderer, root, runCommand, setUp } from './set-up/set-up.mjs';
import { SetUpFailure } from './set-up/set-up-failure.mjs';

/** Sets up what is missing, then examines this machine as `foyer doctor` does on an installed one: `npm run doctor -- --help`. */
async function doctor() {
  const flags = process.argv.slice(2);
  const tools = await setUp();
  const environment = { ...tools.environment };
  if (!flags.includes('--help')) {
    await buildRenderer(tools);
    environment.FOYER_CHROMIUM = await findChromium(tools);
  }
  const args = [path.join(root, 'electron', 'shells', 'chromium', 'main.ts'), 'doctor', ...flags];
  return runInForeground({ program: tools.node, args, folder: root, environment });
}

/** Without one the examination says so. */
async function findChromium(tools) {
  try {
    return await ensureChromium(tools);
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error;
    console.error(error.message);
    return '';
  }
}

await runCommand(doctor);
