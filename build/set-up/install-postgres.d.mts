/** See install-postgres.mjs. */
export function findPostgres(): string | null;
export function ensurePostgres(): Promise<string | null>;
