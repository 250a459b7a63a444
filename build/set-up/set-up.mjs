import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './built.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { checkNode, findNode } from './node.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What every command needs: dependencies and a Node that is new enough. It costs a few milliseconds when nothing is missing.
 * @returns {Promise<{ root: string, node: string, environment: NodeJS.ProcessEnv }>} the environment has that Node first on PATH
 */
export async function setUp() {
  checkNode();
  await ensureDependencies(root);
  const node = findNode(root);
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const folders = [path.dirname(node), process.env[name] ?? ''].join(path.delimiter);
  return { root, node, environment: { ...process.env, [name]: folders } };
}

/** @param {{ root: string, node: string }} tools */
export async function buildRenderer(tools) {
  await ensureBuilt({
    ...tools,
    room: 'renderer',
    inputs: ['renderer', 'domain', 'package-lock.json', 'tsconfig.json'],
  });
}

/** @param {{ root: string, node: string }} tools */
export async function buildElectron(tools) {
  await ensureBuilt({
    ...tools,
    room: 'electron',
    inputs: ['electron', 'hub', 'domain', 'package-lock.json', 'tsconfig.json'],
  });
}

/**
 * Says a failure that a person can put right in its own words.
 * @param {() => Promise<number>} command gives the exit code
 */
export async function runCommand(command) {
  try {
    process.exitCode = await command();
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
