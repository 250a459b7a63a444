import { brotherQlBench } from './brother-ql/brother-ql-bench.ts';
import { escposBench } from './escpos/escpos-bench.ts';
import { ippBench } from './ipp/ipp-bench.ts';
import type { PrinterBench } from './printer-bench.ts';
import { starLineBench } from './star-line/star-line-bench.ts';
import { zplBench } from './zpl/zpl-bench.ts';

/** Every dialect that is printed in, for the tests that all of them have to pass. A new driver adds its own. */
export const benches: readonly PrinterBench[] = [escposBench, zplBench, brotherQlBench, starLineBench, ippBench];
