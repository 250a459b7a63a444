import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { compareVersions } from '../../domain/protocol/updates.ts';
import { versionSchema } from '../../domain/protocol/update-report.ts';
import { splitPath, type OpenedFile, type UpdateSource } from './update-source.ts';

/** A USB stick or a share: the files of one release, or a folder for each version, or both. */
export function openFolderSource(folder: string): UpdateSource {
  return {
    name: folder,
    async open(path, { range, signal }): Promise<OpenedFile> {
      const places = await findPlaces(folder, path);
      const found = await findFirst(places);
      if (found === null) {
        // A stick that is not there does not answer; one without the file does.
        await readdir(folder);
        return { status: 404, headers: {}, body: Readable.from([]) };
      }
      const { file, size } = found;
      if (range === null) return { status: 200, headers: describe(size), body: createReadStream(file, { signal }) };
      const end = Math.min(range.end ?? size - 1, size - 1);
      const body = createReadStream(file, { start: range.start, end, signal });
      return { status: 206, headers: describe(end - range.start + 1), body };
    },
    close: () => Promise.resolve(),
  };
}

async function findPlaces(folder: string, path: string): Promise<string[]> {
  const parts = splitPath(path);
  if (parts === null) return [];
  const { version, file } = parts;
  if (version !== null) return [join(folder, version, file), join(folder, file)];
  const versions = (await readdir(folder)).filter((name) => versionSchema.safeParse(name).success);
  const [newest] = versions.sort((a, b) => compareVersions(b, a));
  return [join(folder, file), ...(newest === undefined ? [] : [join(folder, newest, file)])];
}

async function findFirst(places: readonly string[]): Promise<{ file: string; size: number } | null> {
  for (const file of places) {
    const found = await stat(file).catch(() => null);
    if (found?.isFile() === true) return { file, size: found.size };
  }
  return null;
}

function describe(length: number): Record<string, string> {
  return { 'accept-ranges': 'bytes', 'content-length': String(length) };
}
