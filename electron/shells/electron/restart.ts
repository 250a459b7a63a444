/**
 * Whether somebody starts again what ends with `startAgain`: systemd does (only a service of type notify has the socket), and so does
 * Windows' Shell Launcher for an installed kiosk. A copy that Electron starts itself would there stand beside theirs and lose the lock.
 */
export function isStartedAgain(kiosk: {
  readonly isPackaged: boolean;
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}): boolean {
  return kiosk.environment['NOTIFY_SOCKET'] !== undefined || (kiosk.isPackaged && kiosk.platform === 'win32');
}
