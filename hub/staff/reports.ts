import { kioskReportSchema, type KioskReport } from '../../domain/protocol/kiosk-report.ts';
import type { Parts } from '../store/parts.ts';
import type { Answer } from '../store/store.ts';

/** The last that each kiosk told of itself, so that a restart or another process still shows it. */
export interface Reports {
  /** Written only when it differs from the last. */
  put(kiosk: string, report: KioskReport): Answer<void>;
  list(): Answer<Map<string, KioskReport>>;
}

export function createReports({ database: { db, change }, attempt }: Pick<Parts, 'database' | 'attempt'>): Reports {
  const written = new Map<string, string>();
  return {
    async put(kiosk, report) {
      const body = JSON.stringify(report);
      if (written.get(kiosk) === body) return { ok: true, value: undefined };
      const put = await attempt(() =>
        change(async (trx) => {
          const insert = trx.insertInto('kiosk_report').values({ kiosk, body });
          await insert.onConflict((conflict) => conflict.column('kiosk').doUpdateSet({ body })).execute();
        }),
      );
      if (put.ok) written.set(kiosk, body);
      return put;
    },
    list: () =>
      attempt(async () => {
        const rows = await db.selectFrom('kiosk_report').selectAll().execute();
        // One that an older Foyer wrote may have another form: then there is none until the next.
        const reports = rows.flatMap(({ kiosk, body }) => {
          const report = kioskReportSchema.safeParse(JSON.parse(body));
          return report.success ? [[kiosk, report.data] as const] : [];
        });
        return new Map(reports);
      }),
  };
}
