import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createPulseDesk } from './pulse-desk.ts';
import { startWatchdog } from './watchdog.ts';

it('forgets what a page told of itself when another one is opened', async () => {
  const pulses = createPulseDesk(0);
  const watchdog = startWatchdog({
    window: {
      open: () => undefined,
      onDeath: () => undefined,
      measureMemory: () => Promise.resolve(null),
      close: () => Promise.resolve(),
    },
    pulses,
    clock: () => 0,
    logger: pino({ enabled: false }),
  });
  const told = { isHidden: false, worstFrame: 0, isCovered: true, heap: null };
  const answers = await pulses.beat({ ...told, answers: null });
  await pulses.beat({ ...told, answers });
  expect(watchdog.lastPulse()?.isCovered).toBe(true);
  watchdog.reopen();
  expect(watchdog.lastPulse()).toBeNull();
  watchdog.close();
  pulses.close();
});
