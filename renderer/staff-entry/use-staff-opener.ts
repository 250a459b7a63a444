import { useEffect } from 'react';

const holdMilliseconds = 3000;
/** The top right corner: the same place on every screen, where nothing is to be pressed. */
const corner = { width: 0.2, height: 0.08 } as const;

/** Opens the staff's PIN pad when the top right corner is held for three seconds, and with Control, Alt and P. */
export function useStaffOpener(open: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const release = () => {
      clearTimeout(timer);
    };
    const hold = ({ clientX, clientY, isPrimary }: PointerEvent) => {
      release();
      const { innerWidth, innerHeight } = window;
      const isCorner = clientX > innerWidth * (1 - corner.width) && clientY < innerHeight * corner.height;
      if (isPrimary && isCorner) timer = setTimeout(open, holdMilliseconds);
    };
    const press = ({ ctrlKey, altKey, code }: KeyboardEvent) => {
      if (ctrlKey && altKey && code === 'KeyP') open();
    };
    const listeners = [
      ['pointerdown', hold],
      ['pointerup', release],
      ['pointercancel', release],
      ['keydown', press],
    ] as const;
    for (const [kind, listener] of listeners) window.addEventListener(kind, listener as EventListener, true);
    return () => {
      release();
      for (const [kind, listener] of listeners) window.removeEventListener(kind, listener as EventListener, true);
    };
  }, [open]);
}
