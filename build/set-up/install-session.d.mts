/** See install-session.mjs. */
export function ensureSession(): Promise<void>;
