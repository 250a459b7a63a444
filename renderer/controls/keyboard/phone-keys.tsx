import type { ReactNode } from 'react';
import { insertText } from './edit.ts';
import { KeyRow, Keys } from './key.tsx';

const rows = ['123', '456', '789', '+0-'] as const;

interface PhoneKeysProps {
  readonly input: HTMLInputElement;
  /** Hide and delete. */
  readonly children: ReactNode;
}

export function PhoneKeys({ input, children }: PhoneKeysProps) {
  return (
    <>
      {rows.map((row) => (
        <KeyRow key={row}>
          <Keys
            keys={row}
            onPress={(text) => {
              insertText(input, text);
            }}
          />
        </KeyRow>
      ))}
      <KeyRow>{children}</KeyRow>
    </>
  );
}
