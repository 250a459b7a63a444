import type { Sample } from './measure.ts';

const width = 72;
const height = 8;

/** One quantity over the visitors, as letters: the largest value of each column. */
export function plot(samples: readonly Sample[], key: Exclude<keyof Sample, 'born' | 'pid'>, title: string): string {
  const last = Math.max(...samples.map(({ visitors }) => visitors), 1);
  const columns = Array.from({ length: width }, (): number[] => []);
  for (const sample of samples)
    columns[Math.min(Math.floor((sample.visitors / last) * width), width - 1)]?.push(sample[key]);
  const values = columns.filter((column) => column.length > 0).map((column) => Math.max(...column));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const step = (high - low || 1) / height;
  const lines = Array.from({ length: height }, (_, row) => {
    const floor = high - (row + 1) * step;
    const label = row === 0 ? high.toFixed(1) : row === height - 1 ? low.toFixed(1) : '';
    const marks = columns.map((column) => {
      const value = Math.max(...column);
      return column.length > 0 && value >= floor - step * 1e-6 && value <= floor + step * (1 + 1e-6) ? '•' : ' ';
    });
    return `${label.padStart(8)} │${marks.join('')}`.trimEnd();
  });
  return [
    title,
    ...lines,
    `${' '.repeat(9)}└${'─'.repeat(width)}`,
    `${' '.repeat(10)}0${`${last} visitors`.padStart(width - 1)}`,
  ].join('\n');
}
