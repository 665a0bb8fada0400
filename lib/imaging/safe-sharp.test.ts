import sharp from "sharp";
import { expect, test } from "vitest";
import "./safe-sharp.ts";

test("once this room is loaded, nobody in the process can make sharp read an SVG or a GIF", async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  );
  const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
  await expect(sharp(svg).png().toBuffer()).rejects.toThrow("unsupported image format");
  await expect(sharp(gif).png().toBuffer()).rejects.toThrow("unsupported image format");
});
