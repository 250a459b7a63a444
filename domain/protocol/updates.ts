import { verify, type KeyObject } from 'node:crypto';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { versionSchema, type ReleaseFault } from './update-report.ts';

/** Below 0 when `a` is older. Both fit `versionSchema`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  const differing = left?.findIndex((number, index) => number !== right?.[index]) ?? -1;
  return differing === -1 ? 0 : (left?.[differing] ?? 0) - (right?.[differing] ?? 0);
}

/** What a release is made for; the name of its description before `.yml`. The first two are electron-builder's own names. */
export const updateChannels = ['latest', 'latest-linux', 'latest-chromium'] as const;
export type UpdateChannel = (typeof updateChannels)[number];

/** A file of a release lies beside its description, under a name that is safe in any folder and address. */
export const updateFileSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+-]{0,120}$/);

/** More than any package of ours; less than what would fill a disk. */
const mostBytes = 2_000_000_000;

/** Bytes of a description; electron-builder writes about one thousand. */
export const mostDescriptionBytes = 64 * 1024;

/** `latest*.yml` as electron-builder writes it, with what Foyer adds before it is signed. */
export const releaseSchema = z.looseObject({
  version: versionSchema,
  files: z
    .array(
      z.looseObject({
        url: updateFileSchema,
        /** Base64. */
        sha512: z.base64().length(88),
        size: z.int().min(1).max(mostBytes),
      }),
    )
    .min(1)
    .max(10),
  foyer: z.looseObject({
    /** Says again what the file's name says: a description served under another name is refused. */
    channel: z.enum(updateChannels),
    /** The journal's version that this release writes, and the highest that it can read. */
    journalSchema: z.int().min(1),
  }),
});
export type Release = z.infer<typeof releaseSchema>;

export interface DescribedRelease {
  /** Bytes of `latest*.yml`. */
  readonly description: Uint8Array;
  /** What lies in `latest*.yml.sig`: Ed25519 (RFC 8032) over these bytes, base64; null when there is none. */
  readonly signature: string | null;
  readonly channel: UpdateChannel;
  /** Of the releases, as this Foyer was packed with it. */
  readonly publicKey: KeyObject;
}

/** Nothing of a description is read before its signature holds. */
export function readRelease({
  description,
  signature,
  channel,
  publicKey,
}: DescribedRelease): Result<Release, ReleaseFault> {
  if (signature === null) return err('unsigned');
  if (!isSigned(description, signature, publicKey)) return err('wrong-signature');
  const release = releaseSchema.safeParse(parse(description));
  if (!release.success) return err('malformed');
  return release.data.foyer.channel === channel ? ok(release.data) : err('other-channel');
}

function isSigned(description: Uint8Array, signature: string, publicKey: KeyObject): boolean {
  const bytes = Buffer.from(signature.trim(), 'base64');
  return bytes.length === 64 && verify(null, description, publicKey, bytes);
}

function parse(description: Uint8Array): unknown {
  try {
    return load(Buffer.from(description).toString('utf8'), { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}
