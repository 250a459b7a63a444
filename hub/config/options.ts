import { resolve } from 'node:path';
import { z } from 'zod';
import { slugSchema } from '../../domain/event.ts';

interface OptionText {
  /** What stands for the value in `--help`; a switch has none. */
  readonly takes?: string;
  readonly help: string;
  /** In words, for `--help`. */
  readonly without?: string;
}

const texts = z.registry<OptionText>();

/** An empty text counts as not given, as it does in most programs. */
function path(words: string) {
  return z
    .string(words)
    .min(1, words)
    .transform((value) => resolve(value));
}

function wholeNumber({ from, to }: { from: number; to: number }) {
  const words = `write a whole number from ${from} to ${to}`;
  const digits = z.string(words).regex(/^\d{1,9}$/, words);
  return digits.transform(Number).pipe(z.int().min(from, words).max(to, words));
}

const listenWords = 'write HOST:PORT, such as 127.0.0.1:7443, 0.0.0.0:7443 for the whole network, or [::1]:7443';
const listen = z.string(listenWords).transform((value, context) => {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]]+)):(\d{1,5})$/.exec(value) ?? [];
  const host = bracketed ?? plain;
  if (host !== undefined && port !== undefined && Number(port) <= 65_535) return { host, port: Number(port) };
  context.addIssue({ code: 'custom', message: listenWords });
  return z.NEVER;
});

const ownKioskWords = 'write ID:PUBLICKEY, the kiosk’s name and its Ed25519 key of 43 characters';
const ownKiosk = z.string(ownKioskWords).transform((value, context) => {
  const [, kiosk, publicKey] = /^(.+):([A-Za-z0-9_-]{43})$/.exec(value) ?? [];
  if (publicKey !== undefined && slugSchema.safeParse(kiosk).success) return { kiosk: kiosk ?? '', publicKey };
  context.addIssue({ code: 'custom', message: ownKioskWords });
  return z.NEVER;
});

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;

/** Every option, once: flag and environment variable follow from the key (`ownKiosk`, `--own-kiosk`, `FOYER_HUB_OWN_KIOSK`). */
export const optionsSchema = z.object({
  data: path('write the path of a folder').prefault('.foyer/hub').register(texts, {
    takes: 'DIR',
    help: 'Where the hub keeps its identity, its operator’s token and its SQLite database. Made when missing.',
    without: '.foyer/hub',
  }),
  listen: listen.prefault('127.0.0.1:7443').register(texts, {
    takes: 'HOST:PORT',
    help: 'Where kiosks reach it. 0.0.0.0:7443 opens it to the network, port 0 takes a free one.',
    without: '127.0.0.1:7443, for kiosks on this machine',
  }),
  event: path('write the path of the folder that holds event.json').optional().register(texts, {
    takes: 'DIR',
    help: 'Event pack to load at the start. One with errors leaves what was loaded before.',
    without: 'what `npm run hub -- load PACK` loaded',
  }),
  database: z.string().min(1, 'write postgres://… or the path of a file').optional().register(texts, {
    takes: 'URL',
    help: 'postgres://USER:PASSWORD@HOST/NAME, or the path of an SQLite file. DATABASE_URL is understood too.',
    without: 'hub.sqlite in the data folder',
  }),
  key: path('write the path of the file that `npm run event -- key` wrote').optional().register(texts, {
    takes: 'FILE',
    help: 'The event’s private key; its passphrase is FOYER_PASSPHRASE. At the first start the hub’s identity is derived from it, so that the same key brings the same hub back; at each start it unlocks the registrations.',
    without: 'the identity is random and the registrations stay locked until `npm run hub -- unlock`',
  }),
  restore: z.boolean().prefault(false).register(texts, {
    help: 'This hub stands in for one that lost its disk: kiosks of that one are taken back, and seats stay closed until `npm run hub -- seats open`.',
  }),
  ownKiosk: ownKiosk.optional().register(texts, {
    takes: 'ID:PUBLICKEY',
    help: 'Enrols this kiosk without a code: a kiosk that runs its own hub.',
  }),
  page: path('write the path of the folder that holds staff.html').optional().register(texts, {
    takes: 'DIR',
    help: 'The staff page, as `npm run build` makes it.',
    without: 'the one that this Foyer was built with',
  }),
  updates: path('write the path of a folder').optional().register(texts, {
    takes: 'DIR',
    help: 'Where the releases lie that kiosks are updated to; `npm run hub -- updates add DIR` puts them there.',
    without: 'updates in the data folder',
  }),
  requestsPerMinute: wholeNumber({ from: 10, to: 1_000_000 }).prefault('1200').register(texts, {
    takes: 'NUMBER',
    help: 'Of one kiosk, before it is told to wait.',
    without: '1200',
  }),
  enrolmentsPerMinute: wholeNumber({ from: 1, to: 10_000 }).prefault('10').register(texts, {
    takes: 'NUMBER',
    help: 'From one address.',
    without: '10',
  }),
  logLevel: z
    .enum(levels, `write one of ${levels.join(', ')}`)
    .prefault('info')
    .register(texts, {
      takes: 'LEVEL',
      help: `${levels.join(', ')}. The log goes to standard error as JSON lines and names no visitor.`,
      without: 'info',
    }),
});
export type Options = z.output<typeof optionsSchema>;
export type OptionName = keyof Options;
export const optionNames = Object.keys(optionsSchema.shape) as OptionName[];

export function toFlag(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** With `HUB`, because a kiosk on the same machine has options of the same names. */
export function toEnvironmentName(name: string): string {
  return `FOYER_HUB_${toFlag(name).replaceAll('-', '_').toUpperCase()}`;
}

export function isSwitch(name: OptionName): boolean {
  return texts.get(optionsSchema.shape[name])?.takes === undefined;
}

/** For `--help`. */
export function describeOptions(): string {
  return optionNames
    .map((name) => {
      const { takes, help, without } = texts.get(optionsSchema.shape[name]) ?? { help: '' };
      const flag = takes === undefined ? `--${toFlag(name)}` : `--${toFlag(name)} ${takes}`;
      const otherwise = without === undefined ? '' : ` Otherwise ${without}.`;
      return `  ${flag}\n      ${help}${otherwise}\n      ${toEnvironmentName(name)}`;
    })
    .join('\n');
}
