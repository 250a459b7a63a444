import type { AttendeeDetails, CheckIn } from '../../../domain/attendee.ts';
import { createClaimCode } from '../../../domain/claim-code.ts';
import type { EventDetails } from '../../../domain/event.ts';
import type { Registration } from '../../../domain/registration.ts';
import { err, ok, type Result } from '../../../domain/result.ts';
import type { SealedEnvelope, SealedRecord } from '../../../domain/sealed-record.ts';
import { contactIndex, listContacts } from '../../../domain/sealing/contact-index.ts';
import { createSealerWith, type Sealer } from '../../../domain/sealing/seal-record.ts';
import type { Identity } from '../../identity/identity.ts';
import { deskKiosk } from '../../store/desk-kiosk.ts';
import type { OwnView, Store } from '../../store/store.ts';

type Refusal = 'unavailable' | 'storage-failed' | 'not-found' | 'failed';
type Kept = Promise<Result<string, Refusal>>;
/** What the desk adds itself is missing. */
type Unplaced = Omit<SealedEnvelope, 'version' | 'event' | 'kiosk' | 'sequence'>;

/**
 * What staff do at the hub as a kiosk would: records sealed to the event's key and signed with the hub's, in one gap-free sequence of all
 * processes. Each answers with a visitor's id, and done again with the same thing.
 */
export interface Desk {
  /** @param store the one that notes the deed */
  register(store: Store, given: { id: string; registration: Registration }): Kept;
  /** @param given `id` of the record, unless somebody came with that ticket already */
  checkIn(store: Store, given: { id: string; ticketIndex: string; attendee: AttendeeDetails }): Kept;
  /** @param given `edit` changes what the newest record holds; null leaves it as it is */
  correct(
    store: Store,
    given: {
      id: string;
      visitor: string;
      edit: (record: SealedRecord) => Result<Registration | CheckIn | null, 'failed'>;
    },
  ): Kept;
}

export function createDesk(parts: { store: Store; identity: Identity; random: (size: number) => Uint8Array }): Desk {
  const { identity, random } = parts;
  let sealer: { readonly sealingKey: string; readonly made: Sealer } | null = null;
  let isAdmitted = false;

  async function prepare(): Promise<Result<{ event: EventDetails; made: Sealer }, Refusal>> {
    const event = await parts.store.feed.event();
    if (!event.ok) return event;
    if (event.value === null) return err('unavailable');
    if (!isAdmitted) {
      const own = { kiosk: deskKiosk, position: null, publicKey: identity.hubKey };
      const admitted = await parts.store.kiosks.admit(own);
      if (!admitted.ok) return err(admitted.reason === 'storage-failed' ? admitted.reason : 'unavailable');
      isAdmitted = true;
    }
    const { sealingKey } = event.value;
    if (sealer?.sealingKey !== sealingKey) {
      const created = await createSealerWith({ sealingKey, sign: identity.sign });
      if (!created.ok) return err('unavailable');
      sealer = { sealingKey, made: created.value };
    }
    return ok({ event: event.value, made: sealer.made });
  }

  type Writing = OwnView & {
    readonly details: EventDetails;
    /** Puts it in its place and seals it. */
    seal(envelope: Unplaced, content: Registration | CheckIn): Promise<Result<SealedRecord, never>>;
  };

  async function write(
    store: Store,
    work: (view: Writing) => Promise<Result<SealedRecord | string, 'not-found' | 'failed'>>,
  ): Kept {
    const prepared = await prepare();
    if (!prepared.ok) return prepared;
    const { event: details, made } = prepared.value;
    return store.records.append({
      kiosk: deskKiosk,
      publicKey: identity.hubKey,
      write: (view) =>
        work({
          ...view,
          details,
          seal: async (envelope, content) => {
            const { event, sequence } = view;
            return ok(await made.seal({ ...envelope, version: 2, event, kiosk: deskKiosk, sequence }, content));
          },
        }),
    });
  }

  async function pickClaimCode(view: OwnView): Promise<string> {
    for (;;) {
      const claimCode = createClaimCode(random(7));
      if (!(await view.hasClaimCode(claimCode))) return claimCode;
    }
  }

  return {
    register: (store, { id, registration }) =>
      write(store, async (view) => {
        const known = await view.visitorOf(id);
        if (known !== null) return ok(known);
        if (await view.isErased(id)) return err('not-found');
        const envelope: Unplaced = {
          kind: 'registration',
          id,
          replaces: null,
          claimCode: await pickClaimCode(view),
          purpose: purposeOf(registration),
          ticketIndex: null,
          contactIndexes: [contactIndex(registration.contact, view.details)],
        };
        return view.seal(envelope, registration);
      }),
    checkIn: (store, { id, ticketIndex, attendee }) =>
      write(store, async (view) => {
        const known = await view.visitorWithTicket(ticketIndex);
        if (known !== null) return ok(known);
        if (await view.isErased(ticketIndex)) return err('not-found');
        const envelope: Unplaced = {
          kind: 'check-in',
          id,
          replaces: null,
          claimCode: await pickClaimCode(view),
          purpose: purposeOf(attendee),
          ticketIndex,
          contactIndexes: listContacts(attendee).map((contact) => contactIndex(contact, view.details)),
        };
        return view.seal(envelope, { language: attendee.language ?? view.details.languages[0] ?? 'en', attendee });
      }),
    correct: (store, { id, visitor, edit }) =>
      write(store, async (view) => {
        const newest = await view.newestOf(visitor);
        if (newest === null) return err('not-found');
        const content = edit(newest);
        if (!content.ok) return content;
        if (content.value === null) return ok(visitor);
        const { kind, claimCode, purpose, ticketIndex, contactIndexes } = newest;
        const envelope = { kind, id, replaces: newest.id, claimCode, purpose, ticketIndex, contactIndexes };
        return view.seal(envelope, content.value);
      }),
  };
}

function purposeOf({ talentPool }: { talentPool: Registration['talentPool'] }): SealedEnvelope['purpose'] {
  return talentPool === 'open' ? 'talent-pool' : 'registration';
}
