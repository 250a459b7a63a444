import type { Position } from '../../domain/floor-plan.ts';

/**
 * Turns a plan about its origin so that what lay in a direction lies up.
 * @param direction degrees clockwise from up, as a kiosk's `facing`
 */
export function createTurn(direction: number): (position: Position) => Position {
  const angle = (direction / 180) * Math.PI;
  // Whole numbers for quarter turns, so that walls stay straight.
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)].map((value) => Math.round(value * 1e12) / 1e12) as [
    number,
    number,
  ];
  return ([x, y]) => [x * cosine - y * sine, x * sine + y * cosine];
}
