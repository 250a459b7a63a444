/** See chromium.mjs. */
export function findChromium(): string | null;
export function listChromiums(): string[];
