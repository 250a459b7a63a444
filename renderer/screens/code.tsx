import { use, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorCode } from '../../domain/errors.ts';
import { useCatalogue } from '../catalogue/catalogue.tsx';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/text-field.tsx';
import { findUncovered } from '../documents/coverage/find-uncovered.ts';
import { useKiosk } from '../kiosk.tsx';
import { CameraView } from '../scan/camera-view.tsx';
import { useHasCamera } from '../scan/use-camera.ts';
import { useStaffBadge } from '../staff-entry/use-staff-entry.ts';
import { arrive, checkIn } from '../visit/check-in.ts';
import { IsIdleContext } from '../visit/is-idle.ts';
import { Step } from '../visit/step.tsx';
import type { GivenCode } from '../visit/visit-state.ts';
import { useVisit } from '../visit/visit.tsx';
import { useErrorWords } from '../words/use-error-words.ts';
import './code.css';

/** A ticket's or a badge's code: typed here, held to the camera, or scanned on any other screen, which leads here while it is read. */
export function CodeScreen({ session }: { readonly session: string | null }) {
  const { t } = useTranslation();
  const { greeting } = useKiosk();
  const visit = useVisit();
  const { givenCode, go, change } = visit;
  const takeBadge = useStaffBadge();
  const giveCode = (code: string) => {
    if (!takeBadge(code)) visit.giveCode(code);
  };
  const explain = useErrorWords();
  const hasCamera = useHasCamera(greeting.camera);
  // Nobody seems to be there to hold a code to the camera, so it stops looking.
  const isIdle = use(IsIdleContext);
  const [typed, setTyped] = useState('');
  const { problem, setProblem } = useCodeReading();
  const isReading = givenCode !== null;
  const submit = () => {
    if (isReading) return;
    if (typed.trim() === '') setProblem('code-missing');
    else giveCode(typed);
  };
  return (
    <Step
      question={t(session === null ? 'code.title' : 'code.titleSeat')}
      hint={t(session === null ? 'code.hint' : 'code.hintSeat')}
      canHideKeyboard
      {...(hasCamera && !isIdle ? { aside: <CameraView label={t('code.camera')} onCode={giveCode} /> } : {})}
      primary={
        <Button kind="primary" isDisabled={isReading} onPress={submit}>
          {t(isReading ? 'code.reading' : 'code.next')}
        </Button>
      }
    >
      <TextField
        label={t('code.label')}
        placeholder={t('code.example')}
        layout="code"
        language="en"
        // Where there is a camera, its picture gets the room of the keys until somebody wants to type.
        takesFocus={hasCamera === false}
        value={typed}
        error={problem && !isReading ? explain(problem) : null}
        onChange={(text) => {
          setTyped(text);
          setProblem(null);
        }}
        onEnter={submit}
      />
      <div className="code-other">
        <Button
          onPress={() => {
            if (session !== null) change({ wantedSession: session });
            go({ name: 'consent' });
          }}
        >
          {t(session === null ? 'code.walkIn' : 'code.registerFirst')}
        </Button>
      </div>
    </Step>
  );
}

/** Takes the code that was given to the host, and goes on with what it opens. */
function useCodeReading() {
  const { event } = useCatalogue();
  const { bridge, database } = useKiosk();
  const { givenCode, acceptCode, refuseCode, language, speak } = useVisit();
  const [problem, setProblem] = useState<ErrorCode | null>(null);

  const ask = useEffectEvent((given: GivenCode) => checkIn({ bridge, database, given, language }));
  const receive = useEffectEvent((answer: Awaited<ReturnType<typeof checkIn>>, { beginsVisit }: GivenCode) => {
    if (!answer.ok) {
      setProblem(answer.reason);
      refuseCode();
      return;
    }
    const arrival = arrive(answer.value, findUncovered);
    if (beginsVisit && arrival.language && event.languages.includes(arrival.language)) speak(arrival.language);
    acceptCode(arrival.part, arrival.screen);
  });

  useEffect(() => {
    if (!givenCode) return undefined;
    let isWanted = true;
    void ask(givenCode).then((answer) => {
      if (isWanted) receive(answer, givenCode);
    });
    return () => {
      isWanted = false;
    };
  }, [givenCode]);
  return { problem, setProblem };
}
