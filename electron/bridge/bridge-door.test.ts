import { expect, it } from 'vitest';
import { z } from 'zod';
import { createBridgeDoor } from './bridge-door.ts';
import { defineVerb } from './verb.ts';

const nothing = z.strictObject({});

it('knows no verb before something answers, and then those of what answers last', async () => {
  const door = createBridgeDoor();
  expect(await door.call('greet', {})).toEqual({ ok: false, reason: 'unknown-verb' });
  door.answerWith({ greet: defineVerb(nothing, () => 'set up'), enrol: defineVerb(nothing, () => null) });
  expect(await door.call('greet', {})).toEqual({ ok: true, value: 'set up' });
  door.answerWith({ greet: defineVerb(nothing, () => 'kiosk') });
  expect(await door.call('greet', {})).toEqual({ ok: true, value: 'kiosk' });
  expect(await door.call('enrol', {})).toEqual({ ok: false, reason: 'unknown-verb' });
});

it('lets a call end where it began', async () => {
  const door = createBridgeDoor();
  const { promise, resolve } = Promise.withResolvers<string>();
  door.answerWith({ greet: defineVerb(nothing, () => promise) });
  const asked = door.call('greet', {});
  door.answerWith({ greet: defineVerb(nothing, () => 'kiosk') });
  resolve('set up');
  expect(await asked).toEqual({ ok: true, value: 'set up' });
});
