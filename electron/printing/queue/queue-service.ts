import { err, ok, type Result } from '../../../domain/result.ts';
import { attribute } from './ipp-attributes.ts';
import { isSuccessful, statusCodes, type IppClient, type IppFailure, type IppRequest } from './ipp-client.ts';
import type { IppAttribute, IppMessage } from './ipp-message.ts';
import { hasEnded, jobAttributes, readJob, type QueueJob } from './job-state.ts';
import type { PageSize } from './page-size.ts';
import { printerAttributes, readPrinter, type QueueStatus } from './printer-state.ts';

export type ServiceFailure = IppFailure | 'busy' | 'unknown-job';

/** What a print service is asked for, in our words. */
export interface QueueService {
  look(): Promise<Result<QueueStatus, ServiceFailure>>;
  createJob(ticket: JobTicket): Promise<Result<QueueJob, ServiceFailure>>;
  sendDocument(id: number, pdf: Uint8Array): Promise<Result<QueueJob | null, ServiceFailure>>;
  /** For a service that takes a job in one piece only. */
  printJob(ticket: JobTicket, pdf: Uint8Array): Promise<Result<QueueJob, ServiceFailure>>;
  job(id: number): Promise<Result<QueueJob, ServiceFailure>>;
  /** @returns the job, if it has ended by then, for whatever reason */
  cancel(id: number): Promise<Result<QueueJob, ServiceFailure>>;
}

export interface JobTicket {
  /** Of the job, by which its log can be matched with ours. Nothing of a visitor goes into a print server. */
  readonly name: string;
  /** Null where the service prints on what is loaded. */
  readonly media: PageSize | null;
}

const pdfFormat = attribute('mime', 'document-format', 'application/pdf');

export function createQueueService(client: IppClient): QueueService {
  async function ask<Value>(
    request: IppRequest,
    read: (message: IppMessage) => Value | null,
  ): Promise<Result<Value, ServiceFailure>> {
    const answer = await client.ask(request);
    if (!answer.ok) return answer;
    if (answer.value.code === statusCodes.busy) return err('busy');
    if (answer.value.code === statusCodes.notFound) return err('unknown-job');
    if (!isSuccessful(answer.value)) return err('refused');
    const value = read(answer.value);
    return value === null ? err('refused') : ok(value);
  }

  const job = (id: number) => {
    const asked = attribute('keyword', 'requested-attributes', ...jobAttributes);
    return ask({ operation: 'Get-Job-Attributes', about: [attribute('integer', 'job-id', id), asked] }, readJob);
  };

  return {
    job,
    look: () =>
      ask(
        {
          operation: 'Get-Printer-Attributes',
          about: [attribute('keyword', 'requested-attributes', ...printerAttributes)],
        },
        readPrinter,
      ),
    createJob: (ticket) => ask({ operation: 'Create-Job', about: [nameOf(ticket)], job: jobTemplate(ticket) }, readJob),
    sendDocument: (id, document) =>
      ask(
        {
          operation: 'Send-Document',
          about: [attribute('integer', 'job-id', id), pdfFormat, attribute('boolean', 'last-document', true)],
          document,
        },
        // The document is there, whatever the answer says of the job.
        (message) => readJob(message) ?? undefined,
      ).then((sent) => (sent.ok ? ok(sent.value ?? null) : sent)),
    printJob: (ticket, document) =>
      ask({ operation: 'Print-Job', about: [nameOf(ticket), pdfFormat], job: jobTemplate(ticket), document }, readJob),
    async cancel(id) {
      const cancelled = await client.ask({ operation: 'Cancel-Job', about: [attribute('integer', 'job-id', id)] });
      if (!cancelled.ok) return cancelled;
      const now = await job(id);
      return now.ok && !hasEnded(now.value) ? err('busy') : now;
    },
  };
}

function nameOf({ name }: JobTicket): IppAttribute {
  return attribute('name', 'job-name', name);
}

/** One side of one sheet at its true size. What a printer does not know of it, it leaves out. */
function jobTemplate({ media }: JobTicket): IppAttribute[] {
  return [
    attribute('integer', 'copies', 1),
    attribute('keyword', 'sides', 'one-sided'),
    attribute('keyword', 'print-scaling', 'none'),
    ...(media === null ? [] : [mediaOf(media)]),
  ];
}

/** By name where it has one, so that a server that knows only names understands it; otherwise by its size (PWG 5100.7, section 6.3.1). */
function mediaOf({ keyword, width, height }: PageSize): IppAttribute {
  if (keyword !== null && !keyword.startsWith('om_')) return attribute('keyword', 'media', keyword);
  const size = [attribute('integer', 'x-dimension', width), attribute('integer', 'y-dimension', height)];
  return attribute('collection', 'media-col', [attribute('collection', 'media-size', size)]);
}
