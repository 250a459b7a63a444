import { describe, expect, it } from 'vitest';
import type { KioskSettings } from '../../../domain/protocol/kiosk-settings.ts';
import { beginEdit, toChange } from './settings-edit.ts';

const told: KioskSettings = {
  position: 'K2',
  printers: [
    { id: 'badges', address: 'tcp://10.0.0.5', model: 'epson-tm-t88vi', documents: ['badge'], isShared: true },
  ],
};

describe('the fields of a kiosk’s settings', () => {
  it('give back what was told when nothing was changed', () => {
    expect(toChange(beginEdit(told, 'K1'))).toEqual({ ok: true, value: told });
  });

  it('begin with one printer, and change nothing of printers while it is empty', () => {
    const edit = beginEdit({}, 'K1');
    expect(edit.printers).toHaveLength(1);
    expect(toChange(edit)).toEqual({ ok: true, value: { position: 'K1', printers: null } });
  });

  it('keep of a printer what they do not show', () => {
    const { printers, ...edit } = beginEdit(told, null);
    const changed = printers.map((each) => ({ ...each, address: ' tcp://10.0.0.9 ', model: '' }));
    expect(toChange({ ...edit, printers: changed })).toMatchObject({
      value: { printers: [{ id: 'badges', address: 'tcp://10.0.0.9', documents: ['badge'], isShared: true }] },
    });
  });

  it.each([
    ['address', { address: '10.0.0.5', model: '' }],
    ['model', { address: 'tcp://10.0.0.5', model: 'Epson TM!' }],
  ])('say which is wrong: the %s', (which, fields) => {
    const { printers, ...edit } = beginEdit(told, null);
    expect(toChange({ ...edit, printers: printers.map((each) => ({ ...each, ...fields })) })).toEqual({
      ok: false,
      reason: which,
    });
  });
});
