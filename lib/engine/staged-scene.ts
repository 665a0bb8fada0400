import type { PixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import type { Air } from "./finish/air.ts";
import type { Look } from "./finish/finish.ts";
import type { LightShafts } from "./finish/light-shafts.ts";
import type { GuidePlan } from "./guide/plan-guide.ts";
import type { Vec3 } from "./math/vector.ts";
import type { Quality } from "./quality.ts";
import type { SceneSpec } from "./scene-spec.ts";
import type { SubjectFacts } from "./subject/analyse-subject.ts";
import type { Scene } from "./tracer/scene.ts";
import type { ShadedPicture } from "./tracer/shade-pass.ts";

export interface StageInput {
  readonly spec: SceneSpec;
  readonly subject: PixelBuffer;
  readonly facts: SubjectFacts;
  readonly quality: Quality;
  /** What the setting `guide` shows. */
  readonly guide?: GuidePlan | undefined;
}

/** Light for things painted on the picture plane: x right, y down, z towards the viewer. */
export interface ElementLight {
  readonly direction: Vec3;
  readonly color: Vec3;
  readonly ambient: Vec3;
  readonly rim: Vec3;
}

/** A scene with the lens, look and light that belong to it. */
export interface StagedScene {
  readonly scene: Scene;
  /** Blur of the far distance in pixels of a 1024 px picture. */
  readonly aperturePx: number;
  readonly look: Look;
  readonly elementLight: ElementLight;
  /** Draws what grows before and around the product into the shaded picture, before the lens. */
  readonly plant?: ((picture: ShadedPicture) => void) | undefined;
  /** What only v3 takes the time for: light that streams, and things in the air. */
  readonly shafts?: LightShafts | undefined;
  readonly air?: Air | undefined;
}
