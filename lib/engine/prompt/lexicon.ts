import type { LexiconEntry } from "./lexicon-entry.ts";
import { FESTIVALS } from "./lexicon-festivals.ts";
import { LOOKS } from "./lexicon-looks.ts";
import { PLACES } from "./lexicon-places.ts";
import { SUPPORTS } from "./lexicon-supports.ts";
import { THINGS } from "./lexicon-things.ts";
import { WEATHER } from "./lexicon-weather.ts";

/**
 * The words the engine understands, Chinese and English, by what they decide. Within a slot the first word of a prompt
 * wins; later ones are kept in order. Longer Chinese words win over the shorter ones they contain; English words match
 * with a plural s or es.
 */
export const LEXICON: readonly LexiconEntry[] = [...PLACES, ...SUPPORTS, ...LOOKS, ...WEATHER, ...FESTIVALS, ...THINGS];
