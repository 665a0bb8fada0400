import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { LINEAR_OF_BYTE, linearToSrgb } from "../math/color.ts";
import { type FloatImage, floatImage } from "../math/float-image.ts";
import { mixed, scaled, type Vec3 } from "../math/vector.ts";
import type { PropPlace } from "./draw-props.ts";

/** Lengths of a sketch are given for a square picture of this side; others count by their area. */
const REFERENCE_SIDE = 1024;

const BALL_SHADES = 10;

/** What must stay free, in pixels of the picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * A small canvas seen from one corner of the picture: the origin is the corner, x and y run inwards. Things whose
 * ends would come near the product are left out, for they are nearer than it and could only be drawn behind it.
 */
export class NearSketch {
  readonly random: () => number;
  readonly #canvas;
  readonly #context: SKRSContext2D;
  readonly #kept: Box;

  /** `coarse`: picture pixels per pixel of the sketch; `margin`: room around the product in reference pixels. */
  constructor(
    width: number,
    height: number,
    coarse: number,
    place: PropPlace,
    product: Box,
    margin: number,
    random: () => number,
  ) {
    const scale = Math.sqrt(width * height) / REFERENCE_SIDE;
    this.random = random;
    this.#canvas = createCanvas(Math.max(1, Math.ceil(width / coarse)), Math.max(1, Math.ceil(height / coarse)));
    this.#context = this.#canvas.getContext("2d");
    this.#context.scale(1 / coarse, 1 / coarse);
    this.#context.translate(place.right ? width : 0, place.top ? 0 : height);
    this.#context.scale(place.right ? -scale : scale, place.top ? scale : -scale);
    this.#context.lineCap = "round";
    this.#context.lineJoin = "round";
    this.#kept = {
      left: (place.right ? width - product.right : product.left) / scale - margin,
      right: (place.right ? width - product.left : product.right) / scale + margin,
      top: (place.top ? product.top : height - product.bottom) / scale - margin,
      bottom: (place.top ? product.bottom : height - product.top) / scale + margin,
    };
  }

  /** Whether a box keeps away from the product. */
  holds(left: number, top: number, right: number, bottom: number): boolean {
    const kept = this.#kept;
    return right < kept.left || left > kept.right || bottom < kept.top || top > kept.bottom;
  }

  /** A leaf from its foot: one half in the light, the other in the shade. */
  leaf(x: number, y: number, angle: number, length: number, breadth: number, color: Vec3): void {
    if (!this.#free(x, y, angle, length)) return;
    this.#turned(x, y, angle, () => {
      for (const [side, share] of [
        [-1, 1],
        [1, 0.68],
      ] as const) {
        this.#context.fillStyle = css(scaled(color, share));
        this.#context.beginPath();
        this.#context.moveTo(0, 0);
        this.#context.bezierCurveTo(length * 0.22, side * breadth, length * 0.7, side * breadth * 0.85, length, 0);
        this.#context.quadraticCurveTo(length * 0.5, side * breadth * 0.06, 0, 0);
        this.#context.fill();
      }
    });
  }

  /** A bent band that narrows to its end: a blade, a stem, a needle. */
  blade(x: number, y: number, angle: number, length: number, width: number, bend: number, color: Vec3): void {
    if (!this.#free(x, y, angle, length)) return;
    this.#turned(x, y, angle, () => {
      this.#context.fillStyle = css(color);
      this.#context.beginPath();
      this.#context.moveTo(0, -width / 2);
      this.#context.quadraticCurveTo(length * 0.55, -width * 0.4, length, bend);
      this.#context.quadraticCurveTo(length * 0.55, width * 0.4, 0, width / 2);
      this.#context.fill();
    });
  }

  /** A round flower of five petals with a heart. */
  blossom(x: number, y: number, radius: number, color: Vec3, heart: Vec3): void {
    if (!this.#free(x, y, 0, radius)) return;
    const turn = this.random() * 2;
    this.#turned(x, y, turn, () => {
      for (let petal = 0; petal < 5; petal++) {
        const angle = (petal * 2 * Math.PI) / 5;
        this.#disc(
          Math.cos(angle) * radius * 0.5,
          Math.sin(angle) * radius * 0.5,
          radius * 0.52,
          scaled(color, petal % 2 ? 0.82 : 1),
        );
      }
      this.#disc(0, 0, radius * 0.24, heart);
    });
  }

  /** A ball lit from above, towards the picture's middle. */
  ball(x: number, y: number, radius: number, color: Vec3): void {
    if (!this.holds(x - radius, y - radius, x + radius, y + radius)) return;
    for (let k = 0; k < BALL_SHADES; k++) {
      const t = k / BALL_SHADES;
      const off = 0.42 * radius * t;
      this.#disc(x + off * 0.5, y + off, radius * (1 - 0.82 * t), scaled(color, 0.62 + 0.55 * t));
    }
  }

  /** A bit of something thin that turns as it falls. */
  flake(x: number, y: number, length: number, breadth: number, color: Vec3): void {
    if (!this.#free(x, y, 0, length)) return;
    this.#turned(x, y, this.random() * Math.PI, () => {
      this.#context.fillStyle = css(color);
      this.#context.beginPath();
      this.#context.ellipse(0, 0, length, breadth, 0, 0, 2 * Math.PI);
      this.#context.fill();
    });
  }

  /** A line of one width through points, with round ends. */
  line(points: readonly (readonly [number, number])[], width: number, color: Vec3): void {
    if (!points.every(([x, y]) => this.#free(x, y, 0, 0))) return;
    this.#context.strokeStyle = css(color);
    this.#context.lineWidth = width;
    this.#trace(points);
    this.#context.stroke();
  }

  /** A filled outline, its rim closed against the next one's. */
  patch(points: readonly (readonly [number, number])[], color: Vec3): void {
    if (!points.every(([x, y]) => this.#free(x, y, 0, 0))) return;
    this.#context.fillStyle = css(color);
    this.#context.strokeStyle = css(color);
    this.#context.lineWidth = 1;
    this.#trace(points);
    this.#context.closePath();
    this.#context.fill();
    this.#context.stroke();
  }

  /** What was drawn as premultiplied linear RGBA; `light` shines on it. */
  developed(light: Vec3): FloatImage {
    const { width, height } = this.#canvas;
    const bytes = this.#context.getImageData(0, 0, width, height).data;
    const image = floatImage(width, height, 4);
    for (let i = 0; i < bytes.length; i += 4) {
      const alpha = (bytes[i + 3] as number) / 255;
      for (let c = 0; c < 3; c++)
        image.data[i + c] = (LINEAR_OF_BYTE[bytes[i + c] as number] as number) * (light[c] as number) * alpha;
      image.data[i + 3] = alpha;
    }
    return image;
  }

  #trace(points: readonly (readonly [number, number])[]): void {
    this.#context.beginPath();
    for (const [x, y] of points) this.#context.lineTo(x, y);
  }

  #disc(x: number, y: number, radius: number, color: Vec3): void {
    this.#context.fillStyle = css(color);
    this.#context.beginPath();
    this.#context.arc(x, y, radius, 0, 2 * Math.PI);
    this.#context.fill();
  }

  #turned(x: number, y: number, angle: number, draw: () => void): void {
    this.#context.save();
    this.#context.translate(x, y);
    this.#context.rotate(angle);
    draw();
    this.#context.restore();
  }

  /** Whether a thing of this length keeps away from the product. */
  #free(x: number, y: number, angle: number, length: number): boolean {
    const { left, right, top, bottom } = this.#kept;
    for (const share of [0, 0.5, 1]) {
      const px = x + Math.cos(angle) * length * share;
      const py = y + Math.sin(angle) * length * share;
      if (px > left && px < right && py > top && py < bottom) return false;
    }
    return true;
  }
}

/** A colour between two, brighter or darker by chance. */
export function shadeOf([dark, light]: readonly [Vec3, Vec3], random: () => number): Vec3 {
  return scaled(mixed(dark, light, random()), 0.75 + 0.4 * random());
}

const byte = (linear: number) => Math.round(255 * linearToSrgb(Math.min(1, Math.max(0, linear))));
const css = ([r, g, b]: Vec3) => `rgb(${byte(r)},${byte(g)},${byte(b)})`;
