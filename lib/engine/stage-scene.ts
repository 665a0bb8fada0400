import { invariant } from "#lib/base/assert.ts";
import { stageBeach } from "./settings/beach.ts";
import { stageCelebration } from "./settings/celebration.ts";
import { stageChristmas } from "./settings/christmas.ts";
import { stageCity } from "./settings/city.ts";
import { stageDrape } from "./settings/drape.ts";
import { stageGradient } from "./settings/gradient.ts";
import { stageGround } from "./settings/ground.ts";
import { stageGuideWorld } from "./settings/guide-world.ts";
import { stageInterior } from "./settings/interior.ts";
import { stageLandscape } from "./settings/landscape.ts";
import { stageNewYear } from "./settings/new-year.ts";
import { stagePaper } from "./settings/paper.ts";
import { stagePodium } from "./settings/podium.ts";
import { stageTable } from "./settings/table.ts";
import { stageWater } from "./settings/water.ts";
import type { StagedScene, StageInput } from "./staged-scene.ts";

/** Builds the scene that a spec describes around a subject. */
export function stageScene(input: StageInput): StagedScene {
  switch (input.spec.setting) {
    case "podium":
      return stagePodium(input);
    case "landscape":
      return stageLandscape(input);
    case "table":
      return stageTable(input);
    case "water":
      return stageWater(input);
    case "beach":
      return stageBeach(input);
    case "ground":
      return stageGround(input);
    case "interior":
      return stageInterior(input);
    case "drape":
      return stageDrape(input);
    case "paper":
      return stagePaper(input);
    case "gradient":
      return stageGradient(input);
    case "new-year":
      return stageNewYear(input);
    case "christmas":
      return stageChristmas(input);
    case "birthday":
    case "valentine":
      return stageCelebration(input);
    case "city":
      return stageCity(input);
    case "guide":
      invariant(input.guide, "a guide");
      return stageGuideWorld(input, input.guide);
  }
}
