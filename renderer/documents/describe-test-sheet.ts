import type { TFunction } from 'i18next';
import type { Language } from '../../domain/localised.ts';
import type { Media } from '../../domain/print-job.ts';
import type { TestSheetProps } from './test-sheet.tsx';

interface Tested {
  readonly media: Media;
  readonly language: Language;
  readonly printer: TestSheetProps['printer'];
  readonly from: string;
}

/** The test sheet of a printer in the words of a language. */
export function describeTestSheet({ media, language, printer, from }: Tested, words: TFunction): TestSheetProps {
  const { widthDots: width, heightDots: height, dotsPerInch: dpi } = media;
  const toMillimetres = (dots: number) => String(Math.round((dots / dpi) * 25.4));
  const millimetres = height === null ? toMillimetres(width) : `${toMillimetres(width)} × ${toMillimetres(height)}`;
  const say = (key: keyof TestSheetProps['words']) => words(`testSheet.${key}`, { lng: language });
  return {
    media,
    language,
    printer,
    from,
    words: {
      title: say('title'),
      paper:
        height === null
          ? words('testSheet.paperRoll', { lng: language, width, dpi, millimetres })
          : words('testSheet.paper', { lng: language, width, height, dpi, millimetres }),
      frame: say('frame'),
      density: say('density'),
      lines: say('lines'),
      inverted: say('inverted'),
      scripts: say('scripts'),
      code: say('code'),
      cut: say('cut'),
    },
  };
}
