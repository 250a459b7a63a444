import type { App, Event, Session, WebContents } from 'electron';
import { isAllowedKey } from './keys.ts';
import { isOwnPage } from './page.ts';

/** What pages may make of the machine: nothing. Call it before the first page is loaded. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
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
