import type { Clock } from "#lib/base/clock.ts";
import type { Output } from "./output.ts";
import type { Arguments } from "./read-arguments.ts";
import type { ReadRecipe } from "./read-recipe.ts";
import type { Stops } from "./stops.ts";
import type { Studio } from "./studio.ts";
import type { Words } from "./words.ts";

/** What a command that needs a studio works with. */
export interface Task {
  studio: Studio;
  read: ReadRecipe;
  asked: Arguments;
  output: Output;
  words: Words;
  clock: Clock;
  stops: Stops;
}
