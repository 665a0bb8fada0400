import { describe, expect, test } from "vitest";
import { readArguments, readLanguage } from "./read-arguments.ts";

const problemOf = (...argv: string[]) => {
  try {
    readArguments(argv);
  } catch (error) {
    return error;
  }
  throw new Error(`${argv.join(" ")} was taken`);
};

test("a command with nothing but a recipe leaves everything to the recipe", () => {
  expect(readArguments(["generate", "cup.json"])).toEqual({
    command: "generate",
    recipe: "cup.json",
    out: ".",
    force: false,
    format: "png",
    versions: undefined,
    n: undefined,
    strict: false,
    json: false,
    quiet: false,
    url: undefined,
  });
});

test("options stand before or behind the recipe, long, short, or with =", () => {
  expect(
    readArguments(["generate", "-o", "out", "--version=both", "-", "-n4", "-q", "--url", "http://a.example"]),
  ).toMatchObject({ recipe: "-", out: "out", versions: ["v2", "v3"], n: 4, quiet: true, url: "http://a.example" });
});

test("a recipe whose name looks like an option stands behind --", () => {
  expect(readArguments(["curl", "--", "--cup.json"])).toMatchObject({ recipe: "--cup.json" });
});

test.each([[["--help"]], [["help"]], [["generate", "-h"]], [["generate", "--nonsense", "--help"]]])(
  "%j asks for help",
  (argv) => {
    expect(readArguments(argv)).toBe("help");
  },
);

test("--version alone asks which program this is, and with a command which model", () => {
  expect(readArguments(["--version"])).toBe("program-version");
  expect(readArguments(["generate", "a.json", "--version", "v3"])).toMatchObject({ versions: ["v3"] });
});

describe("what cannot work is refused, naming it", () => {
  test.each([
    [[], "noCommand", {}],
    [["draw", "a.json"], "unknownCommand", { command: "draw" }],
    [["toString"], "unknownCommand", { command: "toString" }],
    [["generate"], "noRecipe", { command: "generate" }],
    [["generate", "a.json", "b.json"], "surplus", { argument: "b.json" }],
    [["generate", "a.json", "--colour"], "unknownOption", { command: "generate", option: "--colour" }],
    [["curl", "a.json", "--out", "x"], "unknownOption", { command: "curl", option: "--out" }],
    [["generate", "a.json", "-o"], "needsValue", { option: "-o" }],
    [["generate", "a.json", "--out", "--force"], "needsValue", { option: "--out" }],
    [["generate", "a.json", "--out="], "needsValue", { option: "--out" }],
    [["generate", "a.json", "--force=yes"], "takesNoValue", { option: "--force" }],
    [["generate", "a.json", "-n", "5"], "badValue", { option: "--pictures", expected: "1 – 4", value: "5" }],
    [["generate", "a.json", "-n", "1e0"], "badValue", { option: "--pictures", expected: "1 – 4", value: "1e0" }],
    [["generate", "a.json", "--format", "gif"], "badValue", { option: "--format", expected: "png | webp | jpeg" }],
    [["generate", "a.json", "--version", "v4"], "badValue", { option: "--version", value: "v4" }],
    [["generate", "a.json", "--url", "ftp://a"], "badValue", { option: "--url", value: "ftp://a" }],
    [["generate", "a.json", "--lang", "de"], "badValue", { option: "--lang", expected: "en | zh-CN", value: "de" }],
  ])("%j", (argv, problem, values) => {
    expect(problemOf(...argv)).toMatchObject({ name: "UsageError", problem, values });
  });
});

test("the language is read whatever else is wrong", () => {
  expect(readLanguage(["--nonsense", "--lang", "zh-CN"])).toBe("zh-CN");
  expect(readLanguage(["--lang"])).toBeUndefined();
});
