import { describe, expect, test } from "vitest";
import { CATALOGUE } from "#lib/api/catalogue.ts";
import { explain, explainPattern, withFindingWords } from "./explain.ts";
import { LOCALES } from "./locale.ts";
import { MESSAGES } from "./messages.ts";

describe.each(LOCALES)("explain in %s", (locale) => {
  test.each(CATALOGUE.map(({ code }) => code))("says of %s what it means, and then what to do", (code) => {
    const { meaning, remedy } = explain(locale, code);
    expect(meaning).toMatch(/^\S.{3,}[.。]$/s);
    expect(remedy).toMatch(/^\S.{1,}[.。]$/s);
    expect(meaning + remedy).not.toMatch(/[{}]|NaN/);
  });

  test("has words for no code that the catalogue does not list", () => {
    const { errors, findings, upstream } = MESSAGES[locale];
    const keys = [...Object.keys(findings), ...Object.keys(errors), ...Object.keys(upstream)];
    const listed = CATALOGUE.map(({ code }) => code.replaceAll(".", "/"));
    expect(keys.sort()).toEqual([...listed, "unlisted"].sort());
  });

  test("explains a code that nobody documents as just that", () => {
    expect(explain(locale, "From.TheFuture")).toEqual(explain(locale, "unlisted"));
    expect(explain(locale, "constructor")).toEqual(explain(locale, "unlisted"));
  });

  test("names the values in braces for a list of codes", () => {
    expect(explainPattern(locale, "elements-too-many").meaning).toMatch(/\{count\}.*\{max\}/);
    expect(explainPattern(locale, "prompt-cut").meaning).toContain("{characters}");
    for (const { code } of CATALOGUE) expect(Object.values(explainPattern(locale, code)).join()).not.toMatch(/…|NaN/);
  });

  test("puts the words of a finding into an error that names it by its code", () => {
    const values = withFindingWords(MESSAGES[locale], locale, { finding: "elements-too-many", count: 12, max: 10 });
    expect(values.finding).toMatch(/12.*10[^.。]*$/);
    expect(withFindingWords(MESSAGES[locale], locale, { finding: 3 })).toEqual({ finding: 3 });
  });

  test("finds the last sentence also where numbers, versions and values have dots", () => {
    const text = explain(locale, "recipe/wrong-model", { model: "wanx-v1.5. Really", expected: "v2" });
    expect(text.meaning).toContain("wanx-v1.5. Really");
    expect(text.remedy).toContain("parameters.model_version");
  });
});

test("the catalogue lists every code once, and says where it is met", () => {
  expect(new Set(CATALOGUE.map(({ code }) => code)).size).toBe(CATALOGUE.length);
  for (const { code, places } of CATALOGUE) expect(places.length, code).toBeGreaterThan(0);
});
