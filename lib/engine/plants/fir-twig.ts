import { mixed, type Vec3 } from "../math/vector.ts";
import { litColor, type Plot } from "./plot.ts";
import { drawStroke } from "./stroke.ts";

/** A twig in the picture, in shares of its longer side; it grows from (x, y) along `angle` (radians, y down). */
export interface FirTwig {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly length: number;
  readonly depth: number;
}

const NEEDLE: readonly [Vec3, Vec3] = [
  [0.02, 0.06, 0.03],
  [0.09, 0.19, 0.075],
];
const BARK: Vec3 = [0.14, 0.085, 0.05];
const SIDE_TWIGS = 9;

/** A fir twig with its side twigs and needles. */
export function growFirTwig(plot: Plot, twig: FirTwig): void {
  const { widthPx, heightPx } = plot.scene.camera;
  const unit = Math.max(widthPx, heightPx);
  const { random } = plot;
  const length = twig.length * unit;
  const x = twig.x * widthPx;
  const y = twig.y * heightPx;
  for (let i = 1; i <= SIDE_TWIGS; i++) {
    const t = i / (SIDE_TWIGS + 1);
    for (const side of [-1, 1]) {
      const angle = twig.angle + side * (0.95 - 0.35 * t) + 0.15 * (random() - 0.5);
      sprig(
        plot,
        x + Math.cos(twig.angle) * length * t,
        y + Math.sin(twig.angle) * length * t,
        angle,
        length * 0.46 * (1 - 0.75 * t) * (0.85 + 0.3 * random()),
        twig.depth,
      );
    }
  }
  sprig(plot, x, y, twig.angle, length, twig.depth);
}

function sprig(plot: Plot, x: number, y: number, angle: number, length: number, depth: number): void {
  const { random, picture } = plot;
  // The end hangs down a little.
  const ex = x + Math.cos(angle) * length;
  const ey = y + Math.sin(angle) * length + length * 0.06;
  const bark = litColor(plot, BARK, 0.6, 0.9);
  const thick = Math.max(0.6, length * 0.012);
  drawStroke(picture, {
    x0: x,
    y0: y,
    x1: (x + ex) / 2,
    y1: (y + ey) / 2 - length * 0.02,
    x2: ex,
    y2: ey,
    from: thick,
    to: thick * 0.4,
    root: bark,
    tip: bark,
    depth,
    segments: 3,
  });
  const unit = Math.max(plot.scene.camera.widthPx, plot.scene.camera.heightPx);
  const needle = unit * 0.021;
  const count = Math.max(12, Math.round((length / unit) * 420));
  for (let k = 0; k < count; k++) {
    const t = (k + random()) / count;
    const side = k % 2 ? 1 : -1;
    const lean = angle + side * (0.55 + 0.35 * random());
    const reach = needle * (0.7 + 0.5 * random()) * (1 - 0.35 * t);
    const bx = x + (ex - x) * t;
    const by = y + (ey - y) * t - length * 0.02 * 4 * t * (1 - t);
    const color = mixed(NEEDLE[0], NEEDLE[1], random());
    drawStroke(picture, {
      x0: bx,
      y0: by,
      x1: bx + Math.cos(lean) * reach * 0.5,
      y1: by + Math.sin(lean) * reach * 0.5,
      x2: bx + Math.cos(lean) * reach,
      y2: by + Math.sin(lean) * reach,
      from: unit * 0.0016,
      to: unit * 0.0005,
      root: litColor(plot, color, 0.35, 0.75),
      tip: litColor(plot, color, 0.55 + 0.6 * random(), 1.1),
      depth,
      segments: 2,
    });
  }
}
