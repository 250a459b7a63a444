import { join } from 'node:path';
import type { PrinterEntry, PrinterProfile } from '../../domain/printer-profile.ts';
import { printDocuments } from '../../domain/print-job.ts';
import { configurePrinter } from '../printing/configure-printer.ts';
import type { ConfiguredPrinter } from '../printing/configured-printer.ts';
import { readProfiles } from '../printing/profiles/read-profiles.ts';
import type { GivenOptions } from './given-option.ts';
import type { OptionName, Options } from './options.ts';

/** The options that say which printers there are; the rest of the program knows only what they come to. */
export const printerOptions = {
  printer: true,
  printerModel: true,
  media: true,
  printers: true,
  printerProfiles: true,
} as const satisfies Partial<Record<OptionName, true>>;
export type PrinterOption = keyof typeof printerOptions;

interface Surroundings {
  readonly all: GivenOptions;
  readonly data: string;
  readonly problems: string[];
}

/** The printers that the options name, each with its model and media. What is wrong with them goes to the problems. */
export function configurePrinters(
  options: Pick<Options, PrinterOption>,
  { all, data, problems }: Surroundings,
): ConfiguredPrinter[] {
  const origin = (name: PrinterOption) => all.get(name)?.origin ?? name;
  const profiles = readProfiles(options.printerProfiles);
  if (!profiles.ok) {
    problems.push(`${origin('printerProfiles')}: ${profiles.reason}`);
    return [];
  }
  if (options.printers === undefined)
    return configureOne(options, { profiles: profiles.value, data, origin, problems });
  for (const name of ['printer', 'printerModel', 'media'] as const) {
    if (options[name] !== undefined)
      problems.push(
        `${origin(name)}: stands beside ${origin('printers')}; write it into that list, or leave one of them out.`,
      );
  }
  const ids = options.printers.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, index) => ids.indexOf(one) < index))) {
    problems.push(`${origin('printers')}: the id "${id}" is there twice; give each printer an id of its own.`);
  }
  return options.printers.flatMap((entry) => {
    const configured = configurePrinter(entry, profiles.value);
    if (configured.ok) return [configured.value];
    problems.push(`${origin('printers')}, printer "${entry.id}": ${configured.reason.words}.`);
    return [];
  });
}

interface OnePrinter {
  readonly profiles: readonly PrinterProfile[];
  readonly data: string;
  readonly origin: (name: PrinterOption) => string;
  readonly problems: string[];
}

function configureOne(
  { printer, printerModel, media }: Pick<Options, 'printer' | 'printerModel' | 'media'>,
  { profiles, data, origin, problems }: OnePrinter,
): ConfiguredPrinter[] {
  const entry: PrinterEntry = {
    id: 'printer',
    address: printer ?? `folder:${join(data, 'printed')}`,
    ...(printerModel !== undefined && { model: printerModel }),
    ...(media !== undefined && { media }),
    documents: [...printDocuments],
    isShared: false,
  };
  const configured = configurePrinter(entry, profiles);
  if (configured.ok) return [configured.value];
  const { at, words } = configured.reason;
  problems.push(`${origin(({ address: 'printer', model: 'printerModel', media: 'media' } as const)[at])}: ${words}.`);
  return [];
}
