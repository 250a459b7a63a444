import type { HubErrorCode } from '../../domain/protocol/words.ts';
import type { KioskStatus } from '../../domain/kiosk-status.ts';
import type { Result } from '../../domain/result.ts';
import type { HubFailure } from './hub-client.ts';

/** What is known of the way to the hub. */
export interface Link {
  /** Notes how a question ended, and passes it on. */
  note<Answer>(result: Result<Answer, HubFailure>): Result<Answer, HubFailure>;
  read(): KioskStatus['link'];
}

/** @param now ISO 8601, for people; nothing is decided by it */
export function createLink(now: () => string, onChange: (state: KioskStatus['link']) => void): Link {
  let state: KioskStatus['link'] = { state: 'offline', since: now(), reason: null };

  function set(next: { state: 'online' } | { state: 'offline'; reason: HubErrorCode | null }): void {
    const isSame = state.state === next.state && (next.state === 'online' || reasonOf(state) === next.reason);
    if (isSame) return;
    const since = state.state === 'offline' ? state.since : now();
    state = next.state === 'online' ? next : { ...next, since };
    onChange(state);
  }

  return {
    note(result) {
      if (result.ok || isAnswerOfAHub(result.reason.word)) set({ state: 'online' });
      else set({ state: 'offline', reason: result.reason.word });
      return result;
    },
    read: () => state,
  };
}

function reasonOf(state: KioskStatus['link']): HubErrorCode | null {
  return state.state === 'offline' ? state.reason : null;
}

/** It is there and well; the question was wrong, or at the wrong place. */
function isAnswerOfAHub(word: HubErrorCode | null): boolean {
  return word === 'out-of-sequence' || word === 'not-found' || word === 'bad-request' || word === 'too-large';
}
