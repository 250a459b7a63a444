import type { UpdateReport } from '../../../domain/protocol/update-report.ts';

export interface UpdateLine {
  /** Somebody has to look: it went wrong. */
  readonly isTrouble: boolean;
  /** Asking for it now would change something: there are updates, and none is under way. */
  readonly mayAsk: boolean;
}

/** What a kiosk's own word on updates means for those who read it. */
export function describeUpdate({ state }: UpdateReport): UpdateLine {
  switch (state) {
    case 'off':
    case 'fetching':
    case 'installing':
    case 'on-trial':
      return { isTrouble: false, mayAsk: false };
    case 'current':
    case 'waiting':
      return { isTrouble: false, mayAsk: true };
    case 'rolled-back':
    case 'refused':
      return { isTrouble: true, mayAsk: true };
  }
}
