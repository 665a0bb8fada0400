import type { RgbOut } from "../math/color.ts";
import { valueFbm, valueNoise } from "../math/noise.ts";
import type { Vec3 } from "../math/vector.ts";
import type { SupportName } from "../scene-spec.ts";
import { clothHeight, weaveTone } from "../textures/fabric.ts";
import { marbleColor } from "../textures/marble.ts";
import { stoneTone } from "../textures/stone.ts";
import { type WoodTone, woodColor } from "../textures/wood.ts";
import type { Material } from "../tracer/scene.ts";

export const TABLE_MATERIAL = 2;
/** Things on the table: glossy, metal, matte. */
export const PROP_MATERIALS = { glossy: 3, metal: 4, matte: 5 } as const;

export interface TableSurface {
  readonly materials: (Material | undefined)[];
  readonly color: (x: number, z: number, out: RgbOut) => void;
  /** Relief in world units, or null where the surface is flat. */
  readonly height: ((x: number, z: number) => number) | null;
}

const DEFAULT_WOOD: Omit<WoodTone, "seed"> = { early: [0.5, 0.3, 0.155], late: [0.24, 0.12, 0.055] };
const WOODS: readonly Omit<WoodTone, "seed">[] = [
  DEFAULT_WOOD,
  { early: [0.45, 0.36, 0.27], late: [0.27, 0.2, 0.14] },
  { early: [0.34, 0.19, 0.1], late: [0.15, 0.075, 0.035] },
  { early: [0.56, 0.39, 0.23], late: [0.33, 0.2, 0.1] },
];

/** `tint` colours cloth. */
export function tableSurface(support: SupportName, seed: number, tint: Vec3): TableSurface {
  const { material, color } = surfaceOf(support, seed, tint);
  const materials: (Material | undefined)[] = [];
  materials[TABLE_MATERIAL] = material;
  materials[PROP_MATERIALS.glossy] = { reflectance: 0.05, roughness: 0.15 };
  materials[PROP_MATERIALS.metal] = { reflectance: 0.7, roughness: 0.18, metal: true };
  materials[PROP_MATERIALS.matte] = { reflectance: 0.03, roughness: 0.5 };
  const shift = seed % 53;
  return { materials, color, height: support === "fabric" ? (x, z) => clothHeight(x + shift, z) : null };
}

function surfaceOf(
  support: SupportName,
  seed: number,
  tint: Vec3,
): { material: Material; color: TableSurface["color"] } {
  const shift = seed % 53;
  switch (support) {
    case "wood": {
      const tone: WoodTone = { ...(WOODS[seed % WOODS.length] ?? DEFAULT_WOOD), seed: seed % 19 };
      return {
        material: { reflectance: 0.04, roughness: 0.34 },
        color: (x, z, out) => woodColor(x + shift, z, tone, out),
      };
    }
    case "marble":
      return {
        material: { reflectance: 0.06, roughness: 0.12 },
        color: (x, z, out) => marbleColor((x + 1.3 + shift) * 1.35, z * 1.35, out),
      };
    case "stone":
      return {
        material: { reflectance: 0.04, roughness: 0.4 },
        color: (x, z, out) => {
          const k = 0.12 + 0.15 * stoneTone(x + shift, z);
          out[0] = k;
          out[1] = k * 0.97;
          out[2] = k * 0.93;
        },
      };
    case "plaster":
      return {
        material: { reflectance: 0.03, roughness: 0.5 },
        color: (x, z, out) => {
          const k =
            0.8 * (0.94 + 0.08 * valueFbm(x * 3 + shift, z * 3, 4)) * (0.97 + 0.06 * valueNoise(x * 90, z * 90));
          out[0] = k;
          out[1] = k * 0.985;
          out[2] = k * 0.96;
        },
      };
    case "fabric":
      return {
        material: { reflectance: 0.03, roughness: 0.42 },
        color: (x, z, out) => {
          const k = weaveTone(x, z) * (0.8 + 4.2 * clothHeight(x + shift, z));
          for (let c = 0; c < 3; c++) out[c] = (tint[c] as number) * k;
        },
      };
    case "dark":
      return {
        material: { reflectance: 0.38, roughness: 0.15 },
        color: (_x, _z, out) => {
          out[0] = 0.01;
          out[1] = 0.01;
          out[2] = 0.014;
        },
      };
  }
}
