import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { createPixelBuffer, type PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { seededRandom } from "../math/random.ts";

export type PropName = "blossoms" | "leaves";

/** Where a prop hangs or lies: a corner of the picture. */
export interface PropPlace {
  readonly right: boolean;
  readonly top: boolean;
}

/** Drawn for a picture of this side, scaled to its longer one. */
const REFERENCE_SIDE = 1024;

/**
 * A spray of blossoms or a leafy twig as a soft-edge layer (white lines on black, transparent around), to be
 * painted like any element. The middle of the picture, where the product stands, stays free.
 */
export function drawProp(name: PropName, width: number, height: number, place: PropPlace, seed: number): PixelBuffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const random = seededRandom(seed);
  const scale = Math.max(width, height) / REFERENCE_SIDE;
  // Drawn as if in the upper right corner, then mirrored: the origin is the corner, x runs inwards, y inwards.
  context.translate(place.right ? width : 0, place.top ? 0 : height);
  context.scale(place.right ? -scale : scale, place.top ? scale : -scale);
  context.lineJoin = "round";
  context.lineCap = "round";
  context.fillStyle = "#000";
  context.strokeStyle = "#fff";
  if (name === "blossoms") blossomSpray(context, random);
  else leafyTwig(context, random);
  const { data } = context.getImageData(0, 0, width, height);
  return createPixelBuffer(width, height, new Uint8Array(data.buffer, data.byteOffset, data.length));
}

/** Blossoms of a smaller radius get one disc for their stamens, which would run into each other. */
const STAMEN_BLOSSOM_PX = 44;

function outlined(context: SKRSContext2D, lineWidth = 3): void {
  context.fill();
  context.lineWidth = lineWidth;
  context.stroke();
}

/** A stem as a band with two edges. */
function stem(context: SKRSContext2D, points: readonly (readonly [number, number])[], width: number): void {
  for (const [style, extra] of [
    ["#fff", 3],
    ["#000", -2],
  ] as const) {
    context.strokeStyle = style;
    context.lineWidth = width + extra;
    context.beginPath();
    points.forEach(([x, y], i) => {
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    });
    context.stroke();
  }
  context.strokeStyle = "#fff";
}

function blossomSpray(context: SKRSContext2D, random: () => number): void {
  const bend = 0.8 + 0.4 * random();
  const points = [
    [-20, 60],
    [110, 100 * bend],
    [200, 96 * bend],
    [300, 170 * bend],
    [380, 176 * bend],
  ] as const;
  stem(context, points, 10);
  stem(
    context,
    [
      [-20, 230 * bend],
      [70, 280 * bend],
      [120, 360 * bend],
    ],
    8,
  );
  const flowers = [
    [64, 96, 62],
    [150, 52, 48],
    [178, 150, 56],
    [262, 158, 52],
    [336, 196, 42],
    [382, 172, 26],
    [44, 270, 54],
    [118, 352, 44],
    [16, 370, 38],
  ] as const;
  for (const [x, y, radius] of flowers) {
    blossom(
      context,
      x + 20 * random() - 10,
      y * bend,
      radius * (0.9 + 0.2 * random()),
      random() * 6,
      0.78 + 0.22 * random(),
    );
  }
}

function blossom(context: SKRSContext2D, x: number, y: number, r: number, turn: number, squash: number): void {
  context.save();
  context.translate(x, y);
  context.rotate(turn);
  context.scale(1, squash);
  for (let petal = 0; petal < 5; petal++) {
    context.save();
    context.rotate((petal * 2 * Math.PI) / 5);
    context.beginPath();
    context.moveTo(0, 0);
    context.bezierCurveTo(-r * 0.66, -r * 0.35, -r * 0.58, -r * 1.02, -r * 0.09, -r * 0.99);
    context.quadraticCurveTo(0, -r * 0.9, r * 0.09, -r * 0.99);
    context.bezierCurveTo(r * 0.58, -r * 1.02, r * 0.66, -r * 0.35, 0, 0);
    outlined(context);
    context.restore();
  }
  const stamens = r * pixelsPerUnit(context) > STAMEN_BLOSSOM_PX ? 7 : 0;
  if (stamens === 0) {
    context.beginPath();
    context.arc(0, 0, r * 0.17, 0, 7);
    outlined(context, 2);
  }
  for (let stamen = 0; stamen < stamens; stamen++) {
    const angle = (stamen * 2 * Math.PI) / 7 + 0.3;
    const reach = r * (0.19 + 0.06 * (stamen % 3));
    context.beginPath();
    context.arc(Math.cos(angle) * reach, Math.sin(angle) * reach, r * 0.07, 0, 7);
    outlined(context, 2);
  }
  context.restore();
}

/** Length of a unit vector as it is drawn. */
function pixelsPerUnit(context: SKRSContext2D): number {
  const { a, b } = context.getTransform();
  return Math.hypot(a, b);
}

function leafyTwig(context: SKRSContext2D, random: () => number): void {
  const twigs = [
    { from: [-20, -20], to: [390, 150], leaves: 9, length: 118 },
    { from: [-20, 150], to: [230, 390], leaves: 7, length: 104 },
    { from: [190, -30], to: [420, 40], leaves: 4, length: 90 },
  ] as const;
  for (const { from, to, leaves, length } of twigs) {
    const angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
    stem(context, [from, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 - 16], to], 6);
    for (let i = 1; i <= leaves; i++) {
      const t = i / leaves;
      const x = from[0] + (to[0] - from[0]) * t;
      const y = from[1] + (to[1] - from[1]) * t - 64 * t * (1 - t);
      const side = i % 2 ? 0.9 : -0.9;
      leaf(context, x, y, i === leaves ? angle : angle + side + 0.3 * random(), length * (0.7 + 0.4 * random()));
    }
  }
}

function leaf(context: SKRSContext2D, x: number, y: number, angle: number, length: number): void {
  const breadth = length * 0.27;
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(0, 0);
  context.bezierCurveTo(length * 0.25, -breadth, length * 0.7, -breadth * 0.8, length, 0);
  context.bezierCurveTo(length * 0.7, breadth * 0.8, length * 0.25, breadth, 0, 0);
  outlined(context);
  context.restore();
}
