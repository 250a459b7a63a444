import { serveBlankPages } from '../harness/blank-page.ts';

/** A Node that serves pages and does nothing else, until it is killed. */
const { address } = await serveBlankPages();
console.log(`Blank pages are ready: ${address}`);
