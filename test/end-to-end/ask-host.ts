import type { Page } from 'playwright-core';

/** Asks the host as the page itself does. */
export function askHost<Answer>(page: Page, verb: string, input: unknown = {}): Promise<Answer> {
  return page.evaluate(
    async ({ asked, given }): Promise<Answer> => {
      const shell = window as { foyer?: { call(name: string, value: unknown): Promise<Answer> } };
      if (shell.foyer) return shell.foyer.call(asked, given);
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`/bridge/${asked}`, { method: 'POST', headers, body: JSON.stringify(given) });
      return (await answer.json()) as Answer;
    },
    { asked: verb, given: input },
  );
}
