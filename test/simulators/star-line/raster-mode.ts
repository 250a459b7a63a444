import { bytesPerRow } from '../../../domain/raster.ts';
import { numberOf, type StarCommand } from './grammar.ts';

/** What a command moves: rows to burn from the top (each `ceil(width / 8)` bytes), then perhaps a cut. */
export interface Laid {
  readonly rows: readonly Uint8Array[];
  readonly cut: boolean;
}

const nothing: Laid = { rows: [], cut: false };

/** Modes that cut or stop at the tear bar; 1 and 2 only feed. 0 is the default, a partial cut. */
const endsSheet = (mode: number) => mode !== 1 && mode !== 2;

/** Rows on paper by raster mode. Line mode prints nothing here: Foyer's drivers and receiptio's graphic mode send pictures only. */
export function createRasterMode(widthDots: number) {
  const rowBytes = bytesPerRow(widthDots);
  let isRaster = false;
  let endMode = 0;
  let feedMode = 0;
  let leftBytes = 0;
  /** What `k` has put on the row under way, which the next `b` ends. */
  let underWay: Uint8Array | null = null;
  let hasRows = false;

  function initialise(): void {
    endMode = 0;
    feedMode = 0;
    leftBytes = 0;
    underWay = null;
    hasRows = false;
  }

  function place(bytes: Uint8Array): Uint8Array {
    const row = underWay ?? new Uint8Array(rowBytes);
    bytes.subarray(3).forEach((byte, index) => {
      const at = leftBytes + index;
      if (at < rowBytes) row[at] = (row[at] ?? 0) | byte;
    });
    return row;
  }

  function end(mode: number): Laid {
    hasRows = false;
    return { rows: [], cut: endsSheet(mode) };
  }

  return {
    isRaster: () => isRaster,
    layOut(command: StarCommand): Laid {
      switch (command.name) {
        case 'ESC * r A':
          if (!isRaster) initialise();
          isRaster = true;
          return nothing;
        case 'ESC * r R':
        case 'ESC * r C':
          initialise();
          return nothing;
        case 'ESC * r B': {
          const laid = isRaster && hasRows ? end(endMode) : nothing;
          isRaster = false;
          return laid;
        }
        case 'ESC * r E':
          endMode = numberOf(command);
          return nothing;
        case 'ESC * r F':
          feedMode = numberOf(command);
          return nothing;
        case 'ESC * r ml':
          leftBytes = numberOf(command);
          return nothing;
        case 'ESC * r Y':
          if (!isRaster) return nothing;
          hasRows = true;
          return { rows: Array.from({ length: numberOf(command) }, () => new Uint8Array(rowBytes)), cut: false };
        case 'b': {
          const row = place(command.bytes);
          underWay = null;
          hasRows = true;
          return { rows: [row], cut: false };
        }
        case 'k':
          underWay = place(command.bytes);
          return nothing;
        case 'ESC FF EOT':
          return isRaster ? end(endMode) : nothing;
        case 'ESC FF NUL':
          return isRaster ? end(feedMode) : nothing;
        case 'ESC d':
          return { rows: [], cut: true };
        default:
          return nothing;
      }
    },
  };
}
