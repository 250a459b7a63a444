import process from 'node:process';
import { ensureChromium } from './set-up/install-chromium.mjs';
import { ensureSession } from './set-up/install-session.mjs';
import { runInForeground } from './set-up/run.mjs';
import { buildElectron, buildRenderer, root, runCommand, setUp } from './set-up/set-up.mjs';

/** Sets up what is missing, builds what is old, and runs a script that drives the kiosk: `node build/drive.mjs SCRIPT [options]`. */
async function drive() {
  const [script, ...flags] = process.argv.slice(2);
  const tools = await setUp();
  const environment = { ...tools.environment };
  if (!flags.includes('--help')) {
    await buildRenderer(tools);
    if (/^test\/(escape|install)\//.test(script)) await ensureSession();
    if (process.env.FOYER_SHELL === 'electron') await buildElectron(tools);
    else environment.FOYER_CHROMIUM = await ensureChromium(tools);
  }
  return runInForeground({ program: tools.node, args: [script, ...flags], folder: root, environment });
}

await runCommand(drive);
