import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Registration } from '../../../domain/registration.ts';
import { pickVisitor } from '../harness/visitors.ts';

const folder = fileURLToPath(new URL('../../../../shared/data/names/', import.meta.url));
/** Whether the real names are on this machine. */
export const hasNames = existsSync(folder);

const rowSchema = z.object({ Country: z.string(), 'Localized Name': z.string(), 'Romanized Name': z.string() });
type Name = Registration['name'];

/** The most common names of a hundred countries in their own scripts, each country's forenames with its surnames. */
function readNames(): Name[][] {
  const read = (kind: 'forenames' | 'surnames') => {
    const text = readFileSync(`${folder}common-${kind}-by-country.csv`, 'utf8');
    const rows = z.array(rowSchema).parse(parse(text, { columns: true, bom: true, relax_column_count: true }));
    return Map.groupBy(rows, ({ Country }) => Country);
  };
  const [forenames, surnames] = [read('forenames'), read('surnames')];
  return [...forenames].flatMap(([country, given]) => {
    const families = surnames.get(country) ?? [];
    const names = given.flatMap((one) =>
      families.map((family) => ({
        own: `${one['Localized Name']} ${family['Localized Name']}`,
        latin: `${one['Romanized Name']} ${family['Romanized Name']}`,
      })),
    );
    return names.length === 0 ? [] : [names];
  });
}

/** Every second one a Hong Kong or mainland name, the others from all over the world where the list is on the machine. */
export function createPeople(count: number): Registration[] {
  const countries = hasNames ? readNames() : [];
  return Array.from({ length: count }, (_, number) => {
    const names = number % 2 === 0 ? undefined : countries[(number >> 1) % countries.length];
    const generated = pickVisitor(number);
    const name = names?.[(Math.floor(number / 2 / countries.length) * 7) % names.length] ?? generated.name;
    const digits = String(90_000_000 + number * 137).padStart(8, '0');
    const contact =
      number % 3 === 0
        ? ({ kind: 'phone', value: `+852 ${digits.slice(0, 4)} ${digits.slice(4)}` } as const)
        : ({ kind: 'email', value: `visitor-${number}@example.com` } as const);
    return {
      language: 'en',
      name: { own: name.own, latin: name.latin },
      contact,
      status: 'student',
      field: 'Electronic engineering',
      interests: [],
      talentPool: 'private',
      consent: true,
    };
  });
}
