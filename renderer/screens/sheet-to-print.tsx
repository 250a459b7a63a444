import type { ReactNode } from 'react';
import './sheet-to-print.css';

/**
 * What is turned into dots, laid out beside the screen. It is not the sheet that the visitor sees: that one leaves the page when the screen
 * changes, and dots that are not ready by then would never be.
 */
export function SheetToPrint({ children }: { readonly children: ReactNode }) {
  return (
    <div className="sheet-to-print" aria-hidden="true">
      {children}
    </div>
  );
}
