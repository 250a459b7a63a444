import { useEffect, useRef, useState } from 'react';

const page = 30;

/**
 * How much of a long list is drawn: a page, and another one whenever its end comes near. A thousand rows at once would make the screen
 * wait.
 * @param list another list begins anew
 */
export function useGrowingCount(list: readonly unknown[]) {
  const [shown, setShown] = useState({ list, count: page });
  const end = useRef<HTMLDivElement>(null);
  const count = shown.list === list ? shown.count : page;
  const hasMore = count < list.length;
  useEffect(() => {
    if (!end.current || !hasMore) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setShown({ list, count: count + page });
      },
      { rootMargin: '100%' },
    );
    observer.observe(end.current);
    return () => {
      observer.disconnect();
    };
  }, [list, count, hasMore]);
  return { count, end };
}
