import type { Readable } from 'node:stream';

/** Both ends included, as in RFC 9110, 14.1.2; `end` null means up to the end. */
export interface ByteRange {
  readonly start: number;
  readonly end: number | null;
}

export interface OpenedFile {
  /** 200 the whole, 206 the range, 404 there is none; anything else is a refusal. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Fails when the line breaks. */
  readonly body: Readable;
}

/**
 * Where updates lie: `latest-linux.yml` describes the newest release, `0.2.0/latest-linux.yml` a certain one, whose files lie beside it. Nothing
 * that comes from it is believed: descriptions are signed, and they say what the files are.
 */
export interface UpdateSource {
  /** For logs and people. */
  readonly name: string;
  /** Rejects when nothing answers. */
  open(path: string, asked: { readonly range: ByteRange | null; readonly signal: AbortSignal }): Promise<OpenedFile>;
  close(): Promise<void>;
}

/** A file of a release, or its description: `0.2.0/foyer.deb`, `latest.yml.sig`. */
const pathPattern = /^(?:(\d{1,6}\.\d{1,6}\.\d{1,6})\/)?([A-Za-z0-9][A-Za-z0-9._+-]{0,130})$/;

/** @returns null for anything that could lead elsewhere */
export function splitPath(path: string): { version: string | null; file: string } | null {
  const [, version, file] = pathPattern.exec(path) ?? [];
  return file === undefined ? null : { version: version ?? null, file };
}
