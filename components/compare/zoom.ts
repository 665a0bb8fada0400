/** Lengths of a pane are CSS pixels, those of a picture its own pixels. */
export interface PixelSize {
  width: number;
  height: number;
}

/**
 * Where every pane looks: the same spot of the picture in the middle of the pane, at the same zoom (CSS pixels per picture pixel).
 * Independent of a pane's size, so that panes of different sizes stay on the same spot. `null` fits the picture into each pane.
 */
export interface Spot {
  zoom: number;
  x: number;
  y: number;
}

export type View = Spot | null;

export interface Point {
  x: number;
  y: number;
}

export const ZOOM_LIMITS = { min: 0.05, max: 16 };

const FIT_MARGIN_PX = 16;
const STEP = 1.25;

/** The largest zoom that shows all of the picture; it never enlarges by more than two. */
export function fitZoom(pane: PixelSize, picture: PixelSize): number {
  const zoom = Math.min(
    Math.max(1, pane.width - 2 * FIT_MARGIN_PX) / picture.width,
    Math.max(1, pane.height - 2 * FIT_MARGIN_PX) / picture.height,
  );
  return Math.min(2, Math.max(ZOOM_LIMITS.min, zoom));
}

export function resolveView(view: View, pane: PixelSize, picture: PixelSize): Spot {
  return view ?? { zoom: fitZoom(pane, picture), x: picture.width / 2, y: picture.height / 2 };
}

/** Zooms so that what is at `anchor` (from the pane's middle) stays there. */
export function zoomAt(spot: Spot, factor: number, anchor: Point, picture: PixelSize): Spot {
  const zoom = Math.min(ZOOM_LIMITS.max, Math.max(ZOOM_LIMITS.min, spot.zoom * factor));
  return keepInside(
    {
      zoom,
      x: spot.x + anchor.x / spot.zoom - anchor.x / zoom,
      y: spot.y + anchor.y / spot.zoom - anchor.y / zoom,
    },
    picture,
  );
}

/** Moves the picture with the hand: `delta` is how far the pointer went, in CSS pixels. */
export function panBy(spot: Spot, delta: Point, picture: PixelSize): Spot {
  return keepInside({ ...spot, x: spot.x - delta.x / spot.zoom, y: spot.y - delta.y / spot.zoom }, picture);
}

/** From the fitted view to every pixel where the pointer is, from anywhere else back to fitting. */
export function toggleActualSize(view: View, spot: Spot, anchor: Point, picture: PixelSize): View {
  return view === null ? zoomAt(spot, 1 / spot.zoom, anchor, picture) : null;
}

/** One press of plus or minus. */
export function stepFactor(direction: 1 | -1): number {
  return direction === 1 ? STEP : 1 / STEP;
}

/** A wheel's notch zooms by about a fifth; a pinch (reported as a wheel with Ctrl) comes in many small steps and is taken finer. */
export function wheelFactor(deltaY: number, deltaMode: number, isPinch: boolean): number {
  const px = deltaMode === 1 ? deltaY * 16 : deltaMode === 2 ? deltaY * 400 : deltaY;
  return Math.exp(-Math.max(-200, Math.min(200, px)) * (isPinch ? 0.01 : 0.0018));
}

/** The middle of the pane stays on the picture: it cannot be lost. */
function keepInside(spot: Spot, picture: PixelSize): Spot {
  return {
    zoom: spot.zoom,
    x: Math.min(picture.width, Math.max(0, spot.x)),
    y: Math.min(picture.height, Math.max(0, spot.y)),
  };
}
