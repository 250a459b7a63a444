import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Draws a tree for a test of its hooks or of what it says, in act's time. */
export function render(content: ReactNode): { readonly container: HTMLElement; readonly unmount: () => void } {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const container = document.createElement('div');
  const root = createRoot(container);
  act(() => {
    root.render(content);
  });
  return {
    container,
    unmount: () => {
      act(() => {
        root.unmount();
      });
    },
  };
}
