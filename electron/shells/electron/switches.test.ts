import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { useMain } from '../../../test/electron/run-main.ts';
import { readConfig } from '../../config/read-config.ts';
import { ownArguments } from './switches.ts';

const main = useMain();

const chromiums = [
  '--remote-debugging-port=9222',
  '--remote-debugging-pipe',
  '--remote-debugging-address=0.0.0.0',
  '--load-extension=/tmp/evil',
  '--disable-web-security',
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--user-data-dir=/tmp/x',
  '--proxy-server=http://evil',
  '--host-rules=MAP * evil',
  '--ignore-certificate-errors',
  '--renderer-cmd-prefix=xterm',
  '--gpu-launcher=calc.exe',
  '--utility-cmd-prefix=calc.exe',
  '--js-flags=--expose-gc',
  '--enable-logging',
  '--app=https://example.org/',
];
const nodes = [
  '--inspect',
  '--inspect=0.0.0.0:9229',
  '--inspect-brk',
  '--require=/tmp/evil.js',
  '-r',
  '--eval=1',
  '-e',
];
const others = ['/remote-debugging-port=9222', '-remote-debugging-port=9222', '/tmp/evil.js', 'https://example.org/'];

describe('an installed kiosk', () => {
  it.each([...chromiums, ...nodes, ...others])('has no option %s', (argument) => {
    const own = ownArguments({ argv: [argument], isPackaged: true, script: '/opt/foyer/main.js', workingFolder: '/' });
    const sources = { argv: own, workingFolder: '/', environment: {}, defaults: { event: '/event', data: '/data' } };
    const config = readConfig({ ...sources, unknownFlags: 'refuse' });
    const named = /^-(?!-)/u.test(argument) ? argument.slice(0, 2) : argument.replace(/=.*/u, '');
    expect(config.ok ? [] : config.reason).toEqual(expect.arrayContaining([expect.stringContaining(named)]));
  });

  it('ends with 2 before it has begun, and says which switch it was', async () => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    await main.runInstalled(...main.ownFlags(), '--remote-debugging-port=9222');
    expect(main.electron().module.app.exitCodes).toEqual([2]);
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('--remote-debugging-port'));
    expect(main.electron().asked).toEqual([]);
  });

  it('is started with its own options, and after an update', async () => {
    await main.runInstalled(...main.ownFlags(), '--updated');
    expect(main.electron().module.app.exitCodes).toEqual([]);
    expect(main.electron().asked).toContain('enableSandbox');
  });

  it('does not open without its sandbox, however that was taken away', async () => {
    const complaint = vi.spyOn(console, 'error').mockReturnValue();
    main.electron().module.app.switches = ['no-sandbox'];
    await main.runInstalled(...main.ownFlags());
    expect(main.electron().module.app.exitCodes).toEqual([2]);
    expect(complaint).toHaveBeenCalledWith(expect.stringContaining('sandbox'));
  });

  it('takes nothing from a second start, whatever that was given', async () => {
    const window = await main.start();
    const argv = ['foyer', '--allow-file-access-from-files', '--original-process-start-time=1', ...chromiums];
    main.electron().module.app.emit('second-instance', {}, argv, '/');
    expect(window.did).toContain('focus');
    expect(window.loaded).toHaveLength(1);
  });
});

describe('in a checkout', () => {
  const script = join('/checkout', 'electron', 'dist', 'main.js');
  const own = (...argv: string[]) => ownArguments({ argv, isPackaged: false, script, workingFolder: '/checkout' });

  it('a developer’s tools may listen', () => {
    const flags = ['--data', 'x', '--window'];
    expect(own('--inspect=0', '--remote-debugging-port=0', 'electron/dist/main.js', ...flags)).toEqual(flags);
    expect(own('--no-sandbox', script, ...flags)).toEqual(flags);
    expect(own('electron/dist/main', ...flags, '--inspect-brk')).toEqual(flags);
  });

  it('nothing else is let through', () => {
    const rest = [...chromiums.filter((each) => !/^--(?:no-sandbox|remote-debugging-port)/u.test(each)), ...others];
    expect(own('electron/dist/main.js', ...rest)).toEqual(rest);
  });
});
