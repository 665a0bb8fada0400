import { expect, test } from "vitest";
import { resultExpiry } from "./result-expiry.ts";

const DAY_MS = 24 * 3600 * 1000;
const times = { createdAt: 1_000, startedAt: 5_000 };
const signed = (expires: number) => ({ url: `https://results.example/1.png?Expires=${expires}&Signature=x` });
const missing = { code: "DataInspectionFailed", message: "" };

test.each<[string, unknown[], number]>([
  ["the earliest that an address names", [signed(2_000_000), missing, signed(1_900_000)], 1_900_000_000],
  ["a day after it was accepted where none names one", [{ url: "https://results.example/1.png" }], DAY_MS + 5_000],
  ["the same where an address is none", [{ url: "not there" }], DAY_MS + 5_000],
  ["the same where there is no picture", [missing], DAY_MS + 5_000],
])("%s", (_, results, expected) => {
  expect(resultExpiry({ ...times, results })).toBe(expected);
});
