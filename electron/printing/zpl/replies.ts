/** What a ZPL printer says. */
export type Reply =
  /** To `~HS`: the fields of its first and second string. */
  | { readonly kind: 'host-status'; readonly first: readonly string[]; readonly second: readonly string[] }
  /** To `~HQES`: the bits of errors and warnings, group 1. */
  | { readonly kind: 'errors'; readonly hasError: boolean; readonly errors: number; readonly warnings: number }
  /** To `! U1 getvar`: what stands between the quotation marks, `?` for a setting that it does not know. */
  | { readonly kind: 'setting'; readonly value: string };

/** Longer than anything that we ask for: what claims to be a reply and does not end is noise. */
const replyBytesAtMost = 1024;

const startOfText = 0x02;
const endOfText = 0x03;
const quotationMark = 0x22;

/** Fields of the strings of `~HS`, by which they are told apart. */
const firstFields = 12;
const secondFields = 11;

/** Takes whole replies off the front of what came in; `rest` waits for more bytes. Bytes that are no reply are passed over. */
export function takeReplies(received: Uint8Array): { replies: Reply[]; rest: Uint8Array } {
  const replies: Reply[] = [];
  let at = 0;
  while (at < received.length) {
    const begin = received[at];
    if (begin !== startOfText && begin !== quotationMark) {
      at += 1;
      continue;
    }
    const piece = readPiece(received, at);
    if (piece === 'half') break;
    if (piece === 'noise') {
      at += 1;
      continue;
    }
    const first = piece.text.split(',');
    if (begin === startOfText && first.length === firstFields) {
      const next = received.indexOf(startOfText, piece.end);
      const second = next === -1 ? 'half' : readPiece(received, next);
      if (second === 'half' && received.length - at < replyBytesAtMost) break;
      if (typeof second !== 'string' && second.text.split(',').length === secondFields) {
        replies.push({ kind: 'host-status', first, second: second.text.split(',') });
        at = second.end;
        continue;
      }
    } else {
      const reply =
        begin === quotationMark ? ({ kind: 'setting', value: piece.text } as const) : readErrors(piece.text);
      if (reply !== null) replies.push(reply);
    }
    at = piece.end;
  }
  return { replies, rest: received.slice(at) };
}

function readPiece(received: Uint8Array, at: number): { text: string; end: number } | 'half' | 'noise' {
  const end = received.indexOf(received[at] === startOfText ? endOfText : quotationMark, at + 1);
  const again = received[at] === startOfText ? received.indexOf(startOfText, at + 1) : -1;
  if (again !== -1 && (end === -1 || again < end)) return 'noise';
  if (end === -1) return received.length - at < replyBytesAtMost ? 'half' : 'noise';
  return {
    text: Buffer.from(received.subarray(at + 1, end))
      .toString('latin1')
      .trim(),
    end: end + 1,
  };
}

function readErrors(text: string): Reply | null {
  const errors = /ERRORS:\s*([01])\s+[0-9a-f]{8}\s+([0-9a-f]{8})/iu.exec(text);
  const warnings = /WARNINGS:\s*[01]\s+[0-9a-f]{8}\s+([0-9a-f]{8})/iu.exec(text);
  if (errors === null) return null;
  return {
    kind: 'errors',
    hasError: errors[1] === '1',
    errors: Number.parseInt(errors[2] ?? '0', 16),
    warnings: Number.parseInt(warnings?.[1] ?? '0', 16),
  };
}
