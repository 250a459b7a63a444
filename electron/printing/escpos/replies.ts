/** What an ESC/POS printer says, told apart by the fixed bits of each kind (ESC/POS reference, "Identifying transmitted status"). */
export type Reply =
  /** To `DLE EOT`. */
  | { readonly kind: 'real-time'; readonly byte: number }
  /** Automatic Status Back, four bytes. */
  | { readonly kind: 'automatic'; readonly bytes: Uint8Array }
  /** To `GS r`. */
  | { readonly kind: 'in-turn'; readonly byte: number }
  /** To `GS ( H` <Function 48>. */
  | { readonly kind: 'process'; readonly id: string }
  /** To `DLE DC4` (fn = 8). */
  | { readonly kind: 'cleared' };

/** Longer than any block we ask for: bytes that claim to be a block and do not end are noise. */
const blockBytesAtMost = 96;

const blockHeaders = new Set([0x35, 0x37, 0x3b, 0x3d, 0x5f]);

/** Takes whole replies off the front of what came in; `rest` waits for more bytes. Bytes that are no reply are passed over. */
export function takeReplies(received: Uint8Array): { replies: Reply[]; rest: Uint8Array } {
  const replies: Reply[] = [];
  let at = 0;
  while (at < received.length) {
    const byte = received[at] ?? 0;
    if ((byte & 0x93) === 0x12) {
      replies.push({ kind: 'real-time', byte });
      at += 1;
    } else if ((byte & 0x93) === 0x10) {
      const bytes = received.slice(at, at + 4);
      const isAutomatic = bytes.subarray(1).every((later) => (later & 0x90) === 0);
      if (isAutomatic && bytes.length < 4) break;
      if (isAutomatic) replies.push({ kind: 'automatic', bytes });
      at += isAutomatic ? 4 : 1;
    } else if (blockHeaders.has(byte)) {
      const end = received.indexOf(0, at);
      if (end === -1 && received.length - at < blockBytesAtMost) break;
      const reply = end === -1 ? null : readBlock(received.subarray(at, end));
      if (reply !== null) replies.push(reply);
      at = end === -1 ? at + 1 : end + 1;
    } else {
      if ((byte & 0x90) === 0) replies.push({ kind: 'in-turn', byte });
      at += 1;
    }
  }
  return { replies, rest: received.slice(at) };
}

function readBlock(block: Uint8Array): Reply | null {
  const text = Buffer.from(block).toString('latin1');
  if (text === '\x37\x25') return { kind: 'cleared' };
  return text.startsWith('\x37\x22') && text.length === 6 ? { kind: 'process', id: text.slice(2) } : null;
}
