import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { cellName, distanceBetween, FINGERPRINT_CELLS, type Fingerprint, fingerprintOf } from "./fingerprint.ts";

/** Beyond rounding on another processor, and below a light from the other side or another arrangement. */
const MOST_BITS = 6;
const MOST_COLOR = 12;

const known = JSON.parse(await readFile(new URL("./fingerprints.json", import.meta.url), "utf8")) as Record<
  string,
  Fingerprint
>;

describe("a look that was approved", () => {
  it("is there for every cell, and none is left over", () => {
    expect(Object.keys(known).sort()).toEqual(FINGERPRINT_CELLS.map(cellName).sort());
  });

  // A change that is meant: look at `npm run gallery`, then `node tests/gallery/renew.ts`.
  it.each(FINGERPRINT_CELLS.map((cell) => [cellName(cell), cell] as const))(
    "still looks the same: %s",
    async (name, cell) => {
      const { bits, color } = distanceBetween(await fingerprintOf(cell), known[name] as Fingerprint);
      expect(bits).toBeLessThanOrEqual(MOST_BITS);
      expect(color).toBeLessThanOrEqual(MOST_COLOR);
    },
  );

  it("differs from every other look, so that a guard which sees no difference would show", () => {
    const pairs = FINGERPRINT_CELLS.flatMap((one, i) =>
      FINGERPRINT_CELLS.slice(i + 1).flatMap((other) => (one.look === other.look ? [] : [[one, other] as const])),
    );
    const alike = pairs.filter(([one, other]) => {
      const { bits, color } = distanceBetween(
        known[cellName(one)] as Fingerprint,
        known[cellName(other)] as Fingerprint,
      );
      return bits <= MOST_BITS && color <= MOST_COLOR;
    });
    expect(alike.map(([one, other]) => `${cellName(one)} = ${cellName(other)}`)).toEqual([]);
  });
});
