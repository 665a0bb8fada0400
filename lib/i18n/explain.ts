import type { ErrorValues } from "#lib/base/errors.ts";
import { formatErrorText } from "./error-text.ts";
import type { Locale } from "./locale.ts";
import { MESSAGES, type Messages } from "./messages.ts";
import { placeholdersOf } from "./placeholders.ts";
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

/** The same with the names of its values in braces in their places. */
export function explainPattern(locale: Locale, code: string): Explanation {
  const names = placeholdersOf(textOf(MESSAGES[locale], code));
  return explain(locale, code, Object.fromEntries(names.map((name) => [name, `{${name}}`])));
}

/** The same over one language's texts, so that a page need not load the others. */
export function explainFrom(texts: CodeTexts, locale: Locale, code: string, values: ErrorValues = {}): Explanation {
  const text = formatErrorText({ text: textOf(texts, code) }, locale, "text", values);
  const sentences = [...new Intl.Segmenter(locale, { granularity: "sentence" }).segment(text)];
  const remedyAt = sentences.at(-1)?.index ?? 0;
  return { meaning: text.slice(0, remedyAt).trim(), remedy: text.slice(remedyAt).trim() };
}

function textOf({ errors, findings, upstream }: CodeTexts, code: string): string {
  const key = code.replaceAll(".", "/");
  const list: Readonly<Record<string, string>> | undefined = [errors, findings, upstream].find((each) =>
    Object.hasOwn(each, key),
  );
  return list?.[key] ?? upstream.unlisted;
}
