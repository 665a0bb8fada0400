import { elementWord } from "../elements/element-words.ts";
import { materialIn } from "../elements/material.ts";
import { placeFor, sightsFor } from "../plan-place.ts";
import { type PromptReading, readPrompt } from "./read-prompt.ts";
import { withStandIns } from "./stand-ins.ts";

/** Things and materials of elements have words that are not in the lexicon. */
const isElementWord = (word: string) => elementWord(word) !== null || materialIn(word) !== null;

/** What a prompt is for: the picture, what shall not be in it, or one of its elements. */
export type PromptRole = "picture" | "negative" | "element";

/**
 * Words in prompts that mean nothing to the engine, as they were written, each once and in order: what a picture will not
 * show. A thing that only elements become is unknown to a picture, and so are a place that has only one like it and what
 * the sky of its place does not show. Pure, without the renderer behind it.
 */
export function unknownWords(prompts: readonly string[], role: PromptRole = "picture"): string[] {
  const words = prompts.flatMap((prompt) => {
    const reading = role === "negative" ? readPrompt("", prompt) : readPrompt(prompt);
    const { unknown, elementOnly, loosely } = reading;
    if (role === "picture") return [...unknown, ...elementOnly, ...loosely, ...unseen(reading)];
    return role === "element" ? unknown.filter((word) => !isElementWord(word)) : unknown;
  });
  return [...new Set(words)];
}

/** Words for the sky that the place they are seen from has not; indoors a rainbow still gives its colours. */
function unseen(reading: PromptReading): string[] {
  const full = withStandIns(reading);
  const seen: readonly string[] = ["rainbow", ...sightsFor(full, placeFor(full, 0, 0))];
  return Object.entries(reading.skyWords).flatMap(([sight, word]) => (seen.includes(sight) ? [] : [word]));
}
