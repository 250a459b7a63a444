import type { StreamAddress } from '../printer-address.ts';
import { createDeviceFileConnect } from './device-file.ts';
import type { ConnectPrinter } from './printer-connection.ts';
import { createSerialConnect } from './serial.ts';
import { createTcpConnect } from './tcp.ts';

/** The cable that an address names. Opens nothing yet. */
export function connectStream(address: StreamAddress): ConnectPrinter {
  switch (address.kind) {
    case 'tcp':
      return createTcpConnect(address);
    case 'usb':
      return createDeviceFileConnect(address);
    case 'serial':
      return createSerialConnect(address);
  }
}
