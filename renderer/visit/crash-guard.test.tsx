// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { render } from '../render.fixture.tsx';
import { CrashGuard } from './crash-guard.tsx';

test('a screen that fails ends the visit, and only then', () => {
  // React tells the console of what was caught.
  const told = vi.spyOn(console, 'error').mockReturnValue(undefined);
  const onCrash = vi.fn();
  const Failing = ({ isWell }: { readonly isWell: boolean }) => {
    if (!isWell) throw new Error('a screen with a bug');
    return null;
  };
  const guard = (isWell: boolean) => (
    <CrashGuard onCrash={onCrash}>
      <Failing isWell={isWell} />
    </CrashGuard>
  );
  render(guard(true));
  expect(onCrash).not.toHaveBeenCalled();
  render(guard(false));
  expect(onCrash).toHaveBeenCalledOnce();
  expect(told).toHaveBeenCalled();
});
