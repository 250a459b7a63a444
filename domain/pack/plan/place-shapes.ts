import type { Position } from '../../floor-plan.ts';
import { boundsOfPositions } from '../../geometry.ts';
import { isObject } from '../pick-value.ts';
import type { Problem } from '../problem.ts';
import { mendShape, type Shape } from './mend-shape.ts';
import type { PlanMapping } from './plan-mapping.ts';
import type { PlanPart } from './plan-part.ts';
import { createProjection, createTurn } from './project.ts';

/** No venue is wider, in degrees of latitude: 20 km. What is wider was written in another unit. */
const widestVenue = 0.18;

/** How the shapes of all files get onto one plan in metres; null when they do not fit together. */
export function createPlacing(
  parts: readonly PlanPart[],
  mapping: PlanMapping,
): { place: ((shape: Shape) => Shape) | null; problems: Problem[] } {
  const [first] = parts;
  const odd = parts.find(({ coordinateSystem }) => coordinateSystem !== first?.coordinateSystem);
  if (first !== undefined && odd !== undefined) {
    const message = `This file is in ${odd.coordinateSystem}, ${first.file} in ${first.coordinateSystem}.`;
    const instead = 'Bring both into one coordinate system.';
    return { place: null, problems: [{ severity: 'error', file: odd.file, message, instead }] };
  }
  const steps: ((position: Position) => Position)[] = [];
  if (first?.coordinateSystem === 'degrees') {
    const { left, right, bottom, top } = boundsOfPositions(parts.flatMap(listPositions));
    const isDegrees = left >= -180 && right <= 180 && bottom >= -90 && top <= 90 && top - bottom < widestVenue;
    if (!isDegrees) {
      const message = 'The positions are no longitudes and latitudes of one venue.';
      const instead = 'If they are metres, write "coordinateSystem": "metres" at the top of the file.';
      return { place: null, problems: [{ severity: 'error', file: first.file, message, instead }] };
    }
    steps.push(createProjection([(left + right) / 2, (bottom + top) / 2]));
  }
  if (mapping.y === 'down') steps.push(([x, y]) => [x, -y]);
  if (mapping.rotate !== undefined && mapping.rotate !== 0) steps.push(createTurn(mapping.rotate));
  const move = (position: Position): Position => roundToMillimetres(steps.reduce((at, step) => step(at), position));
  return { place: steps.length === 0 ? (shape) => shape : (shape) => moveShape(shape, move), problems: [] };
}

function listPositions({ features }: PlanPart): Position[] {
  return features.flatMap(({ value }) => {
    const shapes = isObject(value) ? (mendShape(value['geometry'], 'walkway')?.shapes ?? []) : [];
    return shapes.flatMap((shape): Position[] => {
      switch (shape.type) {
        case 'Point':
          return [shape.coordinates];
        case 'LineString':
          return shape.coordinates;
        case 'Polygon':
          return shape.coordinates.flat();
      }
    });
  });
}

function moveShape(shape: Shape, move: (position: Position) => Position): Shape {
  switch (shape.type) {
    case 'Point':
      return { ...shape, coordinates: move(shape.coordinates) };
    case 'LineString':
      return { ...shape, coordinates: shape.coordinates.map(move) };
    case 'Polygon':
      return { ...shape, coordinates: shape.coordinates.map((ring) => ring.map(move)) };
  }
}

function roundToMillimetres([x, y]: Position): Position {
  return [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];
}
