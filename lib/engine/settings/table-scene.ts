import type { StagedScene } from "../staged-scene.ts";
import type { Camera } from "../subject/camera.ts";
import type { SubjectProxy } from "../subject/subject-proxy.ts";
import { type Coat, coated } from "../textures/coat.ts";
import { Box } from "../tracer/box.ts";
import type { Gobo } from "../tracer/gobo.ts";
import { KeyLight } from "../tracer/key-light.ts";
import type { Shape } from "../tracer/shape.ts";
import { type Surroundings, seenFrom } from "./surroundings.ts";

export const TABLE_MATERIAL = 2;

/** A table top that ends before a picture far behind it. */
export interface TableInput {
  readonly camera: Camera;
  readonly subject: SubjectProxy | null;
  readonly top: Coat;
  readonly surroundings: Surroundings;
  readonly gobo: Gobo | null;
  /** From the subject's front to the table's back edge. */
  readonly depth: number;
  readonly props?: { readonly shapes: readonly Shape[]; readonly coats: readonly (Coat | undefined)[] };
}

export function tableScene({ camera, subject, top, surroundings, gobo, depth, props }: TableInput): StagedScene {
  const back = camera.distance + depth;
  const coats = [...(props?.coats ?? [])];
  coats[TABLE_MATERIAL] = top;
  return {
    ...surroundings,
    scene: {
      ...seenFrom(camera, surroundings),
      ...coated(coats),
      subject,
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
        ...(props?.shapes ?? []),
      ],
      key: new KeyLight({
        ...surroundings.key,
        gobo,
        goboCentre: [subject?.centreX ?? 0, 0.4, camera.distance + 0.8],
      }),
      bounce: 0.55,
    },
  };
}
