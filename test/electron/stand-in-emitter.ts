import { EventEmitter } from 'node:events';

export class StandInEmitter extends EventEmitter {
  /** Emits an event that a listener may prevent. @returns whether one did */
  emitRefusable(name: string, ...rest: unknown[]): boolean {
    const event = {
      defaultPrevented: false,
      preventDefault() {
        event.defaultPrevented = true;
      },
    };
    this.emit(name, event, ...rest);
    return event.defaultPrevented;
  }
}
