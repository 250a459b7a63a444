import type { Ref } from 'react';
import { RouteSlip, type RouteSlipProps } from '../documents/route-slip.tsx';
import { SheetPreview } from '../documents/sheet.tsx';

interface RouteSlipPreviewProps {
  readonly slip: RouteSlipProps;
  readonly ref?: Ref<HTMLDivElement>;
}

/** The slip as it will come out. */
export function RouteSlipPreview({ slip, ref }: RouteSlipPreviewProps) {
  return (
    <div className="map-slip-preview">
      <SheetPreview media={slip.media} {...(ref ? { ref } : {})}>
        <RouteSlip {...slip} />
      </SheetPreview>
    </div>
  );
}
