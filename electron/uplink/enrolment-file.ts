import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { kioskCertificateSchema } from '../../domain/protocol/enrolment.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { StartFailure } from '../start-failure.ts';

const key = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** What a kiosk remembers of the hub that it was enrolled with. */
const enrolmentSchema = z.strictObject({
  format: z.literal('foyer-enrolment-1'),
  address: z.strictObject({ host: z.string().min(1), port: z.int().min(1).max(65_535) }),
  /** SHA-256 of the hub's public TLS key, whole: the code had 80 bits of it. */
  pin: key,
  hubKey: key,
  certificate: kioskCertificateSchema,
  /** SHA-256 of the code that was used, so that the same one given again is no new enrolment. */
  code: key,
});
export type Enrolment = z.infer<typeof enrolmentSchema>;

/** null when this kiosk was never enrolled. */
export function readEnrolment(path: string): Result<Enrolment | null, StartFailure> {
  if (!existsSync(path)) return ok(null);
  try {
    return ok(enrolmentSchema.parse(JSON.parse(readFileSync(path, 'utf8'))));
  } catch {
    const message = [
      `The enrolment ${path} cannot be read. Put it back from a copy, or take it away and enrol this kiosk again`,
      'with --hub HOST:PORT and --enrol CODE. What the kiosk has recorded is not touched by that.',
    ].join('\n');
    return err({ code: 'enrolment', message });
  }
}

export function writeEnrolment(path: string, enrolment: Enrolment): void {
  writeWhole(path, `${JSON.stringify(enrolment, null, 2)}\n`);
}
