import type { ServedPage } from '../harness/serve-page.ts';
import { withPage } from '../harness/with-page.ts';
import { megabyte } from '../memory/process-memory.ts';
import type { Peers } from './page/main.ts';

export interface Download {
  readonly seconds: number;
  /** As they went over the wire. */
  readonly wireMegabytes: number;
  readonly diskMegabytes: number;
}

/** One peer in a Chromium with an empty profile. @param rows that it must end with */
export async function runPeer(peer: keyof Peers, server: ServedPage, rows: number): Promise<Download> {
  server.takeBytes();
  const { value, databaseBytes } = await withPage(server.address, (page) =>
    page.evaluate(async (name) => {
      const began = performance.now();
      const found = await (window as unknown as { peers: Peers }).peers[name]();
      return { milliseconds: performance.now() - began, found };
    }, peer),
  );
  if (value.found !== rows) throw new Error(`${peer} ended with ${value.found} of ${rows} rows.`);
  return {
    seconds: value.milliseconds / 1000,
    wireMegabytes: server.takeBytes() / megabyte,
    diskMegabytes: databaseBytes / megabyte,
  };
}
