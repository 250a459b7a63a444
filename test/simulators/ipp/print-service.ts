import { attribute, attributesOf } from '../../../electron/printing/queue/ipp-attributes.ts';
import { operations } from '../../../electron/printing/queue/ipp-client.ts';
import {
  decodeMessage,
  encodeMessage,
  groupTags,
  type IppAttribute,
  type IppMessage,
} from '../../../electron/printing/queue/ipp-message.ts';
import { isStopped } from '../paper.ts';
import { hasEnded, type PageEngine, type SimulatedJob } from './page-engine.ts';

export interface ServiceOptions {
  /** A small printer: it takes a job only when it has none. */
  readonly takesOneJob: boolean;
  /** Operations that it does not know. */
  readonly lacks: readonly (keyof typeof operations)[];
  readonly uri: () => string;
}

interface Answer {
  readonly code: number;
  readonly groups?: IppMessage['groups'];
}

const ok = 0x0000;
const badRequest = 0x0400;
const notPossible = 0x0404;
const notFound = 0x0406;
const notSupported = 0x0501;
const busy = 0x0507;

const jobStates = { pending: 3, processing: 5, stopped: 6, cancelled: 7, aborted: 8, completed: 9 };

/** Validate-Job and Get-Jobs, which CUPS asks for. */
const further = { 'Validate-Job': 0x0004, 'Get-Jobs': 0x000a };

/** Answers one request of IPP (RFC 8011). */
export function answerRequest(engine: PageEngine, options: ServiceOptions, body: Buffer): Buffer {
  const request = decodeMessage(body);
  if (!request.ok) return encodeMessage({ code: badRequest, requestId: 1, groups: [head] });
  const { message, rest } = request.value;
  const { code, groups = [] } = answer(engine, options, { message, document: rest });
  return encodeMessage({ code, requestId: message.requestId, groups: [head, ...groups] });
}

const head = {
  tag: groupTags.operation,
  attributes: [
    attribute('charset', 'attributes-charset', 'utf-8'),
    attribute('language', 'attributes-natural-language', 'en'),
  ],
};

function answer(
  engine: PageEngine,
  options: ServiceOptions,
  { message, document }: { message: IppMessage; document: Buffer },
): Answer {
  const asked = attributesOf(message, 'operation');
  const job = engine.jobs.get(Number(asked['job-id']?.[0]));
  const known = Object.entries(operations).find(([, code]) => code === message.code)?.[0];
  if (options.lacks.some((name) => name === known)) return { code: notSupported };
  switch (message.code) {
    case operations['Get-Printer-Attributes']:
      return { code: ok, groups: [{ tag: groupTags.printer, attributes: describePrinter(engine, options) }] };
    case further['Validate-Job']:
      return { code: ok };
    case further['Get-Jobs']:
      return { code: ok, groups: [...engine.jobs.values()].map((one) => describeJob(engine, one)) };
    case operations['Create-Job']:
    case operations['Print-Job']: {
      if (options.takesOneJob && [...engine.jobs.values()].some((one) => !hasEnded(one))) return { code: busy };
      const added = engine.add(JSON.stringify(message.groups));
      if (message.code === operations['Print-Job']) engine.give(added, document);
      return { code: ok, groups: [describeJob(engine, added)] };
    }
    default:
      if (job === undefined) return { code: notFound };
  }
  switch (message.code) {
    case operations['Send-Document']:
      if (job.document !== null) return { code: notPossible };
      engine.give(job, document);
      return { code: ok, groups: [describeJob(engine, job)] };
    case operations['Get-Job-Attributes']:
      return { code: ok, groups: [describeJob(engine, job)] };
    case operations['Cancel-Job']:
      return { code: engine.cancel(job) ? ok : notPossible };
    default:
      return { code: notSupported };
  }
}

function describeJob({ trouble }: PageEngine, job: SimulatedJob): IppMessage['groups'][number] {
  // It does not know that it stands still.
  const state = trouble.lying && job.state === 'pending' ? 'processing' : job.state;
  const reasons = { completed: 'job-completed-successfully', stopped: 'printer-stopped', aborted: 'aborted-by-system' };
  return {
    tag: groupTags.job,
    attributes: [
      attribute('integer', 'job-id', job.id),
      attribute('uri', 'job-uri', `ipp://localhost/jobs/${String(job.id)}`),
      attribute('enum', 'job-state', jobStates[state]),
      attribute('keyword', 'job-state-reasons', (reasons as Record<string, string>)[state] ?? 'none'),
      job.hasBegun
        ? attribute('integer', 'time-at-processing', 1)
        : { name: 'time-at-processing', tag: 0x13, values: [] },
    ],
  };
}

function describePrinter(engine: PageEngine, { lacks, uri }: ServiceOptions): IppAttribute[] {
  const { trouble } = engine;
  const reasons = [
    ...(trouble.paperOut ? ['media-empty-error'] : []),
    ...(trouble.paperLow ? ['media-low-warning'] : []),
    ...(trouble.coverOpen ? ['cover-open-error'] : []),
    ...(trouble.overheated ? ['fuser-over-temp-error'] : []),
  ];
  const isHonest = !trouble.lying;
  const state = isHonest && isStopped(trouble) ? 5 : isHonest && engine.isWorking() ? 4 : 3;
  const known = Object.entries({ ...operations, ...further }).filter(([name]) => !lacks.some((one) => one === name));
  return [
    attribute('uri', 'printer-uri-supported', uri()),
    attribute('keyword', 'uri-authentication-supported', 'none'),
    attribute('keyword', 'uri-security-supported', 'none'),
    attribute('name', 'printer-name', 'simulated'),
    attribute('text', 'printer-make-and-model', 'Foyer simulated page printer'),
    attribute('enum', 'printer-state', state),
    attribute('keyword', 'printer-state-reasons', ...(isHonest && reasons.length > 0 ? reasons : ['none'])),
    attribute('boolean', 'printer-is-accepting-jobs', true),
    attribute('integer', 'queued-job-count', [...engine.jobs.values()].filter((job) => !hasEnded(job)).length),
    attribute('keyword', 'ipp-versions-supported', '1.1', '2.0'),
    attribute('enum', 'operations-supported', ...known.map(([, code]) => code)),
    attribute('charset', 'charset-configured', 'utf-8'),
    attribute('charset', 'charset-supported', 'utf-8'),
    attribute('language', 'natural-language-configured', 'en'),
    attribute('language', 'generated-natural-language-supported', 'en'),
    attribute('mime', 'document-format-default', 'application/pdf'),
    attribute('mime', 'document-format-supported', 'application/pdf'),
    attribute('keyword', 'media-supported', 'iso_a4_210x297mm', 'iso_a5_148x210mm', 'iso_a6_105x148mm'),
    attribute('keyword', 'media-default', 'iso_a6_105x148mm'),
    attribute('keyword', 'media-col-supported', 'media-size'),
    attribute('keyword', 'job-creation-attributes-supported', 'copies', 'media', 'media-col', 'sides', 'print-scaling'),
    attribute('keyword', 'pdl-override-supported', 'attempted'),
    attribute('integer', 'printer-up-time', 1 + Math.floor(performance.now() / 1_000)),
    attribute('keyword', 'compression-supported', 'none'),
  ];
}
