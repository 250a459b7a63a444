/** Milliseconds: no page needs longer on a machine that is well, and without one the kiosk goes online all the same. */
const longestWait = 5000;

/** Holds work back until the page is up, because on two cores it would make a visitor wait for the first screen. */
export interface AfterPage {
  /** The work may begin, once the page is up or has had its time. */
  allow(): void;
  /** The page has its first screen. */
  pageIsUp(): void;
  close(): void;
}

export function createAfterPage(work: () => void, milliseconds = longestWait): AfterPage {
  let isAllowed = false;
  let isPageUp = false;
  let hasBegun = false;
  let timer: NodeJS.Timeout | undefined;
  function begin(): void {
    clearTimeout(timer);
    if (hasBegun) return;
    hasBegun = true;
    work();
  }
  return {
    allow() {
      if (isAllowed) return;
      isAllowed = true;
      if (isPageUp) begin();
      else timer = setTimeout(begin, milliseconds);
    },
    pageIsUp() {
      isPageUp = true;
      if (isAllowed) begin();
    },
    close() {
      clearTimeout(timer);
    },
  };
}
