import { z } from 'zod';

/** The one line of JSON that a hub process writes to its standard output when it takes requests, for the kiosk that started it. */
export const hubReadySchema = z.object({
  ready: z.literal(true),
  /** As it listens: `127.0.0.1:41234`, `[::1]:41234`. */
  address: z.string(),
  /** SHA-256 of the hub's public TLS key (SubjectPublicKeyInfo), base64url. */
  pin: z.string().length(43),
  /** Ed25519, 32 bytes, base64url. */
  hubKey: z.string().length(43),
});
export type HubReady = z.infer<typeof hubReadySchema>;
