import { describe, expect, test } from "vitest";
import { isShortcutPressed, type KeyPress, shortcutKeys } from "./shortcut.ts";

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe("isShortcutPressed", () => {
  test("Mod is Control, on a Mac Command", () => {
    expect(isShortcutPressed("Mod+Z", press("z", "KeyZ", { ctrlKey: true }), false)).toBe(true);
    expect(isShortcutPressed("Mod+Z", press("z", "KeyZ", { ctrlKey: true }), true)).toBe(false);
    expect(isShortcutPressed("Mod+Z", press("z", "KeyZ", { metaKey: true }), true)).toBe(true);
  });

  test("a held modifier that was not asked for is another shortcut", () => {
    expect(isShortcutPressed("Mod+Z", press("Z", "KeyZ", { ctrlKey: true, shiftKey: true }), false)).toBe(false);
    expect(isShortcutPressed("V", press("v", "KeyV", { ctrlKey: true }), false)).toBe(false);
  });

  test("brackets and digits are found although Shift and Alt change the character", () => {
    expect(isShortcutPressed("Mod+Shift+]", press("}", "BracketRight", { ctrlKey: true, shiftKey: true }), false)).toBe(
      true,
    );
    expect(isShortcutPressed("Shift+1", press("!", "Digit1", { shiftKey: true }), false)).toBe(true);
    expect(isShortcutPressed("Alt+[", press("“", "BracketLeft", { altKey: true }), true)).toBe(true);
  });

  test("plus is the plus key with or without Shift", () => {
    expect(isShortcutPressed("+", press("+", "NumpadAdd"), false)).toBe(true);
    expect(isShortcutPressed("+", press("+", "Equal", { shiftKey: true }), false)).toBe(true);
  });

  test("a question mark is one wherever the layout has it", () => {
    expect(isShortcutPressed("?", press("?", "Slash", { shiftKey: true }), false)).toBe(true);
    expect(isShortcutPressed("?", press("/", "Slash"), false)).toBe(false);
  });
});

test("a key hint names the modifiers in one order and draws the arrows", () => {
  expect(shortcutKeys("Shift+Mod+Z")).toEqual(["Mod", "Shift", "Z"]);
  expect(shortcutKeys("Alt+ArrowUp")).toEqual(["Alt", "↑"]);
  expect(shortcutKeys("Mod++")).toEqual(["Mod", "+"]);
});
