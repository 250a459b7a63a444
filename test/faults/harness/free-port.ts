import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** One that was free a moment ago, for a program that must have the same at each start. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
