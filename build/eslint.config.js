import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Which rooms a room may import, and of which it may import types only (../README.md, "Developers"). */
const arrows = {
  domain: { values: [], types: [] },
  renderer: { values: ['domain'], types: ['electron'] },
  electron: { values: ['domain'], types: ['hub'] },
  hub: { values: ['domain'], types: [] },
};
const rooms = ['domain', 'renderer', 'electron', 'hub', 'build', 'test'];

function roomRule([room, { values, types }]) {
  const pattern = (names) => `^(\\.\\./)+(${names.join('|')})/`;
  const forbidden = rooms.filter((other) => other !== room && ![...values, ...types].includes(other));
  const typesOnly = types.map((name) => ({
    regex: pattern([name]),
    allowTypeImports: true,
    message: `${room} may import only types from ${name}.`,
  }));
  return {
    files: [`${room}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: pattern(forbidden), message: `No arrow leads there from ${room}.` }, ...typesOnly] },
      ],
    },
  };
}

export default defineConfig(
  globalIgnores(['**/dist/', '**/node_modules/', '.foyer/', 'test-results/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['renderer/**/*.{ts,tsx}'], ...reactHooks.configs.flat['recommended-latest'] },
  ...Object.entries(arrows).map(roomRule),
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
  { files: ['build/**', 'test/**', 'electron/**/main.ts'], rules: { 'no-console': 'off' } },
);
