import type { SubjectFacts } from "./analyse-subject.ts";

/**
 * A shift lens: no pitch, so verticals stay vertical. The world's unit is about the subject's height, the ground is
 * y = 0, the camera stands at (0, `height`, 0), and the front of the subject's base touches the ground at z = `distance`; of what floats, the ground
 * below it does.
 */
export interface Camera {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly focalPx: number;
  readonly centreXPx: number;
  readonly horizonPx: number;
  readonly height: number;
  readonly distance: number;
  /** Pixels of one world unit at `distance`. */
  readonly unitPx: number;
}

/** By how much of the picture's height the eye is lower (above 0) or higher than a setting's own: variations take turns. */
const EYES = [0, 0.036, -0.03, 0.018] as const;

/** A small or very flat subject must not make the whole scene small: the unit has a least size. */
export function unitPxOf({ left, top, right, bottom }: SubjectFacts, widthPx: number, heightPx: number): number {
  return Math.max(bottom - top, heightPx * 0.32, widthPx * 0.2, (right - left) * 0.5, 1);
}

/** `horizon` is a share of the picture's height, `lens` the focal length as a share of its longer side. */
export function cameraFor(
  subject: SubjectFacts,
  widthPx: number,
  heightPx: number,
  { horizon, lens, layout = 0 }: { horizon: number; lens: number; layout?: number },
): Camera {
  const unitPx = unitPxOf(subject, widthPx, heightPx);
  const focalPx = lens * Math.max(widthPx, heightPx);
  const horizonPx = Math.min(
    seenHorizon(subject, focalPx, heightPx, horizon + (EYES[layout % EYES.length] ?? 0)),
    subject.ground - unitPx * 0.25,
  );
  return {
    widthPx,
    heightPx,
    focalPx,
    centreXPx: widthPx / 2,
    horizonPx,
    height: (subject.ground - horizonPx) / unitPx,
    distance: focalPx / unitPx,
    unitPx,
  };
}

/** A curved base tells from how high the product was seen; the setting's own horizon moves at most this far towards it. */
const LARGEST_SHIFT = 0.05;

function seenHorizon(
  { feet, left, right, bottom, ground }: SubjectFacts,
  focalPx: number,
  heightPx: number,
  horizon: number,
) {
  const preset = heightPx * horizon;
  const base = feet.length === 1 ? feet[0] : undefined;
  if (!base || ground > bottom || base.rise === 0 || base.halfWidth < (right - left) * 0.25) return preset;
  const seen = bottom - (focalPx * base.rise) / base.halfWidth;
  return Math.min(preset + LARGEST_SHIFT * heightPx, Math.max(preset - LARGEST_SHIFT * heightPx, seen));
}
