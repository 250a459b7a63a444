import { describe, expect, it } from 'vitest';
import type { FloorPlan, Place, Position } from '../floor-plan.ts';
import { createWalkNetwork } from './network.ts';

function point(properties: Place['properties'], coordinates: Position): Place {
  return { type: 'Feature', properties, geometry: { type: 'Point', coordinates } };
}

/** Floors one above the other, each with an aisle, a lift and stairs at the same distance, and a kiosk between them. */
function tower(floors: number): FloorPlan {
  const names = Array.from({ length: floors }, (_, number) => `f${number}`);
  return {
    type: 'FeatureCollection',
    coordinateSystem: 'metres',
    floors: names.map((id, ordinal) => ({ id, ordinal })),
    features: names.flatMap((floor): Place[] => [
      {
        type: 'Feature',
        properties: { id: `aisle-${floor}`, kind: 'walkway', floor },
        geometry: { type: 'LineString', coordinates: [[-5, 0], [5, 0]] }, // prettier-ignore
      },
      point({ id: `kiosk-${floor}`, kind: 'kiosk', floor }, [0, 0]),
      point({ id: `lift-${floor}`, kind: 'lift', floor, shaft: 'core' }, [-5, 0]),
      point({ id: `stairs-${floor}`, kind: 'stairs', floor, shaft: 'core' }, [5, 0]),
    ]),
  };
}

function changesOf(task: { floors: number; stepFree?: boolean }) {
  const { findRoute } = createWalkNetwork(tower(task.floors));
  const route = findRoute({ from: 'kiosk-f0', to: `kiosk-f${task.floors - 1}`, stepFree: task.stepFree ?? false });
  return route.ok ? route.value.changes : route.reason;
}

describe('from floor to floor', () => {
  it('takes the stairs one floor up, where a lift would keep one waiting', () => {
    expect(changesOf({ floors: 2 })).toEqual([
      { by: 'stairs', from: 'f0', to: 'f1', place: 'stairs-f0', out: 'stairs-f1' },
    ]);
  });

  it('takes the lift once, past the floors between, when it is far up', () => {
    expect(changesOf({ floors: 9 })).toEqual([{ by: 'lift', from: 'f0', to: 'f8', place: 'lift-f0', out: 'lift-f8' }]);
  });

  it('takes the lift for one floor when there may be no step', () => {
    expect(changesOf({ floors: 2, stepFree: true })).toMatchObject([{ by: 'lift' }]);
  });

  it('leads nowhere step-free where only stairs lead', () => {
    const plan = tower(2);
    const features = plan.features.filter(({ properties: { kind } }) => kind !== 'lift');
    const { findRoute } = createWalkNetwork({ ...plan, features });
    const task = { from: 'kiosk-f0', to: 'kiosk-f1' };
    expect(findRoute({ ...task, stepFree: true })).toEqual({ ok: false, reason: 'unreachable' });
    expect(findRoute(task).ok).toBe(true);
  });
});

it('sets off in front of the screen, and walks a ramp as it walks an aisle', () => {
  const plan: FloorPlan = {
    type: 'FeatureCollection',
    coordinateSystem: 'metres',
    features: [
      {
        type: 'Feature',
        properties: { id: 'ramp', kind: 'ramp' },
        geometry: { type: 'LineString', coordinates: [[0, -2], [10, -2]] }, // prettier-ignore
      },
      point({ id: 'here', kind: 'kiosk', facing: 0 }, [2, 0]),
      point({ id: 'there', kind: 'information' }, [10, -2]),
    ],
  };
  const route = createWalkNetwork(plan).findRoute({ from: 'here', to: 'there', stepFree: true });
  expect(route.ok && route.value.legs[0]?.positions).toEqual([[2, -0.6], [2, -2], [10, -2]]); // prettier-ignore
});
