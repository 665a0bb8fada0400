import type { RenderJob } from "../engine.ts";
import { CHINESE_FILLERS, CHINESE_NEGATORS, ENGLISH_FILLERS, ENGLISH_NEGATORS } from "./fillers.ts";
import { LEXICON } from "./lexicon.ts";
import type { LexiconEntry, Slot } from "./lexicon-entry.ts";

/** What a prompt was understood to ask for. */
export interface PromptReading {
  /** Meanings per slot, in the order of the prompt, without repetition. */
  readonly wanted: Readonly<Record<Slot, readonly string[]>>;
  /** Meanings that the negative prompt or a "no …" names. */
  readonly unwanted: Readonly<Record<Slot, readonly string[]>>;
  /** Words that mean nothing to the engine, whole and as they were written (after NFKC and lower case), each once and in order. */
  readonly unknown: readonly string[];
}

interface Token {
  /** null for words that are not in the lexicon. */
  entry: LexiconEntry | null;
  text: string;
  negated: boolean;
}

const PUNCTUATION = /[\p{P}\p{S}\n]/u;
const HAN = /\p{Script=Han}/u;
/** "don't", "mother's day": one word, written in the lexicon without the sign. */
const APOSTROPHE = /(?<=\p{L})['’](?=\p{L})/gu;
/** "high-key", "neon-lit": two words, as the lexicon has them. */
const HYPHEN = /(?<=[\p{L}\p{N}])[-‐‑](?=[\p{L}\p{N}])/gu;
/** Letters in a row, and no figure such as 85mm or 3d. */
const WORD = /^\p{L}.*\p{L}/u;
const CHINESE_SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });

const CHINESE_WORDS = new Map(LEXICON.flatMap((entry) => entry.chinese.map((word) => [word, entry] as const)));
const LONGEST_CHINESE = Math.max(...[...CHINESE_WORDS.keys(), ...CHINESE_FILLERS].map((word) => word.length));
const CHINESE_FILLER_SET = new Set<string>(CHINESE_FILLERS);
const ENGLISH_WORDS = new Map(LEXICON.flatMap((entry) => entry.english.map((word) => [word, entry] as const)));
const LONGEST_ENGLISH = Math.max(...[...ENGLISH_WORDS.keys()].map((word) => word.split(" ").length));

/** Pure; an empty prompt reads as nothing wanted. The scene type stands in where the prompt names no place. */
export function readPrompt(
  prompt: string,
  negativePrompt = "",
  sceneType: RenderJob["sceneType"] = "GENERAL",
): PromptReading {
  const tokens = tokenize(prompt);
  const negative = tokenize(negativePrompt);
  const wanted = emptySlots();
  const unwanted = emptySlots();
  for (const { entry, negated } of tokens) if (entry && negated) add(unwanted, entry);
  for (const { entry } of negative) if (entry) add(unwanted, entry);
  for (const { entry, negated } of tokens) {
    if (entry && !negated && !unwanted[entry.slot].includes(entry.value)) add(wanted, entry);
  }
  if (wanted.place.length === 0 && wanted.support.length === 0 && sceneType === "ROOM") wanted.place.push("room");
  if (wanted.place.length === 0 && wanted.support.length === 0 && sceneType === "COSMETIC")
    wanted.place.push("cosmetic");
  const unknown = [...tokens, ...negative].flatMap(({ entry, text }) => (entry ? [] : [text]));
  return { wanted, unwanted, unknown: [...new Set(unknown)] };
}

function emptySlots(): Record<Slot, string[]> {
  return {
    place: [],
    support: [],
    time: [],
    season: [],
    color: [],
    light: [],
    mood: [],
    lens: [],
    festival: [],
    thing: [],
  };
}

function add(slots: Record<Slot, string[]>, { slot, value }: LexiconEntry): void {
  if (!slots[slot].includes(value)) slots[slot].push(value);
}

/** A negator reaches to the next punctuation mark. */
function tokenize(text: string): Token[] {
  const normal = text.normalize("NFKC").toLowerCase().replace(APOSTROPHE, "").replace(HYPHEN, " ");
  const tokens: Token[] = [];
  for (const clause of normal.split(PUNCTUATION)) {
    let negated = false;
    for (const run of clause.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
      negated = HAN.test(run) ? readChinese(run, negated, tokens) : readEnglish(run, negated, tokens);
    }
  }
  return tokens;
}

/** Longest match from the left. A word with a character that no match covers is unknown as a whole: 岩浆 is no 岩. */
function readChinese(run: string, alreadyNegated: boolean, tokens: Token[]): boolean {
  let negated = alreadyNegated;
  const unread = new Set<number>();
  for (let i = 0; i < run.length; ) {
    const negator = CHINESE_NEGATORS.find((word) => run.startsWith(word, i));
    const match = longestChinese(run, i);
    if (negator && (!match || match.length <= negator.length)) {
      negated = true;
      i += negator.length;
    } else if (match) {
      const entry = CHINESE_WORDS.get(match);
      if (entry) tokens.push({ entry, text: match, negated });
      i += match.length;
    } else {
      unread.add(i);
      i++;
    }
  }
  if (unread.size > 0) tokens.push(...unknownChinese(run, unread).map((text) => ({ entry: null, text, negated })));
  return negated;
}

/** Words as a dictionary parts them; a single character belongs to the unknown word beside it (橄榄 + 油), a last particle to none. */
function unknownChinese(run: string, unread: ReadonlySet<number>): string[] {
  const words: string[] = [];
  let end = -1;
  for (const { index, segment } of CHINESE_SEGMENTER.segment(run)) {
    if (![...segment].some((_, i) => unread.has(index + i))) continue;
    const before = words.at(-1) ?? "";
    if (end === index && (segment.length === 1 || before.length === 1)) words[words.length - 1] = before + segment;
    else words.push(segment);
    end = index + segment.length;
  }
  return words.map((word) => word.replace(/(?<=.)[着了的]$/u, ""));
}

function longestChinese(run: string, from: number): string | null {
  for (let length = Math.min(LONGEST_CHINESE, run.length - from); length > 0; length--) {
    const word = run.slice(from, from + length);
    if (CHINESE_WORDS.has(word) || CHINESE_FILLER_SET.has(word)) return word;
  }
  return null;
}

function readEnglish(run: string, alreadyNegated: boolean, tokens: Token[]): boolean {
  let negated = alreadyNegated;
  const words = run.split(/\s+/).filter((word) => word !== "");
  for (let i = 0; i < words.length; ) {
    const match = longestEnglish(words, i);
    const word = words[i] ?? "";
    if (match) {
      tokens.push({ entry: match.entry, text: words.slice(i, i + match.words).join(" "), negated });
      i += match.words;
      continue;
    }
    if (ENGLISH_NEGATORS.has(word)) negated = true;
    else if (WORD.test(word) && !formsOf(word).some((form) => ENGLISH_FILLERS.has(form))) {
      tokens.push({ entry: null, text: word, negated });
    }
    i++;
  }
  return negated;
}

function longestEnglish(words: readonly string[], from: number): { entry: LexiconEntry; words: number } | null {
  for (let count = Math.min(LONGEST_ENGLISH, words.length - from); count > 0; count--) {
    const phrase = words.slice(from, from + count).join(" ");
    for (const form of formsOf(phrase)) {
      const entry = ENGLISH_WORDS.get(form);
      if (entry) return { entry, words: count };
    }
  }
  return null;
}

/** As it is, and as the plural of something. */
function formsOf(phrase: string): string[] {
  return [phrase, phrase.replace(/s$/, ""), phrase.replace(/es$/, "")];
}
