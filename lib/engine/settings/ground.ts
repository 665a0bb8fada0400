import type { Look } from "../finish/finish.ts";
import { layRainbow } from "../landscape/rainbow.ts";
import { SUN_BEHIND } from "../landscape/sights.ts";
import { veilOf } from "../landscape/weather.ts";
import { luminance } from "../math/color.ts";
import { floatImage } from "../math/float-image.ts";
import { seededRandom } from "../math/random.ts";
import { smoothstep } from "../math/scalar.ts";
import { normalized, scaled, type Vec3 } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { type Camera, cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { type Coat, coated } from "../textures/coat.ts";
import { HeightField } from "../tracer/height-field.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Scene } from "../tracer/scene.ts";
import { ShapeTree } from "../tracer/shape-tree.ts";
import { goboNamed } from "./gobo-named.ts";
import type { Ground } from "./ground-kind.ts";
import { GROUNDS } from "./grounds.ts";
import { outerSpace } from "./outer-space.ts";
import { paintedCountry } from "./painted-country.ts";
import { pedestalFor } from "./pedestal.ts";
import { photographedPlace } from "./photographed-place.ts";
import { Stock } from "./stock.ts";
import { horizonHaze, type Surroundings, seenFrom } from "./surroundings.ts";
import { underWater } from "./under-water.ts";
import { waterfallPlace } from "./waterfall.ts";

const GROUND = 2;
const PEDESTAL = 3;
/** Over this way from the product the ground rises from flat to its own relief. */
const LEVELLED = 1.1;

/** Snow, sand, grass or moss that the product stands on, out to the horizon. */
export function stageGround(input: StageInput): StagedScene {
  const { spec, subject, facts, quality } = input;
  const ground = GROUNDS[spec.ground];
  const camera = cameraFor(facts, subject.width, subject.height, {
    horizon: ground.horizon,
    lens: 1.7,
    layout: spec.layout,
  });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const surroundings = surroundingsFor(ground.around, input, camera, random);
  const x0 = proxy?.centreX ?? 0;
  const z0 = proxy?.centreZ ?? camera.distance;
  const shift = (spec.seed % 211) * 3.7;
  const baseHalf = proxy?.baseHalfWidth ?? 0.3;
  const pedestal = pedestalFor(spec, { x: x0, z: z0, baseHalf, material: PEDESTAL });
  const taken = pedestal?.radius ?? baseHalf;
  const place = { x: x0, z: z0, taken, layout: spec.layout, shift };
  const outside = (x: number, z: number) => Math.hypot(x - x0, z - z0) - taken;
  const drop = pedestal?.drop ?? 0;
  const { key } = surroundings;
  const sun: Vec3 = [key.direction[0], ground.sun?.height ?? key.direction[1], key.direction[2]];
  const field = new HeightField({
    near: camera.distance * 0.35,
    far: camera.distance + ground.reach,
    halfView: (camera.widthPx / 2 / camera.focalPx) * 1.25,
    size: quality.terrainSize,
    height: (x, z) =>
      ground.relief(x - x0 + shift, z - z0, place) * smoothstep(0.05, LEVELLED, outside(x, z)) -
      drop +
      // Snow and earth heap up a little against what stands in them.
      0.012 * Math.exp(-(Math.max(0, outside(x, z)) ** 2) * 90),
    material: GROUND,
    sun,
  });
  const coats: (Coat | undefined)[] = [];
  coats[GROUND] = ground.coat(place, spec);
  coats[PEDESTAL] = pedestal?.coat;
  const planting = { spec, rich: quality.version === "v3", distance: camera.distance, place, outside };
  const stock = new Stock(...coats);
  ground.build?.(stock, planting, random);
  const scene: Scene = {
    ...seenFrom(camera, surroundings),
    ...coated(stock.coats),
    subject: proxy,
    sweep: null,
    field,
    shapes: [...(pedestal ? [pedestal.shape] : []), ...(stock.shapes.length > 0 ? [new ShapeTree(stock.shapes)] : [])],
    key: new KeyLight({
      ...key,
      direction: sun,
      color: scaled(key.color, ground.sun?.strength ?? 1),
      angle: 0.03,
      gobo: goboNamed(spec.gobo, spec.seed),
      goboCentre: [x0, 0.4, camera.distance + 0.8],
    }),
    haze:
      ground.haze === undefined
        ? undefined
        : horizonHaze(camera, surroundings.plate, {
            from: camera.distance + 1.5,
            perUnit: ground.haze * Math.sqrt(veilOf(spec).haze),
            softness: 0.1,
          }),
    bounce: 0.55,
  };
  const { plant } = ground;
  return {
    ...surroundings,
    look: withBrightness(surroundings.look, ground.brightness ?? 1),
    aperturePx: ground.aperturePx ?? surroundings.aperturePx,
    scene,
    ...(plant && {
      plant: (picture) =>
        plant(
          { scene, picture, groundAt: (x, z) => field.heightAt(x, z), ambient: ambientOf(surroundings), random },
          planting,
        ),
    }),
  };
}

function surroundingsFor(
  around: Ground["around"],
  input: StageInput,
  camera: Camera,
  random: () => number,
): Surroundings {
  switch (around) {
    case "photograph":
      return underRainbow(photographedPlace(input, camera, random()), input, camera);
    case "waterfall":
      return underRainbow(waterfallPlace(input, camera, random()), input, camera);
    case "painting":
      return paintedCountry(input, camera);
    case "water":
      return underWater(input, camera);
    case "space":
      return outerSpace(input, camera);
  }
}

const BOW_LIGHT: Vec3 = [0.19, 0.18, 0.16];

/** A photographed place behind the rainbow that the prompt names. */
function underRainbow(place: Surroundings, { spec }: StageInput, { horizonPx, heightPx }: Camera): Surroundings {
  if (!spec.sights.includes("rainbow")) return place;
  const { width, height, data } = place.plate;
  const plate = floatImage(width, height, 3, data.slice());
  const [x, y, z] = SUN_BEHIND;
  const sun = normalized([-x * spec.side, y, z]);
  layRainbow(plate, { horizon: horizonPx / heightPx, lens: 0.95, sun, light: BOW_LIGHT });
  return { ...place, plate };
}

function withBrightness(look: Look, k: number): Look {
  return look.targetLuminance === undefined
    ? { ...look, exposure: look.exposure * k }
    : { ...look, targetLuminance: look.targetLuminance * k };
}

/** Mean light of the upper half space. */
function ambientOf({ light }: Surroundings): Vec3 {
  const out = new Float64Array(3);
  const sum: [number, number, number] = [0, 0, 0];
  const views: readonly Vec3[] = [
    [0, 1, 0],
    [0.7, 0.7, 0],
    [-0.7, 0.7, 0],
    [0, 0.5, 0.86],
    [0, 0.5, -0.86],
  ];
  for (const [x, y, z] of views) {
    light(x, y, z, out);
    // A sun among the samples must not flood everything.
    const cap = Math.min(1, 1.2 / (luminance(out[0] as number, out[1] as number, out[2] as number) + 1e-6));
    for (let c = 0; c < 3; c++) sum[c as 0 | 1 | 2] += ((out[c] as number) * cap) / views.length;
  }
  return sum;
}
