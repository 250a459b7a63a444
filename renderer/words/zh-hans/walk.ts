import type { Words } from '../en.ts';

export const walk: Words['walk'] = {
  title: '您的路线',
};
