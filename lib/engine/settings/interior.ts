import { seededRandom } from "../math/random.ts";
import { clamp, smoothstep } from "../math/scalar.ts";
import { multiplied, scaled } from "../math/vector.ts";
import type { StagedScene, StageInput } from "../staged-scene.ts";
import { cameraFor } from "../subject/camera.ts";
import { SubjectProxy } from "../subject/subject-proxy.ts";
import { coated } from "../textures/coat.ts";
import { supportCoat } from "../textures/support-coats.ts";
import { Box } from "../tracer/box.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Scene } from "../tracer/scene.ts";
import { Sweep } from "../tracer/sweep.ts";
import { goboNamed } from "./gobo-named.ts";
import type { Furnishing } from "./room.ts";
import { patternOf, roomLight } from "./room-light.ts";
import { ROOMS } from "./rooms.ts";
import { Stock } from "./stock.ts";
import { TABLE_MATERIAL } from "./table-scene.ts";

/** A counter or table before a near wall, in the light of a window: kitchens, bathrooms, quiet corners. */
export function stageInterior({ spec, subject, facts, quality }: StageInput): StagedScene {
  const room = ROOMS[spec.room];
  const light = roomLight(room, spec.time);
  const around = scaled(light.around, room.ambient);
  const { side } = spec;
  const camera = cameraFor(facts, subject.width, subject.height, { horizon: 0.4, lens: 1.8, layout: spec.layout });
  const proxy = facts.visible ? new SubjectProxy(subject, facts, camera) : null;
  const random = seededRandom(spec.seed);
  const wallZ = camera.distance + room.depth + 0.3 * random();
  const x = proxy?.centreX ?? 0;
  const wall = room.wall(spec);
  const stock = new Stock(wall, wall, room.top?.(spec) ?? supportCoat(spec.support, spec.seed, spec.palette.support));
  const furnishing: Furnishing = {
    spec,
    stock,
    rich: quality.version === "v3",
    x,
    half: proxy?.baseHalfWidth ?? 0.3,
    z: proxy?.centreZ ?? camera.distance,
    wallZ,
    random,
  };
  stock.add(
    new Box({
      x: 0,
      y: -0.07,
      z: wallZ - 5,
      halfX: 9,
      halfY: 0.07,
      halfZ: 5,
      bevel: 0.015,
      material: TABLE_MATERIAL,
    }),
  );
  room.furnish(furnishing);
  const scene: Scene = {
    ...coated(stock.coats),
    camera,
    subject: proxy,
    sweep: new Sweep(-0.14, wallZ, 0),
    shapes: stock.shapes,
    key: new KeyLight({
      direction: [0.8 * side, 0.72 + 0.12 * random(), -0.55],
      angle: 0.045,
      color: multiplied(light.key, [2.5 * room.key, 2.32 * room.key, 2.08 * room.key]),
      gobo: goboNamed(patternOf(light, spec.gobo), spec.seed),
      goboCentre: [x, 0.5, wallZ - 0.4],
    }),
    bounce: 0.6,
    environment(dx, dy, dz, out) {
      // A bright window beside the camera, a pale ceiling, the room behind.
      const window =
        smoothstep(0.5, 0.75, dx * side) * smoothstep(0.75, 0.4, Math.abs(dy - 0.2)) * smoothstep(0.5, 0, dz);
      // What a mirror on the wall shows: light and shade, not one grey.
      const behind = smoothstep(0, -0.5, dz) * (0.12 + 0.5 * smoothstep(-0.25, 0.25, dx * side + 0.3 * dy));
      const v = 0.55 + behind + 0.5 * clamp(dy * 0.6 + 0.5);
      const shining = window * light.window * 2.2 * Math.min(1, room.ambient + 0.25);
      for (let c = 0; c < 3; c++) out[c] = v * (around[c] as number) + shining;
    },
    backdrop(_u, _v, _ray, out) {
      out.set(around);
    },
  };
  const { plant } = room;
  return {
    scene,
    aperturePx: room.aperturePx ?? (spec.room === "window" || spec.room === "dark" ? 8 : 13),
    look: {
      toneMap: "neutral",
      exposure: room.exposure,
      bloom: 0.06,
      vignette: room.ambient < 0.3 ? 0.16 : 0.06,
      grain: 0.007,
      contrast: room.ambient < 0.3 ? 1.14 : 1.06,
      saturation: 1.05,
    },
    elementLight: {
      direction: [0.6 * side, -0.58, 0.56],
      color: multiplied(light.key, [1.2 * room.key, 1.12 * room.key, 1.02 * room.key]),
      ambient: scaled(around, 0.74),
      rim: multiplied(light.around, [0.35, 0.33, 0.3]),
    },
    shafts: room.ambient < 0.3 ? { x: 0.5 + 0.6 * side, y: -0.2, strength: 0.25 } : undefined,
    air: "motes",
    ...(plant && {
      plant: (picture) =>
        plant(
          {
            scene,
            picture,
            groundAt: () => 0,
            ambient: scaled(around, 0.9),
            random: seededRandom(spec.seed + 1),
          },
          furnishing,
        ),
    }),
  };
}
