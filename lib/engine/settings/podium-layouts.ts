import { Arch } from "../tracer/arch.ts";
import { Box } from "../tracer/box.ts";
import { Cylinder } from "../tracer/cylinder.ts";
import type { Shape } from "../tracer/shape.ts";
import { Sphere } from "../tracer/sphere.ts";

/** Height of the podium's top above the studio floor. */
export const PODIUM_HEIGHT = 0.34;

export const PODIUM_MATERIAL = {
  floor: 0,
  wall: 1,
  podium: 2,
  accent: 3,
  glossy: 4,
  matte: 5,
  gold: 6,
  deep: 7,
} as const;
const M = PODIUM_MATERIAL;

export interface LayoutInput {
  readonly layout: number;
  /** Centre and half width of the subject's base. */
  readonly x: number;
  readonly z: number;
  readonly baseHalf: number;
  readonly wallZ: number;
  /** The key light's side: tall things stand opposite, where their shadow falls on the wall and not on the subject. */
  readonly side: -1 | 1;
  readonly rich: boolean;
  readonly random: () => number;
}

const GROUND = -PODIUM_HEIGHT;

export const PODIUM_LAYOUTS = [archesAndDiscs, sunDiscAndSteps, blocksAndColumn, doorwayAndSlab] as const;

export function podiumShapes(input: LayoutInput): Shape[] {
  const arrange = PODIUM_LAYOUTS[input.layout % PODIUM_LAYOUTS.length] ?? archesAndDiscs;
  const shapes = arrange(input);
  if (input.rich) shapes.push(...scatter(input));
  return shapes;
}

function discUnder({ x, z, baseHalf }: LayoutInput): { radius: number; shapes: Shape[] } {
  const radius = Math.max(0.62, baseHalf * 2.1);
  return { radius, shapes: [new Cylinder({ x, z, radius, bottom: GROUND, top: 0, material: M.podium })] };
}

function archesAndDiscs(input: LayoutInput): Shape[] {
  const { x, z, side, wallZ, random } = input;
  const { radius, shapes } = discUnder(input);
  const far = -side;
  return [
    ...shapes,
    new Cylinder({
      x: x - 0.1 * far,
      z: z + 0.12,
      radius: radius * 1.55,
      bottom: GROUND,
      top: GROUND * 0.55,
      material: M.matte,
    }),
    new Arch({
      x: x + 0.35 * far,
      radius: 0.95,
      spring: 0.75,
      bottom: GROUND,
      front: wallZ - 0.55,
      back: wallZ - 0.38,
      material: M.accent,
    }),
    new Arch({
      x: x - (0.72 + 0.1 * random()) * far,
      radius: 0.62,
      hole: 0.4,
      spring: 0.35,
      bottom: GROUND,
      front: wallZ - 1.2,
      back: wallZ - 0.98,
      material: M.matte,
    }),
    ball(x - radius * 1.25 * far, z - 0.25, 0.15, M.glossy, GROUND * 0.55),
    ball(x + radius * 1.75 * far, z - 0.3, 0.1, M.gold),
    ball(x + radius * 2.05 * far, z + 0.35, 0.17, M.podium),
  ];
}

function sunDiscAndSteps(input: LayoutInput): Shape[] {
  const { x, z, side, wallZ, random } = input;
  const { radius, shapes } = discUnder(input);
  const far = -side;
  const steps: Shape[] = [0, 1, 2].map((step) => {
    const height = 0.17 * (step + 1);
    return new Box({
      x: x + (radius + 0.22 + 0.2 * step) * far,
      y: GROUND + height / 2,
      z: z + 0.85,
      halfX: 0.1,
      halfY: height / 2,
      halfZ: 0.4,
      material: step === 1 ? M.accent : M.matte,
    });
  });
  return [
    ...shapes,
    ...steps,
    new Arch({
      x: x + (0.12 + 0.25 * random()) * far,
      radius: 0.92,
      spring: 0.78,
      bottom: GROUND,
      disc: true,
      front: wallZ - 0.3,
      back: wallZ - 0.16,
      material: M.accent,
    }),
    new Cylinder({
      x: x - radius * 1.5 * far,
      z: z + 0.45,
      radius: 0.26,
      bottom: GROUND,
      top: GROUND + 0.62,
      material: M.matte,
    }),
    new Sphere({
      x: x - radius * 1.5 * far,
      y: GROUND + 0.62 + 0.17,
      z: z + 0.45,
      radius: 0.17,
      material: M.glossy,
    }),
    ball(x + radius * 1.35 * far, z - 0.3, 0.12, M.gold),
  ];
}

function blocksAndColumn(input: LayoutInput): Shape[] {
  const { x, z, baseHalf, side, wallZ, random } = input;
  const far = -side;
  const half = Math.max(0.6, baseHalf * 1.8);
  return [
    new Box({
      x,
      y: GROUND / 2,
      z: z + 0.1,
      halfX: half,
      halfY: -GROUND / 2,
      halfZ: Math.max(0.5, baseHalf * 1.4),
      turn: 0.12 * far,
      material: M.podium,
    }),
    new Box({
      x: x + (half + 0.5) * far,
      y: GROUND + 0.34,
      z: z + 0.8,
      halfX: 0.36,
      halfY: 0.34,
      halfZ: 0.36,
      turn: 0.5,
      material: M.accent,
    }),
    new Box({
      x: x - (half + 0.42) * far,
      y: GROUND + 0.52,
      z: z + 0.95,
      halfX: 0.24,
      halfY: 0.52,
      halfZ: 0.24,
      turn: -0.35,
      material: M.matte,
    }),
    new Cylinder({
      x: x - (half + 1.02) * far,
      z: z + 1.25,
      radius: 0.2,
      bottom: GROUND,
      top: GROUND + 1.7 + 0.3 * random(),
      material: M.deep,
    }),
    new Arch({
      x: x + 0.2 * far,
      radius: 0.8,
      hole: 0.58,
      spring: 0.8,
      bottom: GROUND,
      front: wallZ - 0.6,
      back: wallZ - 0.4,
      material: M.accent,
    }),
    ball(x + (half + 0.5) * far, z + 0.8, 0.2, M.glossy, GROUND + 0.68),
    ball(x - (half + 0.25) * far, z - 0.15, 0.11, M.gold),
  ];
}

function doorwayAndSlab(input: LayoutInput): Shape[] {
  const { x, z, baseHalf, side, wallZ, random } = input;
  const far = -side;
  const radius = Math.max(0.66, baseHalf * 2.2);
  return [
    new Cylinder({ x, z, radius, bottom: GROUND * 0.5, top: 0, material: M.podium }),
    new Cylinder({
      x: x + 0.14 * far,
      z: z + 0.1,
      radius: radius * 1.32,
      bottom: GROUND,
      top: GROUND * 0.5,
      material: M.accent,
    }),
    new Arch({
      x: x - 0.15 * far,
      radius: 1.25,
      hole: 0.86,
      spring: 0.62,
      bottom: GROUND,
      front: wallZ - 0.45,
      back: wallZ - 0.18,
      material: M.matte,
    }),
    new Arch({
      x: x + 1.05 * far,
      radius: 0.42,
      spring: 0.3 + 0.2 * random(),
      bottom: GROUND,
      front: z + 0.85,
      back: z + 1.05,
      material: M.deep,
    }),
    ball(x - radius * 1.55 * far, z + 0.15, 0.2, M.glossy),
    ball(x - radius * 1.3 * far, z - 0.42, 0.08, M.gold),
    ball(x + radius * 1.6 * far, z - 0.2, 0.13, M.podium),
  ];
}

const VASE_RADIUS = 0.17;
/** Where a vase's opening is, above the studio floor. */
export const VASE_MOUTH = GROUND + VASE_RADIUS * 2.4;

/** The vase stands at the light's side, where the sets have nothing tall. */
export function vasePlace({ x, z, side, baseHalf }: Pick<LayoutInput, "x" | "z" | "side" | "baseHalf">) {
  return { x: x + (Math.max(0.62, baseHalf * 2.1) * 1.4 + 0.22) * side, z: z + 1.05 };
}

/** What v3 adds: pearls on the floor, a vase, and a second arch in the distance. */
function scatter({ x, z, wallZ, side, baseHalf, random }: LayoutInput): Shape[] {
  const reach = Math.max(0.62, baseHalf * 2.1) * 1.7;
  const pearls = Array.from({ length: 7 }, (_, i) => {
    const angle = (i / 7) * Math.PI * 2 + random();
    const distance = reach * (1 + 0.5 * random());
    return ball(
      x + Math.cos(angle) * distance,
      z + Math.sin(angle) * distance * 0.6 + 0.25,
      0.03 + 0.045 * random() * random(),
      i % 3 === 0 ? M.gold : i % 3 === 1 ? M.podium : M.glossy,
    );
  });
  const vaseAt = vasePlace({ x, z, side, baseHalf });
  return [
    ...pearls,
    ball(vaseAt.x, vaseAt.z, VASE_RADIUS, M.matte),
    new Cylinder({
      x: vaseAt.x,
      z: vaseAt.z,
      radius: VASE_RADIUS * 0.36,
      bottom: GROUND + VASE_RADIUS * 1.7,
      top: GROUND + VASE_RADIUS * 2.4,
      material: M.matte,
    }),
    new Arch({
      x: x + 1.95 * side,
      radius: 0.5,
      spring: 0.9,
      bottom: GROUND,
      front: wallZ - 0.28,
      back: wallZ - 0.14,
      material: M.deep,
    }),
  ];
}

function ball(x: number, z: number, radius: number, material: number, on = GROUND): Sphere {
  return new Sphere({ x, y: on + radius, z, radius, material });
}
