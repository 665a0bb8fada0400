import { readPrompt } from "./read-prompt.ts";

/** What a prompt is for: the picture, what shall not be in it, or one of its elements. */
export type PromptRole = "picture" | "negative" | "element";

/**
 * Words in prompts that mean nothing to the engine, as they were written, each once and in order: what a picture will not
 * show. A thing that only elements become is unknown to a picture. Pure, without the renderer behind it.
 */
export function unknownWords(prompts: readonly string[], role: PromptRole = "picture"): string[] {
  const words = prompts.flatMap((prompt) => {
    const { unknown, elementOnly } = role === "negative" ? readPrompt("", prompt) : readPrompt(prompt);
    return role === "picture" ? [...unknown, ...elementOnly] : unknown;
  });
  return [...new Set(words)];
}
