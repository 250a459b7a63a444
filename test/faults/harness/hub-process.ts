import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { hubReadySchema, type HubReady } from '../../../domain/protocol/hub-ready.ts';
import {
  endProcess,
  kioskEnvironment,
  waitForOutput,
  watchOutput,
  type HostProcess,
} from '../../end-to-end/host-process.ts';
import { killProcess, waitForRefusal, type Refusal } from './end-process.ts';
import { samplePack } from '../../end-to-end/sample-event.ts';
import { root } from '../../end-to-end/shells.ts';

export interface HubOptions {
  /** What it keeps, from start to start; its SQLite database too, unless another is named. */
  readonly folder: string;
  /** Path or URL; null: hub.sqlite in the folder. */
  readonly database?: string | null;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly event?: string | null;
  readonly flags?: readonly string[];
  readonly imports?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** A hub in a process of its own. */
export interface HubProcess {
  readonly host: HostProcess;
  readonly ready: HubReady;
  readonly port: number;
  readonly folder: string;
  /** As the operator's own commands ask it. Rejects when it refuses. */
  ask<Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer>;
  /** For one kiosk. */
  createCode(position?: string): Promise<string>;
  /** kill -9. */
  kill(): Promise<void>;
  /** As a service manager stops it. */
  stop(): Promise<void>;
}

const main = join(root, 'hub', 'main.ts');
/** Kiosks of a test come from one address, and many at once. */
const generous = ['--requests-per-minute', '1000000', '--enrolments-per-minute', '10000', '--log-level', 'warn'];

/** Rejects with what the hub said when it ends before it is ready. */
export async function startHub(options: HubOptions): Promise<HubProcess> {
  const host = spawnHub(options);
  const line = await waitForOutput(host, /^(\{"ready":true.*\})$/mu);
  const ready = hubReadySchema.parse(JSON.parse(line));
  // Who answers is known: it is our child, on loopback.
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  const token = readFileSync(join(options.folder, 'operator-token'), 'utf8').trim();
  async function ask<Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
    const answer = await request(`https://${ready.address}${path}`, {
      method,
      dispatcher,
      headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) throw new Error(`${method} ${path} was answered with ${answer.statusCode}: ${text}`);
    return JSON.parse(text) as Answer;
  }
  return {
    host,
    ready,
    port: Number(ready.address.split(':').at(-1)),
    folder: options.folder,
    ask,
    async createCode(position) {
      const body = { position: position ?? null };
      const made = await ask<unknown>('POST', '/v1/operator/enrolment-codes', body);
      return z.object({ code: z.string() }).parse(made).code;
    },
    async kill() {
      await killProcess(host.process);
      await dispatcher.destroy();
    },
    async stop() {
      await endProcess(host.process);
      await dispatcher.destroy();
    },
  };
}

/** For a hub that is meant to refuse. */
export async function startHubRefused(options: HubOptions): Promise<Refusal> {
  return waitForRefusal(spawnHub(options), /"ready":true/u);
}

function spawnHub({
  folder,
  database = null,
  port = 0,
  event = samplePack,
  flags = [],
  imports = [],
  environment,
}: HubOptions) {
  const where = [
    '--data',
    folder,
    '--listen',
    `127.0.0.1:${port}`,
    ...(database === null ? [] : ['--database', database]),
  ];
  const args = [...imports.flatMap((file) => ['--import', file]), main, ...where, ...generous];
  const env = { ...kioskEnvironment({ hasDisplay: false }), ...environment };
  delete env['DATABASE_URL'];
  const child = spawn(process.execPath, [...args, ...(event === null ? [] : ['--event', event]), ...flags], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return watchOutput(child);
}
