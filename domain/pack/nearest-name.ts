/** The known name that a person most likely meant, if one is near: at most a third of the letters wrong. */
export function findNearestName(written: string, known: readonly string[]): string | undefined {
  const normal = normalise(written);
  let nearest: string | undefined;
  let smallest = Math.floor(Math.max(normal.length, 3) / 3) + 1;
  for (const name of known) {
    if (normalise(name).startsWith(`${normal}_`)) return name;
    const distance = countEdits(normal, normalise(name));
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
