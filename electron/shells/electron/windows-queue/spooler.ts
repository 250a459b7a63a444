import { execFile } from 'node:child_process';
import { z } from 'zod';
import { printerFaults, type PrinterFault, type PrinterStatus } from '../../../../domain/print-job.ts';
import { err, ok, type Result } from '../../../../domain/result.ts';

export interface SpoolerJob {
  readonly id: number;
  /** The title of what was printed. */
  readonly document: string;
  /** In small letters: `spooling`, `printing`, `printed`, `deleting`, … (win32 JOB_STATUS). */
  readonly flags: ReadonlySet<string>;
}

export interface SpoolerQueue {
  readonly status: PrinterStatus;
  readonly jobs: readonly SpoolerJob[];
}

/** The print spooler of Windows. `silent`: it does not answer; `unknown-queue`: it has no queue of this name. */
export interface Spooler {
  read(queue: string): Promise<Result<SpoolerQueue, 'silent' | 'unknown-queue'>>;
  remove(queue: string, job: SpoolerJob): Promise<void>;
}

/** Runs a script; null when it fails or takes too long. */
export type RunPowerShell = (
  script: string,
  environment: Readonly<Record<string, string>>,
  withinMilliseconds: number,
) => Promise<string | null>;

/** Names come in as environment, never as script. */
const readScript = `
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
try { $printer = Get-Printer -Name $env:FOYER_QUEUE } catch { 'null'; exit 0 }
$jobs = @(Get-PrintJob -PrinterName $env:FOYER_QUEUE | ForEach-Object {
  @{ id = [int]$_.Id; document = [string]$_.DocumentName; status = [string]$_.JobStatus } })
@{ status = [string]$printer.PrinterStatus; jobs = $jobs } | ConvertTo-Json -Depth 3 -Compress
`;
const removeScript = 'Remove-PrintJob -PrinterName $env:FOYER_QUEUE -ID ([int]$env:FOYER_JOB)';

const readSchema = z.nullable(
  z.object({
    status: z.string(),
    jobs: z.array(z.object({ id: z.int(), document: z.string(), status: z.string() })),
  }),
);

/** PowerShell alone needs a second to start on a slow machine. */
const answerMilliseconds = 3_500;

export function createSpooler(run: RunPowerShell): Spooler {
  return {
    async read(queue) {
      const text = await run(readScript, { FOYER_QUEUE: queue }, answerMilliseconds);
      const answer = readSchema.safeParse(parseJson(text ?? ''));
      if (!answer.success) return err('silent');
      if (answer.data === null) return err('unknown-queue');
      const jobs = answer.data.jobs.map(({ id, document, status }) => ({ id, document, flags: flagsOf(status) }));
      // What keeps a job may be said of the job only.
      const flags = [flagsOf(answer.data.status), ...jobs.map((job) => job.flags)];
      return ok({ status: readStatus(new Set(flags.flatMap((one) => [...one]))), jobs });
    },
    async remove(queue, { id }) {
      await run(removeScript, { FOYER_QUEUE: queue, FOYER_JOB: String(id) }, answerMilliseconds);
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** "Error, PaperOut" of an enumeration with flags. */
function flagsOf(status: string): ReadonlySet<string> {
  return new Set(
    status
      .split(',')
      .map((flag) => flag.trim().toLowerCase())
      .filter((flag) => flag !== '' && flag !== 'normal'),
  );
}

/** Of PrinterStatus (MSFT_Printer) and JobStatus (MSFT_PrintJob), which share most names. */
const signs: Readonly<Record<string, PrinterFault>> = {
  paperout: 'paper-out',
  paperproblem: 'paper-out',
  manualfeed: 'paper-out',
  dooropen: 'cover-open',
  offline: 'offline',
  notavailable: 'offline',
  serverunknown: 'offline',
  paused: 'offline',
  paperjam: 'faulty',
  error: 'faulty',
  notoner: 'faulty',
  outputbinfull: 'faulty',
  outofmemory: 'faulty',
  userintervention: 'faulty',
  userinterventionrequired: 'faulty',
  blocked: 'faulty',
  blockeddevicequeue: 'faulty',
};

function readStatus(flags: ReadonlySet<string>): PrinterStatus {
  const found = new Set([...flags].flatMap((flag) => signs[flag] ?? []));
  // "Error" stands beside what it is about.
  if (found.size > 1) found.delete('faulty');
  return { faults: printerFaults.filter((fault) => found.has(fault)), paperLow: false };
}

/** Windows PowerShell, which every Windows has. */
export const runPowerShell: RunPowerShell = (script, environment, withinMilliseconds) => {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  execFile(
    'powershell.exe',
    ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', script],
    { env: { ...process.env, ...environment }, timeout: withinMilliseconds, windowsHide: true },
    (error, output) => {
      resolve(error === null ? output : null);
    },
  );
  return promise;
};
