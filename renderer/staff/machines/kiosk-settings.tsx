import { Settings2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KioskSettings as Told } from '../../../domain/protocol/kiosk-settings.ts';
import type { KioskLine, StaffRefusal } from '../../../domain/protocol/staff-calls.ts';
import { Notice, Refused } from '../controls/notice.tsx';
import { StaffButton } from '../controls/staff-button.tsx';
import { StaffChoice } from '../controls/staff-choice.tsx';
import { StaffField } from '../controls/staff-field.tsx';
import { useStaffWorld } from '../staff-world.tsx';
import { useAnswer } from '../use-answer.ts';
import { beginEdit, toChange, type SettingsEdit } from './settings-edit.ts';

interface KioskSettingsProps {
  readonly line: KioskLine;
  readonly onChanged: () => void;
}

/** What the hub tells a kiosk in place of its kiosk.json, for those who look after machines. */
export function KioskSettings({ line, onChanged }: KioskSettingsProps) {
  const { t } = useTranslation();
  const { staff } = useStaffWorld();
  const [state, setState] = useState<'closed' | 'open' | 'saved'>('closed');
  if (staff.role === 'helper' || line.problems.includes('revoked')) return null;
  if (state === 'open') {
    return (
      <SettingsForm
        line={line}
        onEnd={(isSaved) => {
          setState(isSaved ? 'saved' : 'closed');
          if (isSaved) onChanged();
        }}
      />
    );
  }
  return (
    <>
      {state === 'saved' ? <Notice kind="good">{t('kioskSettings.saved')}</Notice> : null}
      <div className="staff-actions">
        <StaffButton
          icon={Settings2}
          onPress={() => {
            setState('open');
          }}
        >
          {t('kioskSettings.open')}
        </StaffButton>
      </div>
    </>
  );
}

interface FormProps {
  readonly line: KioskLine;
  readonly onEnd: (isSaved: boolean) => void;
}

function SettingsForm({ line, onEnd }: FormProps) {
  const { t } = useTranslation();
  const { answer, refusal, ask } = useAnswer('kioskSettings', {});
  if (refusal !== null) return <Refused refusal={refusal} onRetry={ask} />;
  if (answer === null) return <p role="status">{t('staff.waiting')}</p>;
  return <SettingsFields line={line} told={answer.settings[line.kiosk] ?? {}} onEnd={onEnd} />;
}

function SettingsFields({ line: { kiosk, position }, told, onEnd }: FormProps & { readonly told: Told }) {
  const { t } = useTranslation();
  const { client, event } = useStaffWorld();
  const [edit, setEdit] = useState<SettingsEdit>(() => beginEdit(told, position));
  const [fault, setFault] = useState<'address' | 'model' | null>(null);
  const [refusal, setRefusal] = useState<StaffRefusal | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const places = event?.kiosks ?? [];

  const change = (index: number, fields: { readonly address?: string; readonly model?: string }) => {
    setFault(null);
    setEdit({ ...edit, printers: edit.printers.map((each, at) => (at === index ? { ...each, ...fields } : each)) });
  };
  const save = async () => {
    const wanted = toChange(edit);
    if (!wanted.ok) {
      setFault(wanted.reason);
      return;
    }
    setIsSaving(true);
    const saved = await client.call('changeKioskSettings', { kiosk, change: wanted.value });
    setIsSaving(false);
    if (saved.ok) onEnd(true);
    else setRefusal(saved.reason);
  };

  return (
    <div className="printer-task">
      <h3>{t('kioskSettings.title', { kiosk })}</h3>
      <p className="staff-note">{t('kioskSettings.note')}</p>
      {places.length === 0 ? null : (
        <StaffChoice
          label={t('kioskSettings.place')}
          options={places.map(({ id }) => ({ id, name: id }))}
          value={edit.position}
          onChange={(id) => {
            setEdit({ ...edit, position: id });
          }}
        />
      )}
      {edit.printers.map(({ entry: { id }, address, model }, index) => (
        <div key={id} className="staff-form">
          <StaffField
            label={t('kioskSettings.printer', { id })}
            note={t('kioskSettings.addressNote')}
            placeholder="tcp://192.168.1.50"
            layout="search"
            value={address}
            error={fault === 'address' ? t('kioskSettings.wrongAddress') : null}
            onChange={(text) => {
              change(index, { address: text });
            }}
          />
          <StaffField
            label={t('kioskSettings.model', { id })}
            note={t('kioskSettings.modelNote')}
            layout="search"
            value={model}
            error={fault === 'model' ? t('kioskSettings.wrongModel') : null}
            onChange={(text) => {
              change(index, { model: text });
            }}
          />
        </div>
      ))}
      {refusal === null ? null : <Refused refusal={refusal} />}
      <div className="staff-actions">
        <StaffButton
          kind="quiet"
          onPress={() => {
            onEnd(false);
          }}
        >
          {t('staff.cancel')}
        </StaffButton>
        <StaffButton kind="primary" isDisabled={isSaving} onPress={() => void save()}>
          {t('kioskSettings.save')}
        </StaffButton>
      </div>
    </div>
  );
}
