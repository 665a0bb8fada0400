import { gradientFbm } from "../math/noise.ts";
import { mixed, type Vec3 } from "../math/vector.ts";
import { lightOn, litColor, type Plot, spotAt, throughAir } from "./plot.ts";
import { drawStroke } from "./stroke.ts";

export interface Grass {
  readonly count: number;
  /** World units. */
  readonly height: number;
  readonly width: number;
  /** Two colours that patches of grass lie between. */
  readonly colors: readonly [Vec3, Vec3];
  /** Share of light that reaches the roots. */
  readonly rootShade: number;
  /** How far blades bend over, as a share of their height. */
  readonly bend: number;
  readonly near: number;
  readonly far: number;
  /** Height multiplier at a place; 0 keeps it bare. */
  readonly cover: (x: number, z: number) => number;
}

const SEGMENTS = 4;

/** Blades from far to near; denser in the distance, where each is smaller. */
export function growGrass(plot: Plot, grass: Grass): void {
  const { scene, random } = plot;
  const { camera } = scene;
  const halfView = (camera.widthPx / 2 / camera.focalPx) * 1.05;
  const span = Math.log(grass.far / grass.near);
  for (let k = 0; k < grass.count; k++) {
    // Even steps from far to near keep the painter's order without a sort.
    const z = grass.near * Math.exp(span * (1 - (k + random()) / grass.count) ** 1.15);
    const x = (random() * 2 - 1) * halfView * z;
    const lean = random() - 0.5;
    const tone = random();
    const size = random();
    const turn = random() - 0.5;
    const cover = grass.cover(x, z);
    if (cover <= 0.02) continue;
    const spot = spotAt(plot, x, z);
    const height = grass.height * cover * (0.55 + 0.75 * size) * spot.unitPx;
    if (spot.py - height > camera.heightPx || spot.py < camera.horizonPx - 40) continue;
    const light = lightOn(plot, spot, grass.height * 0.5);
    const patch = Math.min(1, Math.max(0, 0.5 + 0.9 * gradientFbm(x * 0.9, z * 0.9, 3) + 0.5 * (tone - 0.5)));
    const color = mixed(grass.colors[0], grass.colors[1], patch);
    const bend = (lean * 1.2 + 0.25) * grass.bend * height;
    drawStroke(plot.picture, {
      x0: spot.px,
      y0: spot.py + 1,
      x1: spot.px + bend * 0.25 + turn * height * 0.12,
      y1: spot.py - height * 0.62,
      x2: spot.px + bend,
      y2: spot.py - height * (1 - 0.35 * Math.abs(lean) * grass.bend),
      from: Math.max(0.32, (grass.width * spot.unitPx * (0.7 + 0.6 * size)) / 2),
      to: 0.12,
      root: throughAir(plot, litColor(plot, color, light * 0.4, grass.rootShade), spot),
      tip: throughAir(plot, litColor(plot, color, light * (0.85 + 0.3 * tone), 1.08), spot),
      depth: Math.hypot(x, camera.height - spot.y, z),
      segments: SEGMENTS,
    });
  }
}
