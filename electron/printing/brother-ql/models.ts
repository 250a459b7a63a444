/** What models of the family differ in; told by the fifth byte of their status ("Model code" in each model's Raster Command Reference). */
export interface Abilities {
  /** `M`, TIFF compression, and `ESC i a`, `ESC i !`, which came with it. */
  readonly canCompress: boolean;
  /** `Z`, a white line. */
  readonly hasWhiteLines: boolean;
}

/** QL-500/550, QL-560, QL-570, QL-700. */
const plainModels: readonly number[] = [0x4f, 0x31, 0x32, 0x35];
const ql800 = 0x38;

/** A model that nobody knows is like all newer ones. */
export const usualAbilities: Abilities = { canCompress: true, hasWhiteLines: true };

export function findAbilities(modelCode: number): Abilities {
  const canCompress = !plainModels.includes(modelCode);
  return { canCompress, hasWhiteLines: canCompress && modelCode !== ql800 };
}
