import { smoothstep } from "../math/scalar.ts";
import type { Coat } from "./coat.ts";

/** A coat with a profile over it: `deep` is the share of light (0 to 1) that reaches a place. Wall coordinates are x and y. */
function profiled(
  coat: Coat,
  height: (a: number, b: number) => number,
  deep: (a: number, b: number) => number,
  step: number,
): Coat {
  return {
    material: coat.material,
    color(a, b, coarse, out, hit) {
      coat.color(a, b, coarse, out, hit);
      if (coarse) return;
      const k = deep(a, b);
      for (let c = 0; c < 3; c++) (out[c] as number) *= k;
    },
    relief: { height: (a, b) => height(a, b) + (coat.relief?.height(a, b) ?? 0), step },
  };
}

/** Upright half-round staves side by side, `pitch` world units wide. */
export function flutedCoat(coat: Coat, pitch = 0.13): Coat {
  const across = (a: number) => a / pitch - Math.floor(a / pitch) - 0.5;
  return profiled(
    coat,
    (a) => pitch * 0.55 * Math.sqrt(Math.max(0.02, 0.25 - across(a) ** 2)),
    (a) => 1 - 0.5 * smoothstep(0.36, 0.5, Math.abs(across(a))),
    0.004,
  );
}

const PANEL = { wide: 1.5, apart: 0.24, low: 0.22, high: 2.5 } as const;

/** Distance from the frame of the nearest panel. */
function fromFrame(a: number, b: number): number {
  const period = PANEL.wide + PANEL.apart;
  const across = a - period * Math.round(a / period);
  const dx = Math.abs(across) - PANEL.wide / 2;
  const dy = Math.abs(b - (PANEL.low + PANEL.high) / 2) - (PANEL.high - PANEL.low) / 2;
  return Math.abs(Math.max(dx, dy));
}

/** Tall panels framed by mouldings, as in old town flats. */
export function panelledCoat(coat: Coat): Coat {
  return profiled(
    coat,
    (a, b) => {
      const d = fromFrame(a, b);
      return 0.022 * smoothstep(0.045, 0.012, d) - 0.012 * smoothstep(0.014, 0.004, d);
    },
    (a, b) => 1 - 0.2 * smoothstep(0.02, 0.006, Math.abs(fromFrame(a, b) - 0.045)),
    0.004,
  );
}
