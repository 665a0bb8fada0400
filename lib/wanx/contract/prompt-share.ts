import { LIMITS } from "./limits.ts";

const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3001-\u303f\uff01-\uffef]`;
const word = String.raw`(?!${cjk})[\p{L}\p{N}](?:(?!${cjk})[\p{L}\p{N}\p{M}'’_-])*`;

/**
 * What counts: one CJK character (with its punctuation and full-width forms), one word of any other script, or one pictograph.
 * Spaces and other punctuation are free. The service gives both limits ("about 100 to 120 characters", "150 words")
 * and no rule for mixed text; shares of one whole are the straight line between them.
 */
const unit = new RegExp(String.raw`(?<cjk>${cjk})|${word}|\p{Extended_Pictographic}`, "gu");

/** Sums of thirds and fifths of a percent are not exact in binary; the smallest real step is 1/600. */
const tolerance = 1e-6;

/** How much of what the model reads a prompt takes: 0 for none, 1 for exactly full, above 1 the end is ignored. */
export function promptShare(text: string): number {
  let cjkCharacters = 0;
  let words = 0;
  for (const match of text.matchAll(unit)) {
    if (match.groups?.cjk === undefined) words += 1;
    else cjkCharacters += 1;
  }
  return shareOf(cjkCharacters, words);
}

/** The part the model reads and the part it ignores; together they are `text`, and `dropped` is empty when all is read. */
export function cutPrompt(text: string): { kept: string; dropped: string } {
  let cjkCharacters = 0;
  let words = 0;
  for (const match of text.matchAll(unit)) {
    if (match.groups?.cjk === undefined) words += 1;
    else cjkCharacters += 1;
    if (shareOf(cjkCharacters, words) > 1 + tolerance) {
      return { kept: text.slice(0, match.index), dropped: text.slice(match.index) };
    }
  }
  return { kept: text, dropped: "" };
}

/** `read`: all of it, surely. `uncertain`: within the limit, but the service names it only roughly. `cut`: the end is ignored. */
export function promptReach(text: string): "read" | "uncertain" | "cut" {
  const share = promptShare(text);
  if (share > 1 + tolerance) return "cut";
  return share > LIMITS.prompt.surelyReadShare + tolerance ? "uncertain" : "read";
}

function shareOf(cjkCharacters: number, words: number): number {
  return cjkCharacters * LIMITS.prompt.cjkCharacterShare + words * LIMITS.prompt.wordShare;
}
