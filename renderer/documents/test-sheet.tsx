import { useLayoutEffect, useMemo, useRef } from 'react';
import type { Language } from '../../domain/localised.ts';
import type { Media } from '../../domain/print-job.ts';
import { documentStyle } from './document-style.ts';
import { layOutWithFonts } from './lay-out.ts';
import { measuresOf, type Measures } from './measures.ts';
import { Phrases } from './phrases.tsx';
import { QrCode } from './qr-code.tsx';
import { DensitySteps, FineLines, Ruler } from './test-sheet-marks.tsx';
import './document.css';
import './test-sheet.css';

export interface TestSheetProps {
  readonly media: Media;
  /** Of the words on it. */
  readonly language: Language;
  readonly printer: {
    readonly id: string;
    /** What is written on it, or its id. */
    readonly name: string;
    readonly model: string;
    /** Of the media, such as `72mm`; null where only the dots are known. */
    readonly mediaName?: string | null;
  };
  /** Where and when: "from kiosk K1 · 10:51". */
  readonly from: string;
  readonly words: TestSheetWords;
}

/** By `describeTestSheet`. */
export interface TestSheetWords {
  readonly title: string;
  readonly paper: string;
  readonly frame: string;
  readonly density: string;
  readonly lines: string;
  readonly inverted: string;
  readonly scripts: string;
  readonly code: string;
  readonly cut: string;
}

/** One line of each script that the bundled fonts promise, in words that show what goes wrong with it: marks, joins, direction. */
export const scriptLines: readonly { readonly language: string; readonly text: string }[] = [
  { language: 'en', text: 'Ångström Żółć Đặng İğne 0O1lI' },
  { language: 'zh-Hant', text: '繁體中文：微電子與骨幹' },
  { language: 'zh-Hans', text: '简体中文：微电子与骨干' },
  { language: 'ja', text: 'ひらがな カタカナ 半導体' },
  { language: 'ko', text: '한글 반도체 안녕하세요' },
  { language: 'ru', text: 'Кириллица: Щёлково Їжак' },
  { language: 'el', text: 'Ελληνικά: ἀρχή Ώρα' },
  { language: 'ar', text: 'العربية: مرحبًا بكم' },
  { language: 'he', text: 'עברית: שָׁלוֹם' },
  { language: 'hi', text: 'हिन्दी: क्षेत्र श्री' },
  { language: 'th', text: 'ไทย: น้ำ ผู้ใหญ่' },
];

/** What its QR code says: which printer, laid out for what. */
export function testSheetCode({ printer, media }: Pick<TestSheetProps, 'printer' | 'media'>): string {
  const height = media.heightDots === null ? 'roll' : String(media.heightDots);
  return `FOYER-TEST ${printer.id} ${media.widthDots}x${height} ${media.dotsPerInch}dpi`;
}

/** Longer than any sheet: the rulers at the sides end with it. */
const longestRuler = 6000;

/** Shows whoever looks after a printer alignment, density, scripts and cutter. It names no visitor. */
export function TestSheet({ media, language, printer, from, words }: TestSheetProps) {
  const root = useRef<HTMLElement>(null);
  const measures = useMemo(() => measuresOf(media), [media]);
  const text = JSON.stringify([printer, from, words, language]);
  useLayoutEffect(() => {
    const document = root.current;
    if (document === null) return undefined;
    return layOutWithFonts(document, (sheet) => {
      fitTestSheet(sheet, measures, media.heightDots);
    });
  }, [text, measures, media.heightDots]);
  const { dotsPerInch, widthDots, heightDots } = media;
  const type = Math.round(16 * Math.max(1, dotsPerInch / 203));
  const ruler = { dotsPerInch, type };
  return (
    <article
      ref={root}
      className="document test-sheet"
      lang={language}
      style={{ ...documentStyle(measures), ...(heightDots !== null && { height: `${String(heightDots)}px` }) }}
    >
      <Ruler edge="top" length={widthDots} {...ruler} />
      <Ruler edge="left" length={heightDots ?? longestRuler} {...ruler} />
      <Ruler edge="right" length={heightDots ?? longestRuler} {...ruler} />
      <header>
        <h1 className="test-sheet-name" dir="auto">
          {printer.name}
        </h1>
        <Phrases className="document-caption" parts={[words.title, printer.model, printer.mediaName]} />
        <p className="document-caption">{words.paper}</p>
        <p className="document-caption">{from}</p>
      </header>
      <section>
        <p className="document-caption">{words.density}</p>
        <DensitySteps sheetWidth={widthDots} />
      </section>
      <section className="test-sheet-pair">
        <div>
          <p className="document-caption">{words.lines}</p>
          <FineLines />
          <p className="test-sheet-inverted">
            {words.inverted} <span lang="en">Aa8@</span>
          </p>
        </div>
        <figure className="test-sheet-code">
          <QrCode text={testSheetCode({ printer, media })} module={codeModule(media)} label={words.code} level="M" />
          <figcaption className="document-caption">{words.code}</figcaption>
        </figure>
      </section>
      <section>
        <p className="document-caption">{words.scripts}</p>
        <ul className="test-sheet-scripts">
          {scriptLines.map((line) => (
            <li key={line.language} lang={line.language} dir="auto">
              {line.text}
            </li>
          ))}
        </ul>
      </section>
      <footer className="test-sheet-foot">
        <p className="document-caption">{words.frame}</p>
        <p className="test-sheet-cut">
          <span className="document-caption">{words.cut}</span>
        </p>
      </footer>
      <div className="test-sheet-frame" aria-hidden="true" />
    </article>
  );
}

/** Half a millimetre, what a phone reads well. */
function codeModule({ dotsPerInch }: Media): number {
  return Math.ceil((0.5 * dotsPerInch) / 25.4);
}

/** On a sheet or label all of it stands on one: smaller type, as far as it must. */
function fitTestSheet(sheet: HTMLElement, measures: Measures, height: number | null): void {
  for (const factor of height === null ? [1] : [1, 0.9, 0.8, 0.7, 0.6, 0.5]) {
    const { unit, text, caption } = measures;
    sheet.style.setProperty('--u', `${unit * factor}px`);
    sheet.style.setProperty('--text', `${Math.round(text * factor)}px`);
    sheet.style.setProperty('--caption', `${Math.round(caption * factor)}px`);
    if (height === null || sheet.scrollHeight <= height) return;
  }
}
