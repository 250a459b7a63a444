import { EventEmitter } from 'node:events';
import { record } from './record.ts';

/** Emits Electron's events, which a listener may prevent. */
export class RefusableEmitter extends EventEmitter {
  /** @returns whether a listener prevented it */
  emitRefusable(name: string, details: Readonly<Record<string, unknown>> = {}, ...rest: unknown[]): boolean {
    const event = {
      ...details,
      defaultPrevented: false,
      preventDefault() {
        event.defaultPrevented = true;
      },
    };
    this.emit(name, event, ...rest);
    const url = typeof details['url'] === 'string' ? { url: details['url'] } : {};
    record(name, { ...url, isPrevented: event.defaultPrevented });
    return event.defaultPrevented;
  }
}
