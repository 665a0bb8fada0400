import type { ErrorValues } from "#lib/base/errors.ts";
import { formatErrorText } from "./error-text.ts";
import type { Locale } from "./locale.ts";
import { MESSAGES, type Messages } from "./messages.ts";
import type { Translated } from "./translated.ts";

/** A code in the reader's words. */
export interface Explanation {
  /** What it is and what comes of it; one sentence or two. */
  meaning: string;
  /** What to do about it; the last sentence of the text. */
  remedy: string;
}

/** The texts of every code: errors of the studio, findings of pre-flight, codes of the image service. */
export type CodeTexts = Pick<Translated<Messages>, "errors" | "findings" | "upstream">;

/** The values of `document/not-ready` name a finding by its code; a person reads what that means, within a sentence that brings the full stop. */
export function withFindingWords(texts: CodeTexts, locale: Locale, values: ErrorValues): ErrorValues {
  const code = values.finding;
  if (typeof code !== "string") return values;
  return { ...values, finding: explainFrom(texts, locale, code, values).meaning.replace(/[.。]$/, "") };
}

/** Explains any code of the catalogue (`lib/api/catalogue.ts`); one that is in none of its lists as an unlisted one of the service. */
export function explain(locale: Locale, code: string, values: ErrorValues = {}): Explanation {
  return explainFrom(MESSAGES[locale], locale, code, values);
}

/** The same over one language's texts, so that a page need not load the others. */
export function explainFrom(texts: CodeTexts, locale: Locale, code: string, values: ErrorValues = {}): Explanation {
  const key = code.replaceAll(".", "/");
  const list = [texts.errors, texts.findings, texts.upstream].find((each) => Object.hasOwn(each, key));
  const text = formatErrorText(list ?? texts.upstream, locale, list ? key : "unlisted", values);
  const sentences = [...new Intl.Segmenter(locale, { granularity: "sentence" }).segment(text)];
  const remedyAt = sentences.at(-1)?.index ?? 0;
  return { meaning: text.slice(0, remedyAt).trim(), remedy: text.slice(remedyAt).trim() };
}
