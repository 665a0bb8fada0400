import { describe, expect, test } from "vitest";
import { pickLocale } from "./locale.ts";

describe("pickLocale", () => {
  test("the cookie wins over the browser's languages", () => {
    expect(pickLocale("zh-CN", "en")).toBe("zh-CN");
  });

  test("a cookie with an unknown language is passed over", () => {
    expect(pickLocale("xx", "zh-TW,en;q=0.5")).toBe("zh-CN");
  });

  test.each([
    ["zh", "zh-CN"],
    ["fr-FR,zh;q=0.3,en;q=0.8", "en"],
    ["en;q=0, zh-Hans;q=0.1", "zh-CN"],
    ["de", "en"],
    ["", "en"],
    [null, "en"],
  ])("Accept-Language %j gives %s", (header, locale) => {
    expect(pickLocale(undefined, header)).toBe(locale);
  });
});
