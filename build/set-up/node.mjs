import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetUpFailure } from './set-up-failure.mjs';

/** For set-up itself. */
const oldestForSetUp = 20;
/** For everything else: `node:sqlite`, and TypeScript that runs as it is. */
const oldest = 24;

export function checkNode() {
  if (majorVersion() >= oldestForSetUp) return;
  throw new SetUpFailure(`Foyer needs Node ${oldestForSetUp} or newer, and this is ${process.version}.`, [
    'Install a newer one from https://nodejs.org and run the command again.',
  ]);
}

/**
 * Call it after the dependencies are there: Node 24 is one of them on the platforms that it is packaged for.
 * @param {string} root
 * @returns {string} absolute path of a Node that is new enough
 */
export function findNode(root) {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const bundled = path.join(root, 'node_modules', `node-${platform}-${process.arch}`, 'bin', program);
  if (existsSync(bundled)) return bundled;
  if (majorVersion() >= oldest) return process.execPath;
  throw new SetUpFailure(
    `Foyer needs Node ${oldest} or newer; this is ${process.version}, and npm has none for ${process.platform} ${process.arch}.`,
    [`Install Node ${oldest} from https://nodejs.org and run the command again.`],
  );
}

function majorVersion() {
  return Number(process.versions.node.split('.')[0]);
}
