import { expect, test } from "vitest";
import { ERROR_TABLE, errorEntry, isWanxCode, wrongModeMessage } from "./error-table.ts";

test("every entry is met somewhere and says something; only refusals need an HTTP status", () => {
  for (const [code, entry] of Object.entries(ERROR_TABLE)) {
    expect(entry.places.length, code).toBeGreaterThan(0);
    expect(entry.message, code).not.toBe("");
    if (entry.status === null) expect(entry.places, code).toEqual(["failed"]);
    else expect(entry.status, code).toBeGreaterThanOrEqual(400);
  }
});

test("names from Object's prototype are no codes", () => {
  expect(isWanxCode("constructor")).toBe(false);
  expect(errorEntry("toString")).toBe(undefined);
  expect(errorEntry("Throttling.RateQuota")?.status).toBe(429);
});

test("an unpaid bill is not worth another try, though it answers 429", () => {
  expect(errorEntry("PrepaidBillOverdue")).toMatchObject({ status: 429, again: false });
});

test("the wrong-mode text is the documentation's, word for word", () => {
  expect(wrongModeMessage("Base image", "RGB")).toBe(
    "Base image require RGBA format, but is RGB, modes concept see https://pillow.readthedocs.io/en/stable/handbook/concepts.html#concept-modes",
  );
});
