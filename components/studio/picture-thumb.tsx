"use client";

import { cn } from "#components/ui/class-names.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { PlacedPicture } from "#lib/composition/document.ts";
import { useAssetFacts } from "./studio-context.tsx";

/** Air around the visible part, as a share of the thumbnail's side. */
const AIR_SHARE = 0.08;

/** A picture cut to what can be seen of it: a small product in a wide empty frame would be a speck. */
export function PictureThumb({ picture, className }: { picture: PlacedPicture; className?: string }) {
  const bounds = useAssetFacts(picture.assetId)?.bounds;
  const { width, height } = picture.size;
  const part = bounds ?? { x: 0, y: 0, width, height };
  // Shares of the thumbnail's side per picture pixel.
  const scale = (1 - (bounds ? 2 * AIR_SHARE : 0)) / Math.max(part.width, part.height, 1);
  const share = (value: number) => `${value * 100}%`;
  const longSide = Math.min(
    2048,
    Math.max(128, Math.ceil((192 * Math.max(width, height)) / Math.max(part.width, part.height, 1))),
  );
  return (
    <span className={cn("relative block shrink-0 overflow-hidden rounded-sm", className)}>
      <img
        src={assetUrl(picture.assetId, { longSide })}
        alt=""
        draggable={false}
        className="absolute max-w-none"
        style={{
          width: share(width * scale),
          height: share(height * scale),
          left: share(0.5 - (part.x + part.width / 2) * scale),
          top: share(0.5 - (part.y + part.height / 2) * scale),
        }}
      />
    </span>
  );
}
