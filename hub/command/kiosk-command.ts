import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import {
  kioskSettingsChangeSchema,
  kioskSettingsSchema,
  type KioskSettingsChange,
} from '../../domain/protocol/kiosk-settings.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { Call, Command } from './commands.ts';

type Changes = { kiosk: string; change: KioskSettingsChange }[];

const answerSchema = z.object({ kiosks: z.array(z.string()) });
const listSchema = z.object({ settings: z.record(z.string(), kioskSettingsSchema) });

/** What kiosks are told in place of their own kiosk.json. */
export const kiosk: Command = {
  usage:
    '[K3 | all] [--printer ADDRESS [--printer-model MODEL] [--media MEDIA]] [--position K3] [--idle-warn SECONDS] [--idle-wipe SECONDS] [--camera yes|no] [--settings FILE]',
  help: 'Shows or changes what the hub tells kiosks: printers, place on the plan, idle seconds, camera. "default" as a value takes one back. --settings reads a JSON object of settings, or a table (.csv) of many kiosks with the columns kiosk, printer, model, media, position. A kiosk takes it over when nobody is at it; its own kiosk.json wins.',
  flags: ['printer', 'printer-model', 'media', 'position', 'idle-warn', 'idle-wipe', 'camera', 'settings'],
  words: { from: 0, to: 1 },
  async run({ client, positionals: [name], flags }) {
    const isQuestion = Object.values(flags).every((value) => value === undefined);
    if (isQuestion) return show(client, name);
    const changes = readChanges(name, flags);
    if (!changes.ok) return changes;
    const answer = await client.ask('POST', '/v1/operator/kiosk-settings', { changes: changes.value });
    if (!answer.ok) return answer;
    const { kiosks } = answerSchema.parse(answer.value);
    return ok(`${kiosks.join(', ')}: told. Each takes it over as soon as nobody is at it.`);
  },
};

async function show(client: Call['client'], name: string | undefined): Promise<Result<string, string>> {
  const answer = await client.ask('GET', '/v1/operator/kiosk-settings');
  if (!answer.ok) return answer;
  const { settings } = listSchema.parse(answer.value);
  const wanted = Object.entries(settings).filter(([each]) => name === undefined || name === 'all' || each === name);
  if (wanted.length === 0) return ok('Nothing is told; kiosks go by their own kiosk.json.');
  return ok(JSON.stringify(Object.fromEntries(wanted), null, 2));
}

function readChanges(name: string | undefined, flags: Call['flags']): Result<Changes, string> {
  const { settings: file } = flags;
  if (file?.toLowerCase().endsWith('.csv') === true) return readTable(file);
  if (name === undefined) return err('Write which kiosk: npm run hub -- kiosk K3 …, or all.');
  const given = file === undefined ? ok({}) : readJson(file);
  if (!given.ok) return given;
  const change = check({ ...given.value, ...readFlags(flags) }, file ?? 'What was given');
  return change.ok ? ok([{ kiosk: name === 'all' ? '*' : name, change: change.value }]) : change;
}

/** `default` takes a setting back. */
const taken = (value: string | undefined) => (value === 'default' ? null : value);

function readFlags(flags: Call['flags']): Record<string, unknown> {
  const number = (value: string | undefined) => (taken(value) === null ? null : Number(value));
  const { printer, 'printer-model': model, media, position, 'idle-warn': warn, 'idle-wipe': wipe, camera } = flags;
  return {
    ...(printer !== undefined && { printers: toPrinters({ printer, model, media }) }),
    ...(position !== undefined && { position: taken(position) }),
    ...(warn !== undefined && { idleWarnAfterSeconds: number(warn) }),
    ...(wipe !== undefined && { idleWipeAfterSeconds: number(wipe) }),
    ...(camera !== undefined && { camera: camera === 'default' ? null : camera === 'yes' }),
  };
}

interface PrinterWords {
  readonly printer: string;
  readonly model?: string | undefined;
  readonly media?: string | undefined;
}

function toPrinters({ printer, model, media }: PrinterWords) {
  if (printer === 'default') return null;
  return [{ id: 'printer', address: printer, ...(model && { model }), ...(media && { media }) }];
}

const rowSchema = z.object({
  kiosk: z.string().min(1),
  printer: z.string().default(''),
  model: z.string().optional(),
  media: z.string().optional(),
  position: z.string().default(''),
});

/** One line a kiosk; an empty cell leaves things as they are. */
function readTable(file: string): Result<Changes, string> {
  let rows: unknown[];
  try {
    rows = parse(readFileSync(file), { columns: true, bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    return err(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
  const changes: Changes = [];
  const faults: string[] = [];
  for (const [index, row] of rows.entries()) {
    const where = `${file}, line ${index + 2}`;
    const read = rowSchema.safeParse(row);
    if (!read.success) {
      faults.push(`${where}: write the columns kiosk, printer, model, media, position; kiosk may not be empty.`);
      continue;
    }
    const { kiosk: name, printer, position, ...more } = read.data;
    const change = check(
      {
        ...(printer !== '' && { printers: toPrinters({ printer, ...more }) }),
        ...(position !== '' && { position: taken(position) }),
      },
      where,
    );
    if (change.ok) changes.push({ kiosk: name === 'all' ? '*' : name, change: change.value });
    else faults.push(change.reason);
  }
  if (faults.length > 0) return err(faults.join('\n'));
  return changes.length === 0 ? err(`${file} names no kiosk.`) : ok(changes);
}

function readJson(file: string): Result<Record<string, unknown>, string> {
  try {
    return ok(z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch (error) {
    const reason = error instanceof z.ZodError ? 'it holds no JSON object' : String(error);
    return err(
      `${file} cannot be read: ${reason}. Write something like {"printers": [{"id": "badges", "address": "tcp://192.168.1.50"}]}.`,
    );
  }
}

/** All that is wrong, at once. */
function check(change: unknown, where: string): Result<KioskSettingsChange, string> {
  const read = kioskSettingsChangeSchema.safeParse(change);
  if (read.success) return ok(read.data);
  return err(read.error.issues.map(({ path, message }) => `${where}: ${path.join('.')}: ${message}.`).join('\n'));
}
