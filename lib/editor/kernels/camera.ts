import type { Size } from "#lib/composition/document.ts";

/** Where the artboard stands: screen = artboard × zoom + (x, y), in CSS pixels from the top left of the canvas area. */
export interface Camera {
  zoom: number;
  x: number;
  y: number;
}

export interface Point {
  x: number;
  y: number;
}

export const ZOOM_RANGE = { min: 0.05, max: 20 } as const;

/** Where zooming by key stops; between them lies nothing a person asks for by name. */
export const ZOOM_STOPS = [0.05, 0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 8, 16, 20] as const;

export function clampZoom(zoom: number): number {
  return Math.min(ZOOM_RANGE.max, Math.max(ZOOM_RANGE.min, zoom));
}

/** The artboard pixel under `anchor` (screen) stays under it. */
export function zoomAbout(camera: Camera, anchor: Point, zoom: number): Camera {
  const next = clampZoom(zoom);
  const ratio = next / camera.zoom;
  return { zoom: next, x: anchor.x - (anchor.x - camera.x) * ratio, y: anchor.y - (anchor.y - camera.y) * ratio };
}

export function panBy(camera: Camera, delta: Point): Camera {
  return { ...camera, x: camera.x + delta.x, y: camera.y + delta.y };
}

export function toArtboard(camera: Camera, screen: Point): Point {
  return { x: (screen.x - camera.x) / camera.zoom, y: (screen.y - camera.y) / camera.zoom };
}

export function toScreen(camera: Camera, artboard: Point): Point {
  return { x: artboard.x * camera.zoom + camera.x, y: artboard.y * camera.zoom + camera.y };
}

/** The box, in artboard pixels, centred in the viewport and as large as `margin` (CSS pixels on each side) allows. */
export function fitBox(input: { box: Point & Size; viewport: Size; margin: number; maxZoom: number }): Camera {
  const { box, viewport, margin } = input;
  const room = { width: Math.max(1, viewport.width - 2 * margin), height: Math.max(1, viewport.height - 2 * margin) };
  const zoom = clampZoom(Math.min(room.width / box.width, room.height / box.height, input.maxZoom));
  return {
    zoom,
    // Whole pixels: the artboard's edge must not fall between two screen pixels.
    x: Math.round((viewport.width - box.width * zoom) / 2 - box.x * zoom),
    y: Math.round((viewport.height - box.height * zoom) / 2 - box.y * zoom),
  };
}

/** The nearest stop above (`direction` 1) or below (-1) the current zoom, the end of the range when there is none. */
export function nextZoomStop(zoom: number, direction: 1 | -1): number {
  // A wheel leaves the zoom a hair beside a stop; that hair must not swallow a key press.
  const tolerance = zoom * 0.01;
  return direction === 1
    ? (ZOOM_STOPS.find((stop) => stop > zoom + tolerance) ?? ZOOM_RANGE.max)
    : (ZOOM_STOPS.findLast((stop) => stop < zoom - tolerance) ?? ZOOM_RANGE.min);
}

/** One notch of a mouse wheel is about 100, a pinch sends small steps; both feel the same to the eye in a logarithm. */
export function zoomOfWheel(zoom: number, deltaY: number): number {
  const limited = Math.max(-60, Math.min(60, deltaY));
  return clampZoom(zoom * Math.exp(-limited * 0.008));
}
