import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browser } from './browser.ts';
import { permissions } from './permissions.ts';
import { listSchemes, toOrigin } from './protocol.ts';
import { record } from './record.ts';
import { RefusableEmitter } from './refusable.ts';
import { toElectronAddress } from './scheme-mapping.ts';

type PermissionDetails = Readonly<Record<string, unknown>>;
type RequestHandler = (
  contents: object,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: PermissionDetails,
) => void;
type CheckHandler = (contents: object, permission: string, origin: string, details: PermissionDetails) => boolean;
type RequestListener = (details: object, answer: (response: { cancel?: boolean }) => void) => void;

/** The default session. Until it is told otherwise it grants everything, as Electron does. */
class Session extends RefusableEmitter {
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #beforeRequest: RequestListener | null = null;

  readonly webRequest = {
    onBeforeRequest: (listener: RequestListener) => {
      this.#beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: RequestHandler | null) {
    this.#request = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler | null) {
    this.#check = handler;
  }
  /** No device that the stand-in's Chromium could reach asks for these; they are only taken. */
  setDevicePermissionHandler() {
    record('setDevicePermissionHandler');
  }
  setBluetoothPairingHandler() {
    record('setBluetoothPairingHandler');
  }
  setUSBProtectedClassesHandler() {
    record('setUSBProtectedClassesHandler');
  }
  setDisplayMediaRequestHandler() {
    record('setDisplayMediaRequestHandler');
  }

  /** @returns whether both handlers grant it to that page's main frame */
  async isGranted(contents: object, { permission, mediaType, url }: PermissionQuestion): Promise<boolean> {
    const mediaTypes = mediaType === undefined ? {} : { mediaTypes: [mediaType] };
    const details = { requestingUrl: url, securityOrigin: url, isMainFrame: true };
    const isGranted = await new Promise<boolean>((resolve) => {
      if (this.#request === null) resolve(true);
      else this.#request(contents, permission, resolve, { ...details, ...mediaTypes });
    });
    const origin = new URL('/', url).href;
    const isChecked = this.#check?.(contents, permission, origin, { ...details, mediaType }) ?? true;
    record('permission', { permission, mediaType, isGranted: isGranted && isChecked });
    return isGranted && isChecked;
  }

  /** @returns whether a listener cancels the request */
  isCancelled(details: object): Promise<boolean> {
    return new Promise((resolve) => {
      if (this.#beforeRequest === null) resolve(false);
      else
        this.#beforeRequest(details, ({ cancel = false }) => {
          resolve(cancel);
        });
    });
  }
}

interface PermissionQuestion {
  readonly permission: string;
  readonly mediaType?: string | undefined;
  readonly url: string;
}

export const defaultSession = new Session();

/**
 * DevTools cannot hold up a page's request for a permission until a handler has answered. So the handlers are asked beforehand, for
 * each permission that DevTools can set, and Chromium then grants or denies by their answers.
 */
export async function applyPermissions(contents: object, url: string): Promise<void> {
  const { devTools } = await browser();
  for (const { name, permission, mediaType } of permissions) {
    const setting = (await defaultSession.isGranted(contents, { permission, mediaType, url })) ? 'granted' : 'denied';
    await devTools.send('Browser.setPermission', { permission: { name }, setting, origin: toOrigin(url) });
  }
}

/** Downloads go to an empty folder, unless `will-download` is prevented. @returns the folder */
export async function watchDownloads(): Promise<string> {
  const { devTools } = await browser();
  const downloadPath = mkdtempSync(join(tmpdir(), 'foyer-downloads-'));
  devTools.on('Browser.downloadWillBegin', ({ guid, url }: { guid: string; url: string }) => {
    const address = toElectronAddress(url, listSchemes());
    if (defaultSession.emitRefusable('will-download', { url: address }, { getURL: () => address })) {
      void devTools.send('Browser.cancelDownload', { guid });
    }
  });
  await devTools.send('Browser.setDownloadBehavior', { behavior: 'allowAndName', downloadPath, eventsEnabled: true });
  return downloadPath;
}
