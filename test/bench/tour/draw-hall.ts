import type { FloorPlan, Place, Position } from '../../../domain/floor-plan.ts';

/** Metres: blocks of four stands between aisles, 176 by 90 m, as large as the halls of the largest fairs. */
const block = { width: 11, height: 10, columns: 16, rows: 9, stand: { width: 4, height: 3.5 }, halfAisle: 1.5 };

/** A hall of 576 stands with an aisle round every block, and a kiosk. */
export function drawHall(): FloorPlan {
  const { columns, rows } = block;
  const [width, height] = [columns * block.width, rows * block.height];
  const across = count(rows + 1).map((row) => drawAisle([0, row * block.height], [width, row * block.height]));
  const up = count(columns + 1).map((column) => drawAisle([column * block.width, 0], [column * block.width, height]));
  const stands = count(rows).flatMap((row) => count(columns).flatMap((column) => drawBlock(column, row)));
  const kiosk: Place = {
    type: 'Feature',
    properties: { id: 'kiosk', kind: 'kiosk' },
    geometry: { type: 'Point', coordinates: [width / 2, 1] },
  };
  return { type: 'FeatureCollection', coordinateSystem: 'metres', features: [...across, ...up, ...stands, kiosk] };
}

function drawBlock(column: number, row: number): Place[] {
  const { width, height } = block.stand;
  const [left, bottom] = [column * block.width + block.halfAisle, row * block.height + block.halfAisle];
  return count(4).map((quarter) => {
    const [x, y] = [left + (quarter % 2) * width, bottom + Math.floor(quarter / 2) * height];
    const ring: Position[] = [[x, y], [x + width, y], [x + width, y + height], [x, y + height], [x, y]]; // prettier-ignore
    const id = `stand-${column}-${row}-${quarter}`;
    return {
      type: 'Feature',
      properties: { id, kind: 'stand', label: id },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
}

function drawAisle(...coordinates: [Position, Position]): Place {
  const id = `aisle-${coordinates.flat().join('-')}`;
  return { type: 'Feature', properties: { id, kind: 'walkway' }, geometry: { type: 'LineString', coordinates } };
}

function count(to: number): number[] {
  return [...Array(to).keys()];
}
