/** A real-time command as the printer hears it: in whatever stands in the stream, also in the middle of a picture. */
export interface RealTimeCommand {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

const length: Record<number, number> = { 0x04: 3, 0x05: 3 };
const dc4Length: Record<number, number> = { 1: 5, 2: 5, 3: 8, 7: 4, 8: 10 };

/** Hears `DLE EOT`, `DLE ENQ` and `DLE DC4` in a stream that arrives in pieces. */
export function createRealTimeEar() {
  let held: Uint8Array = new Uint8Array();
  let offset = 0;
  return function hear(bytes: Uint8Array): RealTimeCommand[] {
    const stream = Buffer.concat([held, bytes]);
    const heard: RealTimeCommand[] = [];
    let at = 0;
    while (at < stream.length) {
      const found = stream.indexOf(0x10, at);
      if (found === -1) {
        at = stream.length;
        break;
      }
      const [second, third] = [stream[found + 1], stream[found + 2]];
      at = found;
      if (second === undefined) break;
      if (second !== 0x04 && second !== 0x05 && second !== 0x14) {
        at = found + 1;
        continue;
      }
      if (third === undefined) break;
      const count = length[second] ?? dc4Length[third] ?? 3;
      if (stream.length < found + count) break;
      heard.push({ offset: offset + found, bytes: Uint8Array.from(stream.subarray(found, found + count)) });
      at = found + count;
    }
    held = stream.subarray(at);
    offset += at;
    return heard;
  };
}
