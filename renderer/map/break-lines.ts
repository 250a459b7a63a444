/** A text on at most so many lines, as even as its words allow; Han may break anywhere. @returns fewer lines where it has fewer words */
export function breakLines(text: string, count: number, widthOf: (text: string) => number): string[] {
  const pieces =
    text.match(
      /[\u2e80-\u9fff\uf900-\ufaff](?:[\u3000-\u303f\uff00-\uffef]*)|[^\s\u2e80-\u9fff\uf900-\ufaff]+|\s+/gu,
    ) ?? [];
  let best = [text];
  let width = Infinity;
  // The narrowest column that needs no more lines than allowed is as wide as one of these.
  const least = widthOf(text) / count;
  for (let share = 1; share <= 2; share += 0.1) {
    const lines = fill(pieces, least * share, widthOf);
    if (lines.length > count) continue;
    const widest = Math.max(...lines.map(widthOf));
    if (widest < width) [best, width] = [lines, widest];
  }
  return best;
}

function fill(pieces: readonly string[], column: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf((line + piece).trim()) > column) {
      lines.push(line.trim());
      line = '';
    }
    line += piece;
  }
  lines.push(line.trim());
  return lines.filter((words) => words !== '');
}
