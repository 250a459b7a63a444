import path from 'node:path';
import process from 'node:process';
import { buildElectron, buildRenderer, root, runCommand, setUp } from './set-up/set-up.mjs';
import { areInstalled } from './set-up/dependencies.mjs';
import { findElectron, hasDisplay } from './set-up/electron.mjs';
import { ensureChromium } from './set-up/install-chromium.mjs';
import { findNode } from './set-up/node.mjs';
import { runInForeground, say } from './set-up/run.mjs';
import { SetUpFailure } from './set-up/set-up-failure.mjs';

const chromiumShell = path.join('electron', 'shells', 'chromium', 'main.ts');

const help = `npm start [-- options]

Sets up what is missing, then opens the kiosk on the sample event. Badges and maps are written as pictures to .foyer/printed.

  npm start
  npm start -- --printer tcp://192.168.1.50:9100
  npm start -- --event MY_EVENT --window
`;

async function start() {
  const flags = process.argv.slice(2);
  if (flags.includes('--help')) return showHelp();
  const tools = await setUp();
  await buildRenderer(tools);
  const electron = hasDisplay() ? findElectron(root) : null;
  const shell = electron === null ? await chromiumCommand(tools) : await electronCommand(tools, electron);
  say(`Foyer starts ${shell.where}. Ctrl-C stops it.`);
  say('Badges and maps are written to .foyer/printed, unless an option names another printer or data folder.');
  // The kiosk ends with it when it wants to start afresh.
  const startAgain = 3;
  const environment = { ...shell.environment, FOYER_SUPERVISED: 'true' };
  for (;;) {
    const code = await runInForeground({ ...shell, environment, args: [...shell.args, ...flags], folder: root });
    if (code !== startAgain) return code;
  }
}

async function electronCommand(tools, electron) {
  await buildElectron(tools);
  const environment = { ...tools.environment };
  // Editors built on Electron set it for what they start; it would make a plain Node of ours.
  delete environment.ELECTRON_RUN_AS_NODE;
  return { where: 'in Electron', program: electron, args: [path.join('electron', 'dist', 'main.js')], environment };
}

async function chromiumCommand(tools) {
  const environment = { ...tools.environment };
  try {
    environment.FOYER_CHROMIUM = await ensureChromium(tools);
  } catch (error) {
    // Without a display the shell only serves.
    if (!(error instanceof SetUpFailure) || hasDisplay()) throw error;
    say(error.message);
  }
  return {
    where: hasDisplay() ? 'in Chromium' : 'without a window',
    program: tools.node,
    args: [chromiumShell],
    environment,
  };
}

/** The kiosk's options are listed by the kiosk, once it is there. */
async function showHelp() {
  say(help);
  if (!areInstalled(root)) {
    say('The kiosk itself has more options; they are listed here after the first start.');
    return 0;
  }
  return runInForeground({
    program: findNode(root),
    args: [chromiumShell, '--help'],
    folder: root,
    environment: process.env,
  });
}

await runCommand(start);
