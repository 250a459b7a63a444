import { v7 as createId } from 'uuid';
import type { JobOutcome } from '../../domain/print-job.ts';
import type { StaffAnswer, StaffCall, StaffInput, StaffRefusal } from '../../domain/protocol/staff-calls.ts';
import { err, type Result } from '../../domain/result.ts';
import type { BridgeClient } from '../bridge.ts';
import { toDots } from '../documents/rasterise.ts';
import { createIdleWatch } from './idle-watch.ts';
import type { StaffClient } from './staff-client.ts';

type StaffBridge = Pick<
  BridgeClient,
  | 'staffSignIn'
  | 'staffSignOut'
  | 'staffTouch'
  | 'staffCall'
  | 'staffGoLive'
  | 'gate'
  | 'printers'
  | 'commandPrinter'
  | 'print'
>;

export interface KioskClientParts {
  readonly bridge: StaffBridge;
  /** Name of this kiosk. */
  readonly kiosk: string;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
  /** As `setInterval`. @returns stops it */
  readonly every: (milliseconds: number, action: () => void) => () => void;
}

export interface KioskClient extends StaffClient {
  /** Until staff mode leaves by itself; null when nobody is signed in. */
  secondsLeft(): number | null;
}

/** How often the host may hear of touches. It ends the session by its own clock, a little after this page does. */
const lookEveryMilliseconds = 1000;

/** Staff at the kiosk, over the bridge. The hub's token stays in the host. */
export function createKioskClient({ bridge, kiosk, now, every }: KioskClientParts): KioskClient {
  const watch = createIdleWatch({
    ...{ now, every, lookEveryMilliseconds },
    onIdle: () => void bridge.staffSignOut({}).catch(() => null),
    onTouched: () =>
      void bridge.staffTouch({}).then(
        (isSignedIn) => {
          if (!isSignedIn) watch.end('signed-out');
        },
        () => undefined,
      ),
  });

  return {
    place: 'kiosk',
    async signIn(credentials) {
      const answer = await bridge
        .staffSignIn({ credentials })
        .catch(() => err({ reason: 'storage-failed' as const, waitSeconds: null }));
      if (answer.ok) watch.begin(answer.value.idleSeconds);
      return answer;
    },
    async signOut() {
      watch.end(null);
      await bridge.staffSignOut({}).catch(() => null);
    },
    async call<Name extends StaffCall>(name: Name, input: StaffInput<Name>) {
      const answer = await bridge.staffCall({ name, input }).catch(() => err('unavailable' as const));
      if (!answer.ok && answer.reason === 'signed-out') watch.end('signed-out');
      // The host has checked it against the table.
      return answer as Result<StaffAnswer<Name>, StaffRefusal>;
    },
    local: {
      kiosk,
      readGate: () => bridge.gate({}),
      async goLive(reason) {
        const taken = await bridge.staffGoLive({ reason }).catch(() => err('failed' as const));
        return taken.ok;
      },
      list: () => bridge.printers({}),
      async command(order) {
        const done = await bridge.commandPrinter({ order }).catch(() => err('failed' as const));
        if (!done.ok && done.reason === 'staff-only') watch.end('signed-out');
        return done.ok;
      },
      print({ printer, document, copy, raster: sheet }) {
        const raster = toDots(sheet);
        return bridge
          .print({ id: createId(), printer, document, copy, raster })
          .catch((): JobOutcome => ({ state: 'unknown' }));
      },
    },
    touch: () => {
      watch.touch();
    },
    onEnded: (listener) => watch.onEnded(listener),
    secondsLeft: () => watch.secondsLeft(),
  };
}
