import { linearToOklab, oklabToLinear } from "../math/color.ts";
import { type FloatImage, floatImage, resized } from "../math/float-image.ts";
import { seededRandom } from "../math/random.ts";
import { clamp } from "../math/scalar.ts";

/** Thumbnails that stand for a picture's colours. */
const SIDE = 96;
const PROJECTIONS = 24;
const STEP = 0.6;
/** Cells of the colour table along each axis. */
const CELLS = 17;
/** Lightness follows less than hue and chroma: shadows and highlights must stay where they are. */
const LIGHTNESS_SHARE = 0.7;

/**
 * Gives `picture` the colours of `reference` by sliced optimal transport (Rabin et al. 2012) in Oklab: the colours of two
 * thumbnails are matched along random directions, and the moves are applied through a table. `strength` 0 to 1; `exposure`
 * brings the picture to the reference's scale of light.
 */
export function withPaletteOf(
  picture: FloatImage,
  reference: FloatImage,
  strength: number,
  exposure: number,
): FloatImage {
  if (strength <= 0) return picture;
  const from = labPixels(resized(picture, SIDE, SIDE), exposure);
  const moved = transported(from, labPixels(resized(reference, SIDE, SIDE), 1));
  return applyTable(picture, moveTable(from, moved), strength, exposure);
}

function labPixels(image: FloatImage, exposure: number): Float32Array {
  const lab = new Float32Array(image.data.length);
  for (let i = 0; i < lab.length; i += 3) {
    // Highlights above white would pull the whole palette up.
    const [l, a, b] = linearToOklab(
      clamp((image.data[i] as number) * exposure, 0, 1.5),
      clamp((image.data[i + 1] as number) * exposure, 0, 1.5),
      clamp((image.data[i + 2] as number) * exposure, 0, 1.5),
    );
    lab[i] = l;
    lab[i + 1] = a;
    lab[i + 2] = b;
  }
  return lab;
}

function transported(from: Float32Array, to: Float32Array): Float32Array {
  const count = from.length / 3;
  const moved = from.slice();
  const random = seededRandom(5);
  const own = new Float32Array(count);
  const goal = new Float32Array(count);
  const order = new Uint32Array(count);
  for (let projection = 0; projection < PROJECTIONS; projection++) {
    let dx = random() - 0.5;
    let dy = random() - 0.5;
    let dz = random() - 0.5;
    const k = 1 / Math.hypot(dx, dy, dz);
    dx *= k;
    dy *= k;
    dz *= k;
    for (let i = 0; i < count; i++) {
      own[i] = (moved[i * 3] as number) * dx + (moved[i * 3 + 1] as number) * dy + (moved[i * 3 + 2] as number) * dz;
      goal[i] = (to[i * 3] as number) * dx + (to[i * 3 + 1] as number) * dy + (to[i * 3 + 2] as number) * dz;
      order[i] = i;
    }
    order.sort((a, b) => (own[a] as number) - (own[b] as number) || a - b);
    goal.sort();
    for (let rank = 0; rank < count; rank++) {
      const i = order[rank] as number;
      const move = ((goal[rank] as number) - (own[i] as number)) * STEP;
      (moved[i * 3] as number) += move * dx;
      (moved[i * 3 + 1] as number) += move * dy;
      (moved[i * 3 + 2] as number) += move * dz;
    }
  }
  return moved;
}

interface MoveTable {
  readonly move: Float32Array;
  readonly weight: Float32Array;
}

const cellL = (l: number) => clamp(l) * (CELLS - 1.001);
const cellAb = (v: number) => clamp(v / 0.6 + 0.5) * (CELLS - 1.001);

/** Mean move per cell of the colour space; empty cells take their neighbours'. */
function moveTable(from: Float32Array, moved: Float32Array): MoveTable {
  let move = new Float32Array(CELLS ** 3 * 3);
  let weight = new Float32Array(CELLS ** 3);
  for (let i = 0; i < from.length; i += 3) {
    eachCorner(
      cellL(from[i] as number),
      cellAb(from[i + 1] as number),
      cellAb(from[i + 2] as number),
      (cell, share) => {
        (weight[cell] as number) += share + 1e-6;
        for (let c = 0; c < 3; c++)
          (move[cell * 3 + c] as number) += (share + 1e-6) * ((moved[i + c] as number) - (from[i + c] as number));
      },
    );
  }
  for (let pass = 0; pass < 10; pass++) {
    const nextMove = move.slice();
    const nextWeight = weight.slice();
    for (let cell = 0; cell < weight.length; cell++) {
      const z = cell % CELLS;
      const y = ((cell - z) / CELLS) % CELLS;
      const x = Math.floor(cell / (CELLS * CELLS));
      const neighbours = [
        x > 0 ? cell - CELLS * CELLS : -1,
        x < CELLS - 1 ? cell + CELLS * CELLS : -1,
        y > 0 ? cell - CELLS : -1,
        y < CELLS - 1 ? cell + CELLS : -1,
        z > 0 ? cell - 1 : -1,
        z < CELLS - 1 ? cell + 1 : -1,
      ];
      for (const other of neighbours) {
        if (other < 0) continue;
        (nextWeight[cell] as number) += (weight[other] as number) * 0.15;
        for (let c = 0; c < 3; c++) (nextMove[cell * 3 + c] as number) += (move[other * 3 + c] as number) * 0.15;
      }
    }
    move = nextMove;
    weight = nextWeight;
  }
  return { move, weight };
}

function eachCorner(u: number, v: number, w: number, visit: (cell: number, share: number) => void): void {
  const x = u | 0;
  const y = v | 0;
  const z = w | 0;
  for (let corner = 0; corner < 8; corner++) {
    const i = corner & 1;
    const j = (corner >> 1) & 1;
    const k = corner >> 2;
    const share = (i ? u - x : 1 - u + x) * (j ? v - y : 1 - v + y) * (k ? w - z : 1 - w + z);
    visit(((x + i) * CELLS + y + j) * CELLS + z + k, share);
  }
}

function applyTable(picture: FloatImage, { move, weight }: MoveTable, strength: number, exposure: number) {
  const out = floatImage(picture.width, picture.height, 3);
  const shift = new Float64Array(3);
  for (let i = 0; i < picture.data.length; i += 3) {
    const r = Math.max(0, (picture.data[i] as number) * exposure);
    const g = Math.max(0, (picture.data[i + 1] as number) * exposure);
    const b = Math.max(0, (picture.data[i + 2] as number) * exposure);
    const lab = linearToOklab(r, g, b);
    shift.fill(0);
    eachCorner(cellL(lab[0]), cellAb(lab[1]), cellAb(lab[2]), (cell, share) => {
      const k = (weight[cell] as number) > 1e-9 ? share / (weight[cell] as number) : 0;
      for (let c = 0; c < 3; c++) (shift[c] as number) += k * (move[cell * 3 + c] as number);
    });
    const [nr, ng, nb] = oklabToLinear(
      lab[0] + (shift[0] as number) * strength * LIGHTNESS_SHARE,
      lab[1] + (shift[1] as number) * strength,
      lab[2] + (shift[2] as number) * strength,
    );
    out.data[i] = Math.max(0, nr) / exposure;
    out.data[i + 1] = Math.max(0, ng) / exposure;
    out.data[i + 2] = Math.max(0, nb) / exposure;
  }
  return out;
}
