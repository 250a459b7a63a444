/** See built.mjs. */
export function ensureBuilt(bundle: { root: string; node: string; room: string; inputs: string[] }): Promise<void>;
