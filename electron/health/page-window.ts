/** `resting` sends visitors to the next kiosk, calmly, while this one waits to try again. */
export type ShownPage = 'kiosk' | 'resting';

/** Why a page is no more: its process died, or its whole browser ended. A page that only hangs dies when it is opened again. */
export type PageDeath = 'page-gone' | 'browser-gone';

/** What a shell lets the watchdog do with its window. */
export interface PageWindow {
  /** Shows a page. The one that was there is ended first, also when it hangs. Never rejects: a page that does not come up sends no pulse. */
  open(page: ShownPage): void;
  /** One listener, told of deaths that nobody asked for. */
  onDeath(listener: (death: PageDeath) => void): void;
  /** Resident megabytes of page, browser and GPU together; null where it cannot be told. */
  measureMemory(): Promise<number | null>;
  /** Ends it for good. */
  close(): Promise<void>;
}
