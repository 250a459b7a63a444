import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { v7 as createId } from 'uuid';
import { z } from 'zod';
import { staffCalls, type StaffAnswer, type StaffCall, type StaffInput } from '../../domain/protocol/staff-calls.ts';
import type { Registration } from '../../domain/registration.ts';
import type { StaffRole } from '../../domain/staff/staff-member.ts';
import { startHub, type HubProcess } from '../faults/harness/hub-process.ts';
import { startKiosk, type KioskProcess } from '../faults/harness/kiosk-process.ts';
import { startEscposSimulator, type EscposSimulator } from '../simulators/escpos/escpos-simulator.ts';
import { samplePack } from './sample-event.ts';
import { manyVisitors } from './staff-visitors.ts';

export interface StaffAccess {
  readonly number: string;
  readonly pin: string;
  readonly badge: string;
}

/** A venue on its day: a hub that may open registrations, one kiosk with a receipt printer, staff of each role, some hundred visitors. */
export interface StaffVenue {
  readonly hub: HubProcess;
  /** Of the staff page. */
  readonly address: string;
  readonly kiosk: KioskProcess;
  readonly printer: EscposSimulator;
  readonly staff: Readonly<Record<StaffRole, StaffAccess>>;
  /** Asks the hub as a supervisor's page does. Rejects when it refuses. */
  call<Name extends StaffCall>(name: Name, input: StaffInput<Name>): Promise<StaffAnswer<Name>>;
  register(registration: Registration): Promise<StaffAnswer<'register'>>;
  close(): Promise<void>;
}

const accessSchema = z.object({ number: z.string(), pin: z.string(), badge: z.string() });
/** A browser opens no more, either. */
const atOnce = 6;

export async function openVenue(): Promise<StaffVenue> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-venue-'));
  const hub = await startHub({
    folder: join(folder, 'hub'),
    flags: ['--key', join(samplePack, 'sample-key.json')],
    environment: { FOYER_PASSPHRASE: 'sample' },
  });
  const printer = await startEscposSimulator();
  const kiosk = await startKiosk({
    folder: join(folder, 'kiosk'),
    flags: [
      ...['--kiosk', 'K1', '--hub', hub.ready.address, '--enrol', await hub.createCode('K1')],
      ...['--printer', `tcp://${printer.host}:${String(printer.port)}`],
    ],
  });
  const add = async (role: StaffRole) =>
    accessSchema.parse(await hub.ask('POST', '/v1/operator/staff', { label: `Desk ${role}`, role }));
  const staff = {
    helper: await add('helper'),
    supervisor: await add('supervisor'),
    technician: await add('technician'),
  };
  const { call, close } = await signIn(hub.ready.address, staff.supervisor);
  const register = (registration: Registration) => call('register', { id: createId(), registration });
  const waiting = [...manyVisitors];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) await register(next);
    }),
  );
  return {
    ...{ hub, kiosk, printer, staff, call, register },
    address: `https://${hub.ready.address}/`,
    async close() {
      await close();
      await kiosk.stop();
      await hub.stop();
      await printer.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A session of its own, with its cookie, as a browser has it. */
async function signIn(address: string, { number, pin }: StaffAccess): Promise<Pick<StaffVenue, 'call' | 'close'>> {
  const origin = `https://${address}`;
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  let cookie = '';
  async function post(path: string, body: unknown): Promise<unknown> {
    const answer = await request(`${origin}${path}`, {
      method: 'POST',
      dispatcher,
      headers: { 'content-type': 'application/json', origin, cookie },
      body: JSON.stringify(body),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${path} was answered with ${String(answer.statusCode)}: ${text}`);
    const [given] = [answer.headers['set-cookie'] ?? []].flat();
    if (given !== undefined) cookie = given.split(';')[0] ?? '';
    return JSON.parse(text);
  }
  await post('/v1/staff-sessions', { by: 'pin', number, pin });
  return {
    async call<Name extends StaffCall>(name: Name, input: StaffInput<Name>) {
      return staffCalls[name].answer.parse(await post(`/v1/staff/${name}`, input)) as StaffAnswer<Name>;
    },
    close: () => dispatcher.destroy(),
  };
}
