export const SLOTS = [
  "place",
  "support",
  "time",
  "season",
  "weather",
  "sky",
  "color",
  "light",
  "mood",
  "lens",
  "festival",
  "thing",
] as const;
export type Slot = (typeof SLOTS)[number];

/** Words that mean the same. */
export interface LexiconEntry {
  readonly slot: Slot;
  readonly value: string;
  readonly chinese: readonly string[];
  readonly english: readonly string[];
}

/** Slot, value, Chinese words parted by spaces, English words and phrases parted by commas. */
export function entry(slot: Slot, value: string, chinese: string, english: string): LexiconEntry {
  const words = (list: string, separator: string) => list.split(separator).filter((word) => word !== "");
  return { slot, value, chinese: words(chinese, " "), english: words(english, ", ") };
}
