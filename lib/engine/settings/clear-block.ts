import type { Vec3 } from "../math/vector.ts";
import { mixed } from "../math/vector.ts";
import type { SceneSpec } from "../scene-spec.ts";
import type { SubjectFacts } from "../subject/analyse-subject.ts";
import { unitPxOf } from "../subject/camera.ts";
import { type Coat, coated, plainCoat } from "../textures/coat.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import type { Scene } from "../tracer/scene.ts";
import type { Shape } from "../tracer/shape.ts";

/** Height of a block under a product in world units. */
const HEIGHT = 0.17;
/** What a world unit of colourless acrylic swallows. */
const COLORLESS: Vec3 = [0.2, 0.1, 0.09];
/** A tinted block leaves this power of its colour after one world unit. */
const TINT = 0.5;

/** Acrylic: colourless, or in the colour that the prompt names. */
export function clearCoat({ tinted, palette }: Pick<SceneSpec, "tinted" | "palette">): Coat {
  const swallows = (color: Vec3): Vec3 => [
    -Math.log(color[0]) * TINT,
    -Math.log(color[1]) * TINT,
    -Math.log(color[2]) * TINT,
  ];
  const clear = tinted ? { swallows: swallows(palette.accent), veil: 0.65 } : { swallows: COLORLESS, veil: 0.05 };
  const seen = mixed(tinted ? palette.accent : [0.8, 0.85, 0.86], [1, 1, 1], tinted ? 0.45 : 0.2);
  return plainCoat(seen, { reflectance: 0.045, roughness: 0.03, clear });
}

/** The product's facts for a ground that lies a block's height below it; the podium is such a block itself. */
export function raisedOnClear(facts: SubjectFacts, spec: SceneSpec, widthPx: number, heightPx: number): SubjectFacts {
  if (!spec.onClear || spec.setting === "podium" || facts.ground > facts.bottom || facts.hanging) return facts;
  return { ...facts, ground: Math.round(facts.bottom + HEIGHT * unitPxOf(facts, widthPx, heightPx)) };
}

/** The scene with clear blocks: one under the raised product, others beside it; itself where none is asked for. */
export function withClearBlocks(scene: Scene, spec: SceneSpec, rich: boolean): Scene {
  const { subject } = scene;
  if (!spec.onClear || !subject || subject.elevation <= 0) return scene;
  const material = scene.materials.length;
  const coat = clearCoat(spec);
  const coats = coated([...Array.from({ length: material }, () => undefined), coat]);
  return {
    ...scene,
    shapes: [...scene.shapes, ...blocks(scene, spec, material, rich)],
    materials: [...scene.materials, coat.material],
    albedo: (hit, coarse, out) => (hit.material === material ? coats : scene).albedo(hit, coarse, out),
    bump: (hit) => hit.material !== material && (scene.bump?.(hit) ?? false),
    emission: (hit, ray, out) => hit.material !== material && (scene.emission?.(hit, ray, out) ?? false),
  };
}

function blocks({ subject }: Scene, { layout, side }: SceneSpec, material: number, rich: boolean): Shape[] {
  if (!subject) return [];
  const { centreX: x, centreZ: z, baseHalfWidth, baseHalfDepth, elevation: top } = subject;
  const half = Math.max(0.3, baseHalfWidth * 1.28);
  const deep = Math.max(0.28, baseHalfDepth * 1.3);
  const block = (dx: number, dz: number, wide: number, high: number, turn: number) =>
    new Box({
      x: x + dx * -side,
      y: high / 2,
      z: z + dz,
      halfX: wide,
      halfY: high / 2,
      halfZ: wide,
      turn,
      bevel: 0.012,
      material,
    });
  const round = layout % 2 === 1;
  const under = round
    ? new Cylinder({ x, z, radius: Math.hypot(half, deep) * 0.82, bottom: 0, top, bevel: 0.012, material })
    : new Box({ x, y: top / 2, z, halfX: half, halfY: top / 2, halfZ: deep, bevel: 0.012, material });
  const beside = block(half + 0.2, 0.46, 0.2, 0.38, 0.35);
  return rich ? [under, beside, block(-half - 0.27, -0.1, 0.13, 0.13, 0.6)] : [under, beside];
}
