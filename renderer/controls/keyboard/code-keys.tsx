import type { ReactNode } from 'react';
import { insertText } from './edit.ts';
import { KeyRow, Keys } from './key.tsx';

const rowsOf = {
  code: ['1234567890', 'QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM-'],
  address: ['1234567890', 'qwertyuiop', 'asdfghjkl-', 'zxcvbnm.:'],
} as const;

interface CodeKeysProps {
  readonly layout: keyof typeof rowsOf;
  readonly input: HTMLInputElement;
  /** Before the last row, where the keys can be hidden. */
  readonly hideKey: ReactNode;
  /** Delete, at the end of the last row. */
  readonly children: ReactNode;
}

/** Letters and digits together: codes and addresses have both, and are read in any case. */
export function CodeKeys({ layout, input, hideKey, children }: CodeKeysProps) {
  const rows = rowsOf[layout];
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
