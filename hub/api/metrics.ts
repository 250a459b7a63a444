import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** Numbers for Prometheus; none of their labels names a visitor. */
export function createMetrics(countStreams: () => number) {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: 'foyer_' });
  new Gauge({
    name: 'foyer_hub_kiosks_listening',
    help: 'Kiosks that wait for news.',
    registers,
    collect() {
      this.set(countStreams());
    },
  });
  return {
    registry,
    requests: new Histogram({
      name: 'foyer_hub_request_seconds',
      help: 'Requests by route and status.',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.005, 0.02, 0.1, 0.5, 1, 5],
      registers,
    }),
    records: new Counter({
      name: 'foyer_hub_records_total',
      help: 'Records of kiosks by what they were answered.',
      labelNames: ['result'] as const,
      registers,
    }),
    batchSize: new Histogram({
      name: 'foyer_hub_batch_records',
      help: 'Records in a request.',
      buckets: [1, 5, 20, 50, 100, 200],
      registers,
    }),
    feedPages: new Counter({
      name: 'foyer_hub_feed_pages_total',
      help: 'Pages of the feed that were sent.',
      registers,
    }),
  };
}
