import type { Vec3 } from "./vector.ts";

/** Where a hot function leaves its colour (or vector): three numbers, linear RGB, HDR. */
export type RgbOut = Float64Array;

export const srgbToLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);

export const linearToSrgb = (v: number): number => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);

/** sRGB byte to linear light. */
export const LINEAR_OF_BYTE = Float32Array.from({ length: 256 }, (_, byte) => srgbToLinear(byte / 255));

export const luminance = (r: number, g: number, b: number): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Oklab (Björn Ottosson, 2020) to linear sRGB; may leave the gamut. */
export function oklabToLinear(lightness: number, a: number, b: number): Vec3 {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

export function linearToOklab(r: number, g: number, b: number): Vec3 {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** OKLCH (hue in degrees) to linear sRGB, never negative. */
export function oklch(lightness: number, chroma: number, hueDegrees: number): Vec3 {
  const hue = (hueDegrees * Math.PI) / 180;
  const [r, g, b] = oklabToLinear(lightness, chroma * Math.cos(hue), chroma * Math.sin(hue));
  return [Math.max(r, 0), Math.max(g, 0), Math.max(b, 0)];
}

/** Lightness, chroma and hue in degrees (0 to 360) of a linear colour. */
export function toOklch([r, g, b]: Vec3): { lightness: number; chroma: number; hue: number } {
  const [lightness, a, bb] = linearToOklab(Math.max(r, 0), Math.max(g, 0), Math.max(b, 0));
  const hue = (Math.atan2(bb, a) * 180) / Math.PI;
  return { lightness, chroma: Math.hypot(a, bb), hue: (hue + 360) % 360 };
}
