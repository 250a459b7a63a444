import process from 'node:process';
import { parseArgs } from 'node:util';
import { openDpkg } from './dpkg.ts';
import { installUpdate } from './install-update.ts';

const exitCodes = { well: 0, failed: 1 };

const { values } = parseArgs({ options: { root: { type: 'string', default: '/' } } });
const isWell = installUpdate({
  root: values.root,
  packages: openDpkg(process.env),
  say(sentence) {
    console.log(sentence);
  },
});
process.exitCode = isWell ? exitCodes.well : exitCodes.failed;
