import type { EventDetails } from '../domain/event.ts';
import type { KioskSettings } from '../domain/protocol/kiosk-settings.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { Greeting } from './bridge/greet.ts';
import type { HubChoice } from './choose-hub.ts';
import type { StartFailure } from './start-failure.ts';

/** The name in records, and the place on the floor plan: as the hub says, and without one as the option or event.json says. */
export function chooseKiosk(
  event: EventDetails,
  { hub, wanted, told }: { hub: HubChoice; wanted: string | undefined; told?: (kiosk: string) => KioskSettings | null },
): Result<Greeting['kiosk'], StartFailure> {
  if (hub.kind === 'enrolled') {
    const { kiosk, position: first } = hub.enrolment.certificate;
    // Staff may have carried it elsewhere since.
    const position = told?.(kiosk)?.position ?? first;
    return ok({ id: kiosk, place: event.kiosks.find(({ id }) => id === position)?.place ?? null });
  }
  const known = event.kiosks.find(({ id }) => id === wanted) ?? (wanted === undefined ? event.kiosks[0] : undefined);
  if (known !== undefined) return ok(known);
  if (event.kiosks.length === 0) return ok({ id: wanted ?? 'K1', place: null });
  const ids = event.kiosks.map(({ id }) => id).join(', ');
  return err({
    code: 'kiosk',
    message: `The event has no kiosk ${wanted ?? ''}. Start with --kiosk and one of ${ids}.`,
  });
}
