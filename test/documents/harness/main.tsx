import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { assert } from '../../../domain/assert.ts';
import type { Media } from '../../../domain/print-job.ts';
import { Badge, type BadgeProps } from '../../../renderer/documents/badge.tsx';
import { findUncovered } from '../../../renderer/documents/coverage/find-uncovered.ts';
import { MapSlip, type MapSlipProps } from '../../../renderer/documents/map-slip.tsx';
import { RouteSlip, type RouteSlipProps } from '../../../renderer/documents/route-slip.tsx';
import { whenLaidOut } from '../../../renderer/documents/lay-out.ts';
import { prepareRasteriser, rasterise } from '../../../renderer/documents/rasterise.ts';
import { TestSheet, type TestSheetProps } from '../../../renderer/documents/test-sheet.tsx';
import { SheetPreview } from '../../../renderer/documents/sheet.tsx';
import '../../../renderer/look/fonts.css';

const container = document.getElementById('root');
assert(container !== null, 'the page has a root');
const root = createRoot(container);

let media: Media = { widthDots: 576, heightDots: null, dotsPerInch: 203 };

function sheet(): HTMLElement {
  const node = document.querySelector<HTMLElement>('.document');
  assert(node !== null, 'a document is shown');
  return node;
}

/** @param previewWidth CSS pixels that the sheet is scaled to */
function show(document: ReactNode, shownMedia: Media, previewWidth: number): Promise<boolean> {
  media = shownMedia;
  flushSync(() => {
    root.render(
      <div style={{ width: previewWidth }}>
        <SheetPreview media={media}>{document}</SheetPreview>
      </div>,
    );
  });
  return whenLaidOut(sheet());
}

const harness = {
  findUncovered,
  showBadge: (props: BadgeProps, previewWidth = 320) => show(<Badge {...props} />, props.media, previewWidth),
  showMapSlip: (props: MapSlipProps, previewWidth = 320) => show(<MapSlip {...props} />, props.media, previewWidth),
  showRouteSlip: (props: RouteSlipProps, previewWidth = 320) =>
    show(<RouteSlip {...props} />, props.media, previewWidth),
  showTestSheet: (props: TestSheetProps, previewWidth = 320) =>
    show(<TestSheet {...props} />, props.media, previewWidth),
  prepareRasteriser,
  async rasterise() {
    const start = performance.now();
    const result = await rasterise(sheet(), media);
    const milliseconds = performance.now() - start;
    if (!result.ok) throw new Error(result.reason);
    const { width, height, bits, tints = [] } = result.value;
    return {
      width,
      height,
      tints,
      bits: btoa(Array.from(bits, (byte) => String.fromCharCode(byte)).join('')),
      milliseconds,
    };
  },
};
export type Harness = typeof harness;
Object.assign(window, { harness });
