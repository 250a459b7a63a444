import type { Page } from 'playwright-core';

export interface PageWatch {
  /** Errors of the console (what the content security policy forbids is among them), and what no code caught. */
  readonly complaints: () => string[];
  /** Addresses asked for outside of the page's own origin. */
  readonly foreignRequests: () => string[];
  readonly forget: () => void;
}

export function watchPage(page: Page): PageWatch {
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'assert'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => {
    complaints.push(error.message);
  });
  page.on('request', (request) => {
    requests.push(request.url());
  });
  const isForeign = (address: string) => {
    const { protocol, origin } = new URL(address);
    // Made by the page itself of what it has already.
    return !['data:', 'blob:'].includes(protocol) && origin !== new URL(page.url()).origin;
  };
  return {
    complaints: () => [...complaints],
    foreignRequests: () => requests.filter(isForeign),
    forget: () => {
      complaints.length = 0;
      requests.length = 0;
    },
  };
}
