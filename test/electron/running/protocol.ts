import type { CustomScheme } from 'electron';
import { isAppReady } from './readiness.ts';
import { record } from './record.ts';
import { toChromiumAddress } from './scheme-mapping.ts';

type Answer = (request: Request) => Response | Promise<Response>;

const registered: CustomScheme[] = [];
const answers = new Map<string, Answer>();

export const protocol = {
  registerSchemesAsPrivileged(schemes: CustomScheme[]): void {
    if (isAppReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    record('registerSchemesAsPrivileged', { schemes });
    // As Electron documents it, a second call takes the place of the first.
    registered.splice(0, registered.length, ...schemes);
  },
  handle(scheme: string, answer: Answer): void {
    if (!isAppReady()) throw new Error('protocol.handle can only be used after app is ready');
    if (answers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    answers.set(scheme, answer);
  },
  isProtocolHandled: (scheme: string): boolean => answers.has(scheme),
};

/** Those that have an origin; only their addresses look like addresses to Chromium. */
export function listSchemes(): string[] {
  return registered.filter(({ privileges }) => privileges?.standard === true).map(({ scheme }) => scheme);
}

export function findAnswer(address: string): Answer | undefined {
  return answers.get(URL.parse(address)?.protocol.slice(0, -1) ?? '');
}

/** As Chromium knows it. */
export function toOrigin(address: string): string {
  return new URL(toChromiumAddress(address, listSchemes())).origin;
}
