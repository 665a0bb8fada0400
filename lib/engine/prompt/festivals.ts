import type { Slot } from "./lexicon-entry.ts";
import type { PromptReading } from "./read-prompt.ts";

/** What a festival stands for where the prompt itself leaves it open. */
const FESTIVALS: Readonly<Record<string, Partial<Record<Slot, readonly string[]>>>> = {
  "new-year": { color: ["red", "gold"], mood: ["luxury"], thing: ["lantern"] },
  christmas: { color: ["green", "red", "gold"], mood: ["warm"], thing: ["holly", "gold-thing"] },
  valentine: { color: ["pink", "red"], mood: ["dreamy"], thing: ["rose"] },
  birthday: { color: ["pink", "yellow", "blue"], mood: ["bright"], thing: ["sphere"] },
};

/** The reading with its festivals' colours, moods and things added; words of the prompt come first and keep their say. */
export function withFestivals(reading: PromptReading): PromptReading {
  let wanted = reading.wanted;
  for (const festival of reading.wanted.festival) {
    for (const [name, values] of Object.entries(FESTIVALS[festival] ?? {})) {
      const slot = name as Slot;
      if (slot === "color" && reading.wanted.color.length > 1) continue;
      const more = values.filter((value) => !wanted[slot].includes(value) && !reading.unwanted[slot].includes(value));
      wanted = { ...wanted, [slot]: [...wanted[slot], ...more] };
    }
  }
  return { ...reading, wanted };
}
