import { FOOD } from "./things/food.ts";
import { FOUND } from "./things/found-things.ts";
import { MADE } from "./things/made-things.ts";
import type { ThingKind } from "./things/thing-kind.ts";

/** By the lexicon's meaning. A new kind needs an entry there and one here. */
export const THING_KINDS: Readonly<Record<string, ThingKind>> = { ...FOOD, ...FOUND, ...MADE };
