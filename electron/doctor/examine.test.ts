import { expect, it } from 'vitest';
import { judgeFindings } from '../../domain/doctor-report.ts';
import { green, type Check } from './check.ts';
import { describeFinding, describeVerdict } from './describe-finding.ts';
import { examine } from './examine.ts';
import { readDoctorArguments } from './read-arguments.ts';

const check = (name: Check['name'], run: Check['examine']): Check => ({ name, limitSeconds: 5, examine: run });

it('one that throws and one that hangs are findings, and stop none of the others', async () => {
  const order: string[] = [];
  const findings = await examine({
    checks: [
      check('display', () => Promise.reject(new TypeError('the visitor Zephyrine is in this message'))),
      check('disk', () => new Promise(() => undefined)),
      check('hub', () => Promise.resolve([green({ milliseconds: 5 })])),
    ],
    pause: (milliseconds) => {
      expect(milliseconds).toBe(5000);
      return new Promise((resolve) => setTimeout(resolve, 20));
    },
    onBegin: ({ name }) => order.push(name),
  });
  expect(order).toEqual(['display', 'disk', 'hub']);
  expect(findings.map(({ check: name, state, advice }) => [name, state, advice])).toEqual([
    ['display', 'amber', 'doctor-check-failed'],
    ['disk', 'amber', 'doctor-check-slow'],
    ['hub', 'green', null],
  ]);
  expect(findings[0]?.facts['reason']).toMatch(/^TypeError/);
  expect(JSON.stringify(findings)).not.toContain('Zephyrine');
});

it('a finding is told with what to do, and the whole by its worst', () => {
  const finding = {
    check: 'disk',
    state: 'red',
    facts: { freeMegabytes: 3, options: null },
    advice: 'doctor-disk-full',
  } as const;
  expect(describeFinding(finding)).toBe(
    'RED    disk         freeMegabytes 3\n       The disk is full, so no registration can be kept. Make room before doors open.',
  );
  expect(describeFinding({ ...finding, advice: 'of-a-newer-foyer' })).toContain('of-a-newer-foyer');
  expect(describeVerdict([{ state: 'green' }, finding])).toMatch(
    /^This kiosk is not ready \(1 green, 0 amber, 1 red, 0 not/,
  );
  expect(judgeFindings([{ state: 'skipped' }, { state: 'green' }])).toBe('green');
});

it('options are its own or the kiosk’s, and an unknown check is named', () => {
  const read = readDoctorArguments(['--json', '--data', '/x', '--only', 'disk', '--only=hub', '--no-print']);
  expect(read).toMatchObject({
    ok: true,
    value: { asJson: true, prints: false, isInteractive: false, only: ['disk', 'hub'], rest: ['--data', '/x'] },
  });
  expect(readDoctorArguments(['--only', 'disc'])).toMatchObject({
    ok: false,
    reason: expect.stringContaining('"disc" is no check') as string,
  });
});
