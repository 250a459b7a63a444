import type { ReactNode } from 'react';
import { insertText } from './edit.ts';
import { KeyRow, Keys } from './key.tsx';

const rows = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM-'] as const;

interface CodeKeysProps {
  readonly input: HTMLInputElement;
  /** Delete, at the end of the last row. */
  readonly children: ReactNode;
}

/** Letters and digits together: a code has both, and is read in any case. */
export function CodeKeys({ input, children }: CodeKeysProps) {
  const last = rows.length - 1;
  return rows.map((row, index) => (
    <KeyRow key={row}>
      <Keys
        keys={row}
        onPress={(text) => {
          insertText(input, text);
        }}
      />
      {index === last ? children : null}
    </KeyRow>
  ));
}
