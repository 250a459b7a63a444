import { kioskRecordSchema } from '../../domain/kiosk-record.ts';
import type { RecordAnswer } from '../../domain/protocol/records.ts';
import type { SealedRecord } from '../../domain/sealed-record.ts';
import type { TestKiosk } from './kiosk.fixture.ts';

/** For tests: the intake as one would say it, in memory. A record is forged when its signature is not what its kiosk would write. */
export function createModel(kiosks: readonly TestKiosk[]) {
  const slots = new Map(kiosks.map(({ kiosk }) => [kiosk, [] as RecordAnswer[]]));
  const accepted: SealedRecord[] = [];
  const answered = new Map<string, RecordAnswer>();

  function judge(kiosk: TestKiosk, item: unknown): RecordAnswer {
    const parsed = kioskRecordSchema.safeParse(item);
    if (!parsed.success) return { result: 'rejected', reason: 'malformed' };
    const { signature, ...unsigned } = parsed.data;
    if (kiosk.sign(unsigned).signature !== signature) return { result: 'rejected', reason: 'bad-signature' };
    if (accepted.some(({ id }) => id === parsed.data.id)) return { result: 'rejected', reason: 'other-content' };
    accepted.push(parsed.data as SealedRecord);
    return { result: 'accepted' };
  }

  return {
    accepted: () => accepted,
    nextSequence: (kiosk: string) => (slots.get(kiosk)?.length ?? 0) + 1,
    send(kiosk: TestKiosk, records: readonly unknown[], from: number): RecordAnswer[] | 'out-of-sequence' {
      const taken = slots.get(kiosk.kiosk) ?? [];
      if (from > taken.length + 1) return 'out-of-sequence';
      return records.map((item, index) => {
        const before = answered.get(`${kiosk.kiosk} ${JSON.stringify(item)}`);
        if (before !== undefined) return before.result === 'accepted' ? { result: 'duplicate' } : before;
        const answer = judge(kiosk, item);
        answered.set(`${kiosk.kiosk} ${JSON.stringify(item)}`, answer);
        if (from - 1 + index === taken.length) taken.push(answer);
        return answer;
      });
    },
  };
}

/** Ids of records that are one person's: joined by a correction, even of a record that never came, or by a ticket. Naive: merges groups until nothing changes. */
export function listGroups(records: readonly SealedRecord[]): string[][] {
  let groups = records.map((record) => [record]);
  const belong = (a: SealedRecord, b: SealedRecord) =>
    a.replaces === b.id ||
    b.replaces === a.id ||
    (a.replaces !== null && a.replaces === b.replaces) ||
    (a.ticketIndex !== null && a.ticketIndex === b.ticketIndex);
  for (let count = Infinity; groups.length < count;) {
    count = groups.length;
    for (const group of groups) {
      const others = groups.filter((other) => other !== group && other.some((a) => group.some((b) => belong(a, b))));
      group.push(...others.flat());
      groups = groups.filter((other) => !others.includes(other));
      if (others.length > 0) break;
    }
  }
  return groups.map((group) => group.map(({ id }) => id).sort());
}
