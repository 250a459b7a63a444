import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { usualBadgeLayout } from '../badge-layout.ts';
import { checkPack } from './check-pack.ts';
import { listNames } from './pack-files.ts';
import { event } from './small-pack.fixture.ts';

function drawLogo(width: number, height: number): Uint8Array {
  const picture = new PNG({ width, height });
  for (let index = 0; index < picture.data.length; index += 1) picture.data[index] = (index * 7919) % 251;
  return new Uint8Array(PNG.sync.write(picture));
}

function check(logo: Uint8Array | null, badge?: unknown) {
  const text = JSON.stringify(badge === undefined ? event : { ...event, badge });
  const files = new Map<string, Uint8Array>([['event.json', new TextEncoder().encode(text)]]);
  if (logo !== null) files.set('badge-logo.png', logo);
  return checkPack(files);
}

const logo = drawLogo(40, 20);
const url = `data:image/png;base64,${Buffer.from(logo).toString('base64')}`;

describe('badge-logo.png', () => {
  it('stands at the top of the usual badge', async () => {
    const { catalogue, problems } = await check(logo);
    expect(problems).toEqual([]);
    expect(catalogue?.event.badge).toEqual({
      ...usualBadgeLayout,
      fields: [{ field: 'logo', size: 'medium' }, ...usualBadgeLayout.fields],
      logo: url,
    });
  });

  it('stands where the layout says', async () => {
    const fields = [{ field: 'name', size: 'large' }, { field: 'logo', size: 'small' }, { field: 'claim' }];
    const { catalogue } = await check(logo, { fields });
    expect(catalogue?.event.badge).toEqual({
      fields: [fields[0], fields[1], { field: 'claim', size: 'medium' }],
      stripes: {},
      logo: url,
    });
  });

  it.each([
    ['no PNG', new TextEncoder().encode('GIF89a')],
    ['too large', drawLogo(300, 300)],
  ])('that is %s is refused with what to do', async (_what, bytes) => {
    const { catalogue, problems } = await check(bytes);
    expect(catalogue).toBeNull();
    expect(problems).toMatchObject([{ severity: 'error', file: 'badge-logo.png' }]);
  });

  it('is read by kiosk and hub', () => {
    const names = ['event.json', 'badge-logo.png', 'notes.png'];
    expect(listNames(names, {}, 'kiosk')).toContain('badge-logo.png');
    expect(listNames(names, {}, 'hub')).not.toContain('notes.png');
  });
});

describe('a badge layout in event.json', () => {
  it('without a badge-logo.png for its logo is warned of', async () => {
    const { catalogue, problems } = await check(null, { fields: [{ field: 'logo' }, { field: 'name' }, { field: 'claim' }] }); // prettier-ignore
    expect(catalogue).not.toBeNull();
    expect(problems).toMatchObject([{ severity: 'warning', column: 'badge.fields' }]);
  });

  it.each([
    ['no name', [{ field: 'claim' }, { field: 'stripe' }], 'It needs the field "name".'],
    ['no claim code', [{ field: 'name' }, { field: 'stripe' }], 'It needs the field "claim"'],
    ['a field twice', [{ field: 'name' }, { field: 'claim' }, { field: 'name' }], 'names a field twice'],
  ])('with %s is an error', async (_what, fields, words) => {
    const { catalogue, problems } = await check(null, { fields });
    expect(catalogue).toBeNull();
    expect(problems.map(({ instead }) => instead).join()).toContain(words.replace('names', 'Names'));
  });

  it('with a colour that is none says how to write it', async () => {
    const badge = { ...usualBadgeLayout, stripes: { student: { colour: 'red', pattern: 'solid' } } };
    const { problems } = await check(null, badge);
    expect(problems).toMatchObject([
      { severity: 'error', column: 'badge.stripes.student.colour', instead: 'Write the colour as #rrggbb.' },
    ]);
  });
});
