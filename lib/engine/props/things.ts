import { FOOD } from "./things/food.ts";
import { FOUND } from "./things/found-things.ts";
import { FRUIT } from "./things/fruit.ts";
import { GLASSWARE } from "./things/glassware.ts";
import { HOME } from "./things/home-things.ts";
import { MADE } from "./things/made-things.ts";
import { SWEETS } from "./things/sweets.ts";
import type { ThingKind } from "./things/thing-kind.ts";

/** By the lexicon's meaning. A new kind needs an entry there and one here. */
export const THING_KINDS: Readonly<Record<string, ThingKind>> = {
  ...FOOD,
  ...FRUIT,
  ...GLASSWARE,
  ...HOME,
  ...SWEETS,
  ...FOUND,
  ...MADE,
};
