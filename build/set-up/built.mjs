import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildAlone } from './build-lock.mjs';
import { runQuietly, say, secondsSince } from './run.mjs';
import { SetUpFailure } from './set-up-failure.mjs';

/** Read by a build, and not worth a rebuild. */
const isLeftOut = /(^|[\\/])(dist|node_modules|README\.md|[^\\/]+\.test\.tsx?)$/;

/**
 * Builds what Vite bundles when a file that goes into it has changed since.
 * @param {object} bundle
 * @param {string} bundle.root
 * @param {string} bundle.node
 * @param {string} bundle.room whose vite.config.ts is built into its dist
 * @param {string[]} bundle.inputs files and folders, from the root
 */
export async function ensureBuilt(bundle) {
  await buildAlone(path.join(bundle.root, bundle.room), () => buildUnlessBuilt(bundle));
}

async function buildUnlessBuilt({ root, node, room, inputs }) {
  const stamp = path.join(root, room, 'dist', '.inputs');
  const hash = hashOf(root, inputs);
  if (readStamp(stamp) === hash) return;
  const started = Date.now();
  say(`Building ${room} …`);
  const { succeeded, output } = await runQuietly({
    program: node,
    args: [path.join('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--config', `${room}/vite.config.ts`],
    folder: root,
    stillAt: 'still building',
  });
  if (!succeeded) {
    throw new SetUpFailure(
      `${room} could not be built. Vite said:`,
      output.split('\n').map((line) => `| ${line}`),
    );
  }
  // Vite empties the folder first, so a build that was broken off leaves no stamp.
  writeFileSync(stamp, hash);
  say(`Built ${room} in ${secondsSince(started)} s.`);
}

/** By content: a fresh clone and a switch of branches give every file a new time. */
function hashOf(root, inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => listFiles(path.join(root, input)))) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function listFiles(place) {
  if (isLeftOut.test(place)) return [];
  try {
    return readdirSync(place)
      .sort()
      .flatMap((name) => listFiles(path.join(place, name)));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [place];
    throw error;
  }
}

function readStamp(stamp) {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return null;
  }
}
