import { verify, type KeyObject } from 'node:crypto';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';

/** Three numbers and nothing else: what goes to kiosks is a release. */
export const versionSchema = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);

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

/** Why a description is not believed. */
export const releaseFaults = ['unsigned', 'wrong-signature', 'malformed', 'other-channel'] as const;
export type ReleaseFault = (typeof releaseFaults)[number];

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

/** Why a believed release is not taken. */
export const unwantedReasons = ['older', 'replayed', 'known-bad', 'data-newer'] as const;
export type Unwanted = (typeof unwantedReasons)[number];

/** Why an update that is ready is not put in now, the first that holds. */
export const waitReasons = [
  'visitor',
  'staff',
  'printing',
  'opening-hours',
  'not-idle',
  'on-battery',
  'no-room',
] as const;
export type WaitReason = (typeof waitReasons)[number];

/** Why something went wrong on the way: the source does not answer, a file is not what the description says, there is no package to go back to. */
export const updateFaults = ['unreachable', 'wrong-file', 'no-way-back', 'not-installed', 'not-healthy'] as const;

/** Why there are no updates at all: this Foyer was not installed from a package, updates are switched off, or there is nowhere to get them from. */
export const offReasons = ['not-a-package', 'switched-off', 'no-source'] as const;

/** How a kiosk stands with updates. `version` is the one that is spoken of, null when it is not known. */
export const updateReportSchema = z.strictObject({
  state: z.enum(['off', 'current', 'fetching', 'waiting', 'installing', 'on-trial', 'rolled-back', 'refused']),
  version: versionSchema.nullable(),
  reason: z.enum([...offReasons, ...waitReasons, ...releaseFaults, ...unwantedReasons, ...updateFaults]).nullable(),
});
export type UpdateReport = z.infer<typeof updateReportSchema>;
