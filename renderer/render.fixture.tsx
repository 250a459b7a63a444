import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';

/** Draws a tree for a test of its hooks, in act's time. */
export function render(content: ReactNode): { readonly unmount: () => void } {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const root = createRoot(document.createElement('div'));
  act(() => {
    root.render(content);
  });
  return {
    unmount: () => {
      act(() => {
        root.unmount();
      });
    },
  };
}
