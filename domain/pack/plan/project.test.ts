import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from '../../floor-plan.ts';
import { measure } from '../../geometry.ts';
import { createProjection, createTurn } from './project.ts';

/** Metres between two positions through the ellipsoid, from geocentric coordinates (NGA.STND.0036, section 4.2): for short ways the same as over it. */
function chord([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const [a, e2] = [6_378_137, 0.00669437999014];
  const toSpace = (lon: number, lat: number) => {
    const [l, p] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
    const n = a / Math.sqrt(1 - e2 * Math.sin(p) ** 2);
    return [n * Math.cos(p) * Math.cos(l), n * Math.cos(p) * Math.sin(l), n * (1 - e2) * Math.sin(p)] as const;
  };
  const [[x1, y1, z1], [x2, y2, z2]] = [toSpace(lon1, lat1), toSpace(lon2, lat2)];
  return Math.hypot(x2 - x1, y2 - y1, z2 - z1);
}

describe('a projection', () => {
  it('puts its centre at the origin, east to the right and north up', () => {
    const project = createProjection([114.2, 22.4]);
    expect(project([114.2, 22.4]).map(Math.abs)).toEqual([0, 0]);
    expect(project([114.201, 22.401]).every((metres) => metres > 100 && metres < 112)).toBe(true);
  });

  it('measures as the ellipsoid does: within 1 in 10,000 over a venue of 500 m, anywhere people build halls', () => {
    const offset = fc.double({ min: -0.002, max: 0.002, noNaN: true });
    const centre = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -65, max: 65, noNaN: true }),
    );
    fc.assert(
      fc.property(centre, offset, offset, offset, offset, ([longitude, latitude], a, b, c, d) => {
        const project = createProjection([longitude, latitude]);
        const [from, to]: [Position, Position] = [[longitude + a, latitude + b], [longitude + c, latitude + d]]; // prettier-ignore
        const real = chord(from, to);
        expect(Math.abs(measure(project(from), project(to)) - real)).toBeLessThan(0.005 + real * 1e-4);
      }),
    );
  });

  it('is whole across the 180th meridian', () => {
    const project = createProjection([179.9995, -17]);
    const [[west], [east]] = [project([179.999, -17]), project([-179.999, -17])];
    expect(east - west).toBeGreaterThan(0);
    expect(east - west).toBeLessThan(300);
  });
});

describe('a turn', () => {
  it('is clockwise and keeps every distance', () => {
    const [x, y] = createTurn(90)([0, 2]);
    expect([x, y]).toEqual([expect.closeTo(2), expect.closeTo(0)]);
    const coordinate = fc.double({ min: -500, max: 500, noNaN: true });
    const position = fc.tuple(coordinate, coordinate);
    fc.assert(
      fc.property(position, position, fc.double({ min: -360, max: 360, noNaN: true }), (a, b, degrees) => {
        const turn = createTurn(degrees);
        expect(measure(turn(a), turn(b))).toBeCloseTo(measure(a, b), 6);
      }),
    );
  });
});
