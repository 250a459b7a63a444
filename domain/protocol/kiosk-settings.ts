import { z } from 'zod';
import { slugSchema } from '../event.ts';
import { printerEntrySchema } from '../printer-profile.ts';

const addressWords =
  'write tcp://HOST:PORT, usb:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=115200, ipp://HOST/PATH, queue:NAME or folder:DIR';
const printer = printerEntrySchema.extend({
  address: z.string().regex(/^(tcp:\/\/|ipps?:\/\/|usb:|serial:|queue:|folder:)\S/, addressWords),
});
const seconds = z.int('write whole seconds').min(5, 'write 5 or more').max(3600, 'write 3600 or less');

/**
 * What the hub may tell a kiosk in place of its kiosk.json, with the names of the kiosk's options, and where it stands. A flag, a variable
 * and the kiosk's own file win over each of them.
 */
export const kioskSettingsSchema = z.strictObject({
  /** Which of the kiosks in event.json it is: its place on the plan. */
  position: slugSchema.optional(),
  printers: z
    .array(printer)
    .min(1)
    .max(20)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'give each printer an id of its own')
    .optional(),
  idleWarnAfterSeconds: seconds.optional(),
  idleWipeAfterSeconds: seconds.optional(),
  camera: z.boolean().optional(),
});
export type KioskSettings = z.infer<typeof kioskSettingsSchema>;
export const kioskSettingNames = Object.keys(kioskSettingsSchema.shape) as (keyof KioskSettings)[];

const { position, printers, idleWarnAfterSeconds, idleWipeAfterSeconds, camera } = kioskSettingsSchema.shape;
/** What changes; null takes a setting back, so that the kiosk's own counts again. */
export const kioskSettingsChangeSchema = z.strictObject({
  position: position.unwrap().nullish(),
  printers: printers.unwrap().nullish(),
  idleWarnAfterSeconds: idleWarnAfterSeconds.unwrap().nullish(),
  idleWipeAfterSeconds: idleWipeAfterSeconds.unwrap().nullish(),
  camera: camera.unwrap().nullish(),
});
export type KioskSettingsChange = z.infer<typeof kioskSettingsChangeSchema>;

/** As the feed carries them, by the kiosk's name. A kiosk of another version takes what it knows: nothing in it may stop its download. */
export const kioskSettingsItemSchema = z.object({
  kiosk: slugSchema,
  settings: z.record(z.string(), z.unknown()),
});
export type KioskSettingsItem = z.infer<typeof kioskSettingsItemSchema>;

/** Of what came from a hub or the disk, each setting that is right. */
export function readKioskSettings(told: Readonly<Record<string, unknown>>): KioskSettings {
  const right = kioskSettingNames.filter((name) => kioskSettingsSchema.shape[name].safeParse(told[name]).success);
  return kioskSettingsSchema.parse(
    Object.fromEntries(right.flatMap((name) => (told[name] === undefined ? [] : [[name, told[name]]]))),
  );
}

/** A change on top of what is there. */
export function applyKioskSettings(settings: KioskSettings, change: KioskSettingsChange): KioskSettings {
  const changed = { ...settings, ...change };
  return kioskSettingsSchema.parse(
    Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== null && value !== undefined)),
  );
}
