import { expect, test } from "vitest";
import { invertColours } from "./invert-colours.ts";
import { createPixelBuffer } from "./pixel-buffer.ts";

test("turns colours into their negative, keeps alpha, and leaves nothing hidden under full transparency", () => {
  const pixels = createPixelBuffer(3, 1, Uint8Array.from([0, 100, 255, 255, 10, 20, 30, 7, 90, 90, 90, 0]));
  expect([...invertColours(pixels).data]).toEqual([255, 155, 0, 255, 245, 235, 225, 7, 0, 0, 0, 0]);
});
