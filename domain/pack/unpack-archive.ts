import { constants, crc32, inflateRawSync } from 'node:zlib';

/** A list of 50,000 people unpacks to 25 MB. */
const mostBytes = 128 * 1024 * 1024;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/**
 * Whether every file in a ZIP archive (APPNOTE 6.3.10, without ZIP64) is what was packed, and all of it of a reasonable size. read-excel-file
 * looks at neither: of 3,000 workbooks with four bytes changed, some made it build strings of half a gigabyte for a minute, and a hub that
 * reads a list must not stand still.
 * @returns the unpacked files by name; null when the archive is damaged, or too large
 */
export function unpackArchive(bytes: Uint8Array): ReadonlyMap<string, Buffer> | null {
  try {
    return unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch {
    // Offsets that point nowhere, and what zlib says of a broken stream.
    return null;
  }
}

function unpack(archive: Buffer): Map<string, Buffer> | null {
  const end = findEnd(archive);
  if (end === null) return null;
  const files = new Map<string, Buffer>();
  let left = mostBytes;
  let at = archive.readUInt32LE(end + 16);
  for (let entry = archive.readUInt16LE(end + 10); entry > 0; entry -= 1) {
    if (archive.readUInt32LE(at) !== entrySignature) return null;
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => archive.readUInt16LE(at + field));
    const name = archive.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const content = unpackEntry(archive, at, left);
    if (content === null) return null;
    left -= content.length;
    files.set(name, content);
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return files;
}

/** The last record of an archive stands before a comment of any length. */
function findEnd(archive: Buffer): number | null {
  for (let at = archive.length - 22; at >= 0 && at > archive.length - 22 - 0x10000; at -= 1) {
    if (archive.readUInt32LE(at) === endSignature) return at;
  }
  return null;
}

function unpackEntry(archive: Buffer, at: number, most: number): Buffer | null {
  const method = archive.readUInt16LE(at + 10);
  const sum = archive.readUInt32LE(at + 16);
  const [packedLength, length] = [archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)];
  const local = archive.readUInt32LE(at + 42);
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  if (length > most || from + packedLength > archive.length) return null;
  const packed = archive.subarray(from, from + packedLength);
  const content = method === 0 ? packed : inflate(packed, length);
  return content.length === length && crc32(content) === sum ? content : null;
}

function inflate(packed: Buffer, length: number): Buffer {
  return inflateRawSync(packed, { maxOutputLength: Math.max(length, 1), finishFlush: constants.Z_FINISH });
}
