import { mixed, type Vec3 } from "../../math/vector.ts";
import type { Stock } from "../../settings/stock.ts";
import { type Coat, plainCoat } from "../../textures/coat.ts";
import { Box } from "../../tracer/box.ts";
import { Lathe } from "../../tracer/lathe.ts";
import type { ThingKind, ThingSpot } from "./thing-kind.ts";

type Profile = readonly (readonly [number, number])[];

/** Blown glass: a shell that bends no light and is seen by its edges. */
const BLOWN: Coat = plainCoat([0.86, 0.9, 0.91], {
  reflectance: 0.07,
  roughness: 0.02,
  clear: { swallows: [0.5, 0.34, 0.34], veil: 0.05, thin: true },
});
const RACK: Coat = plainCoat([0.55, 0.36, 0.2]);

const liquid = (color: Vec3): Coat =>
  plainCoat(mixed(color, [1, 1, 1], 0.1), {
    reflectance: 0.03,
    roughness: 0.04,
    clear: {
      swallows: [-Math.log(color[0]) * 5, -Math.log(color[1]) * 5, -Math.log(color[2]) * 5],
      veil: 0.35,
      thin: true,
    },
  });
const WINE: Coat = liquid([0.42, 0.03, 0.06]);
const CHAMPAGNE: Coat = liquid([0.9, 0.72, 0.34]);
const REAGENTS: readonly Coat[] = (
  [
    [0.16, 0.5, 0.82],
    [0.25, 0.68, 0.4],
    [0.86, 0.52, 0.16],
    [0.72, 0.3, 0.66],
  ] satisfies Vec3[]
).map(liquid);

const WALL = 0.025;
/** A vessel with a wall of glass: the outline from the foot to the rim, and back down inside to its floor. */
const vessel = (outside: Profile, floor: number): Profile => [
  ...outside,
  ...outside
    .filter(([r, y]) => r > WALL && y > floor)
    .map(([r, y]) => [r - WALL, y] as const)
    .reverse(),
  [0, floor],
];
/** Radius of an outline at a height. */
function radiusAt(outside: Profile, height: number): number {
  const above = outside.findIndex(([, y]) => y > height);
  const [r1, y1] = outside[above] ?? [0, 0];
  const [r0, y0] = outside[above - 1] ?? [r1, y1];
  return r0 + ((r1 - r0) * (height - y0)) / (y1 - y0 || 1);
}
/** What is in it, up to a level: the same outline, a little narrower, closed by the surface. */
function filling(outside: Profile, floor: number, level: number): Profile {
  const within = (height: number) => [Math.max(0.01, radiusAt(outside, height) - WALL * 1.3), height] as const;
  return [
    [0, floor + 0.005],
    within(floor + 0.005),
    ...outside.filter(([, y]) => y > floor + 0.01 && y < level).map(([, y]) => within(y)),
    within(level),
    [0, level],
  ];
}

const BEAKER: Profile = [
  [0, 0],
  [0.34, 0],
  [0.37, 0.03],
  [0.37, 0.92],
  [0.4, 1],
];
const FLASK: Profile = [
  [0, 0],
  [0.46, 0],
  [0.5, 0.05],
  [0.44, 0.22],
  [0.2, 0.68],
  [0.15, 0.78],
  [0.15, 1.02],
  [0.18, 1.05],
];
const ROUND_FLASK: Profile = [
  [0, 0],
  [0.16, 0.01],
  [0.3, 0.08],
  [0.4, 0.22],
  [0.43, 0.38],
  [0.38, 0.56],
  [0.25, 0.7],
  [0.14, 0.78],
  [0.12, 0.9],
  [0.12, 1.2],
  [0.15, 1.23],
];
const TUBE: Profile = [
  [0, 0],
  [0.06, 0.012],
  [0.1, 0.06],
  [0.11, 0.12],
  [0.11, 0.97],
  [0.13, 1],
];
const WINE_GLASS: Profile = [
  [0, 0],
  [0.32, 0],
  [0.3, 0.02],
  [0.06, 0.05],
  [0.035, 0.12],
  [0.035, 0.5],
  [0.1, 0.56],
  [0.28, 0.68],
  [0.36, 0.84],
  [0.35, 1.0],
  [0.29, 1.22],
];
const FLUTE: Profile = [
  [0, 0],
  [0.25, 0],
  [0.23, 0.02],
  [0.05, 0.05],
  [0.03, 0.12],
  [0.03, 0.46],
  [0.1, 0.54],
  [0.17, 0.72],
  [0.19, 0.95],
  [0.17, 1.32],
];
const TUMBLER: Profile = [
  [0, 0],
  [0.3, 0],
  [0.33, 0.03],
  [0.37, 0.86],
];

function stand(
  stock: Stock,
  [x, y, z]: Vec3,
  size: number,
  outside: Profile,
  { floor, level, content }: { floor: number; level?: number; content?: Coat },
): void {
  const origin: Vec3 = [x, y, z];
  stock.add(new Lathe({ origin, size, profile: vessel(outside, floor), material: stock.material(BLOWN) }));
  if (content && level !== undefined)
    stock.add(new Lathe({ origin, size, profile: filling(outside, floor, level), material: stock.material(content) }));
}

function rack(stock: Stock, { x, y, z, index }: ThingSpot): void {
  const wood = stock.material(RACK);
  const bar = (high: number, half: number) =>
    new Box({ x, y: y + high, z, halfX: 0.27, halfY: half, halfZ: 0.06, bevel: 0.008, material: wood });
  stock.add(bar(0.02, 0.02), bar(0.28, 0.012));
  for (const side of [-1, 1])
    stock.add(
      new Box({
        x: x + 0.255 * side,
        y: y + 0.15,
        z,
        halfX: 0.014,
        halfY: 0.14,
        halfZ: 0.055,
        bevel: 0.006,
        material: wood,
      }),
    );
  for (let i = 0; i < 4; i++)
    stand(stock, [x - 0.165 + 0.11 * i, y + 0.042, z], 0.42, TUBE, {
      floor: 0.03,
      level: 0.45 + 0.12 * ((i * 2 + index) % 4),
      content: REAGENTS[(i + index) % REAGENTS.length] as Coat,
    });
}

function labware(stock: Stock, spot: ThingSpot): void {
  const { x, y, z, index } = spot;
  const content = REAGENTS[index % REAGENTS.length] as Coat;
  if (index % 4 === 0) stand(stock, [x, y, z], 0.42, FLASK, { floor: 0.03, level: 0.34, content });
  else if (index % 4 === 1) stand(stock, [x, y, z], 0.34, BEAKER, { floor: 0.03, level: 0.5, content });
  else if (index % 4 === 2) rack(stock, spot);
  else stand(stock, [x, y, z], 0.42, ROUND_FLASK, { floor: 0.03, level: 0.42, content });
}

const glasses = (
  outside: Profile,
  size: number,
  room: number,
  level: number,
  floor: number,
  content: Coat,
): ThingKind => ({
  count: [1, 2],
  room,
  away: 0.7,
  build: (stock, { x, y, z }) => stand(stock, [x, y, z], size, outside, { floor, level, content }),
});

/** Vessels of glass and what is in them. */
export const GLASSWARE = {
  labware: { count: [3, 5], room: 0.2, away: 0.6, build: labware },
  "wine-glass": glasses(WINE_GLASS, 0.56, 0.24, 0.86, 0.56, WINE),
  "champagne-glass": glasses(FLUTE, 0.6, 0.2, 1.1, 0.54, CHAMPAGNE),
  tumbler: {
    count: [1, 2],
    room: 0.2,
    away: 0.6,
    build: (stock, { x, y, z }) => stand(stock, [x, y, z], 0.4, TUMBLER, { floor: 0.1 }),
  },
} satisfies Record<string, ThingKind>;
