import { keepPieces } from '../keep-pieces.ts';
import { startBrotherQlSimulator } from './brother-ql-simulator.ts';

await keepPieces({
  about: 'Simulates a Brother QL-820NWB with a roll of 62 mm on a raw TCP port, which answers as its USB cable does.',
  name: 'brother-ql',
  start: startBrotherQlSimulator,
});
