import jsqr from 'jsqr';

export interface Frame {
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** What the QR code in a frame says; null when there is none. */
export type FrameAnswer = string | null;

self.addEventListener('message', ({ data: { pixels, width, height } }: MessageEvent<Frame>) => {
  const answer: FrameAnswer = jsqr.default(pixels, width, height, { inversionAttempts: 'attemptBoth' })?.data ?? null;
  self.postMessage(answer);
  // No picture is kept: not even the last one, until the next comes.
  pixels.fill(0);
});
