import { isKioskKey } from '../domain/kiosk-keys.ts';

/**
 * In a window of its own the page takes away what a browser would do beside it: shortcuts, context menus, zoom, dragging, dropping.
 * Measured in Chromium 156 in kiosk mode: Alt-F4 and Control-W close the window, Control-T opens a tab, Shift-Escape the task manager, F12 shows a dialog, and each
 * leaves off when the page says that the key is its own. In a browser's tab, where people develop and test, nothing changes.
 */
export function refuseBrowser(view: Window): void {
  if (view.matchMedia('(display-mode: browser)').matches) return;
  const refuse = (event: Event) => {
    event.preventDefault();
  };
  const whole = { capture: true, passive: false };
  for (const type of ['contextmenu', 'auxclick', 'dragstart', 'dragover', 'drop'])
    view.addEventListener(type, refuse, whole);
  view.addEventListener(
    'keydown',
    (event) => {
      const { key, shiftKey: shift, ctrlKey: control, altKey: alt, metaKey: meta } = event;
      if (!isKioskKey({ key, shift, control, alt, meta })) event.preventDefault();
    },
    whole,
  );
  view.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    whole,
  );
}
