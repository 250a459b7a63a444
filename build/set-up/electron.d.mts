/** See electron.mjs. */
export function findElectron(root: string): string | null;
export function hasDisplay(): boolean;
