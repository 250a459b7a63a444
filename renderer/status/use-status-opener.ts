import { useEffect } from 'react';

/** Marks what opens the status page when it is held: the event's name, where nobody holds a finger by chance. */
export const opensStatus = { 'data-opens-status': '' } as const;

const holdMilliseconds = 3000;

/** Opens the status page when the event's name is held for three seconds, and with Control, Alt and S. */
export function useStatusOpener(open: () => void): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const release = () => {
      clearTimeout(timer);
    };
    const hold = ({ target }: PointerEvent) => {
      release();
      if (target instanceof Element && target.closest('[data-opens-status]'))
        timer = setTimeout(open, holdMilliseconds);
    };
    const press = ({ ctrlKey, altKey, code }: KeyboardEvent) => {
      if (ctrlKey && altKey && code === 'KeyS') open();
    };
    window.addEventListener('pointerdown', hold, { capture: true });
    window.addEventListener('pointerup', release, { capture: true });
    window.addEventListener('pointercancel', release, { capture: true });
    window.addEventListener('keydown', press, { capture: true });
    return () => {
      release();
      window.removeEventListener('pointerdown', hold, { capture: true });
      window.removeEventListener('pointerup', release, { capture: true });
      window.removeEventListener('pointercancel', release, { capture: true });
      window.removeEventListener('keydown', press, { capture: true });
    };
  }, [open]);
}
