import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const head =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Blank</title></head>';

/** The least that can stand in for a kiosk: nothing; a button that answers; a field that shows what was typed. */
const pages: Readonly<Record<string, string>> = {
  '/': `${head}<body></body></html>`,
  '/button': `${head}<body><button class="attract" style="width: 100vw; height: 90vh; font-size: 48px">Touch to start</button><script>
    document.querySelector('button').addEventListener('click', () => {
      const answer = document.body.appendChild(document.createElement('main'));
      answer.className = 'language';
      answer.textContent = 'English';
    });
  </script></body></html>`,
  '/field': `${head}<body><input autofocus><p role="status"></p><script>
    document.querySelector('input').addEventListener('input', ({ target }) => {
      document.querySelector('p').textContent = target.value;
    });
  </script></body></html>`,
};

export interface BlankPages {
  /** Ends without a slash. */
  readonly address: string;
  close(): Promise<void>;
}

/** @param port 0 takes a free one */
export async function serveBlankPages(port = 0): Promise<BlankPages> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
