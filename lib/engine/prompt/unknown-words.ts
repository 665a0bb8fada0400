import { elementWord } from "../elements/element-words.ts";
import { materialIn } from "../elements/material.ts";
import { readPrompt } from "./read-prompt.ts";

/** Things and materials of elements have words that are not in the lexicon. */
const isElementWord = (word: string) => elementWord(word) !== null || materialIn(word) !== null;

/** What a prompt is for: the picture, what shall not be in it, or one of its elements. */
export type PromptRole = "picture" | "negative" | "element";

/**
 * Words in prompts that mean nothing to the engine, as they were written, each once and in order: what a picture will not
 * show. A thing that only elements become is unknown to a picture, and so is a place that has only one like it. Pure, without the renderer behind it.
 */
export function unknownWords(prompts: readonly string[], role: PromptRole = "picture"): string[] {
  const words = prompts.flatMap((prompt) => {
    const { unknown, elementOnly, loosely } = role === "negative" ? readPrompt("", prompt) : readPrompt(prompt);
    if (role === "picture") return [...unknown, ...elementOnly, ...loosely];
    return role === "element" ? unknown.filter((word) => !isElementWord(word)) : unknown;
  });
  return [...new Set(words)];
}
