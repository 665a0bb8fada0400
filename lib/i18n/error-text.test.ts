import { describe, expect, test } from "vitest";
import { ERROR_STATUS } from "#lib/base/error-codes.ts";
import { errorText, formatErrorText } from "./error-text.ts";
import { LOCALES } from "./locale.ts";
import { MESSAGES } from "./messages.ts";

describe.each(LOCALES)("errorText in %s", (locale) => {
  test("has a text for every code and for no other", () => {
    expect(Object.keys(MESSAGES[locale].errors).sort()).toEqual(Object.keys(ERROR_STATUS).sort());
  });

  test.each(Object.keys(ERROR_STATUS))("formats %s without its values", (code) => {
    const text = errorText(locale, code);
    expect(text).not.toContain("errors.");
    expect(text).not.toMatch(/[{}]/);
    expect(text.length).toBeGreaterThan(8);
  });

  test("puts the values in: pixel counts without grouping, large ones with, bytes with their unit", () => {
    expect(errorText(locale, "upload/too-large", { limitMegabytes: 20 })).toContain("20 MB");
    const text = errorText(locale, "upload/too-many-pixels", { width: 9000, height: 12000, max: 100_000_000 });
    expect(text).toContain("9000 × 12000");
    expect(text).toContain("100,000,000");
    expect(formatErrorText({ internal: "{maxBytes}" }, locale, "internal", { maxBytes: 2_621_440 })).toBe("2.5 MB");
  });

  test.each(["upload/no-alpha", "upload/fully-transparent", "upload/fully-opaque"])(
    "%s names what the picture was for",
    (code) => {
      const texts = ["subject", "element", "guide"].map((purpose) => errorText(locale, code, { purpose }));
      const [subject, element] = texts;
      expect(subject).toMatch(/the subject|主体图片/);
      expect(element).toMatch(/an element|元素图片/);
      expect(subject).not.toMatch(/element|元素/);
      expect(element).not.toMatch(/the subject|主体/);
      if (code === "upload/fully-transparent") expect(texts[2]).toMatch(/guide image|引导图/);
    },
  );

  test("braces and tags in a value are text, never syntax", () => {
    expect(errorText(locale, "request/invalid", { field: "{a} <b>", reason: "no" })).toContain("{a} <b>");
  });

  test("an unknown code reads as an internal error", () => {
    expect(errorText(locale, "from/the-future")).toBe(errorText(locale, "internal"));
    expect(errorText(locale, "toString")).toBe(errorText(locale, "internal"));
  });
});
