import type { MouseInputEvent } from 'electron';

/** Modifiers with which a wheel zooms and a click opens windows or downloads. */
const modifiers: ReadonlySet<string> = new Set(['control', 'ctrl', 'meta', 'command', 'cmd', 'alt', 'shift']);

/**
 * Whether something that a mouse does may reach the page: moving, the left button, and the wheel alone. So nobody gets a context menu, a
 * link in another window by the middle button, or an earlier page by the buttons at the side, which Electron leaves unnamed.
 */
export function isAllowedMouse({
  type,
  button,
  modifiers: held = [],
}: Pick<MouseInputEvent, 'type' | 'button' | 'modifiers'>): boolean {
  switch (type) {
    case 'mouseDown':
      return button === 'left' && !held.some((name) => modifiers.has(name));
    // A button that was let through must also come up again.
    case 'mouseUp':
      return button === 'left';
    case 'mouseWheel':
      return !held.some((name) => modifiers.has(name));
    case 'contextMenu':
      return false;
    case 'mouseMove':
    case 'mouseEnter':
    case 'mouseLeave':
      return true;
  }
}
