import { cn } from "#components/ui/class-names.ts";
import type { PictureView } from "#lib/api/run-view.ts";
import { assetUrl } from "#lib/client/assets.ts";
import type { PixelSize, Spot } from "./zoom.ts";

/** From here on one sees pixels, and wants to. */
const PIXELATED_FROM = 3;

export interface PlacedPictureProps {
  picture: PictureView;
  alt: string;
  spot: Spot;
  pane: PixelSize;
  className?: string;
}

/** A picture where the pane looks; its thumbnail lies under it until all of it is loaded. */
export function PlacedPicture({ picture, alt, spot, pane, className }: PlacedPictureProps) {
  const { zoom } = spot;
  return (
    <img
      key={picture.id}
      src={assetUrl(picture.assetId)}
      alt={alt}
      draggable={false}
      className={cn("absolute max-w-none bg-size-[100%_100%]", className)}
      style={{
        left: Math.round(pane.width / 2 - spot.x * zoom),
        top: Math.round(pane.height / 2 - spot.y * zoom),
        width: picture.width * zoom,
        height: picture.height * zoom,
        backgroundImage: `url(${assetUrl(picture.assetId, { longSide: 256 })})`,
        imageRendering: zoom >= PIXELATED_FROM ? "pixelated" : "auto",
      }}
    />
  );
}
