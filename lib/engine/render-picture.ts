import { decodeRgba, encodePng } from "./codec.ts";
import {
  castElementShadows,
  outlineElements,
  placeBackground,
  placeForeground,
  placeProps,
} from "./elements/element-layers.ts";
import { seenSet } from "./elements/seen-set.ts";
import type { RenderedPicture, RenderJob } from "./engine.ts";
import { type Air, addAir } from "./finish/air.ts";
import { layOver } from "./finish/compose.ts";
import { withDepthOfField } from "./finish/depth-of-field.ts";
import { exposureFor, finished, type Look } from "./finish/finish.ts";
import { addLightShafts } from "./finish/light-shafts.ts";
import { addRain } from "./finish/rain.ts";
import { layGuideBehind, mirroringGuide } from "./guide/guided-distance.ts";
import { withPaletteOf } from "./guide/palette-transfer.ts";
import { planGuide } from "./guide/plan-guide.ts";
import { assertFinite, type FloatImage } from "./math/float-image.ts";
import { planScene } from "./plan-scene.ts";
import { addNearLayer } from "./props/near-layer.ts";
import { withThings } from "./props/place-things.ts";
import { planNear } from "./props/plan-near.ts";
import { planProps } from "./props/plan-props.ts";
import { qualityFor } from "./quality.ts";
import type { SceneSpec } from "./scene-spec.ts";
import { raisedOnClear, withClearBlocks } from "./settings/clear-block.ts";
import { withColumn } from "./settings/column.ts";
import { GUIDE_TONE_MAP } from "./settings/guide-world.ts";
import { StageClock } from "./stage-clock.ts";
import { stageScene } from "./stage-scene.ts";
import type { StagedScene } from "./staged-scene.ts";
import { analyseSubject } from "./subject/analyse-subject.ts";
import { renderScene } from "./tracer/render-scene.ts";
import type { Scene } from "./tracer/scene.ts";

/** The picture size that lens apertures are given for. */
const REFERENCE_SIDE_PX = 1024;

/** One variation of a job, on the calling thread. */
export async function renderPicture(job: RenderJob, index: number): Promise<RenderedPicture> {
  const clock = new StageClock();
  const subject = await decodeRgba(job.subject);
  const { width, height } = subject;
  const seen = analyseSubject(subject);
  const spec = planScene(job, index, seen);
  const facts = raisedOnClear(seen, spec, width, height);
  const quality = qualityFor(job.version, width, height);
  const alone = spec.setting === "guide" ? await planGuide(job, subject, GUIDE_TONE_MAP, spec.seed) : null;
  const set = stageScene({ spec, subject, facts, quality, guide: alone ?? undefined });
  const guide = alone ? null : await planGuide(job, subject, set.look.toneMap, spec.seed);
  const rich = job.version === "v3";
  const furnished = withThings(supported(set.scene, spec, facts.hanging, rich), spec, rich);
  const scene = guide ? mirroringGuide(furnished, guide) : furnished;
  const staged = { ...set, scene, look: moodOf(spec, set.look) };
  clock.end("staging");
  // Buffers of the picture's size are let go as soon as they are used up: an async function keeps its constants to its end.
  let shaded: ReturnType<typeof renderScene> | null = renderScene(staged.scene, quality, (stage) => clock.end(stage));
  if (staged.plant) {
    staged.plant(shaded);
    assertFinite(shaded.color, "planting");
    clock.end("planting");
  }
  const { camera } = staged.scene;
  const subjectAlpha = (pixel: number) => subject.data[pixel * 4 + 3] as number;
  let linear: FloatImage | null = withDepthOfField(shaded.color, shaded.depth, {
    aperturePx: (staged.aperturePx * spec.softness * Math.max(width, height)) / REFERENCE_SIDE_PX,
    focus: camera.distance * 1.06,
    taps: quality.lensTaps,
  });
  clock.end("lens");
  // A guide does not change what the set is exposed to, or its own brightness would come and go with its share.
  const exposure = exposureFor(staged.look, linear, subjectAlpha) * spec.brightness;
  if (guide) {
    linear = withPaletteOf(linear, guide.colors, guide.paletteShare, exposure);
    layGuideBehind(linear, shaded.depth, camera, guide, exposure);
  }
  const shadowed = job.background.length + job.foreground.length > 0;
  const surfaces = shadowed ? seenSet(camera, staged.scene.key, shaded.depth) : null;
  shaded = null;
  assertFinite(linear, "guide");
  clock.end("guide");
  const fine = job.version === "v3";
  const background = await outlineElements(job.background, width, height, fine);
  const foreground = await outlineElements(job.foreground, width, height, fine);
  if (fine && staged.shafts) addLightShafts(linear, staged.shafts, spec.seed);
  const air = airOf(staged, spec, fine);
  if (air) addAir(linear, air, exposure, spec.seed);
  if (spec.weather === "rain") addRain(linear, exposure, fine, spec.seed);
  placeProps(linear, planProps(job, spec), staged, spec, exposure);
  addNearLayer(linear, planNear(job, spec), {
    light: staged.elementLight,
    exposure,
    product: facts,
    seed: spec.seed,
  });
  const groundPx = facts.ground - 0.1 * height;
  castElementShadows(linear, background, staged, surfaces, { groundPx, near: false });
  castElementShadows(linear, foreground, staged, surfaces, { groundPx, near: true });
  placeBackground(linear, background, staged, spec, exposure, fine);
  assertFinite(linear, "elements");
  clock.end("elements");
  const rgb = finished(linear, staged.look, exposure, spec.seed);
  linear = null;
  clock.end("finish");
  layOver(rgb, subject);
  placeForeground(rgb, width, height, foreground, staged, spec, fine);
  clock.end("elements in front");
  const png = await encodePng(rgb, width, height);
  clock.end("encoding");
  return { index, png, stages: clock.stages };
}

/** What holds the product up: clear blocks, a column under one that floats, nothing in the world of a guide. */
function supported(scene: Scene, spec: SceneSpec, hanging: boolean, rich: boolean): Scene {
  if (spec.setting === "guide") return scene;
  return spec.onClear ? withClearBlocks(scene, spec, rich) : withColumn(scene, spec, hanging);
}

/** Motes and sparks are for v3; snow that the prompt lets fall falls in both versions, thicker in v3. */
function airOf({ air }: StagedScene, { weather }: SceneSpec, fine: boolean): Air | undefined {
  if (weather === "snow") return fine ? "snowfall" : "flurry";
  return fine && weather !== "rain" ? air : undefined;
}

/** The prompt's mood over the setting's look. */
function moodOf({ glow, warmth, gilded }: SceneSpec, look: Look): Look {
  return { ...look, bloom: look.bloom + glow, warmth, contrast: look.contrast + (gilded ? 0.04 : 0) };
}
