import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { npm } from './set-up/dependencies.mjs';
import { findElectron, hasDisplay } from './set-up/electron.mjs';
import { ensureChromium } from './set-up/install-chromium.mjs';
import { ensurePostgres, findPostgres } from './set-up/install-postgres.mjs';
import { ensureSession } from './set-up/install-session.mjs';
import { runInForeground, runQuietly, say, secondsSince } from './set-up/run.mjs';
import { buildElectron, buildRenderer, root, runCommand, setUp } from './set-up/set-up.mjs';
import { SetUpFailure } from './set-up/set-up-failure.mjs';
import { addCounts, countEscapes, countFaults, countPlaywright, countVitest, nothing } from './set-up/test-counts.mjs';

const help = `npm test

Sets up what is missing, then runs the unit tests with lint and types beside them, the builds, the short forms of faults and escapes, and the end-to-end tests. Every
step runs, whether or not one before it failed; the last line counts the tests, and a step that failed otherwise counts as one.
`;

async function test() {
  if (process.argv.includes('--help')) {
    say(help);
    return 0;
  }
  const tools = await setUp();
  const chromium = await ensureChromium(tools);
  await ensurePostgres();
  await ensureSession();
  const folder = mkdtempSync(path.join(tmpdir(), 'foyer-test-'));
  try {
    const environment = {
      ...tools.environment,
      FOYER_CHROMIUM: chromium,
      // Hundreds of hosts and hubs are started from the same files; that halves the work of each start.
      NODE_COMPILE_CACHE: path.join(folder, 'compiled'),
    };
    return await runSteps({ ...tools, environment, folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runSteps(tools) {
  const unitReport = path.join(tools.folder, 'unit.json');
  const faultsReport = path.join(tools.folder, 'faults.json');
  const escapeFolder = path.join(tools.folder, 'escape');
  const endToEndReport = path.join(tools.folder, 'end-to-end.json');
  const steps = [
    {
      name: 'unit',
      // One processor each, while unit tests wait half of their time for printers and hubs. They speak when it is over.
      beside: [quietly(tools, 'lint'), quietly(tools, 'types')],
      run: () => npmRun(tools, 'unit', ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`]),
      count: () => countVitest(unitReport),
    },
    { name: 'build', run: () => build(tools) },
    {
      name: 'faults',
      run: () => nodeRun(tools, ['test/faults/faults.ts', '--short', '--out', faultsReport]),
      count: () => countFaults(faultsReport),
    },
    {
      name: 'escape',
      run: () => nodeRun(tools, ['test/escape/escape.ts', '--short', '--out', escapeFolder]),
      count: () => countEscapes(path.join(escapeFolder, 'report.json')),
    },
    // As root on Debian or Ubuntu; elsewhere it says why not.
    { name: 'install', run: () => nodeRun(tools, ['test/install/try-install.ts', '--short']) },
    {
      name: 'end-to-end',
      run: () =>
        npmRun(
          { ...tools, environment: { ...tools.environment, PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport } },
          'end-to-end',
          ['--reporter=line,json'],
        ),
      count: () => countPlaywright(endToEndReport),
    },
  ];
  const results = [];
  for (const step of steps) results.push(...(await runStep(step)));
  return summarise(results);
}

/** @returns its result, and those of the steps that ran beside it, one after the other */
async function runStep({ name, run, count, beside = [] }) {
  say(`\n── ${[name, ...beside.map((other) => other.name)].join(', ')}`);
  const others = runInTurn(beside);
  const result = await timeStep({ name, run, count });
  return [...(await others), result];
}

async function runInTurn(steps) {
  const results = [];
  for (const step of steps) results.push(await timeStep(step));
  return results;
}

async function timeStep({ name, run, count }) {
  const started = Date.now();
  const hasPassed = (await run()) === 0;
  const counts = count?.() ?? nothing;
  const seconds = secondsSince(started);
  return { name, hasPassed, seconds, counts: !hasPassed && counts.failed === 0 ? { ...counts, failed: 1 } : counts };
}

function summarise(results) {
  say('');
  for (const { name, hasPassed, seconds } of results) {
    say(`${hasPassed ? 'passed' : 'FAILED'}  ${name.padEnd(12)} ${seconds} s`);
  }
  for (const line of [...skippedShells(), ...skippedSuites()]) say(line);
  const { passed, failed, skipped } = results.map(({ counts }) => counts).reduce(addCounts);
  say(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  return failed === 0 ? 0 : 1;
}

function skippedShells() {
  if (findElectron(root) === null)
    return ['Electron shell: skipped, its binary is not here (npx install-electron fetches it).'];
  if (!hasDisplay()) return ['Electron shell: skipped, there is no display (xvfb-run gives one).'];
  return [];
}

function skippedSuites() {
  if (findPostgres() !== null || process.env.FOYER_TEST_POSTGRES) return [];
  return [
    'PostgreSQL suite: skipped, there is no server here (Debian: apt-get install postgresql; FOYER_POSTGRES=DIR names the folder of its programs).',
  ];
}

function npmRun(tools, script, flags = []) {
  return runInForeground(npmCommand(tools, script, flags));
}

function npmCommand({ environment }, script, flags = []) {
  const { program, args } = npm();
  return {
    program,
    args: [...args, 'run', '--silent', script, ...(flags.length > 0 ? ['--', ...flags] : [])],
    folder: root,
    environment,
  };
}

/** Says nothing until it has ended, and then only what was wrong. */
function quietly(tools, script) {
  return {
    name: script,
    async run() {
      const { succeeded, output } = await runQuietly({ ...npmCommand(tools, script), keeps: 500 });
      if (!succeeded) say(`\n── ${script}\n${output}\n`);
      return succeeded ? 0 : 1;
    },
  };
}

function nodeRun({ node, environment }, args) {
  return runInForeground({ program: node, args, folder: root, environment });
}

async function build(tools) {
  try {
    await buildRenderer(tools);
    await buildElectron(tools);
    return 0;
  } catch (error) {
    if (!(error instanceof SetUpFailure)) throw error;
    say(error.message);
    return 1;
  }
}

await runCommand(test);
