import type { KeyObject } from 'node:crypto';
import { mostDescriptionBytes, readRelease, type Release, type UpdateChannel } from '../../domain/protocol/updates.ts';
import type { ReleaseFault } from '../../domain/protocol/update-report.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { UpdateSource } from './update-source.ts';

export interface SignedDescription {
  readonly channel: UpdateChannel;
  readonly description: Buffer;
  readonly signature: string;
}

export interface Offer extends SignedDescription {
  readonly release: Release;
}

export interface OfferQuestion {
  readonly source: Pick<UpdateSource, 'open'>;
  readonly channel: UpdateChannel;
  /** A certain version; the newest otherwise. */
  readonly version?: string;
  readonly publicKey: KeyObject;
  readonly signal: AbortSignal;
}

/** What a source offers, when its signature holds; null when it offers nothing. */
export async function readOffer(question: OfferQuestion): Promise<Result<Offer | null, ReleaseFault | 'unreachable'>> {
  const { channel, version, publicKey } = question;
  const path = `${version === undefined ? '' : `${version}/`}${channel}.yml`;
  const description = await readSmall(path, question);
  if (!description.ok) return description;
  if (description.value === null) return ok(null);
  const signed = await readSmall(`${path}.sig`, question);
  if (!signed.ok) return signed;
  const signature = signed.value?.toString('utf8') ?? null;
  const release = readRelease({ description: description.value, signature, channel, publicKey });
  if (!release.ok) return release;
  return ok({ channel, description: description.value, signature: signature ?? '', release: release.value });
}

async function readSmall(
  path: string,
  { source, signal }: OfferQuestion,
): Promise<Result<Buffer | null, 'unreachable' | 'malformed'>> {
  try {
    const { status, body } = await source.open(path, { range: null, signal });
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size > mostDescriptionBytes) return err('malformed');
    }
    if (status === 404) return ok(null);
    return status === 200 ? ok(Buffer.concat(chunks)) : err('unreachable');
  } catch {
    return err('unreachable');
  }
}
