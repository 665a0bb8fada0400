import { oklch } from "../../math/color.ts";
import { clamp, lerp } from "../../math/scalar.ts";
import { multiplied, scaled, type Vec3 } from "../../math/vector.ts";
import type { InteriorName, SceneSpec } from "../../scene-spec.ts";
import { type Coat, metalCoat, plainCoat } from "../../textures/coat.ts";
import { marbleCoat, plasterCoat, supportCoat } from "../../textures/support-coats.ts";
import { tileCoat } from "../../textures/tile-coat.ts";
import { panelledCoat } from "../../textures/wall-relief.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import type { Stock } from "../stock.ts";
import {
  bed,
  block,
  chandelier,
  couch,
  framed,
  pendant,
  shadedLamp,
  shelves,
  shining,
  tallPlant,
  windowIn,
} from "./furniture.ts";

/** Linear: daylight through the windows and the light of a lamp, as the hour leaves them. */
export interface InteriorLight {
  readonly day: Vec3;
  readonly lamp: Vec3;
}

/** A room as it is furnished, in metres: the eye at x = 0, z = 0, `side` where the windows are. */
export interface Furnished {
  readonly spec: SceneSpec;
  readonly stock: Stock;
  readonly light: InteriorLight;
  readonly wallZ: number;
  readonly side: -1 | 1;
  readonly random: () => number;
  readonly rich: boolean;
}

export interface Interior {
  readonly floor: (spec: SceneSpec) => Coat;
  readonly wall: (spec: SceneSpec) => Coat;
  /** Factors of the hour's daylight and lamps, and of the brightness that the picture is exposed to. */
  readonly daylight: number;
  readonly lamplight: number;
  readonly luminance: number;
  /** Balls or pebbles lie on the table in v3; other rooms have things of their own there. */
  readonly strewn?: true;
  readonly furnish: (room: Furnished) => void;
}

const WHITE: Vec3 = [0.84, 0.83, 0.81];
const WALNUT: Vec3 = [0.16, 0.085, 0.045];
const OAK: Vec3 = [0.42, 0.27, 0.15];
const LINEN: Vec3 = [0.68, 0.63, 0.56];
const bottle = (hue: number): Coat => plainCoat(oklch(0.42, 0.07, hue), { reflectance: 0.06, roughness: 0.15 });
const CHINA: Coat = plainCoat([0.8, 0.79, 0.76], { reflectance: 0.05, roughness: 0.2 });
const BRASS: Coat = metalCoat([0.95, 0.74, 0.42], 0.25);

const woodFloor = ({ seed }: SceneSpec): Coat => supportCoat("wood", seed + 3, OAK);

/** The wall in a tone of the palette where a colour was named, else in the room's own. */
const plastered =
  (lightness: number, chroma: number, hue: number) =>
  ({ palette, tinted, seed }: SceneSpec): Coat =>
    plasterCoat(tinted ? palette.wall : oklch(lightness, chroma, hue), seed);

/** What is seen through a window, far out of focus: sky over trees or houses. */
function outside({ day }: InteriorLight, green: boolean, sill: number, height: number): Coat {
  const sky = scaled(multiplied(day, [0.97, 1, 1.04]), 4.6);
  const low = scaled(multiplied(day, green ? [0.5, 0.62, 0.36] : [0.66, 0.66, 0.68]), 2.4);
  const at = (y: number, out: Float64Array) => {
    const share = clamp(((y - sill) / height) * 1.7 - 0.35);
    for (let c = 0; c < 3; c++) out[c] = lerp(low[c] as number, sky[c] as number, share);
  };
  return {
    material: { reflectance: 0, roughness: 1 },
    color: (_a, b, _coarse, out) => at(b, out),
    glow: (hit, _ray, out) => at(hit.y, out),
  };
}

function daylightWindow(
  { stock, light, wallZ, side }: Furnished,
  x: number,
  width: number,
  green = true,
  sill = 0.5,
): void {
  const height = 2.1;
  windowIn(
    stock,
    { x: x * side, y: sill, z: wallZ },
    {
      width,
      height,
      columns: Math.max(2, Math.round(width)),
      outside: outside(light, green, sill, height),
      frame: WHITE,
      curtain: WHITE,
    },
  );
}

const accentOf = ({ palette }: SceneSpec, lightness: number, chroma = 0.06): Vec3 =>
  oklch(lightness, chroma, palette.hue);

function furnishLiving(room: Furnished): void {
  const { spec, stock, light, wallZ, side, random, rich } = room;
  const turned = spec.layout % 2 === 1;
  const far = -side;
  const cloth = turned ? accentOf(spec, 0.6, 0.05) : LINEN;
  daylightWindow(room, turned ? 0.9 : 1.35, turned ? 1.5 : 1.8);
  couch(stock, { x: (turned ? 0.95 : 0.6) * far, z: wallZ - 0.75 }, 1.9, cloth, accentOf(spec, 0.55, 0.09));
  shadedLamp(stock, { x: (turned ? -0.4 : 1.85) * far, z: wallZ - 0.6 }, 1.3, 0.34, light.lamp);
  framed(
    stock,
    { x: (turned ? 0.6 : 0.3) * far, y: 1.75, z: wallZ - 0.02 },
    0.62,
    0.8,
    WHITE,
    accentOf(spec, 0.6, 0.1),
  );
  if (turned || rich)
    framed(stock, { x: (turned ? 1.4 : 1.05) * far, y: 1.75, z: wallZ - 0.02 }, 0.5, 0.64, WHITE, WALNUT);
  tallPlant(stock, { x: (turned ? 2 : -0.2) * far, z: wallZ - 0.5 }, 1.75, random);
}

function furnishBedroom(room: Furnished): void {
  const { spec, stock, light, wallZ, side, rich, random } = room;
  const far = -side;
  const cloth = accentOf(spec, 0.62, 0.045);
  daylightWindow(room, 1.55, 1.3);
  bed(stock, { x: 0.45 * far, z: wallZ - 0.12 }, 1.9, cloth, WHITE);
  for (const x of [0.45 + 1.35, 0.45 - 1.35]) {
    block(stock, { x: x * far, z: wallZ - 0.3 }, [0.5, 0.62, 0.4], plainCoat(WALNUT));
    shadedLamp(stock, { x: x * far, y: 0.62, z: wallZ - 0.3 }, 0.28, 0.26, light.lamp);
  }
  if (spec.layout % 2 === 0)
    framed(stock, { x: 0.45 * far, y: 1.85, z: wallZ - 0.02 }, 1.1, 0.6, WHITE, accentOf(spec, 0.6));
  else for (const x of [0, 0.9]) pendant(stock, { x: x * far, y: 1.95, z: wallZ - 1.2 }, 0.2, light.lamp, CHINA);
  if (rich) tallPlant(stock, { x: -1.35 * far, z: wallZ - 1 }, 1.5, random);
}

function furnishCafe(room: Furnished): void {
  const { spec, stock, light, wallZ, side, random, rich } = room;
  const far = -side;
  const oak = plainCoat(OAK);
  if (spec.layout % 2 === 0) daylightWindow(room, 1.5, 1.6, false);
  else block(stock, { x: 1.35 * side, y: 1.2, z: wallZ - 0.02 }, [1.3, 1, 0.04], plainCoat([0.03, 0.034, 0.032]));
  block(stock, { x: 1.1 * far, z: wallZ - 1 }, [2.4, 0.98, 0.6], plainCoat(WALNUT));
  block(stock, { x: 1.1 * far, y: 0.98, z: wallZ - 1 }, [2.5, 0.05, 0.7], oak);
  block(stock, { x: 1.5 * far, y: 1.03, z: wallZ - 1 }, [0.5, 0.36, 0.4], metalCoat([0.85, 0.85, 0.86], 0.25), 0.05);
  const wares = [
    { coat: CHINA, height: 0.14, radius: 0.05 },
    { coat: plainCoat(WALNUT), height: 0.22, radius: 0.06 },
    { coat: bottle(70), height: 0.26, radius: 0.045 },
    { coat: plainCoat(oklch(0.45, 0.07, 140)), height: 0.2, radius: 0.09 },
  ];
  shelves(
    stock,
    { x: 0.9 * far, y: 1.42, z: wallZ - 0.14 },
    { width: 2, levels: 2, pitch: 0.42, board: oak, wares, random },
  );
  for (let i = 0; i < (rich ? 4 : 3); i++)
    pendant(stock, { x: (0.25 + 0.62 * i) * far, y: 2.02, z: wallZ - 1.3 }, 0.3, light.lamp);
  if (rich) pendant(stock, { x: 0.9 * side, y: 1.95, z: wallZ - 2 }, 0.3, light.lamp);
  tallPlant(stock, { x: 0.35 * side, z: wallZ - 0.6 }, 1.5, random);
}

function furnishRestaurant(room: Furnished): void {
  const { spec, stock, light, wallZ, side, random, rich } = room;
  const far = -side;
  const glow = scaled(light.lamp, 0.5);
  // A bar whose back is lit, bottles before it.
  block(stock, { x: 0.9 * far, y: 0.95, z: wallZ - 0.04 }, [2.2, 1.3, 0.02], shining(scaled(glow, 0.35)), 0);
  const wares = [30, 75, 110, 145].map((hue, i) => ({ coat: bottle(hue), height: 0.26 + 0.02 * i, radius: 0.04 }));
  shelves(
    stock,
    { x: 0.9 * far, y: 1, z: wallZ - 0.2 },
    { width: 2.1, levels: 3, pitch: 0.42, board: BRASS, wares, random },
  );
  for (const x of [0.5, 1.45]) {
    block(stock, { x: x * side, y: 0.4, z: wallZ - 0.7 }, [0.8, 0.62, 0.2], plainCoat(accentOf(spec, 0.4, 0.09)), 0.09);
    shadedLamp(stock, { x: x * side, y: 0.72, z: wallZ - 1.2 }, 0.22, 0.16, light.lamp);
  }
  for (let i = 0; i < (rich ? 7 : 5); i++) {
    const along = i - 2;
    pendant(
      stock,
      { x: along * 0.62, y: 1.85 + 0.22 * random(), z: wallZ - 0.9 - 1.3 * random() },
      0.2,
      light.lamp,
      BRASS,
    );
  }
}

function furnishLobby(room: Furnished): void {
  const { spec, stock, light, wallZ, side, random, rich } = room;
  const stone = stock.material(marbleCoat(spec.seed + 2));
  const brass = stock.material(BRASS);
  for (const x of [-1.75, -0.95, 0.95, 1.75]) {
    stock.add(
      new Cylinder({ x, z: wallZ - 0.7, radius: 0.17, bottom: 0, top: 5, material: stone }),
      new Cylinder({ x, z: wallZ - 0.7, radius: 0.23, bottom: 0, top: 0.5, bevel: 0.03, material: brass }),
    );
    // Light that washes the wall from behind each column.
    block(stock, { x, y: 0.4, z: wallZ - 0.04 }, [0.16, 2.6, 0.02], shining(scaled(light.lamp, 0.45)), 0);
  }
  chandelier(
    stock,
    { x: (spec.layout % 2 ? 0.45 : 0.05) * side, y: 2.25, z: wallZ - 1.3 },
    0.75,
    scaled(light.lamp, 1.6),
  );
  couch(stock, { x: 0.1 * side, z: wallZ - 0.9 }, 1.3, accentOf(spec, 0.5, 0.07), LINEN);
  if (rich) for (const end of [-1, 1]) tallPlant(stock, { x: end * 1.35, z: wallZ - 0.8 }, 1.3, random);
}

function furnishOffice(room: Furnished): void {
  const { spec, stock, light, wallZ, side, random, rich } = room;
  const far = -side;
  daylightWindow(room, 0.85, 2.6, false, 0.75);
  const wares = [0.28, 0.3, 0.26].map((height, i) => ({
    coat: plainCoat(oklch(0.5 + 0.15 * i, 0.05, spec.palette.hue + 40 * i)),
    height,
    radius: 0.045,
  }));
  shelves(
    stock,
    { x: 1.6 * far, y: 0.9, z: wallZ - 0.15 },
    { width: 1.2, levels: 3, pitch: 0.44, board: plainCoat(OAK), wares, random },
  );
  // A desk with a screen, its lamp, and a chair's back.
  block(stock, { x: 0.35 * far, y: 0.66, z: wallZ - 1.2 }, [1.5, 0.05, 0.7], plainCoat(OAK));
  block(
    stock,
    { x: 0.2 * far, y: 0.86, z: wallZ - 1.1 },
    [0.72, 0.42, 0.03],
    plainCoat([0.03, 0.03, 0.034], { reflectance: 0.05, roughness: 0.1 }),
    0.01,
  );
  block(stock, { x: 0.2 * far, y: 0.7, z: wallZ - 1.08 }, [0.06, 0.2, 0.05], metalCoat([0.8, 0.8, 0.8], 0.3), 0.005);
  shadedLamp(stock, { x: 0.85 * far, y: 0.71, z: wallZ - 1.15 }, 0.34, 0.2, light.lamp);
  if (rich || spec.layout % 2) tallPlant(stock, { x: 0.95 * side, z: wallZ - 0.8 }, 1.5, random);
}

function furnishBoutique(room: Furnished): void {
  const { spec, stock, light, wallZ, side, random } = room;
  const wares = [0.16, 0.22, 0.3].map((height, i) => ({
    coat: i === 1 ? BRASS : plainCoat(accentOf(spec, 0.55 + 0.15 * i, 0.05), { reflectance: 0.05, roughness: 0.2 }),
    height,
    radius: 0.05 + 0.012 * i,
  }));
  // Lit niches with goods in them, as wide as the arrangement leaves.
  const niches = spec.layout % 2 ? [-1.5, 0, 1.5] : [-1.15, 1.15];
  for (const x of niches) {
    block(stock, { x, y: 0.5, z: wallZ - 0.03 }, [1.05, 2, 0.02], shining(multiplied(light.lamp, [0.3, 0.38, 0.5])), 0);
    shelves(
      stock,
      { x, y: 0.72, z: wallZ - 0.18 },
      { width: 1.02, levels: 4, pitch: 0.44, board: CHINA, wares, random },
    );
  }
  for (let i = 0; i < 6; i++)
    stock.add(
      new Cylinder({
        x: (i - 2.5) * 0.7 + 0.2 * side,
        z: wallZ - 1.4,
        radius: 0.06,
        bottom: 2.42,
        top: 2.46,
        material: stock.material(shining(scaled(light.lamp, 2))),
      }),
    );
}

function furnishCabin(room: Furnished): void {
  const { spec, stock, light, wallZ, side, random, rich } = room;
  const far = -side;
  const stone = tileCoat([0.25, 0.22, 0.19], { width: 0.34, height: 0.18, offset: 0.5 }, spec.seed);
  // A fireplace: a dark opening in a chimney breast, flames behind the fire's logs.
  const x = ([1.15, 0.85, 1.5, 1.1][spec.layout % 4] ?? 1.15) * far;
  block(stock, { x, z: wallZ - 0.3 }, [1.7, 0.42, 0.7], stone);
  for (const end of [-1, 1]) block(stock, { x: x + end * 0.66, y: 0.42, z: wallZ - 0.3 }, [0.38, 0.7, 0.6], stone);
  block(stock, { x, y: 1.12, z: wallZ - 0.3 }, [1.7, 2.4, 0.6], stone);
  block(stock, { x, y: 1.14, z: wallZ - 0.45 }, [1.95, 0.09, 0.7], plainCoat(WALNUT));
  block(stock, { x, y: 0.42, z: wallZ - 0.08 }, [0.95, 0.7, 0.04], plainCoat([0.01, 0.008, 0.007]), 0);
  for (let i = 0; i < 9; i++) {
    const hot = shining(multiplied(light.lamp, [0.42, 0.17 - 0.03 * (i % 3), 0.03]));
    const height = 0.2 + 0.3 * random();
    stock.add(
      new Cylinder({
        x: x + (i - 4) * 0.075,
        z: wallZ - 0.3 + 0.1 * random(),
        radius: 0.035,
        bottom: 0.46,
        top: 0.46 + height,
        bevel: 0.03,
        material: stock.material(hot),
      }),
    );
  }
  for (const log of [-0.16, 0.14])
    block(stock, { x: x + log, y: 0.42, z: wallZ - 0.42 }, [0.4, 0.09, 0.1], plainCoat([0.07, 0.04, 0.025]), 0.04);
  for (let i = 0; i < 3; i++)
    shadedLamp(stock, { x: x + (i - 1) * 0.5, y: 1.23, z: wallZ - 0.55 }, 0.06, 0.07, light.lamp);
  daylightWindow(room, 1.25, 1.2, true, 0.8);
  if (rich) couch(stock, { x: 1.15 * side, z: wallZ - 1 }, 1.2, accentOf(spec, 0.45, 0.06), LINEN);
}

export const INTERIORS: Record<InteriorName, Interior> = {
  living: {
    floor: woodFloor,
    wall: plastered(0.9, 0.018, 85),
    daylight: 1,
    lamplight: 1,
    luminance: 1,
    furnish: furnishLiving,
  },
  bedroom: {
    floor: woodFloor,
    wall: plastered(0.86, 0.025, 70),
    daylight: 0.85,
    lamplight: 1,
    luminance: 0.95,
    furnish: furnishBedroom,
  },
  cafe: {
    floor: woodFloor,
    wall: (spec) =>
      spec.layout % 2 || spec.tinted
        ? plastered(0.72, 0.04, 60)(spec)
        : tileCoat([0.3, 0.13, 0.08], { width: 0.24, height: 0.08, offset: 0.5 }, spec.seed),
    daylight: 0.65,
    lamplight: 1.25,
    luminance: 0.72,
    furnish: furnishCafe,
  },
  restaurant: {
    floor: woodFloor,
    wall: plastered(0.4, 0.03, 50),
    daylight: 0.16,
    lamplight: 1.4,
    luminance: 0.5,
    furnish: furnishRestaurant,
  },
  lobby: {
    floor: ({ seed }) => marbleCoat(seed),
    wall: (spec) => panelledCoat(plastered(0.86, 0.02, 75)(spec)),
    daylight: 0.45,
    lamplight: 1.3,
    luminance: 0.85,
    strewn: true,
    furnish: furnishLobby,
  },
  office: {
    floor: woodFloor,
    wall: plastered(0.9, 0.012, 230),
    daylight: 1.05,
    lamplight: 0.7,
    luminance: 1.05,
    furnish: furnishOffice,
  },
  boutique: {
    floor: ({ seed }) => marbleCoat(seed),
    wall: plastered(0.82, 0.025, 60),
    daylight: 0.6,
    lamplight: 1.2,
    luminance: 0.95,
    strewn: true,
    furnish: furnishBoutique,
  },
  cabin: {
    floor: woodFloor,
    wall: (spec) => supportCoat("wood", spec.seed + 1, OAK),
    daylight: 0.4,
    lamplight: 1.35,
    luminance: 0.6,
    furnish: furnishCabin,
  },
};
