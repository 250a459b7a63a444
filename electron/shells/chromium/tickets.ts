import { timingSafeEqual } from 'node:crypto';

/** 256 bits as base64url. */
const secretBytes = 32;

export interface Tickets {
  /** What the cookie of a page that came with a ticket holds. */
  readonly secret: string;
  issue(): string;
  /** True once for a ticket; where tickets are reusable, always. */
  redeem(ticket: string): boolean;
}

/**
 * Other programs and users of this machine reach a loopback port as well. A ticket stands in the address that only the shell's own
 * window gets, and is worth nothing once it is used; what it is exchanged for, no page and no other program can read.
 */
export function createTickets({
  random,
  reusable,
}: {
  random: (size: number) => Uint8Array;
  reusable: boolean;
}): Tickets {
  const createSecret = () => Buffer.from(random(secretBytes)).toString('base64url');
  const open = new Set<string>();
  return {
    secret: createSecret(),
    issue() {
      const ticket = createSecret();
      open.add(ticket);
      return ticket;
    },
    redeem(ticket) {
      const known = [...open].find((each) => isSameSecret(each, ticket));
      if (known === undefined) return false;
      if (!reusable) open.delete(known);
      return true;
    },
  };
}

/** Takes as long for a near guess as for a far one. */
export function isSameSecret(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}
