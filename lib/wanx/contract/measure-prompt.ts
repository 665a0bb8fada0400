import { LIMITS } from "./limits.ts";

const cjk = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3001-\u303f\uff01-\uffef]`;
const word = String.raw`(?!${cjk})[\p{L}\p{N}](?:(?!${cjk})[\p{L}\p{N}\p{M}'’_-])*`;

/**
 * What counts: one CJK character (with its punctuation and full-width forms), one word of any other script, or one pictograph.
 * Spaces and other punctuation are free. The service gives both limits ("about 100 to 120 characters", "150 words")
 * and no rule for mixed text; shares of one whole are the straight line between them.
 */
const unit = new RegExp(String.raw`(${cjk})|${word}|\p{Extended_Pictographic}`, "gu");

/** Sums of thirds and fifths of a percent are not exact in binary; the smallest real step is 1/600. */
const tolerance = 1e-6;

export interface PromptMeasure {
  /** How much of what the model reads the prompt takes: 0 for none, 1 for exactly full, above 1 the end is ignored. */
  share: number;
  /** `read`: all of it, surely. `uncertain`: within the limit, but the service names it only roughly. `cut`: the end is ignored. */
  reach: "read" | "uncertain" | "cut";
  /** The part the model reads and the part it ignores; together they are the prompt. */
  kept: string;
  dropped: string;
}

/** Everything there is to know of a prompt's length, in one pass: this runs over every prompt at every key stroke. */
export function measurePrompt(text: string): PromptMeasure {
  let cjkCharacters = 0;
  let words = 0;
  let cutAt = text.length;
  unit.lastIndex = 0;
  for (let match = unit.exec(text); match; match = unit.exec(text)) {
    if (match[1] === undefined) words += 1;
    else cjkCharacters += 1;
    if (cutAt === text.length && shareOf(cjkCharacters, words) > 1 + tolerance) cutAt = match.index;
  }
  const share = shareOf(cjkCharacters, words);
  const isUncertain = share > LIMITS.prompt.surelyReadShare + tolerance;
  return {
    share,
    reach: cutAt < text.length ? "cut" : isUncertain ? "uncertain" : "read",
    kept: text.slice(0, cutAt),
    dropped: text.slice(cutAt),
  };
}

function shareOf(cjkCharacters: number, words: number): number {
  return cjkCharacters * LIMITS.prompt.cjkCharacterShare + words * LIMITS.prompt.wordShare;
}
