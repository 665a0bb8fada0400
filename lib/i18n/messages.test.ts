import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { FINDING_SEVERITY } from "#lib/composition/finding.ts";
import { API_MESSAGES } from "./api-messages.ts";
import { COMMAND_MESSAGES } from "./command-messages.ts";
import { LOCALES, type Locale } from "./locale.ts";
import { MESSAGES } from "./messages.ts";
import { placeholdersOf } from "./placeholders.ts";

/** Every message by its dotted path. */
function flatten(tree: object, path: readonly string[] = []): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === "string") found.set([...path, key].join("."), value);
    else for (const [inner, text] of flatten(value, [...path, key])) found.set(inner, text);
  }
  return found;
}

const all = (locale: Locale) =>
  flatten({ ...MESSAGES[locale], api: API_MESSAGES[locale], command: COMMAND_MESSAGES[locale] });
const english = all("en");

test("the placeholder finder sees through plurals", () => {
  expect(placeholdersOf("{count, plural, one {picture} other {# pictures of {total}}} in {name}")).toEqual([
    "count",
    "name",
    "total",
  ]);
});

describe.each(LOCALES)("messages in %s", (locale) => {
  const messages = all(locale);

  test("have the keys of English, and all of them text", () => {
    expect([...messages.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...messages.entries()].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("take the same values as in English", () => {
    for (const [key, text] of english) {
      expect([key, placeholdersOf(messages.get(key) ?? "")]).toEqual([key, placeholdersOf(text)]);
    }
  });

  test("are well-formed ICU", () => {
    const errors: string[] = [];
    for (const [key, text] of messages) {
      const onError = (error: Error) => errors.push(`${key}: ${error.message}`);
      const values = Object.fromEntries(placeholdersOf(text).map((name) => [name, 1]));
      createTranslator({ locale, messages: { text }, onError })("text", values);
    }
    expect(errors).toEqual([]);
  });
});

test("every finding of pre-flight has words", () => {
  expect(Object.keys(MESSAGES.en.findings).sort()).toEqual(Object.keys(FINDING_SEVERITY).sort());
});
