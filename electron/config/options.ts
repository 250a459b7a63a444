import { z } from 'zod';
import { slugSchema } from '../../domain/event.ts';
import {
  hub,
  listenAddress,
  onOrOff,
  path,
  printerAddress,
  printerEntries,
  text,
  updatesFrom,
  wholeNumber,
} from './option-values.ts';

interface OptionText {
  /** What stands for the value in `--help`; a switch has none. */
  readonly takes?: string;
  readonly help: string;
  /** In words, for `--help`. */
  readonly without?: string;
  /** As it is written in the example of kiosk.json; otherwise its default. */
  readonly example?: unknown;
}

const texts = z.registry<OptionText>();

const windowWords = 'write two times of the day, such as 20:00-07:00';
const restartWords = 'write a time such as 04:30, or off';

/**
 * Every option, once: the key is its name in kiosk.json, and flag and environment variable follow from it (`idleWarnAfterSeconds`,
 * `--idle-warn-after-seconds`, `FOYER_IDLE_WARN_AFTER_SECONDS`).
 */
export const optionsSchema = z.object({
  event: path('write the path of the folder that holds event.json').optional().register(texts, {
    takes: 'DIR',
    help: 'Event pack: the folder with event.json.',
    example: '/srv/foyer/my-event',
    without: 'the one that `npm run event -- load` put into the data folder, or the sample event',
  }),
  data: path('write the path of a folder').register(texts, {
    takes: 'DIR',
    help: 'Where this kiosk keeps its journal and key. Made when missing.',
    example: '/var/lib/foyer',
  }),
  kiosk: text(z.string('write the id of a kiosk in event.json, such as K1').pipe(slugSchema))
    .optional()
    .register(texts, {
      takes: 'ID',
      help: 'Which of the kiosks in event.json this one is.',
      example: 'K3',
      without: 'the first of them',
    }),
  printer: printerAddress().optional().register(texts, {
    takes: 'ADDRESS',
    help: 'folder:DIR writes pictures; tcp://HOST:PORT, usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=115200, ipp://HOST/PATH, queue:NAME.',
    example: 'tcp://192.168.1.50:9100',
    without: 'the folder "printed" in the data folder',
  }),
  printerModel: text(z.string('write the id of a model, such as epson-tm-t88vi').pipe(slugSchema))
    .optional()
    .register(texts, {
      takes: 'MODEL',
      help: 'What the printer is, by the id of its profile; `npm run printers -- --models` lists them.',
      example: 'epson-tm-m30iii',
      without: 'a receipt printer of 80 mm (ESC/POS), or what else the address speaks',
    }),
  media: text(z.string('write the name of one of the model’s media, such as 72mm').pipe(slugSchema))
    .optional()
    .register(texts, {
      takes: 'WIDTH',
      help: 'What the printer holds: 72mm, 48mm, A4 and others of its model. A usual 80 mm roll prints 72 mm, a 58 mm roll 48 mm.',
      example: '72mm',
      without: 'the first of the model',
    }),
  printers: printerEntries()
    .optional()
    .register(texts, {
      takes: 'JSON',
      help: 'Several printers in place of the three above: for each id, address and, where they matter, model, media, documents, isShared, name, collectAt.',
      example: [
        { id: 'badges', address: 'tcp://192.168.1.50:9100', model: 'epson-tm-m30iii', documents: ['badge'] },
        {
          id: 'farm',
          address: 'ipp://192.168.1.60/ipp/print',
          media: 'A6',
          isShared: true,
          name: { en: 'Printer 3', 'zh-Hant': '3 號打印機', 'zh-Hans': '3 号打印机' },
          collectAt: { en: 'the information desk', 'zh-Hant': '詢問處', 'zh-Hans': '问询处' },
        },
      ],
      without: 'the one printer above',
    }),
  printerProfiles: path('write the path of a JSON file with more printer models').optional().register(texts, {
    takes: 'FILE',
    help: 'More printer models, as electron/printing/profiles has them.',
    example: 'more-models.json',
    without: 'the shipped ones alone',
  }),
  idleWarnAfterSeconds: wholeNumber({ from: 5, to: 3600, unit: 'seconds' }).default(45).register(texts, {
    takes: 'SECONDS',
    help: 'Without a touch or a key, until the visitor is asked.',
    without: '45',
  }),
  idleWipeAfterSeconds: wholeNumber({ from: 5, to: 3600, unit: 'seconds' }).default(15).register(texts, {
    takes: 'SECONDS',
    help: 'After that question, until the visit is wiped.',
    without: '15',
  }),
  hub: hub().optional().register(texts, {
    takes: 'HUB',
    help: 'ask lets somebody type the enrolment code on the first screen (installed kiosks), embedded runs one in this kiosk, HOST:PORT is one elsewhere that this kiosk is enrolled with, none is none.',
    example: 'ask',
    without: 'the one that this kiosk was enrolled with, or embedded',
  }),
  enrol: text(z.string('write the code that the hub made, six groups of four')).optional().register(texts, {
    takes: 'CODE',
    help: 'The one-time code that enrols this kiosk with the hub that made it. Needed once. Without --hub HOST:PORT that hub is searched on the network (mDNS).',
    example: '7K3M-9QXT-0000-1111-2222-3333',
  }),
  hubListen: listenAddress().default('127.0.0.1:0').register(texts, {
    takes: 'HOST:PORT',
    help: 'Where the embedded hub listens. 0.0.0.0:7443 lets other kiosks enrol with this one.',
    example: '0.0.0.0:7443',
    without: '127.0.0.1:0, any free port for this kiosk alone',
  }),
  camera: onOrOff().default(true).register(texts, {
    help: 'The camera reads tickets, where there is one; --no-camera leaves it off.',
  }),
  port: wholeNumber({ from: 0, to: 65535 }).default(0).register(texts, {
    takes: 'PORT',
    help: 'Chromium shell: port on 127.0.0.1.',
    without: 'any free one',
  }),
  chromium: path('write the path of the Chromium program').optional().register(texts, {
    takes: 'FILE',
    help: 'Chromium shell: the program to open.',
    example: '/usr/bin/chromium',
    without: 'the one found on this machine',
  }),
  window: onOrOff().default(false).register(texts, {
    help: 'An ordinary window instead of the full screen.',
  }),
  updates: updatesFrom().default('hub').register(texts, {
    takes: 'SOURCE',
    help: 'Where an installed kiosk gets new versions: hub, folder:DIR (a stick or a share), or off.',
    without: 'hub, the one that it is enrolled with',
  }),
  updateWindow: text(z.string(windowWords).regex(/^(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d$/u, windowWords))
    .optional()
    .register(texts, {
      takes: 'HH:MM-HH:MM',
      help: 'New versions are put in between these hours of the event’s own clock, and never while the event is open.',
      example: '20:00-07:00',
      without: 'at any hour that is not the event’s, nor the one before',
    }),
  restartAt: text(z.string(restartWords).regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^off$/u, restartWords))
    .default('04:30')
    .register(texts, {
      takes: 'HH:MM',
      help: 'When the kiosk starts afresh each night, in the event’s time zone; never while somebody is at it. off: not at all.',
      without: '04:30 where something starts it again (supervised), or off',
    }),
  supervised: onOrOff().optional().register(texts, {
    help: 'Something starts the kiosk again when it ends with code 3: a systemd unit (which says so itself), Windows’ Shell Launcher, npm start.',
    example: true,
  }),
  pageMegabytes: wholeNumber({ from: 200, to: 16_000, unit: 'megabytes' }).default(1200).register(texts, {
    takes: 'MEGABYTES',
    help: 'Above this the page is opened anew, browser and all, as soon as nobody is at it.',
    without: '1200; a kiosk that has just started takes about 200',
  }),
  hostMegabytes: wholeNumber({ from: 200, to: 16_000, unit: 'megabytes' }).default(800).register(texts, {
    takes: 'MEGABYTES',
    help: 'Above this the kiosk’s own process starts afresh, as soon as nobody is at it and where something starts it again.',
    without: '800; a kiosk that has just started takes about 230',
  }),
  diskMegabytes: wholeNumber({ from: 0, to: 100_000, unit: 'megabytes' }).default(200).register(texts, {
    takes: 'MEGABYTES',
    help: 'With less room than this on the disk of the data folder the kiosk takes no more visitors; with half as much again it does.',
    without: '200',
  }),
  logLevel: text(z.enum(['error', 'warn', 'info', 'debug'], 'write error, warn, info or debug'))
    .default('info')
    .register(texts, {
      takes: 'LEVEL',
      help: 'What the log holds: error, warn, info or debug.',
      without: 'info',
    }),
  logMegabytes: wholeNumber({ from: 1, to: 1000, unit: 'megabytes' }).default(5).register(texts, {
    takes: 'MEGABYTES',
    help: 'Size of a log file in the data folder’s logs, before the next is begun.',
    without: '5',
  }),
  logFiles: wholeNumber({ from: 1, to: 100 }).default(9).register(texts, {
    takes: 'NUMBER',
    help: 'How many log files are kept beside the one that is written.',
    without: '9',
  }),
});
export type Options = z.output<typeof optionsSchema>;
export type OptionName = keyof Options;

/** Of kiosk.json itself; the one option that the file cannot hold. */
export const configFlag = 'config';

export const optionNames = Object.keys(optionsSchema.shape) as OptionName[];

export function toFlag(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function toEnvironmentName(name: string): string {
  return `FOYER_${toFlag(name).replaceAll('-', '_').toUpperCase()}`;
}

export function isSwitch(name: OptionName): boolean {
  return texts.get(optionsSchema.shape[name])?.takes === undefined;
}

/** What is told of an option, wherever it is told. */
export function describeOption(name: OptionName): OptionText {
  return texts.get(optionsSchema.shape[name]) ?? { help: '' };
}

/** For `--help`. */
export function describeOptions(defaults: Readonly<Partial<Record<OptionName, string>>>): string {
  const lines = optionNames.map((name) => {
    const { takes, help, without = defaults[name] } = texts.get(optionsSchema.shape[name]) ?? { help: '' };
    return describe({ name, takes, help: without === undefined ? help : `${help} Otherwise ${without}.` });
  });
  const config = describe({
    name: configFlag,
    takes: 'FILE',
    help: 'A JSON file with the options above. Otherwise kiosk.json in the data folder, when it is there.',
  });
  return [
    ...lines,
    config,
    '  --help\n      Shows this.',
    '',
    'A flag wins over the environment variable, that over the key in the file, that over what the hub tells (npm run hub -- kiosk). A path in the file starts from the file’s folder.',
  ].join('\n');
}

function describe({ name, takes, help }: { name: string; takes: string | undefined; help: string }): string {
  const flag = takes === undefined ? `--${toFlag(name)}` : `--${toFlag(name)} ${takes}`;
  return `  ${flag}\n      ${help}\n      ${toEnvironmentName(name)}${name === configFlag ? '' : ` · ${name}`}`;
}
