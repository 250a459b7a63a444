import { existsSync } from 'node:fs';
import { enrolmentPath } from '../choose-hub.ts';
import type { Config } from '../config/read-config.ts';

/**
 * Whether somebody has to type a code first: the configuration says `ask`, or has a code and no hub to use it with, and this machine was
 * never enrolled.
 */
export function needsSetUp({ hub, enrol, data }: Pick<Config, 'hub' | 'enrol' | 'data'>): boolean {
  const isAsked = hub === 'ask' || (hub === undefined && enrol !== undefined);
  return isAsked && !existsSync(enrolmentPath(data));
}
