import { linearToOklab, oklabToLinear, oklch, type RgbOut, toOklch } from "../math/color.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { gradientFbm } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { type Coat, coated, metalCoat, plainCoat } from "../textures/coat.ts";
import { Arch } from "../tracer/arch.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import { KeyLight } from "../tracer/key-light.ts";
import { Sphere } from "../tracer/sphere.ts";
import { Sweep } from "../tracer/sweep.ts";
import { Stock } from "./stock.ts";
import { horizonHaze, seenFrom } from "./surroundings.ts";

type Lab = readonly [number, number, number];

/** Colours that flow into each other, mixed in Oklab so that none of the ways between them is grey. */
function flowingColors(
  colors: readonly Vec3[],
  { width, height }: { width: number; height: number },
  seed: number,
): FloatImage {
  const random = seededRandom(seed);
  const blobs = Array.from({ length: 7 }, (_, i) => ({
    x: (i % 2 ? 0.8 : 0.2) + 0.5 * (random() - 0.5),
    y: ((i * 0.37) % 1) + 0.3 * (random() - 0.5),
    size: 0.16 + 0.22 * random(),
    lab: linearToOklab(...(colors[i % colors.length] ?? [0.5, 0.5, 0.5])) as Lab,
  }));
  const shift = seed % 61;
  const image = floatImage(width, height, 3);
  for (let i = 0; i < width * height; i++) {
    const u = (i % width) / width;
    const v = Math.floor(i / width) / height;
    const x = u + 0.16 * gradientFbm(u * 1.4 + shift, v * 1.4, 2);
    const y = v + 0.16 * gradientFbm(u * 1.4, v * 1.4 + shift, 2);
    let total = 0;
    let l = 0;
    let a = 0;
    let b = 0;
    for (const blob of blobs) {
      const weight = Math.exp(-((x - blob.x) ** 2 + (y - blob.y) ** 2) / (2 * blob.size * blob.size)) + 1e-4;
      total += weight;
      l += weight * blob.lab[0];
      a += weight * blob.lab[1];
      b += weight * blob.lab[2];
    }
    const rgb = oklabToLinear(l / total, a / total, b / total);
    for (let c = 0; c < 3; c++) image.data[i * 3 + c] = Math.max(0, rgb[c] as number);
  }
  return image;
}

/** Polished, one colour below that flows into another above. */
function ombreCoat(low: Vec3, high: Vec3): Coat {
  return {
    material: { reflectance: 0.06, roughness: 0.08 },
    color(_a, _b, _coarse, out, hit) {
      const t = smoothstep(-0.05, 0.85, hit.y + 0.2 * hit.nx);
      for (let c = 0; c < 3; c++) out[c] = (low[c] as number) + ((high[c] as number) - (low[c] as number)) * t;
    },
  };
}

/** Chroma of the walls of a set in a colour at its full strength. */
const FULL_CHROMA = 0.058;

/** An abstract gradient of the palette behind a polished floor that mirrors it. */
export function stageGradient({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { side, palette } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.4, lens: 1.8, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const x0 = proxy?.centreX ?? 0;
  const z0 = proxy?.centreZ ?? camera.distance;
  const half = proxy?.baseHalfWidth ?? 0.3;
  // A pale colour flows into pale ones.
  const full = Math.max(0.3, clamp(toOklch(palette.wall).chroma / FULL_CHROMA));
  const plate = flowingColors(
    [
      oklch(lerp(0.86, 0.66, full), 0.15 * full, palette.hue - 12),
      palette.accent,
      oklch(lerp(0.92, 0.84, full), 0.09 * full, palette.hue),
      palette.deep,
      oklch(lerp(0.9, 0.82, full), 0.11 * full, palette.hue + 56 * full),
    ],
    { width: Math.ceil(subject.width / 4), height: Math.ceil(subject.height / 4) },
    spec.seed,
  );
  const stock = new Stock(plainCoat(palette.accent, { reflectance: 0.34, roughness: 0.1 }));
  const glossy = stock.material(ombreCoat(palette.deep, oklch(0.88, 0.09, palette.hue + 50)));
  const pale = stock.material(plainCoat(palette.support, { reflectance: 0.05, roughness: 0.14 }));
  const chrome = stock.material(metalCoat([0.95, 0.95, 0.98], 0.06));
  const rich = quality.version === "v3";
  const ball = (away: number, dz: number, radius: number, material: number) =>
    stock.add(new Sphere({ x: x0 + away * side, y: radius, z: z0 + dz, radius, material }));
  switch (spec.layout % 4) {
    case 0:
      ball(half + 0.95, 1.1, 0.34, glossy);
      ball(-half - 0.55, 0.6, 0.2, pale);
      break;
    case 1:
      // A great ring that the product stands before.
      stock.add(
        new Arch({
          x: x0 + 0.1 * side,
          radius: 0.82,
          hole: 0.7,
          spring: 0.62,
          bottom: -0.3,
          disc: true,
          front: z0 + 0.75,
          back: z0 + 0.93,
          material: glossy,
        }),
      );
      break;
    case 2:
      for (const [away, tall, dz] of [
        [half + 0.4, 0.34, 0.45],
        [half + 0.74, 0.66, 0.7],
        [half + 1.08, 1.02, 0.95],
      ] as const)
        stock.add(
          new Cylinder({
            x: x0 + away * side,
            z: z0 + dz,
            radius: 0.19,
            bottom: 0,
            top: tall,
            bevel: 0.06,
            material: tall === 0.66 ? pale : glossy,
          }),
        );
      break;
    default:
      stock.add(
        new Arch({
          x: x0 - (half + 0.6) * side,
          radius: 0.5,
          hole: 0.3,
          spring: 0.42,
          bottom: 0,
          front: z0 + 0.6,
          back: z0 + 0.85,
          material: pale,
        }),
      );
      ball(half + 0.8, 0.7, 0.24, glossy);
  }
  if (rich) {
    ball(half + 0.45, 0.2, 0.11, chrome);
    ball(-half - 0.25, -0.25, 0.06 + 0.02 * random(), chrome);
    ball(-half - 0.95, 0.25, 0.13, glossy);
    ball(half + 0.3, -0.22, 0.035, chrome);
  }
  const light = (dx: number, dy: number, _dz: number, out: RgbOut) => {
    const u = (0.5 + 0.45 * dx) * plate.width;
    const v = (0.35 - 0.35 * dy) * plate.height;
    const box = 1.2 * smoothstep(0.6, 0.82, dx * side * 0.75 + dy * 0.55);
    for (let c = 0; c < 3; c++) out[c] = sampleBilinear(plate, u, v, c) * 0.9 + box;
  };
  return {
    scene: {
      ...coated(stock.coats),
      ...seenFrom(camera, { plate, light }),
      subject: proxy,
      sweep: new Sweep(0),
      shapes: stock.shapes,
      key: new KeyLight({ direction: [0.7 * side, 0.9, -0.4], angle: 0.14, color: [1.3, 1.25, 1.25] }),
      bounce: 0.6,
      haze: horizonHaze(camera, plate, { from: camera.distance + 0.2, perUnit: 1, softness: 0.01 }),
    },
    aperturePx: 3,
    look: {
      toneMap: "neutral",
      exposure: 1.02,
      bloom: 0.12,
      vignette: 0.06,
      grain: 0.008,
      contrast: 1.03,
      saturation: 1.28,
    },
    elementLight: {
      direction: [0.55 * side, -0.62, 0.55],
      color: [1.2, 1.15, 1.15],
      ambient: [0.55, 0.55, 0.58],
      rim: [0.45, 0.42, 0.5],
    },
    air: "sparks",
  };
}
