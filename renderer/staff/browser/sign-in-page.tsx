import { LogIn } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { staffBadgePattern, type Credentials } from '../../../domain/staff/staff-member.ts';
import { CameraView } from '../../scan/camera-view.tsx';
import { useHasCamera } from '../../scan/use-camera.ts';
import { useScanner } from '../../scan/use-scanner.ts';
import { CameraButton } from '../controls/camera-button.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import type { SignedIn, SignInFailure, StaffClient, StaffEnd } from '../staff-client.ts';
import { useOperatorWords } from '../use-staff-words.ts';
import { readNumberAndPin } from './read-number-and-pin.ts';
import '../staff.css';

interface SignInPageProps {
  readonly client: StaffClient;
  /** Why the session before is over. */
  readonly ended: StaffEnd | null;
  readonly onSignedIn: (session: SignedIn) => void;
}

type Problem = SignInFailure | { readonly reason: 'not-a-badge' };

/** Eight digits in one field, which sends itself; or a staff badge, by scanner or camera. */
export function SignInPage({ client, ended, onSignedIn }: SignInPageProps) {
  const { t } = useTranslation();
  const fieldId = useId();
  const field = useRef<HTMLInputElement>(null);
  const hasCamera = useHasCamera(true);
  const [typed, setTyped] = useState('');
  const [isFilming, setIsFilming] = useState(false);
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    field.current?.focus();
  }, []);

  const signIn = async (credentials: Credentials) => {
    if (isAsking) return;
    setIsAsking(true);
    setProblem(null);
    const answer = await client.signIn(credentials);
    setIsAsking(false);
    if (answer.ok) onSignedIn(answer.value);
    else {
      setTyped('');
      setProblem(answer.reason);
      field.current?.focus();
    }
  };
  const take = (text: string) => {
    const { digits, credentials } = readNumberAndPin(text);
    setTyped(digits);
    if (credentials) void signIn(credentials);
  };
  const showBadge = (code: string) => {
    const badge = code.trim().toUpperCase();
    if (staffBadgePattern.test(badge)) void signIn({ by: 'badge', badge });
    else setProblem({ reason: 'not-a-badge' });
  };
  useScanner(showBadge);

  return (
    <div className="staff-sign-in">
      <LanguageSwitch />
      <main>
        <h1>{t('staff.signIn.title')}</h1>
        {ended !== null && problem === null ? <p role="status">{t(`staff.signIn.ended.${ended}`)}</p> : null}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            take(typed);
          }}
        >
          <label className="staff-label" htmlFor={fieldId}>
            {t('staff.signIn.field')}
          </label>
          <input
            ref={field}
            id={fieldId}
            className="staff-pin"
            type="password"
            inputMode="numeric"
            autoComplete="off"
            aria-describedby={`${fieldId}-hint ${fieldId}-problem`}
            aria-invalid={problem !== null}
            value={typed}
            readOnly={isAsking}
            onChange={(event) => {
              take(event.currentTarget.value);
            }}
          />
          <p id={`${fieldId}-hint`} className="staff-note">
            {t('staff.signIn.hint')} {t('staff.signIn.scan')}
          </p>
          <div id={`${fieldId}-problem`}>{problem ? <SignInProblem problem={problem} /> : null}</div>
          <div className="staff-actions">
            {hasCamera ? (
              <CameraButton label={t('staff.signIn.openCamera')} isFilming={isFilming} onChange={setIsFilming} />
            ) : null}
            <StaffButton
              kind="primary"
              icon={LogIn}
              isDisabled={isAsking || readNumberAndPin(typed).credentials === null}
              onPress={() => {
                take(typed);
              }}
            >
              {t(isAsking ? 'staff.waiting' : 'staff.signIn.button')}
            </StaffButton>
          </div>
          {isFilming ? <CameraView label={t('staff.signIn.camera')} onCode={showBadge} /> : null}
        </form>
      </main>
    </div>
  );
}

function SignInProblem({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation();
  const explain = useOperatorWords();
  return (
    <div className="staff-notice staff-notice-bad" role="alert">
      <div>
        <p>{problem.reason === 'not-a-badge' ? t('staff.signIn.notBadge') : explain(`sign-in-${problem.reason}`)}</p>
        {problem.reason === 'wait' && problem.waitSeconds !== null ? (
          <p>{t('staff.signIn.wait', { count: problem.waitSeconds })}</p>
        ) : null}
      </div>
    </div>
  );
}
