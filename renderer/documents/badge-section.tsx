import { assertNever } from '../../domain/assert.ts';
import type { BadgeField, BadgeFieldSize } from '../../domain/badge-layout.ts';
import { sizeFactors } from './badge-measures.ts';
import type { BadgeProps } from './badge.tsx';
import { documentStyle } from './document-style.ts';
import type { Measures } from './measures.ts';
import { Phrases } from './phrases.tsx';
import { QrCode } from './qr-code.tsx';

export interface BadgeStripe {
  /** Type of visitor in the visitor's language, and in English where that is another. */
  readonly words: readonly [own: string, english?: string];
  readonly pattern: 'solid' | 'frame' | 'hatched';
  /** `#rrggbb`, where the printer has colours; null leaves it black. */
  readonly colour: string | null;
}

interface BadgeSectionProps {
  readonly field: BadgeField;
  readonly size: BadgeFieldSize;
  readonly measures: Measures;
  readonly badge: BadgeProps;
}

/** One field of a badge; nothing when this visitor has none of it. */
export function BadgeSection({ field, size, measures, badge }: BadgeSectionProps) {
  const { name, layout, reprint } = badge;
  const scaled = scaleMeasures(measures, sizeFactors[size]);
  const style = size === 'medium' ? undefined : documentStyle(scaled);
  const first = name.own === '' ? name.latin : name.own;
  switch (field) {
    case 'logo':
      return layout.logo === undefined ? null : (
        <div className="badge-logo" style={style}>
          <img src={layout.logo} alt="" />
        </div>
      );
    case 'event':
      return (
        <header className="badge-head" style={style}>
          <Phrases
            className="document-caption"
            parts={[badge.eventName, badge.eventTagline, badge.date, badge.origin]}
          />
          {reprint !== null && <strong className="document-caption document-reprint">{reprint}</strong>}
        </header>
      );
    case 'name':
      return (
        <div className="badge-names">
          <h1 className="badge-name" dir="auto" data-line="first" data-factor={sizeFactors[size]}>
            {first}
          </h1>
        </div>
      );
    case 'latin':
      return name.latin === '' || name.latin === first ? null : (
        <div className="badge-latin">
          <p className="badge-name" dir="auto" data-line="second" data-factor={sizeFactors[size]}>
            {name.latin}
          </p>
        </div>
      );
    case 'field':
      return badge.field === '' ? null : (
        <p className="badge-field" dir="auto" style={style}>
          {badge.field}
        </p>
      );
    case 'claim':
      return <Claim {...{ badge, measures: scaled, factor: sizeFactors[size] }} />;
    case 'stripe':
      return <Stripe stripe={badge.stripe} factor={sizeFactors[size]} style={style} />;
    default:
      return assertNever(field);
  }
}

/** The margin stays: fields of all sizes begin at one line. */
function scaleMeasures(measures: Measures, factor: number): Measures {
  const { unit, caption, text, module } = measures;
  return {
    ...measures,
    unit: unit * factor,
    caption: Math.round(caption * factor),
    text: Math.round(text * factor),
    module: Math.max(2, Math.round(module * factor)),
  };
}

interface ClaimProps {
  readonly badge: BadgeProps;
  readonly measures: Measures;
  readonly factor: number;
}

function Claim({ badge: { claimCode, claimCaption }, measures, factor }: ClaimProps) {
  const middle = claimCode.indexOf('-') + 1;
  const quiet = 4 * measures.module;
  const above = Math.max(quiet, Math.round(46 * measures.unit));
  const quietZone = { padding: `${String(above)}px ${String(Math.max(quiet, measures.margin))}px ${String(quiet)}px` };
  return (
    <div className="badge-claim" style={quietZone}>
      <QrCode text={claimCode} module={measures.module} label={claimCode} />
      <div className="badge-code">
        <p className="document-caption">{claimCaption}</p>
        <strong className="badge-code-words" lang="en" translate="no" data-factor={factor}>
          {/* The two halves, so that narrow paper may set them one below the other. */}
          <span>{claimCode.slice(0, middle)}</span>
          <span>{claimCode.slice(middle)}</span>
        </strong>
      </div>
    </div>
  );
}

interface StripeProps {
  readonly stripe: BadgeStripe;
  readonly factor: number;
  readonly style: ReturnType<typeof documentStyle> | undefined;
}

function Stripe({ stripe: { words, pattern, colour }, factor, style }: StripeProps) {
  const [own, english] = words;
  return (
    <footer className="badge-stripe" data-pattern={pattern} data-tint={colour ?? undefined} style={style}>
      {pattern === 'hatched' && <i className="badge-hatching" aria-hidden="true" />}
      <p className="badge-stripe-words" data-factor={factor}>
        <span>{own}</span>
        {english !== undefined && english !== own && <span lang="en">{english}</span>}
      </p>
      {pattern === 'hatched' && <i className="badge-hatching" aria-hidden="true" />}
    </footer>
  );
}
