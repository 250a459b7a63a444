import { readFileSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import process from 'node:process';

export interface Peer {
  /** Port on 127.0.0.1 that it came from. */
  readonly from: number;
  /** Ours on 127.0.0.1. */
  readonly to: number;
}

/** Line of `/proc/net/tcp`: number, local address, remote address, state, queues, timers, retransmits, uid, timeout, inode. */
const row = /^\s*\d+: ([0-9A-F]{8}:[0-9A-F]{4}) ([0-9A-F]{8}:[0-9A-F]{4}) (?:\S+ ){4}\s*(\d+)\s+\d+ (\d+)/gmu;

/**
 * Closes each connection of another user before a byte of it is read. What stands on a command line, as the address of our own window
 * does, every user of the machine can read; it opens for nobody else. Root is another user as well: it needs no door.
 *
 * Only Linux tells a socket's owner; elsewhere tickets are all there is.
 */
export function refuseOtherUsers(server: Server, onRefused: () => void): void {
  if (process.platform !== 'linux') return;
  server.on('connection', (socket: Socket) => {
    const { remotePort: from, localPort: to } = socket;
    if (from !== undefined && to !== undefined && isOurs({ from, to })) return;
    socket.destroy();
    onRefused();
  });
}

/** A row may be missed while others are taken out of the table, so it is read twice. */
function isOurs(peer: Peer): boolean {
  const owner = () => readOwner(readFileSync('/proc/self/net/tcp', 'latin1'), peer);
  return (owner() ?? owner()) === process.getuid?.();
}

/** @returns the user id that holds the peer's socket; null when nobody does, also when it was closed meanwhile: then the table says 0 */
export function readOwner(table: string, { from, to }: Peer): number | null {
  const [theirs, ours] = [toEntry(from), toEntry(to)];
  for (const [, local, remote, uid, inode] of table.matchAll(row)) {
    if (local === theirs && remote === ours) return inode === '0' ? null : Number(uid);
  }
  return null;
}

/** The kernel prints the address as a number in the machine's order; every machine that Chromium runs on puts the low byte first. */
function toEntry(port: number): string {
  return `0100007F:${port.toString(16).toUpperCase().padStart(4, '0')}`;
}
