import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Language } from '../../domain/localised.ts';
import type { Media } from '../../domain/print-job.ts';
import { documentStyle } from './document-style.ts';
import { fitBadge } from './fit-badge.ts';
import { layOutWithFonts } from './lay-out.ts';
import { measuresOf } from './measures.ts';
import { Phrases } from './phrases.tsx';
import { QrCode } from './qr-code.tsx';
import './document.css';
import './badge.css';

export interface BadgeProps {
  readonly media: Media;
  /** Of the words on it; decides between the Han forms of Hong Kong and of the mainland. */
  readonly language: Language;
  readonly eventName: string;
  readonly eventTagline: string | null;
  readonly date: string;
  /** At least one is not empty. */
  readonly name: { readonly own: string; readonly latin: string };
  /** Of study or work; may be empty. */
  readonly field: string;
  readonly claimCode: string;
  readonly claimCaption: string;
  /** Type of visitor in the visitor's language, and in English where that is another. */
  readonly stripe: readonly [own: string, english?: string];
  /** What says that this is not the first print; null on the first. */
  readonly reprint: string | null;
}

export function Badge({ media, language, ...props }: BadgeProps) {
  const { eventName, eventTagline, date, name, field, claimCode, claimCaption, stripe, reprint } = props;
  const { own, latin } = name;
  const [visitorType, visitorTypeInEnglish] = stripe;
  const root = useRef<HTMLElement>(null);
  const measures = useMemo(() => measuresOf(media), [media]);
  const text = [own, latin, field, eventName, eventTagline, date, claimCaption, claimCode, reprint, ...stripe].join(
    '\n',
  );
  useLayoutEffect(() => {
    const document = root.current;
    if (document === null) return undefined;
    return layOutWithFonts(document, (badge) => {
      fitBadge(badge, measures);
    });
  }, [text, measures]);
  const first = own === '' ? latin : own;
  return (
    <article ref={root} className="document badge" lang={language} style={documentStyle(measures)}>
      <header className="badge-head">
        <Phrases className="document-caption" parts={[eventName, eventTagline, date]} />
        {reprint !== null && <strong className="document-caption document-reprint">{reprint}</strong>}
      </header>
      <div className="badge-names">
        <h1 className="badge-name" dir="auto" data-line="first">
          {first}
        </h1>
        {latin !== '' && latin !== first && (
          <p className="badge-name badge-latin" dir="auto" data-line="second">
            {latin}
          </p>
        )}
      </div>
      {field !== '' && (
        <p className="badge-field" dir="auto">
          {field}
        </p>
      )}
      <div className="badge-claim">
        <QrCode text={claimCode} module={measures.module} label={claimCode} />
        <div className="badge-code">
          <p className="document-caption">{claimCaption}</p>
          <strong className="badge-code-words" lang="en" translate="no">
            <CodeWords code={claimCode} />
          </strong>
        </div>
      </div>
      <footer className="badge-stripe">
        <p className="badge-stripe-words">
          <span>{visitorType}</span>
          {visitorTypeInEnglish !== undefined && visitorTypeInEnglish !== visitorType && (
            <span lang="en">{visitorTypeInEnglish}</span>
          )}
        </p>
      </footer>
    </article>
  );
}

/** The two halves of a claim code, so that narrow paper may set them one below the other. */
function CodeWords({ code }: { code: string }) {
  const middle = code.indexOf('-') + 1;
  return (
    <>
      <span>{code.slice(0, middle)}</span>
      <span>{code.slice(middle)}</span>
    </>
  );
}
