import { autoDetect } from '@serialport/bindings-cpp';
import { err, ok, type Result } from '../../../domain/result.ts';
import { createListeners } from './listeners.ts';
import { createOneAtATime } from './one-at-a-time.ts';
import { chunkBytes, type ConnectPrinter, type PrinterConnection } from './printer-connection.ts';
import { within } from './within.ts';

type SerialPort = Awaited<ReturnType<ReturnType<typeof autoDetect>['open']>>;

/** How long what was written last may take to leave the machine, in milliseconds. */
const leaveWithinMilliseconds = 500;

/**
 * A serial line: `/dev/ttyUSB0`, `/dev/ttyS0`, `COM3`. Eight data bits, no parity, one stop bit, and RTS/CTS unless told, as receipt printers
 * leave the factory; a printer that is full drops CTS.
 */
export function createSerialConnect(line: { path: string; baud: number; flow: 'rts-cts' | 'none' }): ConnectPrinter {
  return async ({ connectMilliseconds, drainMilliseconds }) => {
    const opening = autoDetect().open({ path: line.path, baudRate: line.baud, rtscts: line.flow === 'rts-cts' });
    const opened = await within(
      connectMilliseconds,
      opening.then(
        (port) => ok(port),
        (error: unknown) => err(/lock|busy|denied/iu.test(String(error)) ? 'busy' : 'unreachable'),
      ),
    );
    if (opened.ok) return ok(converse(opened.value, drainMilliseconds));
    if (opened.reason !== 'silent') return err(opened.reason);
    // It may still open, and nobody would close it.
    void opening.then((port) => port.close()).catch(() => undefined);
    return err('unreachable');
  };
}

function converse(port: SerialPort, drainMilliseconds: number): PrinterConnection {
  const listeners = createListeners();
  const oneAtATime = createOneAtATime();
  const { promise: closed, resolve: close } = Promise.withResolvers<undefined>();
  void read();

  async function read(): Promise<void> {
    const buffer = Buffer.alloc(chunkBytes);
    try {
      while (port.isOpen) {
        const { bytesRead } = await port.read(buffer, 0, buffer.length);
        listeners.hear(Uint8Array.from(buffer.subarray(0, bytesRead)));
      }
    } catch {
      // Closed by us, or the adapter was pulled out.
    }
    await end();
  }

  async function write(whole: Buffer): Promise<Result<void, 'closed' | 'stalled'>> {
    for (let at = 0; at < whole.length; at += chunkBytes) {
      if (!port.isOpen) return err('closed');
      const written = await within(
        drainMilliseconds,
        port.write(whole.subarray(at, at + chunkBytes)).then(
          () => ok(),
          () => err('closed'),
        ),
      );
      if (!written.ok) return err(written.reason === 'silent' ? 'stalled' : 'closed');
    }
    return port.isOpen ? ok() : err('closed');
  }

  async function end(): Promise<void> {
    if (port.isOpen) await port.close().catch(() => undefined);
    close(undefined);
  }

  return {
    closed,
    onBytes: listeners.add,
    send: (bytes) => oneAtATime(() => write(Buffer.from(Uint8Array.from(bytes)))),
    async leave() {
      if (port.isOpen)
        await within(
          leaveWithinMilliseconds,
          port.drain().then(ok, () => err('closed')),
        );
      await end();
    },
    async abort() {
      if (port.isOpen) await port.flush().catch(() => undefined);
      await end();
    },
  };
}
