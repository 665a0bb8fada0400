import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { edgeLayer } from "./edge-layer.ts";
import { regionFacts } from "./region-facts.ts";
import { findRegions } from "./regions.ts";

/** A disc of radius 40 in 120 x 120 px, outlined, with a vertical line through it that leaves `gapPx` open. */
function dividedDisc(gapPx: number) {
  const pixels = createPixelBuffer(120, 120);
  for (let y = 0; y < 120; y++) {
    for (let x = 0; x < 120; x++) {
      const r = Math.hypot(x - 60, y - 60);
      if (r > 40) continue;
      const o = (y * 120 + x) * 4;
      const onLine = Math.abs(x - 60) < 2 && Math.abs(y - 60) >= gapPx / 2;
      const edge = r > 37 || onLine ? 255 : 0;
      pixels.data.set([edge, edge, edge, 255], o);
    }
  }
  return pixels;
}

const regionsOf = (gapPx: number) => {
  const layer = edgeLayer(dividedDisc(gapPx), 512);
  if (!layer) throw new Error("a layer");
  const regions = findRegions(layer);
  return { layer, regions, facts: regionFacts(layer, regions) };
};

describe("regions", () => {
  it("meet on the lines and leave no covered pixel without a label", () => {
    const { layer, regions, facts } = regionsOf(0);
    expect(regions.count).toBe(2);
    const covered = layer.alpha.data.reduce((sum, alpha) => sum + (alpha > 0.2 ? 1 : 0), 0);
    expect((facts[1]?.area ?? 0) + (facts[2]?.area ?? 0)).toBe(covered);
    expect(facts[1]?.area).toBeCloseTo(facts[2]?.area ?? 0, -3);
  });

  it("stay apart when the line between them has a small gap, and join through a wide one", () => {
    expect(regionsOf(2).regions.count).toBe(2);
    expect(regionsOf(40).regions.count).toBe(1);
  });

  it("know which of them reach the outline", () => {
    const pixels = dividedDisc(80);
    for (let y = 0; y < 120; y++) {
      for (let x = 0; x < 120; x++) {
        const r = Math.hypot(x - 60, y - 60);
        if (r > 10 && r < 14) pixels.data.set([255, 255, 255, 255], (y * 120 + x) * 4);
      }
    }
    const layer = edgeLayer(pixels, 512);
    if (!layer) throw new Error("a layer");
    const facts = regionFacts(layer, findRegions(layer)).filter(({ area }) => area > 0);
    const inner = facts.find(({ area }) => area < 800);
    const outer = facts.find(({ area }) => area >= 800);
    expect(inner?.exposed).toBe(0);
    expect(outer?.exposed).toBeGreaterThan(0.3);
  });
});

describe("an edge layer", () => {
  it("is nothing when nothing is covered", () => {
    expect(edgeLayer(createPixelBuffer(20, 20), 512)).toBeNull();
  });

  it("reads dark lines on white as it reads white lines on dark", () => {
    const pixels = dividedDisc(0);
    for (let i = 0; i < pixels.data.length; i += 4) {
      for (let c = 0; c < 3; c++) pixels.data[i + c] = 255 - (pixels.data[i + c] ?? 0);
    }
    const layer = edgeLayer(pixels, 512);
    expect(layer && findRegions(layer).count).toBe(2);
  });

  it("takes what the lines enclose when the map has no transparency", () => {
    const pixels = dividedDisc(0);
    for (let i = 3; i < pixels.data.length; i += 4) pixels.data[i] = 255;
    const layer = edgeLayer(pixels, 512);
    const covered = layer?.pictureAlpha.reduce((sum, alpha) => sum + alpha / 255, 0) ?? 0;
    expect(covered).toBeGreaterThan(4500);
    expect(covered).toBeLessThan(5600);
  });
});
