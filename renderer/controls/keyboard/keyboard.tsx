import { Delete, KeyboardOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CodeKeys } from './code-keys.tsx';
import { deleteBackwards } from './edit.ts';
import { Key } from './key.tsx';
import { useKeyboard } from './keyboard-focus.tsx';
import { PhoneKeys } from './phone-keys.tsx';
import { TextKeys } from './text-keys.tsx';
import './keyboard.css';

/** The keys on the screen. They appear when a field is touched and write into it without taking the focus away. */
export function Keyboard({ canHide = false }: { readonly canHide?: boolean }) {
  const { t } = useTranslation();
  const { field, hide } = useKeyboard();
  if (!field) return null;
  const { input, layout, number } = field;
  const hideKey = canHide ? (
    <Key label={t('keyboard.hide')} kind="other" onPress={hide}>
      <KeyboardOff />
    </Key>
  ) : null;
  const deleteKey = (
    <Key
      label={t('keyboard.backspace')}
      kind="other"
      onPress={() => {
        deleteBackwards(input);
      }}
    >
      <Delete />
    </Key>
  );
  return (
    <div className={`keyboard keyboard-${layout}`} role="group" aria-label={t('keyboard.name')}>
      {layout === 'phone' ? (
        <PhoneKeys input={input}>
          {hideKey}
          {deleteKey}
        </PhoneKeys>
      ) : layout === 'code' || layout === 'address' ? (
        <CodeKeys layout={layout} input={input} hideKey={hideKey}>
          {deleteKey}
        </CodeKeys>
      ) : (
        <TextKeys key={number} input={input} layout={layout} hideKey={hideKey} />
      )}
    </div>
  );
}
