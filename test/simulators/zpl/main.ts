import { keepPieces } from '../keep-pieces.ts';
import { startZplSimulator } from './zpl-simulator.ts';

await keepPieces({
  about: 'Simulates a ZPL label printer of four inches at 203 dots an inch, with a cutter, on a raw TCP port.',
  name: 'zpl',
  start: startZplSimulator,
});
