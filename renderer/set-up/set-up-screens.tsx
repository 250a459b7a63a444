import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../domain/localised.ts';
import { readScannedCode } from '../../domain/protocol/enrolment.ts';
import type { SetUpState } from '../../electron/set-up/set-up-state.ts';
import { useKeyboard } from '../controls/keyboard/keyboard-focus.tsx';
import { useScanner } from '../scan/use-scanner.ts';
import { AddressStep } from './address-step.tsx';
import { CodeStep } from './code-step.tsx';
import { shapeCode } from './code-shape.ts';
import { Enrolled } from './enrolled.tsx';
import { explainProblem } from './explain-problem.ts';
import type { GivenCode } from './use-set-up.ts';

interface SetUpScreensProps {
  readonly state: SetUpState;
  readonly begin: (given: GivenCode) => void;
  readonly language: Language;
  readonly camera: boolean;
}

/** Code, where the hub is when it is not found, how it goes, and the kiosk's name when it is done. */
export function SetUpScreens({ state, begin, language, camera }: SetUpScreensProps) {
  const [code, setCode] = useState('');
  const [address, setAddress] = useState('');
  const [isAddressAsked, setIsAddressAsked] = useState(false);
  // What went wrong before is no more of interest once something else is typed.
  const [seen, setSeen] = useState<SetUpState | null>(null);
  const isUnderWay = state.step !== 'waiting' && state.step !== 'failed';

  const scan = (text: string) => {
    if (isUnderWay) return;
    const scanned = readScannedCode(text) ?? (shapeCode(text).isComplete ? { code: text, address: '' } : null);
    if (scanned === null) return;
    setCode(shapeCode(scanned.code).written);
    setAddress(scanned.address);
    begin({ code: scanned.code, address: scanned.address === '' ? null : scanned.address });
  };
  useScanner(scan);
  useKeysOnlyWhile(!isUnderWay);

  if (state.step === 'enrolled') return <Enrolled state={state} />;
  if (state.step === 'searching' || state.step === 'asking') return <UnderWay state={state} />;
  const problem = state.step === 'failed' && state !== seen ? state.problem : null;
  const error = problem === null ? null : explainProblem(problem, language);
  const forget = () => {
    setSeen(state);
  };
  if (isAddressAsked || problem === 'not-an-address') {
    return (
      <AddressStep
        value={address}
        error={error}
        onChange={(text) => {
          setAddress(text);
          forget();
        }}
        onBack={() => {
          setIsAddressAsked(false);
          forget();
        }}
        onBegin={() => {
          begin({ code, address: address.trim() === '' ? null : address });
        }}
      />
    );
  }
  return (
    <CodeStep
      value={code}
      error={error}
      camera={camera}
      onChange={(text) => {
        setCode(shapeCode(text).written);
        forget();
      }}
      onScan={scan}
      onBegin={() => {
        begin({ code, address: null });
      }}
      onAskAddress={() => {
        setIsAddressAsked(true);
        forget();
      }}
    />
  );
}

/** The keys go with the field that they wrote to. */
function useKeysOnlyWhile(isTyping: boolean): void {
  const { hide, field } = useKeyboard();
  useEffect(() => {
    if (!isTyping && field !== null) hide();
  }, [isTyping, field, hide]);
}

function UnderWay({ state }: { readonly state: Extract<SetUpState, { step: 'searching' | 'asking' }> }) {
  const { t } = useTranslation();
  return (
    <section className="set-up-told" role="status">
      <h1 className="title">{t(state.step === 'searching' ? 'setUp.searching' : 'setUp.asking')}</h1>
      <p>{state.step === 'asking' ? state.address : t('setUp.searchingNote')}</p>
      {state.step === 'searching' && state.heard > 0 ? <p>{t('setUp.heard', { count: state.heard })}</p> : null}
    </section>
  );
}
