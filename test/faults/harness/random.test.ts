import { expect, it } from 'vitest';
import { createRandom } from './random.ts';

it('repeats with its seed, and not with another', () => {
  const draw = (seed: string) => [...createRandom(seed).bytes(50)];
  expect(draw('7')).toEqual(draw('7'));
  expect(draw('7')).not.toEqual(draw('8'));
});

it('draws evenly', () => {
  const random = createRandom('even');
  const counts = Array.from({ length: 10 }, () => 0);
  for (let draw = 0; draw < 10_000; draw += 1) {
    const at = random.integer(0, 9);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  // Five standard deviations of a binomial with n = 10,000 and p = 0.1.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

it('gives a part its own draws, whatever another part takes', () => {
  const [one, other] = [createRandom('7'), createRandom('7')];
  other.fraction();
  expect(one.split('part').bytes(8)).toEqual(other.split('part').bytes(8));
});

it('shuffles without losing anything', () => {
  const items = Array.from({ length: 30 }, (_, index) => index);
  const shuffled = createRandom('7').shuffle(items);
  expect(shuffled).not.toEqual(items);
  expect(shuffled.toSorted((one, other) => one - other)).toEqual(items);
});
