/** What a colour word means: OKLCH for a thing of that colour, and the palette of a set of that colour. */
export interface NamedColor {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
  /** Palette chroma (1 is pastel) and lightness shift. */
  readonly strength: number;
  readonly shift: number;
}

const named = (lightness: number, chroma: number, hue: number, strength: number, shift: number): NamedColor => ({
  lightness,
  chroma,
  hue,
  strength,
  shift,
});

export const COLORS: Readonly<Record<string, NamedColor>> = {
  pink: named(0.8, 0.1, 5, 1.05, 0.01),
  red: named(0.55, 0.2, 26, 2.1, -0.2),
  orange: named(0.74, 0.15, 52, 1.5, -0.04),
  yellow: named(0.87, 0.16, 95, 1.6, 0.02),
  gold: named(0.78, 0.12, 85, 1.1, -0.03),
  champagne: named(0.88, 0.05, 78, 0.68, 0.005),
  green: named(0.66, 0.13, 148, 1.05, -0.05),
  teal: named(0.72, 0.1, 192, 1.1, -0.03),
  blue: named(0.66, 0.12, 245, 1.1, -0.02),
  purple: named(0.66, 0.13, 300, 1.1, -0.02),
  // Pale and muted ones of their kind: a set in mint is no green one.
  "light-pink": named(0.88, 0.05, 5, 0.58, 0.035),
  mint: named(0.87, 0.065, 165, 0.62, 0.03),
  sage: named(0.72, 0.045, 140, 0.5, -0.05),
  "light-blue": named(0.85, 0.055, 238, 0.6, 0.03),
  "haze-blue": named(0.66, 0.045, 245, 0.55, -0.08),
  lilac: named(0.82, 0.07, 302, 0.62, 0.03),
  // Strong ones.
  "royal-blue": named(0.48, 0.19, 262, 2, -0.2),
  // Dark ones of their kind: a set in navy is no pastel blue.
  navy: named(0.36, 0.1, 256, 1.35, -0.4),
  "deep-green": named(0.38, 0.08, 160, 1.15, -0.4),
  burgundy: named(0.38, 0.13, 18, 1.85, -0.36),
  "deep-purple": named(0.38, 0.12, 303, 1.4, -0.38),
  charcoal: named(0.38, 0.008, 260, 0.12, -0.36),
  brown: named(0.48, 0.07, 58, 0.95, -0.24),
  beige: named(0.87, 0.04, 75, 0.5, 0.02),
  white: named(0.95, 0.006, 250, 0.06, 0.07),
  grey: named(0.68, 0.006, 250, 0.08, -0.12),
  black: named(0.25, 0.008, 270, 0.15, -0.5),
};
