import { expect, test } from "vitest";
import { fileStem } from "./picture-file-name.ts";

test.each([
  ["Perfume at sunset", "Perfume at sunset"],
  ["香水与晚霞", "香水与晚霞"],
  ['a/b\\c:d*e?f"g<h>i|j', "a b c d e f g h i j"],
  ["../../etc/passwd", "etc passwd"],
  [".hidden", "hidden"],
  ["line\nbreak\u0000 and\u202eturned", "line break and turned"],
  ["  . ", "Backlot"],
  ["", "Backlot"],
  ["👩‍👩‍👧".repeat(40), "👩 👩 👧".repeat(12)],
])("%j becomes a name that every file system takes: %s", (name, stem) => {
  expect(fileStem(name)).toBe(stem);
});
