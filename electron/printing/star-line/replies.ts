/** What a Star printer says ("How to identify statuses", appendix 2 of the line mode specifications). */
export type Reply =
  /** Automatic status, 7 bytes or more, whether asked for or not. */
  | { readonly kind: 'status'; readonly bytes: Uint8Array }
  /** Echo of `ESC GS ETX` 0 or 1. */
  | { readonly kind: 'turn' | 'end'; readonly document: number };

const echo = [0x1b, 0x1d, 0x03] as const;
const echoBytes = 8;

/** Header, version and five bytes of status, which every model has. */
const statusBytesAtLeast = 7;

/** Takes whole replies off the front of what came in; `rest` waits for more bytes. Bytes that are no reply (XON, XOFF) are passed over. */
export function takeReplies(received: Uint8Array): { replies: Reply[]; rest: Uint8Array } {
  const replies: Reply[] = [];
  let at = 0;
  while (at < received.length) {
    const bytes = received.subarray(at);
    const length = lengthOf(bytes);
    if (length > bytes.length) break;
    const reply = readReply(bytes.slice(0, length));
    if (reply !== null) replies.push(reply);
    at += reply === null ? 1 : length;
  }
  return { replies, rest: received.slice(at) };
}

/** 1 for a byte that begins nothing. */
function lengthOf(bytes: Uint8Array): number {
  const [first = 0] = bytes;
  if (echo.every((byte, index) => (bytes[index] ?? byte) === byte)) return echoBytes;
  // Header 1: bit 0 is set, bits 4 and 7 are not; bits 1 to 3 and 5 (worth 8) count the bytes, itself among them.
  if ((first & 0x91) !== 0x01) return 1;
  const length = ((first >> 1) & 0x07) | ((first >> 2) & 0x08);
  const isStatus = length >= statusBytesAtLeast && bytes.subarray(1, length).every((later) => (later & 0x11) === 0);
  return isStatus ? length : 1;
}

function readReply(bytes: Uint8Array): Reply | null {
  if (bytes.length === 1) return null;
  if (bytes[0] !== echo[0]) return { kind: 'status', bytes };
  const document = (bytes[4] ?? 0) | ((bytes[5] ?? 0) << 8);
  if (bytes[3] === 0) return { kind: 'turn', document };
  return bytes[3] === 1 ? { kind: 'end', document } : null;
}
