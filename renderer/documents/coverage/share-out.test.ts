import { expect, test } from 'vitest';
import { rangesOf, codePointsOf } from './code-point-set.ts';
import type { Face } from './read-faces.ts';
import { shareOut } from './share-out.ts';

function face(family: string, text: string): Face {
  const codePoints = rangesOf([...text].map((character) => character.codePointAt(0) ?? 0));
  return { family, file: `${family}.woff2`, descriptors: '', codePoints };
}

function drawn(faces: readonly Face[]): Record<string, string> {
  return Object.fromEntries(
    faces.map(({ family, codePoints }) => [family, String.fromCodePoint(...codePoints.flatMap(codePointsOf))]),
  );
}

const orders = [
  ['Latin', 'Hong Kong', 'Mainland', 'Thai'],
  ['Latin', 'Mainland', 'Hong Kong', 'Thai'],
];

test('a character stays with the first family, and with both whose order changes', () => {
  const faces = [face('Latin', 'ab'), face('Hong Kong', 'a骨邨'), face('Mainland', 'b骨陈'), face('Thai', 'aกน')];
  expect(drawn(shareOut(faces, orders))).toEqual({ Latin: 'ab', 'Hong Kong': '邨骨', Mainland: '陈骨', Thai: 'กน' });
});

test('marks stay with every letter that they may stand on', () => {
  const faces = [face('Latin', 'n\u0303'), face('Thai', 'nก\u0303')];
  expect(drawn(shareOut(faces, orders))).toEqual({ Latin: 'n\u0303', Thai: '\u0303ก' });
});

test('a face with nothing of its own is dropped', () => {
  expect(drawn(shareOut([face('Latin', 'n\u0303'), face('Thai', 'n\u0303')], orders))).toEqual({ Latin: 'n\u0303' });
});
