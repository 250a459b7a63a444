import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './field-error.css';

/** What is wrong with a field and what to do, beside the field. */
export function FieldError({ children }: { readonly children: ReactNode }) {
  if (children === null) return null;
  return (
    <p className="field-error" role="alert">
      <CircleAlert aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
