/** Made by coverage-plugin.ts from the bundled font files. */
declare module 'virtual:font-coverage' {
  /** What at least one bundled face draws, as `encodeRanges` writes it. */
  export const anyFace: string;
  /** What each face draws that holds combining marks. */
  export const combiningFaces: readonly string[];
}
