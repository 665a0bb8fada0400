import { writeFile } from "node:fs/promises";
import path from "node:path";
import { limitCodecThreads } from "#lib/engine/codec.ts";
import { cellName, FINGERPRINT_CELLS, type Fingerprint, fingerprintOf } from "./fingerprint.ts";

/** Writes what the looks look like now, to be the yardstick of looks.test.ts: look at the gallery first. */
limitCodecThreads();
const fingerprints: Record<string, Fingerprint> = {};
for (const cell of FINGERPRINT_CELLS) fingerprints[cellName(cell)] = await fingerprintOf(cell);
await writeFile(path.join(import.meta.dirname, "fingerprints.json"), `${JSON.stringify(fingerprints, null, 2)}\n`);
console.log(`${FINGERPRINT_CELLS.length} fingerprints`);
