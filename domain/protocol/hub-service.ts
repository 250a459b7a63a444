import { z } from 'zod';

/** What a hub that listens to the network announces there (DNS-SD, RFC 6763): `_foyer-hub._tcp`. */
export const hubServiceType = 'foyer-hub';

/**
 * Its TXT record. Anybody may announce anything: it says which hub to ask first, and the key that answers says which one it is. Keys are
 * lower case.
 */
export const hubServiceTextSchema = z.object({ fingerprint: z.string().max(16).optional().catch(undefined) }).catch({});
