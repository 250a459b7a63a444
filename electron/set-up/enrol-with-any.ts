import { parseEnrolmentCode } from '../../domain/protocol/enrolment.ts';
import { err, type Result } from '../../domain/result.ts';
import { enrol, type Enrolled, type EnrolParts, type EnrolRefusal } from '../uplink/enrol.ts';
import { describeAddress, type HubAddress } from '../uplink/hub-target.ts';
import { findHubs, type HeardHub, type SearchSocket } from './find-hubs.ts';

/** `no-hub-heard`: none announced itself in time. */
export type SearchRefusal = EnrolRefusal | 'no-hub-heard';

export interface SearchParts extends Omit<EnrolParts, 'address'> {
  /** Milliseconds to listen for hubs. */
  readonly searchFor: number;
  readonly socket?: SearchSocket;
  /** So many hubs have announced themselves. */
  readonly onHeard: (count: number) => void;
  readonly onAsking: (address: HubAddress) => void;
}

/** What a hub says that has the code's key: asking others would be in vain. */
const elsewhere: ReadonlySet<EnrolRefusal> = new Set(['other-hub', 'unreachable']);

/**
 * Enrols this kiosk with the hub that made the code, wherever on the network it is: of all that announce themselves only one has the key
 * whose fingerprint stands in the code, and the others hear nothing but a connection.
 */
export async function enrolWithAny(parts: SearchParts): Promise<Result<Enrolled, SearchRefusal>> {
  const code = parseEnrolmentCode(parts.code);
  if (!code.ok) return err('not-a-code');
  const isLikely = ({ fingerprint }: HeardHub) => fingerprint === code.value.fingerprint;
  const heard: HeardHub[] = [];
  const tried = new Set<string>();
  let wake: () => void = () => undefined;
  const search = findHubs((hub) => {
    heard.push(hub);
    parts.onHeard(heard.length);
    wake();
  }, parts.socket);
  const over = AbortSignal.timeout(parts.searchFor);
  over.addEventListener('abort', () => {
    wake();
  });
  let refusal: SearchRefusal = 'no-hub-heard';
  try {
    for (;;) {
      const next = heard
        .toSorted((a, b) => Number(isLikely(b)) - Number(isLikely(a)))
        .flatMap(({ addresses }) => addresses)
        .find((address) => !tried.has(describeAddress(address)));
      if (next === undefined) {
        if (over.aborted) return err(refusal);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      tried.add(describeAddress(next));
      parts.onAsking(next);
      const enrolled = await enrol({ ...parts, address: next });
      if (enrolled.ok) return enrolled;
      if (!elsewhere.has(enrolled.reason.refusal)) return err(enrolled.reason.refusal);
      // That one is there and is not ours says more than that another did not answer.
      if (refusal !== 'other-hub') refusal = enrolled.reason.refusal;
    }
  } finally {
    await search.stop();
  }
}
