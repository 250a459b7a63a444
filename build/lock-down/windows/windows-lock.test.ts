import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { describe, expect, it } from 'vitest';

// PowerShell is not here: what is looked at is the text of the scripts. They are run by .github/workflows/windows-lock.yml.

const here = import.meta.dirname;
const read = (...path: string[]) => readFileSync(join(here, ...path), 'utf8');
const scripts = [
  ...readdirSync(here).filter((name) => name.endsWith('.ps1')),
  ...readdirSync(join(here, 'steps')).map((name) => `steps/${name}`),
];
const stepFiles = scripts.filter((name) => name.startsWith('steps/'));

const key = z.string().regex(/^(HKLM:|\{user\})(\\[A-Za-z0-9 ._-]+)+$/);
const registrySteps = z
  .array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      title: z.string().min(10),
      editions: z.string(),
      values: z
        .array(
          z.discriminatedUnion('type', [
            z.strictObject({ key, name: z.string().min(1), type: z.literal('DWord'), value: z.int().min(0) }),
            z.strictObject({ key, name: z.string().min(1), type: z.literal('String'), value: z.string() }),
          ]),
        )
        .min(1),
    }),
  )
  .parse(JSON.parse(read('registry-steps.json')));

/** The block of a step's object that begins `Name = {`, to the brace that ends it. */
function blockOf(text: string, name: string): string {
  const start = new RegExp(`^ {4,8}${name} += \\{$`, 'm').exec(text)?.index;
  if (start === undefined) return '';
  let depth = 0;
  for (let at = text.indexOf('{', start); at < text.length; at += 1) {
    if (text[at] === '{') depth += 1;
    if (text[at] === '}') depth -= 1;
    if (depth === 0) return text.slice(start, at + 1);
  }
  return '';
}

/** What a block writes down or reads back of what was there before: the names, with variables as they are written. */
function recordedIn(text: string): string[] {
  return [...text.matchAll(/Add-Before -Context \$Context -Name (["'])(.+?)\1/g)].map(([, , name = '']) => name);
}

describe.each([...stepFiles, 'registry-step.ps1'])('%s', (file) => {
  const text = read(...file.split('/'));
  const [check, apply, undo] = ['Check', 'Apply', 'Undo'].map((name) => blockOf(text, name));

  it('is an object that checks, applies and undoes', () => {
    for (const property of ['Id', 'Title', 'Editions', 'NeedsUser']) {
      expect(text).toMatch(new RegExp(`^ {4,8}${property} += `, 'm'));
    }
    for (const block of [check, apply, undo]) expect(block).toContain('param($Context, $Step)');
    expect(check).toMatch(/State = 'done'/);
    expect(check).toMatch(/State = 'undone'/);
  });

  it('changes nothing when it only checks', () => {
    expect(check).not.toMatch(/\b(Set|New|Add|Remove|Enable|Disable|Write)-[A-Z]/);
  });

  it('writes down what was there before the first change, and undo reads all of it back and forgets it', () => {
    const firstNote = apply?.search(/Add-Before/) ?? -1;
    const firstChange = apply?.search(/\b(New-LocalUser|Set-|New-Item|Enable-|New-Net|Write-Power|\.Set[A-Z])/) ?? -1;
    expect(firstNote).toBeGreaterThan(0);
    expect(firstChange).toBeGreaterThan(firstNote);
    const names = recordedIn(apply ?? '');
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      // Undo may have it in a variable: what stands before and behind the variable's own name has to be there.
      const [head = ''] = name.split('$');
      expect(undo, name).toContain(head.replace('$($Step.Id)', ''));
    }
    expect(undo?.match(/Remove-Before/g)?.length).toBeGreaterThanOrEqual(
      new Set(names.map((name) => name.split('$')[0])).size - 1,
    );
  });
});

describe('registry values', () => {
  it('are each set by one step only, so that undoing one step takes nothing from another', () => {
    const all = registrySteps.flatMap(({ values }) => values.map(({ key: at, name }) => `${at}|${name}`.toLowerCase()));
    expect(all).toHaveLength(new Set(all).size);
  });

  it('hold no password, and no step touches what the account step records', () => {
    expect(read('registry-steps.json')).not.toMatch(/DefaultPassword|Winlogon/);
  });
});

describe('the whole', () => {
  it('knows every step once', () => {
    const own = stepFiles.map((file) => /^ {4}Id += '([a-z-]+)'$/m.exec(read(...file.split('/')))?.[1]);
    const ids = [...own, ...registrySteps.map(({ id }) => id)];
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const file of stepFiles) expect(read('lock-down.ps1')).toContain(`'${file.replace('/', '\\')}'`);
    for (const id of ids) expect(read('README.md')).toContain(`| \`${String(id)}\``);
  });

  it.each(scripts)('%s is plain ASCII, because Windows PowerShell 5.1 reads it so, and its braces close', (file) => {
    const text = read(...file.split('/'));
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    const bare = text
      .replace(/@'[\s\S]*?'@/g, '')
      .replace(/#[^\n]*/g, '')
      .replace(/'[^'\n]*'/g, '');
    for (const [open, close] of ['{}', '()', '[]'].map((pair) => [...pair])) {
      expect(bare.split(open ?? '').length, `${String(open)} in ${file}`).toBe(bare.split(close ?? '').length);
    }
  });

  it('has no name twice, because all steps share one scope', () => {
    const names = stepFiles.flatMap((file) =>
      [...read(...file.split('/')).matchAll(/^(?:function ([A-Za-z-]+)|\$([A-Za-z]+) = )/gm)].map(
        ([, name, variable]) => name ?? variable,
      ),
    );
    const shared = names.filter((name, at) => names.indexOf(name) !== at);
    expect(shared).toEqual(['embeddedSpace']);
  });

  it('keeps the password out of the registry', () => {
    const account = read('steps', 'account.ps1');
    expect(account).toContain("[FoyerLsa]::Store('DefaultPassword', $Value)");
    expect(account).not.toMatch(/(Set|New)-ItemProperty[^\n]*DefaultPassword/);
    expect(account).toMatch(/Remove-ItemProperty[^\n]*-Name DefaultPassword/);
  });
});
