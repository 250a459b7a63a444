import { decodeStatus, statusBytes, type QlStatus } from './status.ts';

/** Print head mark and size, with which every status begins. */
const mark = Uint8Array.of(0x80, statusBytes);

/** Takes whole status blocks off the front of what came in; `rest` waits for more bytes. Bytes that are none are passed over. */
export function takeReplies(received: Uint8Array): { replies: QlStatus[]; rest: Uint8Array } {
  const replies: QlStatus[] = [];
  const bytes = Buffer.from(received.buffer, received.byteOffset, received.length);
  let at = 0;
  while (at < bytes.length) {
    const found = bytes.indexOf(mark[0] ?? 0, at);
    if (found === -1) return { replies, rest: new Uint8Array() };
    at = found;
    if (bytes.length - at > 1 && bytes[at + 1] !== mark[1]) {
      at += 1;
      continue;
    }
    if (bytes.length - at < statusBytes) break;
    const status = decodeStatus(bytes.subarray(at, at + statusBytes));
    if (status !== null) replies.push(status);
    at += status === null ? 1 : statusBytes;
  }
  return { replies, rest: received.slice(at) };
}
