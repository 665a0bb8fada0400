import type { RenderJob } from "../engine.ts";
import {
  CHINESE_FILLERS,
  CHINESE_NEGATORS,
  CHINESE_TURNS,
  COLORED,
  ENGLISH_FILLERS,
  ENGLISH_NEGATORS,
  ENGLISH_PRODUCTS,
  ENGLISH_TURNS,
  FRUIT_COLORS,
  NEVER_SHOWN_CHINESE,
  NEVER_SHOWN_ENGLISH,
} from "./fillers.ts";
import { formsOf, respelled } from "./inflection.ts";
import { LEXICON } from "./lexicon.ts";
import { type LexiconEntry, SLOTS, type Slot } from "./lexicon-entry.ts";
import { SHOWN_LOOSELY } from "./lexicon-places.ts";
import { ELEMENT_ONLY } from "./lexicon-things.ts";
import { simplified } from "./traditional.ts";

/** What a prompt was understood to ask for. */
export interface PromptReading {
  /** Meanings per slot, in the order of the prompt, without repetition. */
  readonly wanted: Readonly<Record<Slot, readonly string[]>>;
  /** Meanings that the negative prompt or a "no …" names. */
  readonly unwanted: Readonly<Record<Slot, readonly string[]>>;
  /** Words that mean nothing to the engine, whole and as they were written (after NFKC and lower case), each once and in order. */
  readonly unknown: readonly string[];
  /** By thing, the colour that stands right before it: a pink rose on green silk is pink. */
  readonly colorOf: Readonly<Record<string, string>>;
  /** Words for things that an edge layer becomes but no set brings. */
  readonly elementOnly: readonly string[];
  /** Words for places that a set shows only by one like them. */
  readonly loosely: readonly string[];
  /** Words for what is seen in the sky, by their meaning: not every place shows it. */
  readonly skyWords: Readonly<Record<string, string>>;
}

interface Token {
  /** null for words that are not in the lexicon. */
  entry: LexiconEntry | null;
  text: string;
  negated: boolean;
  /** Number of the part between two punctuation marks that it stands in. */
  clause: number;
}

type ClauseToken = Omit<Token, "clause">;

const PUNCTUATION = /[\p{P}\p{S}\n]/u;
const HAN = /\p{Script=Han}/u;
/** "don't", "mother's day": one word, written in the lexicon without the sign. */
const APOSTROPHE = /(?<=\p{L})['’](?=\p{L})/gu;
/** "high-key", "neon-lit": two words, as the lexicon has them. */
const HYPHEN = /(?<=[\p{L}\p{N}])[-‐‑](?=[\p{L}\p{N}])/gu;
/** Café. */
const ACCENT_E = /[éèê]/gu;
/** Letters in a row, and no figure such as 85mm or 3d. */
const WORD = /^\p{L}.*\p{L}/u;
const CHINESE_SEGMENTER = new Intl.Segmenter("zh", { granularity: "word" });

const CHINESE_WORDS = new Map(LEXICON.flatMap((entry) => entry.chinese.map((word) => [word, entry] as const)));
const CHINESE_FILLER_SET = new Set<string>(CHINESE_FILLERS);
const CHINESE_NEVER_SHOWN = new Set<string>(NEVER_SHOWN_CHINESE);
const LONGEST_CHINESE = Math.max(
  ...[...CHINESE_WORDS.keys(), ...CHINESE_FILLERS, ...NEVER_SHOWN_CHINESE].map((word) => word.length),
);
const ENGLISH_WORDS = new Map(LEXICON.flatMap((entry) => entry.english.map((word) => [word, entry] as const)));
const LONGEST_ENGLISH = Math.max(...[...ENGLISH_WORDS.keys()].map((word) => word.split(" ").length));
/** What a "no …" says something about; of colours and moods it takes what follows "的" along: 没有红色的花. */
const STANDS_ALONE: ReadonlySet<Slot> = new Set(["place", "support", "light", "thing", "weather"]);

/** Pure; an empty prompt reads as nothing wanted. The scene type stands in where the prompt names no place. */
export function readPrompt(
  prompt: string,
  negativePrompt = "",
  sceneType: RenderJob["sceneType"] = "GENERAL",
): PromptReading {
  const tokens = tokenize(prompt, false);
  const negative = tokenize(negativePrompt, true);
  const wanted = emptySlots();
  const unwanted = emptySlots();
  for (const { entry, negated } of [...tokens, ...negative]) if (entry && negated) add(unwanted, entry);
  for (const { entry, negated } of tokens) {
    if (entry && !negated && !unwanted[entry.slot].includes(entry.value)) add(wanted, entry);
  }
  if (wanted.place.length === 0 && wanted.support.length === 0 && sceneType === "ROOM") wanted.place.push("room");
  if (wanted.place.length === 0 && wanted.support.length === 0 && sceneType === "COSMETIC")
    wanted.place.push("cosmetic");
  const unknown = [...tokens, ...negative].flatMap(({ entry, text }) => (entry ? [] : [text]));
  const colorOf: Record<string, string> = {};
  for (const [i, { entry, clause }] of tokens.entries()) {
    const before = tokens[i - 1];
    if (entry?.slot !== "thing" || before?.entry?.slot !== "color" || before.clause !== clause) continue;
    colorOf[entry.value] ??= before.entry.value;
  }
  const elementOnly = tokens.flatMap(({ entry, text, negated }) =>
    entry?.slot === "thing" && ELEMENT_ONLY.has(entry.value) && !negated ? [text] : [],
  );
  const loosely = tokens.flatMap(({ text, negated }) =>
    !negated && formsOf(text).some((form) => SHOWN_LOOSELY.has(form)) ? [text] : [],
  );
  const skyWords = Object.fromEntries(
    tokens.flatMap(({ entry, text, negated }) => (entry?.slot === "sky" && !negated ? [[entry.value, text]] : [])),
  );
  return {
    wanted,
    unwanted,
    unknown: [...new Set(unknown)],
    colorOf,
    elementOnly: [...new Set(elementOnly)],
    loosely: [...new Set(loosely)],
    skyWords,
  };
}

function emptySlots(): Record<Slot, string[]> {
  return Object.fromEntries(SLOTS.map((slot) => [slot, [] as string[]])) as Record<Slot, string[]>;
}

function add(slots: Record<Slot, string[]>, { slot, value }: LexiconEntry): void {
  if (!slots[slot].includes(value)) slots[slot].push(value);
}

/** A negator reaches to the next punctuation mark or turn ("but", "with"); in a negative prompt everything is negated. */
function tokenize(text: string, negative: boolean): Token[] {
  const normal = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(ACCENT_E, "e")
    .replace(APOSTROPHE, "")
    .replace(HYPHEN, " ");
  const tokens: Token[] = [];
  for (const [number, clause] of normal.split(PUNCTUATION).entries()) {
    const inClause: ClauseToken[] = [];
    let negated = negative;
    for (const run of clause.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? []) {
      negated = HAN.test(run) ? readChinese(run, negated, inClause) : readEnglish(run, negated, inClause);
      negated ||= negative;
    }
    tokens.push(...inClause.map((token) => ({ ...token, clause: number })));
  }
  return tokens;
}

/**
 * Longest match from the left. A word with a character that no match covers is unknown as a whole: 岩浆 is no 岩. Traditional
 * characters read like simplified ones.
 */
function readChinese(written: string, alreadyNegated: boolean, tokens: ClauseToken[]): boolean {
  const run = simplified(written);
  let negated = alreadyNegated;
  let before: Slot | null = null;
  const unread = new Set<number>();
  const found: { from: number; length: number; token: ClauseToken }[] = [];
  for (let i = 0; i < run.length; ) {
    const negator = CHINESE_NEGATORS.find((word) => run.startsWith(word, i));
    const turn = negated && CHINESE_TURNS.find((word) => run.startsWith(word, i));
    const match = longestChinese(run, i, negated);
    if (negator && (!match || match.length <= negator.length)) {
      negated = true;
      i += negator.length;
    } else if (turn) {
      negated = false;
      i += turn.length;
    } else if (match) {
      const entry = CHINESE_WORDS.get(match);
      if (entry) found.push({ from: i, length: match.length, token: { entry, text: match, negated } });
      // 没有植物的沙漠: a desert, and no plants.
      if (match === "的" && before && STANDS_ALONE.has(before)) negated = alreadyNegated;
      before = entry?.slot ?? (CHINESE_NEVER_SHOWN.has(match) ? "thing" : null);
      i += match.length;
    } else {
      unread.add(i);
      before = "thing";
      i++;
    }
  }
  const unknown = (unread.size > 0 ? unknownChinese(run, unread) : []).map((word) => {
    // 火山 + 口: what a known word lends to an unknown one is part of it.
    const lent = found.find(({ from, length }) => from < word.from && from + length > word.from);
    return lent ? { from: lent.from, text: run.slice(lent.from, word.from) + word.text } : word;
  });
  const within = (from: number) => unknown.some((word) => from >= word.from && from < word.from + word.text.length);
  // A single character within an unknown word means nothing: 奶粉 is not pink.
  tokens.push(...found.filter(({ from, length }) => length > 1 || !within(from)).map(({ token }) => token));
  tokens.push(
    ...unknown.map(({ from, text }) => ({ entry: null, text: written.slice(from, from + text.length), negated })),
  );
  return negated;
}

/** Words as a dictionary parts them; a single character belongs to the unknown word beside it (橄榄 + 油), a last particle to none. */
function unknownChinese(run: string, unread: ReadonlySet<number>): { from: number; text: string }[] {
  const words: { from: number; text: string }[] = [];
  let end = -1;
  for (const { index, segment } of CHINESE_SEGMENTER.segment(run)) {
    if (![...segment].some((_, i) => unread.has(index + i))) continue;
    const before = words.at(-1);
    if (before && end === index && (segment.length === 1 || before.text.length === 1)) before.text += segment;
    else words.push({ from: index, text: segment });
    end = index + segment.length;
  }
  return words.map(({ from, text }) => ({ from, text: text.replace(/(?<=.)[着了的]$/u, "") }));
}

function longestChinese(run: string, from: number, negated: boolean): string | null {
  for (let length = Math.min(LONGEST_CHINESE, run.length - from); length > 0; length--) {
    const word = run.slice(from, from + length);
    if (CHINESE_WORDS.has(word) || CHINESE_FILLER_SET.has(word)) return word;
    if (negated && CHINESE_NEVER_SHOWN.has(word)) return word;
  }
  return null;
}

function readEnglish(run: string, alreadyNegated: boolean, tokens: ClauseToken[]): boolean {
  let negated = alreadyNegated;
  const words = run.split(/\s+/).filter((word) => word !== "");
  for (let i = 0; i < words.length; ) {
    const match = longestEnglish(words, i);
    const word = words[i] ?? "";
    if (match) {
      const entry = colorNotFruit(word, words[i + 1]) ?? match.entry;
      if (entry) tokens.push({ entry, text: words.slice(i, i + match.words).join(" "), negated });
      i += match.words;
      continue;
    }
    if (ENGLISH_NEGATORS.has(word)) negated = true;
    else if (ENGLISH_TURNS.has(word)) negated = alreadyNegated;
    else if (WORD.test(word) && !meansNothing(word, negated)) {
      const entry = respelled(word, ENGLISH_WORDS);
      tokens.push({ entry, text: word, negated });
    }
    i++;
  }
  return negated;
}

function colorNotFruit(word: string, next: string | undefined): LexiconEntry | undefined {
  const color = FRUIT_COLORS[word];
  if (!color || !next || !formsOf(next).some((form) => COLORED.has(form))) return undefined;
  return LEXICON.find(({ slot, value }) => slot === "color" && value === color);
}

function meansNothing(word: string, negated: boolean): boolean {
  return formsOf(word).some((form) => ENGLISH_FILLERS.has(form) || (negated && NEVER_SHOWN_ENGLISH.has(form)));
}

function longestEnglish(words: readonly string[], from: number): { entry: LexiconEntry | null; words: number } | null {
  for (let count = Math.min(LONGEST_ENGLISH, words.length - from); count > 0; count--) {
    const phrase = words.slice(from, from + count).join(" ");
    if (count > 1 && formsOf(phrase).some((form) => ENGLISH_PRODUCTS.has(form))) return { entry: null, words: count };
    for (const form of ENGLISH_FILLERS.has(phrase) ? [phrase] : formsOf(phrase)) {
      const entry = ENGLISH_WORDS.get(form);
      if (entry) return { entry, words: count };
    }
  }
  return null;
}
