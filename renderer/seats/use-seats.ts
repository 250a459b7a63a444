import { useEffect, useState } from 'react';
import { v7 as createId } from 'uuid';
import type { ErrorCode } from '../../domain/errors.ts';
import type { SessionSeats } from '../../electron/bridge/seats.ts';
import { useKiosk } from '../kiosk.tsx';
import { claimCodeOf } from '../visit/draft.ts';
import { useVisit } from '../visit/visit.tsx';
import { askForSeat } from './ask-for-seat.ts';

export type SeatsBySession = ReadonlyMap<string, SessionSeats>;

interface Seats {
  /** Of every session with a capacity; null before the host has answered. */
  readonly seats: SeatsBySession | null;
  /** Whose seats they are; null while no code was shown. */
  readonly claimCode: string | null;
  /** Why the last tap changed nothing. */
  readonly error: ErrorCode | null;
  readonly isBusy: boolean;
  readonly take: (session: string) => void;
  /** @param cancels id of the record that took the seat or the place on the list */
  readonly cancel: (cancels: string) => void;
}

/** What can be booked here and now, and what the visitor has booked here. */
export function useSeats(): Seats {
  const { bridge, database, news } = useKiosk();
  const { draft } = useVisit();
  const claimCode = claimCodeOf(draft);
  const [seats, setSeats] = useState<SeatsBySession | null>(null);
  const [error, setError] = useState<ErrorCode | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [taps, setTaps] = useState(0);

  useEffect(() => {
    let isWanted = true;
    const list = async () => {
      // What was known stays on the screen; a tap tells when the host is gone.
      const answer = await bridge.seats({ claimCode }).catch(() => null);
      if (!isWanted) return;
      if (answer) setSeats(new Map(answer.map((each) => [each.session, each])));
      setIsBusy(false);
    };
    void list();
    return () => {
      isWanted = false;
    };
  }, [bridge, claimCode, news, taps]);

  const ask = async (call: Parameters<typeof askForSeat>[0]['call']) => {
    setIsBusy(true);
    setError(await askForSeat({ call, database }));
    setTaps((number) => number + 1);
  };
  return {
    seats,
    claimCode,
    error,
    isBusy,
    take: (session) => {
      const id = createId();
      if (claimCode !== null) void ask(() => bridge.takeSeat({ id, claimCode, session }));
    },
    cancel: (cancels) => {
      const id = createId();
      if (claimCode !== null) void ask(() => bridge.cancelSeat({ id, claimCode, cancels }));
    },
  };
}
