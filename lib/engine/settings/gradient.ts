import { linearToOklab, oklabToLinear, oklch, type RgbOut } from "../math/color.ts";
import { type FloatImage, floatImage, sampleBilinear } from "../math/float-image.ts";
import { gradientFbm } from "../math/noise.ts";
import { seededRandom } from "../math/random.ts";
import { smoothstep } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { coated, metalCoat, plainCoat } from "../textures/coat.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Shape } from "../tracer/shape.ts";
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

/** An abstract gradient of the palette behind a polished floor that mirrors it. */
export function stageGradient({ spec, subject, facts, quality }: StageInput): StagedScene {
  const { side, palette } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.4, lens: 1.8 });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const x0 = proxy?.centreX ?? 0;
  const z0 = proxy?.centreZ ?? camera.distance;
  const half = proxy?.baseHalfWidth ?? 0.3;
  const plate = flowingColors(
    [
      oklch(0.66, 0.15, palette.hue),
      palette.accent,
      oklch(0.84, 0.09, palette.hue),
      palette.deep,
      oklch(0.93, 0.05, palette.hue + 40),
    ],
    { width: Math.ceil(subject.width / 4), height: Math.ceil(subject.height / 4) },
    spec.seed,
  );
  const stock = new Stock(plainCoat(palette.accent, { reflectance: 0.34, roughness: 0.1 }));
  const shapes: Shape[] = [];
  if (quality.version === "v3") {
    const glossy = stock.material(plainCoat(palette.accent, { reflectance: 0.06, roughness: 0.08 }));
    const chrome = stock.material(metalCoat([0.95, 0.95, 0.98], 0.06));
    const ball = (away: number, dz: number, radius: number, material: number) =>
      shapes.push(new Sphere({ x: x0 + away * side, y: radius, z: z0 + dz, radius, material }));
    ball(-half - 0.55, 0.6, 0.26, glossy);
    ball(half + 0.45, 0.25, 0.13, chrome);
    ball(half + 0.95, 1.1, 0.34, glossy);
    ball(-half - 0.25, -0.25, 0.06 + 0.02 * random(), chrome);
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
      shapes,
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
