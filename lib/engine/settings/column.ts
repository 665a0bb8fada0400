import type { Vec3 } from "../math/vector.ts";
import type { SceneSpec } from "../scene-spec.ts";
import { coated } from "../textures/coat.ts";
import { marbleCoat, plasterCoat, slateCoat } from "../textures/support-coats.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import type { Scene } from "../tracer/scene.ts";

const STONE: Vec3 = [0.2, 0.195, 0.185];
/** How far the column goes on below the product's ground: sets have lower floors. */
const FOOT = -1;

/** The scene with a column under a product that floats high in the picture; itself when it stands or hangs. */
export function withColumn(scene: Scene, { support, palette, seed }: SceneSpec, hanging: boolean): Scene {
  const { subject } = scene;
  if (!subject || hanging || subject.elevation <= 0) return scene;
  const coat =
    support === "stone" || support === "dark"
      ? slateCoat(seed, STONE)
      : support === "marble"
        ? marbleCoat(seed)
        : plasterCoat(palette.support, seed);
  const material = scene.materials.length;
  const column = coated([...Array.from({ length: material }, () => undefined), coat]);
  const { centreX: x, centreZ: z, baseHalfWidth, elevation } = subject;
  const radius = Math.max(0.16, baseHalfWidth * 1.3);
  return {
    ...scene,
    shapes: [...scene.shapes, new Cylinder({ x, z, radius, bottom: FOOT, top: elevation, material })],
    materials: [...scene.materials, coat.material],
    albedo: (hit, coarse, out) => (hit.material === material ? column : scene).albedo(hit, coarse, out),
    bump: (hit) => (hit.material === material ? column : scene).bump?.(hit) ?? false,
    emission: (hit, ray, out) => hit.material !== material && (scene.emission?.(hit, ray, out) ?? false),
  };
}
