import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file of an ar archive. @see deb(5), ar(5) */
interface Member {
  readonly name: string;
  readonly content: Buffer;
}

const magic = '!<arch>\n';
const headerBytes = 60;

/**
 * Packs a .deb that was made with -Znone so that a small change of what is in it stays a small change of the file, which dpkg-deb's own
 * ways of packing do not do: kiosks fetch what is new of it. Measured between two packages of which one line differs: 0.2 MB of 62.9 instead
 * of 46.8 of 46.8 (xz). The same content makes the same file.
 * @throws when gzip fails
 */
export function repackForUpdates({ deb, epoch }: { deb: string; epoch: number }): void {
  const members = readArchive(readFileSync(deb)).map(pack);
  writeFileSync(deb, Buffer.concat([Buffer.from(magic), ...members.flatMap((member) => writeMember(member, epoch))]));
}

function pack({ name, content }: Member): Member {
  switch (name) {
    case 'control.tar':
      return { name: 'control.tar.gz', content: gzipSync(content, { level: 9 }) };
    case 'data.tar':
      return { name: 'data.tar.gz', content: gzipInBlocks(content) };
    default:
      return { name, content };
  }
}

/** Node's zlib has no such way; every Debian has gzip(1). */
function gzipInBlocks(content: Buffer): Buffer {
  const packed = spawnSync('gzip', ['--no-name', '--rsyncable'], { input: content, maxBuffer: 2_000_000_000 });
  if (packed.status !== 0) throw new Error(`gzip ended with ${String(packed.status)}: ${String(packed.stderr)}`);
  return packed.stdout;
}

function readArchive(archive: Buffer): Member[] {
  const members: Member[] = [];
  for (let at = magic.length; at < archive.length;) {
    const header = archive.subarray(at, at + headerBytes).toString('latin1');
    const size = Number(header.slice(48, 58));
    const begin = at + headerBytes;
    members.push({
      name: header.slice(0, 16).trim().replace(/\/$/u, ''),
      content: archive.subarray(begin, begin + size),
    });
    at = begin + size + (size % 2);
  }
  return members;
}

function writeMember({ name, content }: Member, epoch: number): Buffer[] {
  const fields = [name.padEnd(16), String(epoch).padEnd(12), '0'.padEnd(6), '0'.padEnd(6), '100644'.padEnd(8)];
  const header = `${fields.join('')}${String(content.length).padEnd(10)}\`\n`;
  return [Buffer.from(header, 'latin1'), content, Buffer.from(content.length % 2 === 0 ? '' : '\n')];
}
