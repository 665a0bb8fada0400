"use client";

import { useTranslations } from "use-intl";
import type { ShownPicture } from "#components/runs/runs-strip.tsx";
import { VersionTag } from "#components/runs/version-tag.tsx";
import { assetUrl } from "#lib/client/assets.ts";
import { useEditor } from "./studio-context.tsx";

/** A finished picture in the place of the scene, with nothing else to look at, as long as its thumbnail is pointed at. */
export function ResultPreview({ generation, picture }: ShownPicture) {
  const t = useTranslations("studio");
  const camera = useEditor((state) => state.camera);
  const artboard = useEditor((state) => state.document.artboard);
  const number = String(picture.index + 1);
  const width = artboard.width * camera.zoom;
  // The artboard may have another shape than when the picture was made: it is shown whole, never stretched.
  const height = (width * picture.height) / picture.width;
  return (
    <div data-slot="preview" className="pointer-events-none absolute inset-0 bg-surround">
      <div
        className="absolute top-0 left-0"
        style={{ transform: `translate(${Math.round(camera.x)}px, ${Math.round(camera.y)}px)` }}
      >
        <img
          key={picture.id}
          src={assetUrl(picture.assetId)}
          alt=""
          className="max-w-none bg-size-[100%_100%]"
          style={{ width, height, backgroundImage: `url(${assetUrl(picture.assetId, { longSide: 256 })})` }}
        />
        <p className="mt-1.5 flex items-center gap-1.5 whitespace-nowrap text-ink/80 text-xs">
          <VersionTag version={generation.version} />
          {t("preview", { number, total: String(generation.n) })}
        </p>
      </div>
    </div>
  );
}
