import type { Page } from 'playwright-core';
import { z } from 'zod';
import { registrationSchema } from '../../../domain/registration.ts';
import type { Found, Ledger } from './ledger.ts';
import { contentOf } from './walk-ins.ts';

const registeringSchema = z.object({ id: z.string(), registration: registrationSchema });
const checkingInSchema = z.object({ id: z.string(), code: z.string() });
const answerSchema = z.object({ ok: z.boolean() });

const verbs = ['register', 'checkIn'] as const;
type Verb = (typeof verbs)[number];

interface Watched {
  /** Resolves when the first registration is on its way. */
  readonly registering: Promise<unknown>;
}

/**
 * Writes into the ledger what goes over the bridge of a page: who registers, who checks in, and what the host tells them. The browser holds
 * each of these up until it is written, so that none is missed, and tells of nothing else: of every request would be megabytes for each sheet.
 */
export async function watchRegistering(page: Page, ledger: Ledger): Promise<Watched> {
  const session = await page.context().newCDPSession(page);
  // A page that dies answers no more, and what it was told has been written by then.
  const ignoreDeath = () => null;
  const { promise: registering, resolve } = Promise.withResolvers<null>();
  session.on('Fetch.requestPaused', ({ requestId, request, responseStatusCode, responseErrorReason }) => {
    const goOn = () => session.send('Fetch.continueRequest', { requestId }).catch(ignoreDeath);
    const { verb, id, content } = readEntry(request);
    if (responseStatusCode === undefined && responseErrorReason === undefined) {
      ledger.enter(id, content);
      void goOn();
      if (verb === 'register') resolve(null);
      return;
    }
    void session
      .send('Fetch.getResponseBody', { requestId })
      .catch(ignoreDeath)
      .then((answer) => {
        if (answer !== null && answerSchema.parse(JSON.parse(decode(answer))).ok) ledger.promise(id);
        return goOn();
      });
  });
  const stages = ['Request', 'Response'] as const;
  const patterns = verbs.flatMap((verb) =>
    stages.map((requestStage) => ({ urlPattern: `*/bridge/${verb}`, requestStage })),
  );
  await session.send('Fetch.enable', { patterns });
  return { registering };
}

function decode({ body, base64Encoded }: { readonly body: string; readonly base64Encoded: boolean }): string {
  return base64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
}

interface Entry extends Found {
  readonly verb: Verb;
}

function readEntry({ url, postData = '' }: { readonly url: string; readonly postData?: string }): Entry {
  const sent: unknown = JSON.parse(postData);
  if (new URL(url).pathname === '/bridge/register') {
    const { id, registration } = registeringSchema.parse(sent);
    return { verb: 'register', id, content: contentOf(registration) };
  }
  const { id } = checkingInSchema.parse(sent);
  return { verb: 'checkIn', id, content: checkInOf(id) };
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
