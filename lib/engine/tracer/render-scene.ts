import { assertFinite } from "../math/float-image.ts";
import type { Quality } from "../quality.ts";
import { Clear } from "./clear.ts";
import { denoised, upsampledLight } from "./denoise.ts";
import { traceGeometry } from "./geometry-pass.ts";
import { traceDirect, traceIndirect, traceSpecular } from "./light-pass.ts";
import type { Scene } from "./scene.ts";
import { type ShadedPicture, shade } from "./shade-pass.ts";
import type { Shape } from "./shape.ts";
import { ShapeTree } from "./shape-tree.ts";

const SHADOW_RANGE = 0.35;

/** Samples light at low resolution, denoises it, and multiplies it with full-resolution surfaces. */
export function renderScene(staged: Scene, quality: Quality, endStage: (stage: string) => void): ShadedPicture {
  const scene = { ...staged, shapes: [new ShapeTree(staged.shapes.map((shape) => clearWhere(staged, shape)))] };
  const fine = traceGeometry(scene, quality.directScale);
  const rough = quality.indirectScale === quality.directScale ? fine : traceGeometry(scene, quality.indirectScale);
  const direct = traceDirect(scene, fine, quality.directSamples);
  endStage("direct light");
  const indirect = traceIndirect(scene, rough, quality.indirectSamples);
  const specular = traceSpecular(scene, rough, quality.specularSamples);
  endStage("indirect light");
  const light = {
    geometry: fine,
    direct: denoised(direct, fine, 2, SHADOW_RANGE),
    indirect: upsampledLight(denoised(indirect, rough, rough === fine ? 5 : 4), rough, fine),
    specular: upsampledLight(denoised(specular, rough, 2), rough, fine),
  };
  assertFinite(light.direct, "direct light");
  assertFinite(light.indirect, "indirect light");
  assertFinite(light.specular, "specular light");
  endStage("denoise");
  const picture = shade(scene, light, quality.antialias);
  assertFinite(picture.color, "shading");
  endStage("shading");
  return picture;
}

const clearWhere = ({ materials }: Scene, shape: Shape): Shape =>
  shape.material !== undefined && materials[shape.material]?.clear ? new Clear(shape) : shape;
