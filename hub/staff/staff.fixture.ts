import { staffCalls, type StaffAnswer, type StaffCall, type StaffInput } from '../../domain/protocol/staff-calls.ts';
import type { StaffRole } from '../../domain/staff/staff-member.ts';
import type { Answered, TestHub, TestKiosk } from '../hub.fixture.ts';

export interface TestMember {
  readonly number: string;
  readonly pin: string;
  readonly badge: string;
  readonly role: StaffRole;
}

/** For tests: a member of staff, made as the operator makes one. */
export async function addMember(hub: TestHub, role: StaffRole, label: string = role): Promise<TestMember> {
  const { body } = await hub.operate('POST', '/v1/operator/staff', { label, role });
  return body as TestMember;
}

/** A PIN that is not this member's. */
export function wrongPin({ pin }: Pick<TestMember, 'pin'>): string {
  return pin.startsWith('1') ? `2${pin.slice(1)}` : `1${pin.slice(1)}`;
}

/** What a browser sends along from the hub's own page. */
export function fromPage(hub: TestHub): Record<string, string> {
  return { origin: `https://${hub.hub.readiness.address}`, 'sec-fetch-site': 'same-origin' };
}

export function signInAt(hub: TestHub, { number, pin }: Pick<TestMember, 'number' | 'pin'>): Promise<Answered> {
  return hub.ask('POST', '/v1/staff-sessions', { body: { by: 'pin', number, pin }, headers: fromPage(hub) });
}

export function signInThrough(kiosk: TestKiosk, { number, pin }: Pick<TestMember, 'number' | 'pin'>) {
  return kiosk.ask('POST', '/v1/staff-sessions', { by: 'pin', number, pin });
}

/** What a browser that is signed in asks. */
export async function openBrowser(hub: TestHub, member: TestMember) {
  const signedIn = await signInAt(hub, member);
  if (signedIn.status !== 200) throw new Error(JSON.stringify(signedIn.body));
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  return {
    cookie,
    post: (path: string, body: unknown = {}, headers: Record<string, string> = {}) =>
      hub.ask('POST', path, { body, headers: { ...fromPage(hub), cookie, ...headers } }),
    signOut: () => hub.ask('DELETE', '/v1/staff-sessions', { headers: { ...fromPage(hub), cookie } }),
    /** The answer of a call, which has to be as the table says. */
    async call<Name extends StaffCall>(name: Name, input: StaffInput<Name>): Promise<StaffAnswer<Name>> {
      const { status, body } = await this.post(`/v1/staff/${name}`, input);
      if (status !== 200) throw new Error(`${name}: ${status} ${JSON.stringify(body)}`);
      return staffCalls[name].answer.parse(body) as StaffAnswer<Name>;
    },
  };
}
export type Browser = Awaited<ReturnType<typeof openBrowser>>;
