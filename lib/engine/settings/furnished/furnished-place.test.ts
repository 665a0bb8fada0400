import { describe, expect, test } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import type { FloatImage } from "../../math/float-image.ts";
import { planScene } from "../../plan-scene.ts";
import { qualityFor } from "../../quality.ts";
import type { DayTime, InteriorName } from "../../scene-spec.ts";
import { analyseSubject } from "../../subject/analyse-subject.ts";
import { cameraFor } from "../../subject/camera.ts";
import { renderJob } from "../../test-job.ts";
import { furnishedPlace } from "./furnished-place.ts";
import { INTERIORS } from "./interiors.ts";

const SIDE_PX = 48;
const subject = createPixelBuffer(SIDE_PX, SIDE_PX);
const facts = analyseSubject(subject);
const camera = cameraFor(facts, SIDE_PX, SIDE_PX, { horizon: 0.4, lens: 1.7 });

function placeAt(name: InteriorName, time: DayTime) {
  const spec = { ...planScene(renderJob({ prompt: "living room" }), 0, facts), time };
  return furnishedPlace(name, { spec, subject, facts, quality: qualityFor("v2", SIDE_PX, SIDE_PX) }, camera);
}

/** Mean of one channel of the plate over the columns that `of` picks. */
function meanOf({ data, width }: FloatImage, channel: number, of: (x: number) => boolean = () => true): number {
  let sum = 0;
  let count = 0;
  for (let i = channel; i < data.length; i += 3) {
    if (!of(Math.floor(i / 3) % width)) continue;
    sum += data[i] as number;
    count++;
  }
  return sum / count;
}

describe.each(Object.keys(INTERIORS) as InteriorName[])("the room %s", (name) => {
  test("is exposed darker by night and lit warmer by its lamps, by which it is still seen", () => {
    const [day, night] = [placeAt(name, "day"), placeAt(name, "night")];
    expect(meanOf(night.plate, 1)).toBeGreaterThan(0.02);
    const warmth = ({ key }: typeof day) => key.color[0] / key.color[2];
    expect(warmth(night)).toBeGreaterThan(1.1 * warmth(day));
    expect(night.look.targetLuminance).toBeLessThan(day.look.targetLuminance as number);
  });
});

test("daylight comes from where the product is lit", () => {
  const right = (x: number) => x > SIDE_PX / 2;
  for (const side of [-1, 1] as const) {
    const spec = { ...planScene(renderJob({ prompt: "living room" }), 0, facts), side };
    const { plate, key } = furnishedPlace(
      "living",
      { spec, subject, facts, quality: qualityFor("v2", SIDE_PX, SIDE_PX) },
      camera,
    );
    const [lit, far] = [meanOf(plate, 1, right), meanOf(plate, 1, (x) => !right(x))];
    expect((lit - far) * side).toBeGreaterThan(0.1);
    expect(key.direction[0] * side).toBeGreaterThan(0);
  }
});
