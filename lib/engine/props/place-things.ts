import { seededRandom } from "../math/random.ts";
import type { SceneSpec } from "../scene-spec.ts";
import { lantern } from "../settings/lantern.ts";
import { Stock } from "../settings/stock.ts";
import { coated } from "../textures/coat.ts";
import { FAR, Hit, Ray } from "../tracer/ray.ts";
import { type Scene, trace } from "../tracer/scene.ts";
import { SPLASHES, splashAround } from "./splash.ts";
import { THING_KINDS } from "./things.ts";

/** Deepest and highest ground that things lie on, against the product's base. */
const REACH_DOWN = 0.5;
const REACH_UP = 0.3;
const TRIES = 16;
/** Unevenness that a thing covers, and by how much more per unit of its size. */
const STEP = 0.015;
const SLOPE = 0.35;
/** What a splash takes around the product. */
const SPLASH_ROOM = 0.2;

interface Taken {
  readonly x: number;
  readonly z: number;
  readonly room: number;
}

/** The scene with the things that the prompt names around the product, wherever its ground is; itself when there are none. */
export function withThings(scene: Scene, spec: SceneSpec, rich: boolean): Scene {
  const kinds = spec.things.flatMap((name) => THING_KINDS[name] ?? []);
  const lanterns = spec.things.includes("lantern");
  const splash = spec.things.find((name) => SPLASHES.includes(name));
  if (kinds.length === 0 && !lanterns && !splash) return scene;
  const random = seededRandom(spec.seed ^ 0x7b1d);
  const centre = {
    x: scene.subject?.centreX ?? 0,
    z: scene.subject?.centreZ ?? scene.camera.distance,
    room: (scene.subject?.baseHalfWidth ?? 0.3) + (splash ? SPLASH_ROOM : 0),
  };
  const taken: Taken[] = [centre];
  const first = scene.materials.length;
  const stock = new Stock(...Array.from({ length: first }, () => undefined));
  for (const kind of kinds) {
    const count = kind.count[rich ? 1 : 0];
    for (let index = 0; index < count; index++) {
      const spot = freeSpot(scene, centre, kind, taken, spec.side * (index % 3 === 2 ? 1 : -1), random);
      if (!spot) continue;
      taken.push({ ...spot, room: kind.room });
      kind.build(stock, { ...spot, index, palette: spec.palette, bloom: spec.bloom, random });
    }
  }
  if (lanterns) hangLanterns(stock, scene, -spec.side, rich);
  if (splash) splashAround(stock, scene, { name: splash, side: spec.side, rich, random });
  const things = coated(stock.coats);
  return {
    ...scene,
    shapes: [...scene.shapes, ...stock.shapes],
    materials: [...scene.materials, ...things.materials.slice(first)],
    albedo: (hit, coarse, out) => (hit.material >= first ? things : scene).albedo(hit, coarse, out),
    bump: (hit) => (hit.material >= first ? false : (scene.bump?.(hit) ?? false)),
    emission: (hit, ray, out) => (hit.material >= first ? things : scene).emission?.(hit, ray, out) ?? false,
  };
}

/** By picture, for a longer side of 1024 px: from the side and the upper edge, and the radius. The last ones are for v3. */
const LANTERNS = [
  { inwards: 112, down: 168, radius: 72, behind: 0.55, near: true, rich: false },
  { inwards: 262, down: 74, radius: 50, behind: 0.85, near: true, rich: false },
  { inwards: 150, down: 96, radius: 46, behind: 1.15, near: false, rich: false },
  { inwards: 62, down: 226, radius: 40, behind: 1.3, near: false, rich: true },
  { inwards: 360, down: 18, radius: 36, behind: 1.3, near: true, rich: true },
] as const;

/** Lanterns from the upper edge, where the product leaves room; more of them and nearer on one `side`. */
function hangLanterns(stock: Stock, { camera }: Scene, side: number, rich: boolean): void {
  const scale = Math.max(camera.widthPx, camera.heightPx) / 1024;
  for (const place of LANTERNS) {
    if (place.rich && !rich) continue;
    const z = camera.distance + place.behind;
    const unitPx = camera.focalPx / z;
    const fromMiddle = camera.widthPx / 2 - place.inwards * scale;
    const x = (fromMiddle / unitPx) * (place.near ? side : -side);
    lantern(
      stock,
      [x, camera.height - (place.down * scale - camera.horizonPx) / unitPx, z],
      (place.radius * scale) / unitPx,
    );
  }
}

/** A place beside the product that nothing else takes and that is level; null when a few tries find none. */
function freeSpot(
  scene: Scene,
  centre: Taken,
  { room, away }: { room: number; away: number },
  taken: readonly Taken[],
  side: number,
  random: () => number,
): { x: number; y: number; z: number } | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reach = centre.room + room + 0.04 + (0.12 + 0.9 * away) * random() ** 1.4;
    // Half of the circle, from before the product round its side to behind it.
    const angle = (random() - 0.42) * 2.3;
    const x = centre.x + Math.cos(angle) * reach * side;
    const z = centre.z + Math.sin(angle) * reach;
    if (taken.some((other) => Math.hypot(other.x - x, other.z - z) < other.room + room)) continue;
    if (!isSeen(scene, { x, z, room })) continue;
    const y = levelAt(scene, x, z);
    if (y !== null && y > -REACH_DOWN && y < REACH_UP && liesFlat(scene, { x, z, room }, y)) return { x, y, z };
  }
  return null;
}

/** Whether most of what stands at a place is within the picture and not behind the product. */
function isSeen({ camera, subject }: Scene, { x, z, room }: Taken): boolean {
  if (Math.abs(x) > (camera.widthPx / 2 / camera.focalPx) * z - 0.3 * room) return false;
  if (!subject || z < subject.centreZ) return true;
  const across = (x * subject.centreZ) / z - subject.centreX;
  return Math.abs(across) > subject.maxHalfWidth + 0.2 * room;
}

/** Whether the ground around a place is about as high: nothing hangs over an edge or sticks in a step. */
function liesFlat(scene: Scene, { x, z, room }: Taken, y: number): boolean {
  const away = room * 0.7;
  for (const [dx, dz] of [
    [away, 0],
    [-away, 0],
    [0, away],
    [0, -away],
  ] as const) {
    const level = levelAt(scene, x + dx, z + dz);
    if (level === null || Math.abs(level - y) > STEP + SLOPE * away) return false;
  }
  return true;
}

const ray = new Ray();
const hit = new Hit();

/** Height of the ground under a place, or null where it is steep, missing or a thing already. */
function levelAt(scene: Scene, x: number, z: number): number | null {
  ray.ox = x;
  ray.oy = 6;
  ray.oz = z;
  ray.dx = 0;
  ray.dy = -1;
  ray.dz = 0;
  hit.t = FAR;
  if (!trace(scene, ray, hit, false) || hit.ny < 0.8) return null;
  return hit.y;
}
