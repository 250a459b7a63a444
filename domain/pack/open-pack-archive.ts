import { unpackArchive } from './unpack-archive.ts';

/**
 * The files of an event pack that was packed as a ZIP archive, by name: what lies beside its event.json, also when all of it lies in one
 * folder. Null when the archive is damaged or too large.
 */
export function openPackArchive(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  const unpacked = unpackArchive(bytes);
  if (unpacked === null) return null;
  const files = [...unpacked].filter(([name]) => !isHidden(name) && !name.endsWith('/'));
  const event = files.map(([name]) => name).filter((name) => /(^|\/)event\.json$/.test(name)).toSorted(byDepth)[0]; // prettier-ignore
  const base = event?.slice(0, -'event.json'.length) ?? '';
  const inside = files.filter(([name]) => name.startsWith(base));
  return new Map(inside.map(([name, content]) => [name.slice(base.length), new Uint8Array(content)]));
}

function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

function byDepth(first: string, second: string): number {
  return first.split('/').length - second.split('/').length;
}
