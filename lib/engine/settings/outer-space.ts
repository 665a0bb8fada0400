import { type Globe, layGlobe } from "../landscape/globe.ts";
import { bandedSurface, earthSurface, MOON_TONES, ringAt, rockySurface } from "../landscape/globes.ts";
import { Meteors } from "../landscape/meteors.ts";
import { Stars } from "../landscape/stars.ts";
import { oklch, type RgbOut } from "../math/color.ts";
import { assertFinite, type FloatImage, floatImage } from "../math/float-image.ts";
import { gradientFbm, valueFbm } from "../math/noise.ts";
import { clamp, lerp, smoothstep } from "../math/scalar.ts";
import { normalized, scaled, type Vec3 } from "../math/vector.ts";
import type { SceneSpec, Sight } from "../scene-spec.ts";
import type { StageInput } from "../staged-scene.ts";
import type { Camera } from "../subject/camera.ts";
import type { Surroundings } from "./surroundings.ts";

/** Focal length of what is far away as a share of the picture's longer side. */
const LENS = 0.95;

/** Where the planet stands (shares of half the width and of the sky's height) and its radius as a share of the smaller. */
const PLANETS = [
  { x: 0.62, y: 0.62, radius: 0.62 },
  { x: -0.6, y: 0.64, radius: 0.34 },
  { x: 0.3, y: -0.72, radius: 1.5 },
  { x: -0.78, y: 0.34, radius: 0.82 },
] as const;

/** Hues of two clouds of gas. */
const NEBULAE = [
  [290, 245],
  [5, 275],
  [200, 320],
  [250, 60],
] as const;

const GIANT: readonly [Vec3, Vec3, Vec3] = [
  [0.78, 0.62, 0.44],
  [0.42, 0.22, 0.11],
  [0.86, 0.78, 0.66],
];
const PALE_GIANT: readonly [Vec3, Vec3, Vec3] = [
  [0.82, 0.68, 0.45],
  [0.6, 0.43, 0.24],
  [0.9, 0.8, 0.6],
];
const ICE_GIANT: readonly [Vec3, Vec3, Vec3] = [
  [0.2, 0.42, 0.68],
  [0.1, 0.2, 0.5],
  [0.45, 0.66, 0.8],
];
const BLUE_AIR: Vec3 = [0.16, 0.42, 1];

type PlanetKind = "earth" | "saturn" | "mars" | "moon" | "planet";
const KINDS: readonly PlanetKind[] = ["earth", "saturn", "mars", "planet", "moon"];

/** The planet that the prompt names, the more particular one first; else any. */
function planetOf(sights: readonly Sight[]): PlanetKind {
  return KINDS.find((kind) => sights.includes(kind)) ?? "planet";
}

type Looks = Pick<Globe, "surface" | "air" | "softness">;

function looksOf(kind: PlanetKind, { seed, layout }: SceneSpec): Looks {
  const giant = (tones: readonly [Vec3, Vec3, Vec3]): Looks => ({
    surface: bandedSurface(seed, tones),
    air: { color: scaled(tones[2], 0.3), height: 0.012 },
    softness: 0.16,
  });
  switch (kind) {
    case "earth":
      return { surface: earthSurface(seed), air: { color: BLUE_AIR, height: 0.02 }, softness: 0.18 };
    case "saturn":
      return giant(PALE_GIANT);
    case "mars":
      return {
        surface: rockySurface(seed, [0.26, 0.095, 0.04], [0.6, 0.27, 0.11]),
        air: { color: [0.55, 0.26, 0.12], height: 0.012 },
        softness: 0.12,
      };
    case "moon":
      return { surface: rockySurface(seed, ...MOON_TONES), softness: 0.06 };
    case "planet":
      return layout % 2 === 0 ? giant(layout % 4 === 0 ? GIANT : ICE_GIANT) : giant(PALE_GIANT);
  }
}

interface Gas {
  readonly hues: readonly [Vec3, Vec3];
  readonly strength: number;
  readonly side: number;
  readonly shift: number;
}

/** Two clouds of glowing gas before darker dust, along a slanting lane. */
function addNebula(x: number, y: number, { hues, strength, side, shift }: Gas, out: RgbOut): void {
  const u = x * side;
  const across = 0.62 * u - 0.78 * y + 0.14 + 0.1 * gradientFbm(u * 2.2 + shift, y * 2.2, 3);
  const lane = Math.exp(-((across / 0.24) ** 2));
  const warpX = gradientFbm(u * 2.6 + shift, y * 2.6 + 5, 4) * 0.34;
  const warpY = gradientFbm(u * 2.6 + 9, y * 2.6 + shift, 4) * 0.34;
  const first = smoothstep(0.36, 0.86, valueFbm((u + warpX) * 3.4 + shift, (y + warpY) * 3.4, 6, 0.56));
  const second = smoothstep(0.4, 0.86, valueFbm((u - warpY) * 4.2 + 31, (y + warpX) * 4.2 + shift, 6, 0.56));
  const dust = 1 - 0.8 * smoothstep(0.5, 0.72, valueFbm((u + warpY) * 5 + 71, (y - warpX) * 5 + shift, 5, 0.56));
  for (let c = 0; c < 3; c++) {
    const gas = (hues[0][c] as number) * first + (hues[1][c] as number) * second;
    (out[c] as number) += strength * lane * (gas + 0.6 * first * second) * dust;
  }
}

/** A black sky with stars, gas and a planet, as seen from a world without air. */
function paintedSpace({ spec, quality }: StageInput, camera: Camera, light: Vec3): FloatImage {
  const { widthPx: width, heightPx: height } = camera;
  const { seed, side, layout, sights, tinted, palette } = spec;
  const focal = LENS * Math.max(width, height);
  const pixel = 1 / focal;
  const halfWidth = width / 2 / focal;
  const skyHeight = Math.max(camera.horizonPx, height * 0.25) / focal;
  const place = PLANETS[layout % PLANETS.length] ?? PLANETS[0];
  const kind = planetOf(sights);
  const size = Math.min(halfWidth, skyHeight);
  // A ring is worth nothing below the ground.
  const high = kind === "saturn" ? Math.max(place.y, 0.5) : place.y;
  const middle: Vec3 = [place.x * halfWidth * -side, high * skyHeight, 1];
  const radius = kind === "saturn" ? Math.min(0.4, 0.6 * place.radius) * size : place.radius * size;
  const planet: Globe = {
    towards: normalized(middle),
    radius,
    light,
    brightness: 1.25,
    ...looksOf(kind, spec),
  };
  const moon: Globe = {
    towards: normalized([middle[0] + radius * 1.45 * side, middle[1] + radius * (place.y < 0 ? 1.25 : -0.35), 1]),
    radius: Math.min(radius * 0.16, size * 0.07),
    light,
    brightness: 0.9,
    surface: rockySurface(seed + 5, ...MOON_TONES),
    softness: 0.06,
  };
  const ring =
    kind === "saturn" ? { lean: 0.32 * side, open: 0.24, color: PALE_GIANT[2], seed, light: normalized(light) } : null;
  const stars = new Stars({ seed, side, band: 0.35, pixel, brightness: 1.8 });
  const meteors = sights.includes("meteor")
    ? new Meteors({ seed, count: quality.version === "v3" ? 5 : 3, side, pixel })
    : null;
  const [one, other] = NEBULAE[layout % NEBULAE.length] ?? NEBULAE[0];
  const strength = sights.includes("nebula") ? 0.75 : sights.includes("galaxy") ? 0.6 : 0.34;
  const gas: Gas = {
    hues: tinted
      ? [scaled(palette.accent, 0.7), scaled(palette.deep, 0.8)]
      : [oklch(0.58, 0.14, one), oklch(0.5, 0.14, other)],
    strength,
    side,
    shift: (seed % 307) * 1.9,
  };
  const image = floatImage(width, height, 3);
  const out: RgbOut = new Float64Array(3);
  const ringOut: RgbOut = new Float64Array(3);
  // Below the ground's horizon nothing of it is seen; some rows more are for what the ground leaves open.
  const last = Math.min(height, Math.round(camera.horizonPx + 0.12 * height));
  for (let y = 0; y < last; y++) {
    for (let x = 0; x < width; x++) {
      const tx = (x + 0.5 - width / 2) / focal;
      const ty = (camera.horizonPx - y - 0.5) / focal;
      const k = 1 / Math.sqrt(tx * tx + ty * ty + 1);
      out[0] = 0.0016;
      out[1] = 0.002;
      out[2] = 0.0036;
      const gx = (tx - middle[0]) / radius;
      const gy = (ty - middle[1]) / radius;
      const covered = gx * gx + gy * gy < 0.98;
      if (!covered) {
        addNebula(tx, ty, gas, out);
        stars.add(tx * k, ty * k + 0.1, k, out);
        meteors?.add(tx * k, ty * k, k, out);
      }
      layGlobe(moon, tx * k, ty * k, k, pixel, out);
      const onRing = ring && ringAt(gx, gy, ring, ringOut);
      const lit = onRing ? onRing.opacity * 0.95 : 0;
      const layRing = () => {
        for (let c = 0; c < 3; c++) out[c] = lerp(out[c] as number, ringOut[c] as number, lit);
      };
      if (onRing?.behind) layRing();
      layGlobe(planet, tx * k, ty * k, k, pixel, out);
      if (onRing && !onRing.behind) layRing();
      const o = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) image.data[o + c] = out[c] as number;
    }
  }
  assertFinite(image, "space");
  return image;
}

/** Space around a world without air: hard sunlight from the side, and a little light from gas and planet. */
export function outerSpace(input: StageInput, camera: Camera): Surroundings {
  const { side } = input.spec;
  const key: Vec3 = [0.85 * side, 0.42, -0.34];
  const plate = paintedSpace(input, camera, [key[0], key[1] * 0.6, 0.42]);
  return {
    plate,
    light(dx, dy, dz, out) {
      // Shine of the planet, and of the ground that lies in the sun beyond the picture.
      const shine = 0.05 + 0.12 * clamp(-dx * side * 0.6 + dz * 0.4) + 0.05 * clamp(dy);
      out[0] = shine * 0.85;
      out[1] = shine * 0.95;
      out[2] = shine * 1.2;
    },
    key: { direction: key, angle: 0.02, color: [2.7, 2.6, 2.45] },
    subjectLight: 0.7,
    aperturePx: 1.4,
    look: {
      toneMap: "filmic",
      exposure: 1.15,
      bloom: 0.08,
      vignette: 0.12,
      grain: 0.008,
      contrast: 1.1,
      saturation: 1.08,
    },
    elementLight: {
      direction: normalized([0.75 * side, -0.5, 0.42]),
      color: [1.15, 1.12, 1.08],
      ambient: [0.16, 0.18, 0.24],
      rim: [0.3, 0.36, 0.5],
    },
  };
}
