import { X509Certificate } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { err, ok, type Result } from '../domain/result.ts';
import type { Purpose } from '../domain/retention.ts';
import { listAddresses } from './addresses.ts';
import { advertise } from './advertise.ts';
import { addRoutes } from './api/add-routes.ts';
import { addClosing } from './api/closing.ts';
import { health, ready } from './api/health-routes.ts';
import { createTouch } from './api/touch.ts';
import { createKioskRoutes } from './api/hub-api.ts';
import { createLimits } from './api/limits.ts';
import { addMetricsRoute } from './api/metrics-route.ts';
import { createMetrics } from './api/metrics.ts';
import { addNewsRoute } from './api/news-route.ts';
import { createNewsStreams } from './api/news-streams.ts';
import { addRequestLog } from './api/request-log.ts';
import type { Route } from './api/route.ts';
import { createServer } from './api/server.ts';
import { createRetentionClock } from './clock/retention-clock.ts';
import { createPairConfirmer } from './event/pair-confirmer.ts';
import type { AttendeeLoader } from './event/attendee-loader.ts';
import type { Vault } from './event/vault.ts';
import type { HubOptions } from './hub.ts';
import { createCertificate } from './identity/certificate.ts';
import type { Identity } from './identity/identity.ts';
import { createOperatorRoutes } from './operator/operator-api.ts';
import type { OperatorParts } from './operator/operator-parts.ts';
import { findPage } from './page/find-page.ts';
import { servePage } from './page/serve-page.ts';
import { keepStreams } from './keep-streams.ts';
import { withdrawInTime } from './staff/withdraw-in-time.ts';
import { createStaffCallRoutes } from './staff/answer-call.ts';
import { createLockOut } from './staff/lock-out.ts';
import { createOrders } from './staff/orders.ts';
import { createPresence } from './staff/presence.ts';
import { addStaffSessions } from './staff/session-routes.ts';
import { createSessions } from './staff/sessions.ts';
import { createSignIn } from './staff/sign-in.ts';
import { createStaffGate } from './staff/staff-gate.ts';
import type { StaffParts } from './staff/staff-parts.ts';
import { createStaffRoutes } from './staff/staff-routes.ts';
import { createTally } from './staff/tally.ts';
import { createVisitorCalls } from './staff/visitor-calls.ts';
import type { Store } from './store/store.ts';
import { serveUpdates } from './updates/serve-updates.ts';
import { openUpdateFolder } from './updates/update-folder.ts';

export interface ServeParts extends HubOptions {
  readonly store: Store;
  readonly identity: Identity;
  readonly vault: Vault;
  readonly attendees: AttendeeLoader;
  readonly load: OperatorParts['load'];
  readonly operatorToken: string;
  readonly isRestored: boolean;
}

export interface Listening {
  readonly host: string;
  readonly port: number;
  /** SHA-256 of the certificate, as browsers show it: `AA:BB:…`. It is another at each start. */
  readonly certificateFingerprint: string;
  close(): Promise<void>;
}

/** Puts the routes on a socket and starts what runs beside them. The reason is a sentence. */
export async function serve(parts: ServeParts): Promise<Result<Listening, string>> {
  const { config, identity, store, vault, attendees, logger, now, elapsed, random, operatorToken } = parts;
  const { host } = config.listen;
  const news = createNewsStreams();
  const metrics = createMetrics(() => news.count());
  const certificate = await createCertificate(identity.tlsKey, host);
  const key = identity.tlsKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const server = await createServer({ key, certificate });
  const close = addClosing(server, () => {
    news.endAll();
  });
  addRequestLog(server, { logger, metrics });
  const pairs = createPairConfirmer({ store, vault, logger });
  /** What is held in memory of visitors looks again: records came, were erased, or may now be opened. */
  const ring = () => {
    pairs.ring();
    visitors.ring();
  };
  const onPurged = (purpose: Purpose) => {
    if (purpose === 'registration') attendees.forget();
    visitors.ring();
  };
  const clock = createRetentionClock({ store, identity, now, logger, onPurged });
  const listening = { host, port: config.listen.port };
  const addresses = () => listAddresses(listening);
  const updatesRoot = config.updates ?? join(config.data, 'updates');
  const updates = openUpdateFolder(updatesRoot);
  const hubParts: OperatorParts = { ...parts, metrics, news, clock, addresses, updates, confirmPairs: ring };
  const touch = createTouch({ store, now });
  const visitors = createVisitorCalls({ ...hubParts, elapsed });
  const sessions = createSessions({ elapsed, random });
  const staff = createStaffGate({ store, sessions });
  const staffParts: StaffParts = {
    ...hubParts,
    orders: createOrders({ elapsed }),
    presence: createPresence({ elapsed }),
    tally: createTally(store),
  };
  const lockOut = createLockOut({ members: store.staff, elapsed });
  const context = { store, limits: createLimits(server, config), operatorToken, staff, touch };
  const routes: Record<string, unknown> = {
    health: health(),
    ready: ready(hubParts),
    ...createKioskRoutes(staffParts, ring),
    ...createOperatorRoutes(hubParts),
  };
  addRoutes(server, Object.values(routes) as Route[], context);
  addRoutes(server, createStaffCallRoutes(createStaffRoutes(staffParts, visitors), store), context);
  addStaffSessions(server, context, { sessions, signIn: createSignIn({ store, lockOut }) });
  addNewsRoute(server, context, news);
  addMetricsRoute(server, { metrics, limits: context.limits });
  await serveUpdates(server, { context, updates, root: updatesRoot });
  await servePage(server, { folder: findPage(config.page), limits: context.limits });
  try {
    await server.listen({ host, port: config.listen.port });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(
      `The hub cannot listen on ${host}:${config.listen.port}: ${reason}. Name another with --listen HOST:PORT.`,
    );
  }
  listening.port = (server.server.address() as AddressInfo).port;
  const stops = [
    keepStreams({ store, news, logger }),
    clock.start(),
    pairs.stop,
    () => {
      visitors.stop();
    },
    withdrawInTime({ store, logger }),
    advertise({ ...listening, fingerprint: identity.fingerprint, logger }),
  ];
  ring();
  // So that the first who looks does not wait for 50,000 records to be read.
  void staffParts.tally.read();
  return ok({
    ...listening,
    certificateFingerprint: new X509Certificate(certificate).fingerprint256,
    async close() {
      for (const stop of stops) stop();
      await close();
    },
  });
}
