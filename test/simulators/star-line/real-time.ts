/** A real-time command as the printer hears it, in whatever stands in the stream. */
export interface RealTimeCommand {
  readonly name: 'ESC ACK SOH' | 'ESC ACK CAN';
  readonly offset: number;
}

/** Hears `ESC ACK SOH` and `ESC ACK CAN` in a stream that arrives in pieces and began with byte `begin`. */
export function createRealTimeEar(begin = 0) {
  let held: Uint8Array = new Uint8Array();
  let offset = begin;
  return function hear(bytes: Uint8Array): RealTimeCommand[] {
    const stream = Buffer.concat([held, bytes]);
    const heard: RealTimeCommand[] = [];
    for (let at = 0; at + 2 < stream.length; at += 1) {
      if (stream[at] !== 0x1b || stream[at + 1] !== 0x06) continue;
      if (stream[at + 2] === 0x01) heard.push({ name: 'ESC ACK SOH', offset: offset + at });
      if (stream[at + 2] === 0x18) heard.push({ name: 'ESC ACK CAN', offset: offset + at });
    }
    const kept = Math.min(2, stream.length);
    held = stream.subarray(stream.length - kept);
    offset += stream.length - kept;
    return heard;
  };
}
