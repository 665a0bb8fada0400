import { type Size, TRANSFORM_LIMITS, type Transform } from "./document.ts";

/** Canvas order: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface Point {
  x: number;
  y: number;
}

/** Axis-aligned; `x`, `y` are the top left corner. */
export interface Box extends Point, Size {}

/** A picture of `size` that stands somewhere on the artboard. */
export interface Placed {
  size: Size;
  transform: Transform;
}

/**
 * Picture pixels to artboard pixels: translate(x, y) · rotate(rotation) · scale(scaleX, scaleY) · translate(-width/2, -height/2).
 * Exact for quarter turns, so that an unturned picture is copied pixel by pixel and not sampled.
 */
export function layerMatrix(size: Size, transform: Transform): Matrix {
  const { cosine, sine } = turn(transform.rotation);
  // `+ 0` makes 0 of -0, which would compare as different.
  const a = cosine * transform.scaleX + 0;
  const b = sine * transform.scaleX + 0;
  const c = -sine * transform.scaleY + 0;
  const d = cosine * transform.scaleY + 0;
  const centreX = size.width / 2;
  const centreY = size.height / 2;
  return [a, b, c, d, transform.x - a * centreX - c * centreY, transform.y - b * centreX - d * centreY];
}

function turn(degrees: number): { cosine: number; sine: number } {
  const quarters = degrees / 90;
  if (Number.isInteger(quarters)) {
    const quarter = ((quarters % 4) + 4) % 4;
    return { cosine: [1, 0, -1, 0][quarter] ?? 1, sine: [0, 1, 0, -1][quarter] ?? 0 };
  }
  const radians = (degrees * Math.PI) / 180;
  return { cosine: Math.cos(radians), sine: Math.sin(radians) };
}

export function mapPoint([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The smallest upright box on the artboard that holds the whole picture, or the part of it given in picture pixels. */
export function layerBounds(size: Size, transform: Transform, part: Box = { x: 0, y: 0, ...size }): Box {
  const matrix = layerMatrix(size, transform);
  const corners = [
    { x: part.x, y: part.y },
    { x: part.x + part.width, y: part.y },
    { x: part.x, y: part.y + part.height },
    { x: part.x + part.width, y: part.y + part.height },
  ].map((corner) => mapPoint(matrix, corner));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Share of the box that lies on the artboard, 0 to 1. */
export function shareOnArtboard(box: Box, artboard: Size): number {
  const width = Math.min(box.x + box.width, artboard.width) - Math.max(box.x, 0);
  const height = Math.min(box.y + box.height, artboard.height) - Math.max(box.y, 0);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (box.width * box.height);
}

/**
 * Centred and upright, as large as fits into `fillShare` of both sides of the artboard. With `visible` (the box of alpha > 0 in
 * picture pixels) it is that part which is fitted and centred: a cut-out often has wide empty margins.
 */
export function fitTransform(
  pictureSize: Size,
  artboard: Size,
  { fillShare = 1, visible }: { fillShare?: number; visible?: Box | null } = {},
): Transform {
  const part = visible ?? { x: 0, y: 0, ...pictureSize };
  const scale = fillShare * Math.min(artboard.width / part.width, artboard.height / part.height);
  return {
    x: artboard.width / 2 - scale * (part.x + part.width / 2 - pictureSize.width / 2),
    y: artboard.height / 2 - scale * (part.y + part.height / 2 - pictureSize.height / 2),
    scaleX: scale,
    scaleY: scale,
    rotation: 0,
  };
}

/**
 * The picture as the whole artboard, stretched where its shape is another: what the API makes of an edge picture. The identity for one of
 * the artboard's size. A picture of fewer than 21 px may not reach the border: a layer is enlarged a hundredfold at most.
 */
export function wholeTransform(pictureSize: Size, artboard: Size): Transform {
  return {
    x: artboard.width / 2,
    y: artboard.height / 2,
    scaleX: Math.min(TRANSFORM_LIMITS.scale, artboard.width / pictureSize.width),
    scaleY: Math.min(TRANSFORM_LIMITS.scale, artboard.height / pictureSize.height),
    rotation: 0,
  };
}

/** Mirrors what is seen about the layer's own centre: `horizontal` swaps left and right on the screen, however the layer is turned. */
export function flipTransform(transform: Transform, direction: "horizontal" | "vertical"): Transform {
  const rotation = transform.rotation === 0 ? 0 : -transform.rotation;
  return direction === "horizontal"
    ? { ...transform, rotation, scaleX: -transform.scaleX }
    : { ...transform, rotation, scaleY: -transform.scaleY };
}
