import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createAgent, ObjectType, MibProviderType, MaxAccess } from 'net-snmp';
import type { BrotherQlSimulator } from './brother-ql-simulator.ts';

interface MibRequest {
  done(): void;
}

interface Agent {
  getMib(): {
    registerProvider(provider: object): void;
    setScalarValue(name: string, value: unknown): void;
    addTableRow(name: string, row: readonly unknown[]): void;
    setTableSingleCell(name: string, column: number, row: readonly number[], value: unknown): void;
  };
  getAuthorizer(): { addCommunity(community: string): void };
  close(): void;
}

/** What such a printer tells by SNMP, by the agent of a library: its 32 bytes of status, and the pages of its life. */
export async function startNetworkAgent(simulator: BrotherQlSimulator): Promise<{ port: number; close: () => void }> {
  const port = await findFreePort();
  const agent = createAgent({ port, address: '127.0.0.1', disableAuthorization: false }, () => undefined) as Agent;
  agent.getAuthorizer().addCommunity('public');
  const mib = agent.getMib();
  mib.registerProvider({
    name: 'status',
    type: MibProviderType.Scalar,
    oid: '1.3.6.1.4.1.2435.3.3.9.1.6.1',
    scalarType: ObjectType.OctetString,
    maxAccess: MaxAccess['read-only'],
    handler(request: MibRequest) {
      mib.setScalarValue('status', Buffer.from(simulator.describe()));
      request.done();
    },
  });
  mib.registerProvider({
    name: 'markers',
    type: MibProviderType.Table,
    oid: '1.3.6.1.2.1.43.10.2.1',
    maxAccess: MaxAccess['not-accessible'],
    tableColumns: [
      { number: 1, name: 'device', type: ObjectType.Integer, maxAccess: MaxAccess['read-only'] },
      { number: 2, name: 'marker', type: ObjectType.Integer, maxAccess: MaxAccess['read-only'] },
      { number: 4, name: 'lifeCount', type: ObjectType.Counter, maxAccess: MaxAccess['read-only'] },
    ],
    tableIndex: [{ columnName: 'device' }, { columnName: 'marker' }],
    handler(request: MibRequest) {
      mib.setTableSingleCell('markers', 4, [1, 1], simulator.counts.pages);
      request.done();
    },
  });
  mib.setScalarValue('status', Buffer.from(simulator.describe()));
  mib.addTableRow('markers', [1, 1, 0]);
  let isOpen = true;
  return {
    port,
    close() {
      if (isOpen) agent.close();
      isOpen = false;
    },
  };
}

/** The library's agent does not say which port it took. */
async function findFreePort(): Promise<number> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address();
  socket.close();
  return port;
}
