import { artboardFor, placeSubject, replaceSubject } from "#lib/composition/create-document.ts";
import type { PlacedPicture, ProjectDocument } from "#lib/composition/document.ts";
import { type Box, fitTransform } from "#lib/composition/geometry.ts";

/** A cut-out that fills more than this of its own frame leaves the model nothing to paint. */
const TIGHT_SHARE = 0.85;

/**
 * A first subject brings its artboard along: the picture's frame, where the product keeps the place it was given there,
 * or 70 % of it when the cut-out has no room around it. A later one takes the place of the one before.
 */
export function withSubject(document: ProjectDocument, picture: PlacedPicture, visible: Box | null): ProjectDocument {
  if (document.subject) return replaceSubject(document, picture);
  const hasScene = document.foreground.length + document.background.length > 0;
  const onArtboard = hasScene ? document : { ...document, artboard: artboardFor(picture.size) };
  const share = visible
    ? Math.max(visible.width / picture.size.width, visible.height / picture.size.height)
    : TIGHT_SHARE;
  if (hasScene || share > TIGHT_SHARE) return placeSubject(onArtboard, picture, visible);
  return { ...onArtboard, subject: { ...picture, transform: fitTransform(picture.size, onArtboard.artboard) } };
}
