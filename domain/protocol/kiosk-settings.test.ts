import { describe, expect, it } from 'vitest';
import { applyKioskSettings, kioskSettingsSchema, readKioskSettings } from './kiosk-settings.ts';

const printers = [{ id: 'badges', address: 'tcp://10.0.0.5' }];

describe('settings of a kiosk', () => {
  it('are changed one by one, and taken back by null', () => {
    const first = applyKioskSettings({}, { camera: false, idleWarnAfterSeconds: 60 });
    expect(applyKioskSettings(first, { camera: null, position: 'K3' })).toEqual({
      idleWarnAfterSeconds: 60,
      position: 'K3',
    });
  });

  it('that came from another version are taken as far as they are known and right', () => {
    const told = { colour: 'red', camera: 'perhaps', idleWarnAfterSeconds: 4, idleWipeAfterSeconds: 20, printers };
    expect(readKioskSettings(told)).toMatchObject({ idleWipeAfterSeconds: 20, printers: [{ id: 'badges' }] });
    expect(Object.keys(readKioskSettings(told))).toHaveLength(2);
  });

  it.each([
    [{ printers: [] }, /printers/],
    [{ printers: [{ id: 'a', address: 'lpt1' }] }, /write tcp:/],
    [{ printers: [...printers, ...printers] }, /an id of its own/],
    [{ idleWarnAfterSeconds: 4 }, /write 5 or more/],
    [{ prinetrs: printers }, /prinetrs/],
  ])('that are wrong are refused with words: %j', (settings, words) => {
    expect(JSON.stringify(kioskSettingsSchema.safeParse(settings).error?.issues)).toMatch(words);
  });
});
