import { err, ok, type Result } from '../../../domain/result.ts';

/** RFC 8010 (encoding). Value tags by section 3.5.2; a collection (section 3.1.6) holds attributes of its own. */
export const valueTags = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  octets: 0x30,
  collection: 0x34,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
} as const;

/** Section 3.5.1. */
export const groupTags = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const;

const endCollection = 0x37;
const memberName = 0x4a;

export type IppValue = number | boolean | string | Uint8Array | readonly IppAttribute[];

export interface IppAttribute {
  readonly name: string;
  readonly tag: number;
  /** Empty for "no value" and "unknown". */
  readonly values: readonly IppValue[];
}

export interface IppGroup {
  readonly tag: number;
  readonly attributes: readonly IppAttribute[];
}

export interface IppMessage {
  /** Of the operation in a request, the status in a response (RFC 8011, sections 5.4.15 and appendix B). */
  readonly code: number;
  readonly requestId: number;
  readonly groups: readonly IppGroup[];
}

/** IPP/2.0, as PWG 5100.12 asks for. */
const version = [2, 0] as const;

export function encodeMessage({ code, requestId, groups }: IppMessage): Buffer {
  const head = Buffer.alloc(8);
  head.set(version);
  head.writeUInt16BE(code, 2);
  head.writeUInt32BE(requestId, 4);
  const body = groups.flatMap(({ tag, attributes }) => [Buffer.of(tag), ...attributes.flatMap(encodeAttribute)]);
  return Buffer.concat([head, ...body, Buffer.of(groupTags.end)]);
}

function encodeAttribute({ name, tag, values }: IppAttribute): Buffer[] {
  if (values.length === 0) return [field(tag, name, Buffer.of())];
  return values.flatMap((value, index) => encodeValue(tag, index === 0 ? name : '', value));
}

function encodeValue(tag: number, name: string, value: IppValue): Buffer[] {
  if (!Array.isArray(value))
    return [field(tag, name, bytesOf(tag, value as Exclude<IppValue, readonly IppAttribute[]>))];
  const members = (value as readonly IppAttribute[]).flatMap((member) => [
    field(memberName, '', Buffer.from(member.name)),
    ...member.values.flatMap((one) => encodeValue(member.tag, '', one)),
  ]);
  return [field(tag, name, Buffer.of()), ...members, field(endCollection, '', Buffer.of())];
}

function field(tag: number, name: string, value: Uint8Array): Buffer {
  const nameBytes = Buffer.from(name);
  const head = Buffer.alloc(3);
  head[0] = tag;
  head.writeUInt16BE(nameBytes.length, 1);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(value.length);
  return Buffer.concat([head, nameBytes, length, value]);
}

function bytesOf(tag: number, value: number | boolean | string | Uint8Array): Uint8Array {
  if (typeof value === 'string') return Buffer.from(value);
  if (typeof value === 'object') return value;
  if (tag === valueTags.boolean) return Buffer.of(value === true ? 1 : 0);
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(Number(value));
  return bytes;
}

interface Field {
  readonly tag: number;
  readonly name: string;
  readonly value: Buffer;
}

/** Reads a message; what stands after it, a document, is `rest`. */
export function decodeMessage(bytes: Uint8Array): Result<{ message: IppMessage; rest: Buffer }, 'not-ipp'> {
  try {
    return ok(readMessage(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)));
  } catch (error) {
    if (error instanceof RangeError) return err('not-ipp');
    throw error;
  }
}

function readMessage(bytes: Buffer): { message: IppMessage; rest: Buffer } {
  const groups: { tag: number; attributes: IppAttribute[] }[] = [];
  let at = 8;

  function readField(tag: number): Field {
    const nameLength = bytes.readUInt16BE(at);
    const name = slice(at + 2, nameLength).toString();
    const value = slice(at + 4 + nameLength, bytes.readUInt16BE(at + 2 + nameLength));
    at += 4 + nameLength + value.length;
    return { tag, name, value };
  }

  function slice(start: number, length: number): Buffer {
    if (start + length > bytes.length) throw new RangeError('the message ends inside a field');
    return bytes.subarray(start, start + length);
  }

  /** After `begCollection`, up to and with `endCollection`. */
  function readCollection(): IppAttribute[] {
    const members: { name: string; tag: number; values: IppValue[] }[] = [];
    for (;;) {
      const tag = bytes.readUInt8(at);
      at += 1;
      const one = readField(tag);
      if (tag === endCollection) return members;
      if (tag === memberName) members.push({ name: one.value.toString(), tag: 0, values: [] });
      else addValue(members, one);
    }
  }

  function addValue(attributes: { name: string; tag: number; values: IppValue[] }[], { tag, value }: Field): void {
    const last = attributes.at(-1);
    if (last === undefined) throw new RangeError('a value belongs to no attribute');
    last.tag ||= tag;
    if (tag === valueTags.collection) last.values.push(readCollection());
    else if (tag >= 0x20) last.values.push(readValue(tag, value));
  }

  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === groupTags.end) break;
    if (tag < 0x10) {
      groups.push({ tag, attributes: [] });
      continue;
    }
    const one = readField(tag);
    const attributes = groups.at(-1)?.attributes;
    if (attributes === undefined) throw new RangeError('an attribute stands outside of all groups');
    if (one.name !== '') attributes.push({ name: one.name, tag: 0, values: [] });
    addValue(attributes as { name: string; tag: number; values: IppValue[] }[], one);
  }
  return {
    message: { code: bytes.readUInt16BE(2), requestId: bytes.readUInt32BE(4), groups },
    rest: bytes.subarray(at),
  };
}

function readValue(tag: number, value: Buffer): number | boolean | string | Uint8Array {
  switch (tag) {
    case valueTags.integer:
    case valueTags.enum:
      return value.readInt32BE(0);
    case valueTags.boolean:
      return value.readUInt8(0) !== 0;
    case 0x35: // text with a language before it
    case 0x36:
      return value.subarray(4 + value.readUInt16BE(0)).toString();
    default:
      // Ranges, resolutions and dates, which nobody here asks for, stay bytes.
      return tag >= 0x40 ? value.toString() : Uint8Array.from(value);
  }
}
