import { parseRetryAfter } from '../../domain/sync/backoff.ts';
import type { ByteRange, OpenedFile, UpdateSource } from './update-source.ts';

/** Times in a row that a broken line, or one told to wait, is taken up again. */
const mostTries = 5;
/** Milliseconds before the first of them; each further one waits as much longer. */
const firstPause = 1000;
const tooMany = 429;

export interface ReadOnParts {
  readonly source: Pick<UpdateSource, 'open'>;
  readonly path: string;
  readonly range: ByteRange | null;
  readonly signal: AbortSignal;
  readonly pause: (milliseconds: number) => Promise<void>;
}

export type ReadFile = Omit<OpenedFile, 'body'> & { readonly body: AsyncIterable<Buffer> };

/** Opens a file whose body goes on where it was when the line breaks, instead of from the beginning. What is no file has no body. */
export async function openAndReadOn(parts: ReadOnParts): Promise<ReadFile> {
  const first = await openPatiently(parts, parts.range);
  return { ...first, body: hasBody(first) ? readOn(first, parts) : read(first) };
}

function hasBody({ status }: OpenedFile): boolean {
  return status === 200 || status === 206;
}

/** A hub that is asked too often says for how long to wait. */
async function openPatiently(
  { source, path, signal, pause }: ReadOnParts,
  range: ByteRange | null,
): Promise<OpenedFile> {
  for (let tries = 1; ; tries += 1) {
    const opened = await source.open(path, { range, signal });
    if (hasBody(opened)) return opened;
    // Unread, it would keep the line.
    for await (const _chunk of read(opened));
    if (opened.status !== tooMany || tries > mostTries) return opened;
    await pause(parseRetryAfter(opened.headers['retry-after']) ?? firstPause);
  }
}

async function* read({ body }: OpenedFile): AsyncGenerator<Buffer> {
  for await (const chunk of body) yield chunk as Buffer;
}

async function* readOn(first: OpenedFile, parts: ReadOnParts): AsyncGenerator<Buffer> {
  const { range, signal, pause, path } = parts;
  let opened: OpenedFile | null = first;
  let start = range?.start ?? 0;
  let tries = 0;
  for (;;) {
    try {
      opened ??= await reopen();
      for await (const chunk of read(opened)) {
        start += chunk.length;
        tries = 0;
        yield chunk;
      }
      return;
    } catch (error) {
      tries += 1;
      if (signal.aborted || tries > mostTries) throw error;
      await pause(firstPause * tries);
      opened = null;
    }
  }

  async function reopen(): Promise<OpenedFile> {
    const again = await openPatiently(parts, { start, end: range?.end ?? null });
    if (again.status === 206) return again;
    again.body.destroy();
    throw new Error(`the rest of ${path} is refused with ${String(again.status)}`);
  }
}
