/** See dependencies.mjs. */
export function areInstalled(root: string): boolean;
