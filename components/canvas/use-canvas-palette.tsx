"use client";

import { type RefObject, useEffect, useState } from "react";
import type { EdgeInk, Rgb } from "./edge-tint.ts";

/** The design tokens as a canvas needs them: colours that `fillStyle` takes, and the ink of each group's edge maps. */
export interface CanvasPalette {
  surround: string;
  checkDark: string;
  checkLight: string;
  accent: string;
  subject: string;
  foreground: string;
  background: string;
  edges: { foreground: EdgeInk; background: EdgeInk };
}

const SWATCH_NAMES = [
  "surround",
  "checkDark",
  "checkLight",
  "accent",
  "subject",
  "foreground",
  "background",
  "foregroundGlass",
  "backgroundGlass",
] as const;
type Swatch = (typeof SWATCH_NAMES)[number];

/** Enough to read the lines by, clear enough for what stands behind. */
const GLASS_ALPHA = 0.62;

/** A canvas cannot read `var()` or `light-dark()`: the browser resolves them on elements that nobody sees. */
const SWATCHES: Record<Swatch, string> = {
  surround: "bg-surround",
  checkDark: "bg-[light-dark(oklch(0.86_0_0),oklch(0.36_0_0))]",
  checkLight: "bg-[light-dark(oklch(0.93_0_0),oklch(0.31_0_0))]",
  accent: "bg-focus",
  subject: "bg-subject-line",
  foreground: "bg-foreground-line",
  background: "bg-background-line",
  foregroundGlass: "bg-foreground-glass",
  backgroundGlass: "bg-background-glass",
};

export function PaletteSwatches({ ref }: { ref: RefObject<HTMLDivElement | null> }) {
  return (
    <div ref={ref} aria-hidden className="pointer-events-none invisible absolute size-0 overflow-hidden">
      {SWATCH_NAMES.map((name) => (
        <span key={name} data-swatch={name} className={SWATCHES[name]} />
      ))}
    </div>
  );
}

/** Null until the first layout; a new object when the theme changes. */
export function useCanvasPalette(swatches: RefObject<HTMLDivElement | null>): CanvasPalette | null {
  const [palette, setPalette] = useState<CanvasPalette | null>(null);
  useEffect(() => {
    const read = () => {
      if (!swatches.current) return;
      const next = readPalette(swatches.current);
      // Dialogs touch the same attributes: only other colours are another palette.
      setPalette((current) => (JSON.stringify(current) === JSON.stringify(next) ? current : next));
    };
    read();
    const theme = new MutationObserver(read);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class", "style"] });
    const system = matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", read);
    return () => {
      theme.disconnect();
      system.removeEventListener("change", read);
    };
  }, [swatches]);
  return palette;
}

function readPalette(swatches: HTMLElement): CanvasPalette {
  const colour = (name: Swatch) => {
    const element = swatches.querySelector(`[data-swatch="${name}"]`);
    return element ? getComputedStyle(element).backgroundColor : "gray";
  };
  return {
    surround: colour("surround"),
    checkDark: colour("checkDark"),
    checkLight: colour("checkLight"),
    accent: colour("accent"),
    subject: colour("subject"),
    foreground: colour("foreground"),
    background: colour("background"),
    edges: {
      foreground: edgeInk(colour("foreground"), colour("foregroundGlass")),
      background: edgeInk(colour("background"), colour("backgroundGlass")),
    },
  };
}

function edgeInk(line: string, glass: string): EdgeInk {
  return { line: toRgb(line), glass: toRgb(glass), glassAlpha: GLASS_ALPHA };
}

/** Any CSS colour as sRGB, by painting it. */
function toRgb(colour: string): Rgb {
  const context = new OffscreenCanvas(1, 1).getContext("2d");
  if (!context) return [200, 200, 200];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}
