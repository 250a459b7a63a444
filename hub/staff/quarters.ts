/** Of what a visitor did first: registered, or came with a ticket. */
export interface Arrival {
  /** In order of arrival at the hub. */
  readonly number: number;
  /** UUIDv7. */
  readonly id: string;
  readonly kind: 'registration' | 'check-in';
  readonly kiosk: string;
  readonly ticketIndex: string | null;
  /** When it came, milliseconds since 1970; null when it came before the hub noted that. */
  readonly received: number | null;
}

export interface Quarter {
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly registrations: number;
  readonly checkIns: number;
  readonly staff: number;
}

const hour = 3_600_000;
/** The offset of every time zone is a multiple of it (a test asks all of them), so the event's quarters are everybody's. */
const quarter = hour / 4;
/** A kiosk that was offline for longer than an event's day counts when it came back. */
const longestOffline = 12 * hour;
/** Quarters with nothing in them are listed between two that have something, unless so much is between them: a night, a wrong clock. */
const longestGap = 6 * hour;

/**
 * When somebody was there: at the time in the id, which the kiosk's clock gave, so that records which come hours later make no spike; at the
 * time when it came where that clock is surely wrong.
 */
export function timeOf({ id, received }: Pick<Arrival, 'id' | 'received'>): number {
  const made = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  if (received === null) return made;
  return made <= received && made >= received - longestOffline ? made : received;
}

export function toQuarter(time: number): number {
  return Math.floor(time / quarter) * quarter;
}

/** @param counted by the start of the quarter */
export function listQuarters(counted: ReadonlyMap<number, Omit<Quarter, 'start'>>): Quarter[] {
  const starts = [...counted.keys()].sort((a, b) => a - b);
  return starts.flatMap((start, index) => {
    const quarters: Quarter[] = [{ start, ...(counted.get(start) ?? nothing) }];
    const next = starts[index + 1];
    if (next !== undefined && next - start <= longestGap)
      for (let empty = start + quarter; empty < next; empty += quarter) quarters.push({ start: empty, ...nothing });
    return quarters;
  });
}

const nothing = { registrations: 0, checkIns: 0, staff: 0 } as const;
