import type { Look } from "../finish/finish.ts";
import type { RgbOut } from "../math/color.ts";
import { type FloatImage, sampleBilinear } from "../math/float-image.ts";
import { clamp, lerp } from "../math/scalar.ts";
import type { Vec3 } from "../math/vector.ts";
import type { SupportName } from "../scene-spec.ts";
import type { ElementLight, StagedScene } from "../staged-scene.ts";
import type { Camera } from "../subject/camera.ts";
import type { SubjectProxy } from "../subject/subject-proxy.ts";
import { tiltBy } from "../textures/bump.ts";
import { Box } from "../tracer/box.ts";
import type { KeyLight } from "../tracer/key-light.ts";
import type { Shape } from "../tracer/shape.ts";
import { TABLE_MATERIAL, tableSurface } from "./table-surface.ts";

/** A table top that ends before a picture far behind it. */
export interface TableInput {
  readonly camera: Camera;
  readonly subject: SubjectProxy | null;
  readonly support: SupportName;
  readonly seed: number;
  /** Colour of cloth. */
  readonly tint: Vec3;
  /** Covers the whole picture; linear HDR. */
  readonly plate: FloatImage;
  /** From the subject's front to the table's back edge. */
  readonly depth: number;
  readonly key: KeyLight;
  readonly ambientLight: (dx: number, dy: number, dz: number, out: RgbOut) => void;
  readonly props?: readonly Shape[];
  readonly propColor?: (material: number) => Vec3;
  readonly aperturePx: number;
  readonly look: Look;
  readonly elementLight: ElementLight;
}

const BRIGHTEST_REFLECTION = 6;

export function tableScene(input: TableInput): StagedScene {
  const { camera, plate } = input;
  const { widthPx, heightPx } = camera;
  const back = camera.distance + input.depth;
  const surface = tableSurface(input.support, input.seed, input.tint);
  const sample = (px: number, py: number, c: number) =>
    sampleBilinear(plate, (px / widthPx) * plate.width - 0.5, (py / heightPx) * plate.height - 0.5, c);
  return {
    scene: {
      camera,
      subject: input.subject,
      sweep: null,
      shapes: [
        new Box({
          x: 0,
          y: -0.06,
          z: back - 5,
          halfX: 9,
          halfY: 0.06,
          halfZ: 5,
          bevel: 0.02,
          material: TABLE_MATERIAL,
        }),
        ...(input.props ?? []),
      ],
      materials: surface.materials,
      key: input.key,
      bounce: 0.55,
      albedo(hit, coarse, out) {
        if (hit.material === TABLE_MATERIAL) {
          // Bounces ask for coarse colour: texture there would only be noise.
          if (coarse) surface.color(Math.floor(hit.x * 3) / 3, Math.floor(hit.z * 3) / 3, out);
          else surface.color(hit.x, hit.ny > 0.5 ? hit.z : hit.y + hit.z, out);
          return;
        }
        const [r, g, b] = input.propColor?.(hit.material) ?? [0.5, 0.5, 0.5];
        out[0] = r;
        out[1] = g;
        out[2] = b;
      },
      bump(hit) {
        if (!surface.height || hit.material !== TABLE_MATERIAL || hit.ny < 0.5) return false;
        tiltBy(hit, surface.height, hit.x, hit.z, 0.006);
        return true;
      },
      environment(dx, dy, dz, out) {
        input.ambientLight(dx, dy, dz, out);
        if (dz > 0.15 && dy < 0.75) {
          const share = clamp((dz - 0.15) * 3) * clamp((0.75 - dy) * 4);
          const px = (camera.focalPx * dx) / dz + camera.centreXPx;
          const py = camera.horizonPx - (camera.focalPx * dy) / dz;
          if (px > 0 && px < widthPx && py > 0) {
            for (let c = 0; c < 3; c++) out[c] = lerp(out[c] as number, sample(px, py, c), share);
          }
        }
        for (let c = 0; c < 3; c++) out[c] = Math.min(out[c] as number, BRIGHTEST_REFLECTION);
      },
      backdrop(u, v, _ray, out) {
        for (let c = 0; c < 3; c++) out[c] = sample(u * widthPx, v * heightPx, c);
      },
    },
    aperturePx: input.aperturePx,
    look: input.look,
    elementLight: input.elementLight,
  };
}
