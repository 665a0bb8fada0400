import { readPrompt } from "./read-prompt.ts";

/**
 * Words in a request's prompts (the main one, the negative one, those of its elements) that mean nothing to the engine, as
 * they were written, each once and in order: what a picture will not show. Pure, without the renderer behind it.
 */
export function unknownWords(prompts: readonly string[]): string[] {
  return [...new Set(prompts.flatMap((prompt) => readPrompt(prompt).unknown))];
}
