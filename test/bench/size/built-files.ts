import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

export type Kind = 'page' | 'style' | 'script' | 'worker' | 'picture' | 'font';

export interface BuiltFile {
  readonly name: string;
  readonly kind: Kind;
  readonly bytes: number;
  /** As gzip at its best; what the loopback server sends is not packed. */
  readonly packedBytes: number;
}

/** Everything that a build wrote. */
export function listBuiltFiles(folder: string): BuiltFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => {
      const content = readFileSync(join(parentPath, name));
      return { name, kind: kindOf(name), bytes: content.length, packedBytes: gzipSync(content, { level: 9 }).length };
    });
}

function kindOf(name: string): Kind {
  const ending = /\.(\w+)$/u.exec(basename(name))?.[1] ?? '';
  switch (ending) {
    case 'html':
      return 'page';
    case 'css':
      return 'style';
    case 'js':
      return name.includes('worker') ? 'worker' : 'script';
    case 'woff2':
      return 'font';
    case 'svg':
    case 'png':
      return 'picture';
    default:
      throw new Error(`A built file is of no known kind: ${name}`);
  }
}

export function sumBytes(files: readonly BuiltFile[], kind?: Kind): { readonly raw: number; readonly packed: number } {
  const chosen = files.filter((file) => (kind === undefined ? file.kind !== 'font' : file.kind === kind));
  return {
    raw: chosen.reduce((sum, { bytes }) => sum + bytes, 0),
    packed: chosen.reduce((sum, { packedBytes }) => sum + packedBytes, 0),
  };
}
