/** Whether the drawer was open, and how wide: of this browser, for every project. */
export interface DrawerPreference {
  isOpen: boolean;
  /** Null until somebody chose one. */
  widthPx: number | null;
}

export const DRAWER_WIDTH_PX = { min: 320, max: 760 } as const;

const SIDE_PANELS_PX = 544;

/** Wide enough for a body, and the canvas keeps about the half of what the side panels leave. */
export function firstWidth(windowWidthPx: number): number {
  return clampWidth(Math.min(420, 0.52 * (windowWidthPx - SIDE_PANELS_PX)));
}

const KEY = "backlot.recipe-drawer";
const FIRST: DrawerPreference = { isOpen: false, widthPx: null };

export function readDrawerPreference(): DrawerPreference {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "null") as Partial<DrawerPreference> | null;
    const widthPx = typeof kept?.widthPx === "number" ? clampWidth(kept.widthPx) : FIRST.widthPx;
    return { isOpen: kept?.isOpen === true, widthPx };
  } catch {
    // Storage is switched off, or holds what another release wrote.
    return FIRST;
  }
}

export function keepDrawerPreference(change: Partial<DrawerPreference>): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...readDrawerPreference(), ...change }));
  } catch {
    // Storage is switched off or full: the next visit begins with a closed drawer.
  }
}

export function clampWidth(widthPx: number): number {
  return Math.round(Math.min(DRAWER_WIDTH_PX.max, Math.max(DRAWER_WIDTH_PX.min, widthPx)));
}
