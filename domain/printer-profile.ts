import { z } from 'zod';
import { slugSchema } from './event.ts';
import { mediaSchema, printDocuments } from './print-job.ts';
import { localisedSchema } from './localised.ts';

/** The languages that printers speak. `queue` is the system's own queue (CUPS, IPP, Windows); `folder` writes pictures. */
export const dialects = ['esc-pos', 'zpl', 'brother-ql', 'star-line', 'queue', 'folder'] as const;
export type Dialect = (typeof dialects)[number];

/** What a driver must know of a model. A new model is a new entry in a file, not code. */
export const printerProfileSchema = z.strictObject({
  /** `epson-tm-t88vi` */
  id: slugSchema,
  /** As it stands on the machine. */
  model: z.string().trim().min(1).max(80),
  dialect: z.enum(dialects),
  /** By name; the first is what it holds unless the configuration says otherwise. */
  media: z
    .array(
      z.strictObject({
        name: slugSchema,
        ...mediaSchema.shape,
        /** Dots from the head's first dot to the first of the print area. */
        leftDots: z.int().min(0).default(0),
        /** Millimetres of a new roll; null for sheets, or where nobody knows. */
        rollMillimetres: z.int().min(1).nullable().default(null),
        /** Sheets or labels when it is full; null for rolls. */
        sheets: z.int().min(1).nullable().default(null),
      }),
    )
    .min(1),
  cutter: z.enum(['none', 'partial', 'full']),
  /** `automatic`: it says by itself what changes. `asked`: it answers. `none`: nobody can know, so no sheet of it is ever `printed`. */
  status: z.enum(['automatic', 'asked', 'none']),
  /** Text that its IEEE 1284 device id or its IPP make-and-model has, in any case, by which discovery knows it. */
  knownBy: z.array(z.string().trim().min(3)).default([]),
});
export type PrinterProfile = z.infer<typeof printerProfileSchema>;

/** One printer of a kiosk, as the configuration names it. */
export const printerEntrySchema = z.strictObject({
  id: slugSchema,
  /** `tcp://HOST[:PORT]`, `usb:/dev/usb/lp0`, `serial:/dev/ttyUSB0?baud=115200`, `ipp://HOST[:PORT]/PATH`, `queue:NAME`, `folder:DIR` */
  address: z.string().min(1),
  /** Id of a profile; otherwise the plainest of what the address speaks. */
  model: slugSchema.optional(),
  /** Name of one of the profile's media; otherwise its first. */
  media: slugSchema.optional(),
  /** What it prints. The first printer of a document that can print takes it. */
  documents: z
    .array(z.enum(printDocuments))
    .min(1)
    .default([...printDocuments]),
  /** Other kiosks print on it as well: their sheets are waited for, and each sheet says whose it is. */
  isShared: z.boolean().default(false),
  /** What is written on it for visitors ("Printer 3"), and where it stands; a printer in the kiosk itself has neither. */
  name: localisedSchema.optional(),
  collectAt: localisedSchema.optional(),
});
export type PrinterEntry = z.infer<typeof printerEntrySchema>;
