/** Constants of the detector. Chosen on drawn scenes with known outlines (see the README), none on maps of another detector. */
export interface DetectorSettings {
  /** Blur before the gradient, in pixels of the grid: fine lines, outlines, large forms. */
  scales: readonly { sigma: number; weight: number }[];
  /** What a change of colour, and the border of the cut-out, count against one of brightness. */
  colourWeight: number;
  outlineWeight: number;
  /** Neighbourhood, in multiples of the scale, over which directions must agree, and how much disagreement takes away. */
  agreementReach: number;
  agreementPower: number;
  /** How much of the mean response around is taken away, and over what distance: quiets texture. */
  surroundShare: number;
  surroundPx: number;
  /** Contrast, 0 to 1, at which a lone edge reaches half strength. */
  halfContrast: number;
  /** How far busy surroundings raise that contrast. */
  crowding: number;
  /** Response below which nothing is a line. */
  lowest: number;
  fullLength: number;
  fullPeak: number;
  /** Standard deviation across a drawn line, and strength before it saturates. */
  lineSigmaPx: number;
  gain: number;
}

const BALANCED: DetectorSettings = {
  scales: [
    { sigma: 0.8, weight: 0.25 },
    { sigma: 1.6, weight: 0.3 },
    { sigma: 4.5, weight: 0.52 },
  ],
  colourWeight: 1.4,
  outlineWeight: 0.5,
  agreementReach: 0.4,
  agreementPower: 0.2,
  surroundShare: 0.73,
  surroundPx: 10,
  halfContrast: 0.1,
  crowding: 1.1,
  lowest: 0.17,
  fullLength: 28,
  fullPeak: 0.48,
  lineSigmaPx: 1.8,
  gain: 3.2,
};

/**
 * `detail` 0 draws only the large outlines, 1 also faint and short lines; 0.5 is the balance. Each constant moves by the same factor up
 * and down, so that the slider feels even; the border of the cut-out counts for more when there is little else.
 */
export function detectorSettings(detail: number, base: DetectorSettings = BALANCED): DetectorSettings {
  const more = 2 * Math.min(1, Math.max(0, detail)) - 1;
  return {
    ...base,
    outlineWeight: base.outlineWeight * 1.8 ** -more,
    surroundShare: base.surroundShare * 1.25 ** -more,
    halfContrast: base.halfContrast * 1.5 ** -more,
    crowding: base.crowding * 1.4 ** -more,
    lowest: base.lowest * 1.25 ** -more,
    fullLength: base.fullLength * 2.5 ** -more,
    fullPeak: base.fullPeak * 1.15 ** -more,
  };
}
