import process from 'node:process';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { drawNames, hasNames, namesFolder } from './real-names.ts';

const help = `Draws names of people for \`npm run tour -- --names\` out of ../shared/data/names: each country of common-*.csv and each of the
Vietnamese lists in turn, the same names at every run.

  node test/tour/draw-names.ts --count 200 > names.txt

  --count N  200 unless told
  --seed N   another draw; 1 unless told
  --help     this text
`;
const string = { type: 'string' } as const;
const { values } = parseArgs({ options: { count: string, seed: string, help: { type: 'boolean' } } });
if (values.help === true) console.log(help);
else if (!hasNames) {
  console.error(`The names are read from ${namesFolder}, which is not here.`);
  process.exitCode = 1;
} else {
  const positive = z.coerce.number().int().min(1);
  const names = drawNames({ count: positive.parse(values.count ?? 200), seed: positive.parse(values.seed ?? 1) });
  process.stdout.write(
    names.map(({ own, latin }) => `${latin === '' || latin === own ? own : `${own}\t${latin}`}\n`).join(''),
  );
}
