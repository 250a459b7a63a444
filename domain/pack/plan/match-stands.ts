/**
 * Finds the stands on the plan that were meant. Lists and plans of the same fair write one stand in different ways: `B050/A051` and
 * `A-051 B-050`, or only one of its numbers, or the numbers of several stands in one breath. What may be either of two is neither.
 * @param labels of all stands on the plan
 * @returns labels as the plan has them; none when nothing fits
 */
export function createStandMatcher(labels: readonly string[]): (written: string) => readonly string[] {
  const numbersOf = new Map(labels.map((label) => [label, listNumbers(label)]));
  const exact = new Set(labels);
  const whole = new Map<string, Set<string>>();
  const byNumber = new Map<string, Set<string>>();
  for (const [label, numbers] of numbersOf) {
    for (const key of new Set([numbers.toSorted().join(' '), numbers.join('')])) add(whole, key, label);
    for (const number of numbers) add(byNumber, number, label);
  }
  return (written) => {
    if (exact.has(written)) return [written];
    const numbers = listNumbers(written);
    const same = whole.get(numbers.toSorted().join(' ')) ?? whole.get(numbers.join('')) ?? new Set<string>();
    if (same.size > 0) return same.size === 1 ? [...same] : [];
    const near = numbers.map((number) => byNumber.get(number) ?? new Set<string>());
    const around = [...(near[0] ?? [])].filter((label) => near.every((fitting) => fitting.has(label)));
    if (around.length > 0) return around.length === 1 ? around : [];
    // Several stands: every number belongs to one that is named whole.
    const named = new Set(numbers);
    const inside = [...new Set(near.flatMap((fitting) => [...fitting]))].filter((label) =>
      numbersOf.get(label)?.every((number) => named.has(number)),
    );
    const covered = new Set(inside.flatMap((label) => numbersOf.get(label) ?? []));
    return numbers.every((number) => covered.has(number)) ? inside : [];
  };
}

function listNumbers(text: string): string[] {
  const parts = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s/,;+&]+/u);
  return parts.map((part) => part.replace(/[-_]/gu, '')).filter((part) => part !== '');
}

function add(map: Map<string, Set<string>>, key: string, label: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(label));
}
