/**
 * The known name that a person most likely meant: one that begins with what was written or is its beginning, or else the one with the fewest
 * wrong letters, at most a third of them.
 */
export function findNearestName(written: string, known: readonly string[]): string | undefined {
  const normal = normalise(written);
  let nearest: string | undefined;
  let smallest = Math.ceil(Math.max(normal.length, 1) / 3) + 1;
  for (const name of known) {
    const candidate = normalise(name);
    if (candidate.startsWith(`${normal}_`) || (candidate.includes('_') && normal.startsWith(candidate))) return name;
    const distance = countEdits(normal, candidate);
    if (distance < smallest) [nearest, smallest] = [name, distance];
  }
  return nearest;
}

function normalise(name: string): string {
  return name
    .slice(0, 80)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

/** Levenshtein distance. */
function countEdits(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const swap = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
