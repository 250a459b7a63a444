import type { App, Event, Session, WebContents } from 'electron';
import { isAllowedKey } from './keys.ts';
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
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', refuse);
  // The network belongs to the host.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isOwnPage(url) && !/^(?:blob|data|devtools):/u.test(url) });
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
}

/** A page stays where the host has put it; it opens nothing and embeds nothing. */
function guardContents(contents: WebContents): void {
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('before-input-event', (event, input) => {
    if (!isAllowedKey(input)) event.preventDefault();
  });
}

function refuse(event: Event): void {
  event.preventDefault();
}
