import type { Page, Request, Response } from 'playwright-core';
import { z } from 'zod';
import { registrationSchema } from '../../../domain/registration.ts';
import type { Found, Ledger } from './ledger.ts';
import { contentOf } from './walk-ins.ts';

const registeringSchema = z.object({ id: z.string(), registration: registrationSchema });
const checkingInSchema = z.object({ id: z.string(), code: z.string() });
const answerSchema = z.object({ ok: z.boolean() });

/**
 * Writes into the ledger what goes over the bridge of a page: who registers, who checks in, and what the host tells them. Resolves when
 * the first registration is on its way.
 */
export function watchRegistering(page: Page, ledger: Ledger): Promise<void> {
  return new Promise((resolve) => {
    page.on('request', (request: Request) => {
      const entry = readEntry(request);
      if (entry === null) return;
      ledger.enter(entry.id, entry.content);
      if (entry.verb === 'register') resolve();
    });
    page.on('response', (response: Response) => {
      const entry = readEntry(response.request());
      if (entry === null) return;
      void response.json().then(
        (answer) => {
          if (answerSchema.parse(answer).ok) ledger.promise(entry.id);
        },
        // The page died with the answer unread.
        () => undefined,
      );
    });
  });
}

interface Entry extends Found {
  readonly verb: 'register' | 'checkIn';
}

function readEntry(request: Request): Entry | null {
  switch (new URL(request.url()).pathname) {
    case '/bridge/register': {
      const { id, registration } = registeringSchema.parse(request.postDataJSON());
      return { verb: 'register', id, content: contentOf(registration) };
    }
    case '/bridge/checkIn': {
      const { id } = checkingInSchema.parse(request.postDataJSON());
      return { verb: 'checkIn', id, content: checkInOf(id) };
    }
    default:
      return null;
  }
}

function checkInOf(id: string): string {
  return `check-in ${id}`;
}

/** What lies at the hub, with check-ins as `watchRegistering` wrote them: what is in one is the kiosk's to know. */
export function nameCheckIns(found: readonly Found[], ledger: Pick<Ledger, 'contentOf'>): Found[] {
  return found.map(({ id, content }) => ({
    id,
    content: ledger.contentOf(id) === checkInOf(id) ? checkInOf(id) : content,
  }));
}
