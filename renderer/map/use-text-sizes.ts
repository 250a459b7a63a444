import { useMemo, useSyncExternalStore } from 'react';
import { createMeasure } from './measure-text.ts';
import type { LabelSizes } from './plan-labels.ts';

/** The look's smallest type, and what goes with it (look/tokens.css), rem. */
const sizes = { least: 2.8, sign: 3.8, mark: 5.2 };
/** Of the plan's labels. */
const weight = 620;

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-text', 'lang'] });
  window.addEventListener('resize', onChange);
  return () => {
    observer.disconnect();
    window.removeEventListener('resize', onChange);
  };
}

/** As a text, so that it is the same as long as nothing has changed. */
function read(): string {
  const style = getComputedStyle(document.documentElement);
  const scale = style.getPropertyValue('--text-scale') || '1';
  return [style.fontSize, scale, getComputedStyle(document.body).fontFamily].join('|');
}

/** The sizes of what is written on a plan, in CSS pixels, for this screen and the visitor's text size. */
export function useTextSizes(): LabelSizes & { readonly rem: number } {
  const now = useSyncExternalStore(subscribe, read);
  return useMemo(() => {
    const [rem = '10', scale = '1', family = ''] = now.split('|');
    const unit = parseFloat(rem);
    const letters = unit * parseFloat(scale);
    return {
      rem: unit,
      measure: createMeasure(family, weight),
      leastSize: sizes.least * letters,
      sign: sizes.sign * letters,
      mark: sizes.mark * letters,
    };
  }, [now]);
}
