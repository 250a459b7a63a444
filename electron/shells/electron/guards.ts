import type { App, Event, Session, WebContents } from 'electron';
import { isAllowedKey } from './keys.ts';
import { isAllowedMouse } from './mouse.ts';
import { isOwnPage } from './page.ts';

/**
 * What pages may make of the machine: nothing, but for our own page's camera, which reads tickets. Call it before the first page is loaded.
 * @param camera as the option has it
 */
export function guardSession(session: Session, { camera }: { camera: boolean }): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isVideo = permission === 'media' && types.length > 0 && types.every((type) => type === 'video');
    answer(camera && isVideo && details.isMainFrame && isOwnPage(details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType, isMainFrame }) => {
    return camera && permission === 'media' && mediaType === 'video' && isMainFrame && isOwnPage(origin);
  });
  guardDevices(session);
  session.on('will-download', refuse);
  // The network belongs to the host.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isOwnPage(url) && !/^(?:blob|data|devtools):/u.test(url) });
  });
}

/** Printers and scanners are the host's; a page has no device, not even one that was granted before. */
function guardDevices(session: Session): void {
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => {
    answer({ confirmed: false });
  });
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer(null);
  });
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault();
    choose(null);
  });
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault();
    choose();
  });
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault();
    choose('');
  });
  session.on('file-system-access-restricted', (event, _details, answer) => {
    event.preventDefault();
    answer('deny');
  });
}

/** Every page of the process, whoever opens it. Call it before the first window. */
export function guardPages(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents);
  });
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, trust) => {
    event.preventDefault();
    trust(false);
  });
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}

/** A page stays where the host has put it; it opens nothing, embeds nothing, and gets only the input that it needs. */
function guardContents(contents: WebContents): void {
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.on('before-input-event', (event, input) => {
    if (!isAllowedKey(input)) event.preventDefault();
  });
  contents.on('before-mouse-event', (event, mouse) => {
    if (!isAllowedMouse(mouse)) event.preventDefault();
  });
  contents.on('did-finish-load', () => {
    // Chromium remembers a zoom by the page's address, and every page that was shown before this one.
    contents.setZoomFactor(1);
    contents.setVisualZoomLevelLimits(1, 1).catch(() => undefined);
    contents.navigationHistory.clear();
  });
}

function refuse(event: Event): void {
  event.preventDefault();
}
