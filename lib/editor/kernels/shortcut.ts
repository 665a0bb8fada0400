/** `Mod` is Command on a Mac and Control elsewhere. Keys are `KeyboardEvent.key` names; letters in upper case. */
export type Shortcut = string;

export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

interface Parts {
  key: string;
  mod: boolean;
  alt: boolean;
  shift: boolean;
}

function parse(shortcut: Shortcut): Parts {
  const names = shortcut.split("+");
  // "Mod++" is the plus key: the last part is empty then.
  const key = shortcut.endsWith("+") ? "+" : (names.at(-1) ?? "");
  return { key, mod: names.includes("Mod"), alt: names.includes("Alt"), shift: names.includes("Shift") };
}

/** With Alt or Shift held the layout changes `key` (`[` becomes `{`, `0` becomes `)`): the physical key decides then. */
const KEYS_BY_CODE: Readonly<Record<string, string>> = {
  BracketLeft: "[",
  BracketRight: "]",
  Backslash: "\\",
  Minus: "-",
  Equal: "=",
};

function namesOf(press: KeyPress): string[] {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  const physical = KEYS_BY_CODE[press.code] ?? digit ?? (press.altKey ? letter : undefined);
  const logical = press.key.length === 1 ? press.key.toUpperCase() : press.key;
  return physical ? [logical, physical] : [logical];
}

/** These need Shift on most layouts: it belongs to the key then. */
const SHIFTED = new Set(["+", "?"]);

export function isShortcutPressed(shortcut: Shortcut, press: KeyPress, isMac: boolean): boolean {
  const wanted = parse(shortcut);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const foreign = isMac ? press.ctrlKey : press.metaKey;
  return (
    !foreign &&
    wanted.mod === mod &&
    wanted.alt === press.altKey &&
    (wanted.shift === press.shiftKey || (SHIFTED.has(wanted.key) && press.shiftKey)) &&
    namesOf(press).includes(wanted.key)
  );
}

const KEY_SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Delete: "Del",
  Escape: "Esc",
};

/** The parts a key hint shows: `["Mod", "Shift", "Z"]`. */
export function shortcutKeys(shortcut: Shortcut): string[] {
  const { key, mod, alt, shift } = parse(shortcut);
  const modifiers = [mod && "Mod", shift && "Shift", alt && "Alt"].filter((name) => name !== false);
  return [...modifiers, KEY_SIGNS[key] ?? key];
}

/** Two shortcuts with the same signature answer to the same press. */
export function shortcutSignature(shortcut: Shortcut): string {
  const { key, mod, alt, shift } = parse(shortcut);
  return JSON.stringify([key.toUpperCase(), mod, alt, shift]);
}
