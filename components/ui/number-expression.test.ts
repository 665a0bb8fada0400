import { describe, expect, test } from "vitest";
import { computeNumber } from "./number-expression.ts";

describe("computeNumber", () => {
  test.each([
    ["1200", 1200],
    ["1200/2", 600],
    [" 2 + 3 * 4 ", 14],
    ["(2+3)*4", 20],
    ["-12.5", -12.5],
    ["10-2-3", 5],
    ["2*-3", -6],
    ["１２００÷２", 600],
    ["3×4", 12],
    [".5", 0.5],
  ])("reads %j as %d", (text, value) => {
    expect(computeNumber(text)).toBe(value);
  });

  test.each(["", "abc", "12px", "1/0", "(1", "1)", "1 2 +", "1..2", "*3"])("refuses %j", (text) => {
    expect(computeNumber(text)).toBeNull();
  });
});
