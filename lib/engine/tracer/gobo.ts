import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { blurred } from "../math/blur.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { gradientFbm } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";

const SIZE_PX = 512;

/** A pattern of shadow on the key light, `worldSize` units wide: 1 lets all light through, 0 none. */
export class Gobo {
  readonly #mask: FloatImage;
  readonly #worldSize: number;

  constructor(worldSize: number, blurPx: number, draw: (context: SKRSContext2D, sizePx: number) => void) {
    const canvas = createCanvas(SIZE_PX, SIZE_PX);
    const context = canvas.getContext("2d");
    draw(context, SIZE_PX);
    const bytes = context.getImageData(0, 0, SIZE_PX, SIZE_PX).data;
    const mask = floatImage(SIZE_PX, SIZE_PX, 1);
    for (let i = 0; i < mask.data.length; i++) mask.data[i] = (bytes[i * 4] as number) / 255;
    this.#mask = blurred(mask, blurPx);
    this.#worldSize = worldSize;
  }

  at(u: number, v: number): number {
    const x = (u / this.#worldSize + 0.5) * SIZE_PX;
    const y = (0.5 - v / this.#worldSize) * SIZE_PX;
    return sampleBilinear(this.#mask, x, y, 0);
  }
}

/** Palm fronds that reach in from the top and the sides. */
export function leafGobo(seed: number): Gobo {
  const random = seededRandom(seed);
  return new Gobo(4.2, 3.2, (context, n) => {
    whiteOnBlack(context, n);
    const turn = (random() - 0.5) * 0.5;
    frond(context, random, n * 1.02, n * 0.05, 2.5 + turn, n * 0.62);
    frond(context, random, n * 1.05, n * 0.45, 2.95 + turn, n * 0.55);
    frond(context, random, n * 0.75, -n * 0.08, 2.0 + turn, n * 0.5);
    frond(context, random, n * 0.2, -n * 0.1, 1.2 + turn, n * 0.42);
    frond(context, random, -n * 0.05, n * 0.25, 0.4 + turn, n * 0.4);
  });
}

/** A bough of small round leaves or blossoms across the upper part. */
export function boughGobo(seed: number): Gobo {
  const random = seededRandom(seed);
  return new Gobo(4.2, 3, (context, n) => {
    whiteOnBlack(context, n);
    for (let k = 0; k < 34; k++) {
      const t = k / 34;
      context.save();
      context.translate(n * (0.98 - 0.85 * t) + random() * 60 - 20, n * (0.04 + 0.34 * t) + random() * 90 - 45);
      context.rotate(random() * 6);
      for (let i = 0; i < 5; i++) {
        context.rotate((2 * Math.PI) / 5);
        context.beginPath();
        context.ellipse(0, -13, 7 + 3 * random(), 12, 0, 0, 2 * Math.PI);
        context.fill();
      }
      context.restore();
    }
    context.lineWidth = 6;
    context.beginPath();
    context.moveTo(n, 0);
    context.quadraticCurveTo(n * 0.6, n * 0.1, n * 0.12, n * 0.4);
    context.stroke();
  });
}

/** Light that falls through a window with bars: dark around it. With `plantSeed` a palm stands behind it. */
export function windowGobo(plantSeed?: number): Gobo {
  return new Gobo(5.2, 3.5, (context, n) => {
    context.fillStyle = "#1c1c1c";
    context.fillRect(0, 0, n, n);
    context.fillStyle = "#fff";
    context.translate(n / 2, n / 2);
    context.transform(1, 0.08, -0.35, 1, 0, 0);
    for (let i = -1; i <= 0; i++) {
      for (let j = -2; j <= 1; j++) context.fillRect(i * n * 0.22 + 8, j * n * 0.2 + 6, n * 0.22 - 16, n * 0.2 - 12);
    }
    if (plantSeed === undefined) return;
    const random = seededRandom(plantSeed);
    context.fillStyle = "#1c1c1c";
    context.strokeStyle = "#1c1c1c";
    const turn = (random() - 0.5) * 0.4;
    for (const angle of [-3, -2.45, -1.95, -1.5, -1.05]) {
      frond(context, random, n * 0.13, n * 0.27, angle + turn, n * (0.34 + 0.1 * random()));
    }
  });
}

/** Slats of a blind. */
export function blindGobo(): Gobo {
  return new Gobo(4.6, 3.2, (context, n) => {
    context.fillStyle = "#242424";
    context.fillRect(0, 0, n, n);
    context.fillStyle = "#fff";
    context.translate(n / 2, n / 2);
    context.rotate(-0.3);
    for (let j = -8; j <= 8; j++) context.fillRect(-n * 0.42, j * n * 0.075, n * 0.84, n * 0.043);
  });
}

/** A round pool of light in the dark. */
export function spotGobo(): Gobo {
  return new Gobo(5.2, 14, (context, n) => {
    context.fillStyle = "#202020";
    context.fillRect(0, 0, n, n);
    context.fillStyle = "#fff";
    context.beginPath();
    context.ellipse(n / 2, n / 2, n * 0.19, n * 0.21, 0, 0, 2 * Math.PI);
    context.fill();
  });
}

/** Light that waves bundle on the ground below: a net of bright lines. */
export function causticsGobo(seed: number): Gobo {
  const shift = seed % 71;
  const line = (x: number, y: number) => 1 - Math.abs(gradientFbm(x, y, 2));
  return new Gobo(4.2, 1.2, (context, n) => {
    const image = context.createImageData(n, n);
    for (let y = 0; y < n; y++) {
      for (let x = 0; x < n; x++) {
        const u = (x / n) * 9 + shift;
        const v = (y / n) * 9;
        const net = (line(u, v) * line(u * 1.3 + 40, v * 1.3 + 11)) ** 6;
        image.data.fill(Math.min(255, 105 + 230 * net), (y * n + x) * 4, (y * n + x) * 4 + 3);
        image.data[(y * n + x) * 4 + 3] = 255;
      }
    }
    context.putImageData(image, 0, 0);
  });
}

function whiteOnBlack(context: SKRSContext2D, n: number): void {
  context.fillStyle = "#fff";
  context.fillRect(0, 0, n, n);
  context.fillStyle = "#000";
  context.strokeStyle = "#000";
}

function frond(context: SKRSContext2D, random: () => number, x: number, y: number, angle: number, length: number) {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(0, 0);
  context.quadraticCurveTo(length * 0.5, -length * 0.12, length, 0);
  context.stroke();
  const leaves = 22;
  for (let i = 2; i < leaves; i++) {
    const t = i / leaves;
    const size = length * 0.42 * Math.sin(Math.PI * (0.12 + 0.86 * t)) * (0.9 + 0.2 * random());
    for (const side of [-1, 1]) {
      context.save();
      context.translate(t * length, -length * 0.24 * t * (1 - t));
      context.rotate(side * (0.95 - 0.5 * t) + random() * 0.1);
      context.beginPath();
      context.moveTo(0, 0);
      context.quadraticCurveTo(size * 0.4, -size * 0.06, size, 0);
      context.quadraticCurveTo(size * 0.4, size * 0.06, 0, 0);
      context.fill();
      context.restore();
    }
  }
  context.restore();
}
