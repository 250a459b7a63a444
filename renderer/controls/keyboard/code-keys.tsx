import type { ReactNode } from 'react';
import { insertText } from './edit.ts';
import { KeyRow, Keys } from './key.tsx';

const rows = ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM-'] as const;

interface CodeKeysProps {
  readonly input: HTMLInputElement;
  /** Before the last row, where the keys can be hidden. */
  readonly hideKey: ReactNode;
  /** Delete, at the end of the last row. */
  readonly children: ReactNode;
}

/** Letters and digits together: a code has both, and is read in any case. */
export function CodeKeys({ input, hideKey, children }: CodeKeysProps) {
  const last = rows.length - 1;
  return rows.map((row, index) => (
    <KeyRow key={row}>
      {index === last ? hideKey : null}
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
