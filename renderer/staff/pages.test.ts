import { expect, it } from 'vitest';
import { staffRoles } from '../../domain/staff/staff-member.ts';
import { en } from '../words/en.ts';
import { listPagesOf, staffPages } from './pages.ts';

const namesOf = (role: (typeof staffRoles)[number]) => listPagesOf(role).map(({ name }) => name);

it('a technician sees no visitor, and begins at the kiosks', () => {
  const names = namesOf('technician');
  expect(names[0]).toBe('kiosks');
  expect(names).not.toContain('find');
  expect(names).not.toContain('register');
  expect(names).not.toContain('pairs');
});

it('a helper begins with finding a visitor, and sees no trail', () => {
  expect(namesOf('helper')[0]).toBe('find');
  expect(namesOf('helper')).not.toContain('audit');
});

it('every role has a page that works without the hub', () => {
  for (const role of staffRoles) expect(listPagesOf(role).some(({ needsHub }) => !needsHub)).toBe(true);
});

it('each page is there once, with a name', () => {
  const names = staffPages.map(({ name }) => name);
  expect(names.toSorted()).toEqual(Object.keys(en.staff.pages).toSorted());
});
