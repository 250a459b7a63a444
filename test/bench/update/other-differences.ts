import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from '../../../build/package/run-program.ts';

interface Pair {
  readonly before: string;
  readonly after: string;
  /** For what they write. */
  readonly folder: string;
}

/** Programs that make or send the difference of two files; each with the bytes that it comes to. They reject where a program is not. */
export const otherDifferences: readonly { readonly name: string; readonly measure: (pair: Pair) => Promise<number> }[] =
  [
    {
      name: 'zstd --patch-from',
      async measure({ before, after, folder }) {
        const patch = join(folder, 'patch.zst');
        await runProgram({
          program: 'zstd',
          args: ['--quiet', '--force', '--long=31', '--patch-from', before, after, '-o', patch],
        });
        return statSync(patch).size;
      },
    },
    {
      name: 'xdelta3',
      async measure({ before, after, folder }) {
        const patch = join(folder, 'patch.vcdiff');
        await runProgram({ program: 'xdelta3', args: ['-f', '-e', '-s', before, after, patch] });
        return statSync(patch).size;
      },
    },
    {
      name: 'rsync',
      async measure({ before, after, folder }) {
        const kept = join(folder, 'rsync.deb');
        copyFileSync(before, kept);
        const said = await runProgram({
          program: 'rsync',
          args: ['--no-whole-file', '--ignore-times', '--stats', after, kept],
        });
        // Both ways: the receiver sends sums of what it has, which electron-updater reads from the block map.
        return ['sent', 'received'].reduce((sum, way) => {
          const [, bytes = ''] = new RegExp(`^Total bytes ${way}: ([\\d,]+)`, 'mu').exec(said) ?? [];
          return sum + Number(bytes.replaceAll(',', ''));
        }, 0);
      },
    },
  ];
