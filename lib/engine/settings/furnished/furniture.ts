import { oklch } from "../../math/color.ts";
import type { Vec3 } from "../../math/vector.ts";
import { type Coat, metalCoat, plainCoat } from "../../textures/coat.ts";
import { Box } from "../../tracer/box.ts";
import { Cylinder } from "../../tracer/cylinder.ts";
import { Ellipsoid } from "../../tracer/ellipsoid.ts";
import { Sphere } from "../../tracer/sphere.ts";
import type { Stock } from "../stock.ts";

/** Where a piece of furniture stands or hangs: its middle, in metres; y is its foot, or its upper end where it hangs. */
export interface Place {
  readonly x: number;
  readonly y?: number;
  readonly z: number;
}

const IRON: Coat = metalCoat([0.2, 0.19, 0.18], 0.4);
const BRASS: Coat = metalCoat([0.95, 0.74, 0.42], 0.25);

/** Shines by itself in `color`, linear and above 1 for a lamp, and lights what is near. */
export function shining(color: Vec3): Coat {
  return {
    material: { reflectance: 0, roughness: 1 },
    color: (_a, _b, _coarse, out) => out.set(color.map((v) => Math.min(14, v * 2))),
    glow: (_hit, _ray, out) => out.set(color),
  };
}

/** A box by its middle and full size. */
export function block(stock: Stock, { x, y = 0, z }: Place, [w, h, d]: Vec3, coat: Coat, bevel = 0.02): void {
  stock.add(
    new Box({
      x,
      y: y + h / 2,
      z,
      halfX: w / 2,
      halfY: h / 2,
      halfZ: d / 2,
      bevel: Math.min(bevel, h / 3, w / 3),
      material: stock.material(coat),
    }),
  );
}

const pillow = (stock: Stock, { x, y = 0, z }: Place, width: number, coat: Coat, turn = 0): void =>
  stock.add(
    new Ellipsoid({
      x,
      y: y + width * 0.36,
      z,
      radiusX: width / 2,
      radiusY: width * 0.38,
      radiusZ: width * 0.2,
      turn,
      material: stock.material(coat),
    }),
  );

/** A couch of `width` metres that faces the camera, with two cushions. */
export function couch(stock: Stock, { x, z }: Place, width: number, cloth: Vec3, cushion: Vec3): void {
  const coat = plainCoat(cloth, { reflectance: 0.02, roughness: 0.8 });
  const soft = plainCoat(cushion, { reflectance: 0.02, roughness: 0.8 });
  block(stock, { x, y: 0.12, z: z - 0.35 }, [width, 0.32, 0.8], coat, 0.07);
  block(stock, { x, y: 0.3, z }, [width, 0.6, 0.26], coat, 0.1);
  for (const end of [-1, 1])
    block(stock, { x: x + (end * width) / 2, y: 0.1, z: z - 0.3 }, [0.24, 0.6, 0.9], coat, 0.09);
  pillow(stock, { x: x - width * 0.32, y: 0.46, z: z - 0.24 }, 0.5, soft, 0.2);
  pillow(
    stock,
    { x: x + width * 0.28, y: 0.46, z: z - 0.24 },
    0.46,
    plainCoat(cloth.map((v) => v * 0.7) as unknown as Vec3),
  );
}

/** A headboard with pillows, the bed itself below the table's edge. */
export function bed(stock: Stock, { x, z }: Place, width: number, cloth: Vec3, linen: Vec3): void {
  const coat = plainCoat(cloth, { reflectance: 0.02, roughness: 0.8 });
  for (let i = 0; i < 4; i++) {
    const pane = width / 4;
    block(stock, { x: x + (i - 1.5) * pane, y: 0, z }, [pane - 0.02, 1.25, 0.12], coat, 0.06);
  }
  const sheet = plainCoat(linen, { reflectance: 0.02, roughness: 0.8 });
  block(stock, { x, y: 0, z: z - 1 }, [width, 0.55, 1.8], sheet, 0.1);
  for (const side of [-1, 1]) {
    pillow(stock, { x: x + side * width * 0.24, y: 0.54, z: z - 0.24 }, 0.66, sheet);
    pillow(stock, { x: x + side * width * 0.2, y: 0.52, z: z - 0.42 }, 0.46, coat);
  }
}

/** A lamp with a shade of cloth, on a pole or on a table; `height` of the shade's lower edge over its foot. */
export function shadedLamp(stock: Stock, { x, y = 0, z }: Place, height: number, size: number, light: Vec3): void {
  stock.add(
    new Cylinder({ x, z, radius: 0.014, bottom: y, top: y + height + 0.05, material: stock.material(BRASS) }),
    new Cylinder({ x, z, radius: size * 0.5, bottom: y, top: y + 0.03, material: stock.material(BRASS) }),
    new Cylinder({
      x,
      z,
      radius: size * 0.6,
      bottom: y + height,
      top: y + height + size,
      bevel: 0.03,
      material: stock.material(shining(light)),
    }),
  );
}

/** A shade on a cord from the ceiling with a bulb that shows below it. */
export function pendant(stock: Stock, { x, y = 2, z }: Place, size: number, light: Vec3, shade: Coat = IRON): void {
  stock.add(
    new Cylinder({ x, z, radius: 0.008, bottom: y, top: y + 3, material: stock.material(IRON) }),
    new Cylinder({ x, z, radius: size * 0.16, bottom: y - size * 0.1, top: y, material: stock.material(shade) }),
    new Cylinder({
      x,
      z,
      radius: size * 0.5,
      bottom: y - size * 0.42,
      top: y - size * 0.1,
      bevel: size * 0.14,
      material: stock.material(shade),
    }),
    new Sphere({ x, y: y - size * 0.46, z, radius: size * 0.24, material: stock.material(shining(light)) }),
  );
}

/** Rings of small lights, wider ones higher. */
export function chandelier(stock: Stock, { x, y = 2.4, z }: Place, radius: number, light: Vec3): void {
  const brass = stock.material(BRASS);
  const flame = stock.material(shining(light));
  stock.add(new Cylinder({ x, z, radius: 0.015, bottom: y - 0.1, top: y + 3, material: brass }));
  for (const [ring, count] of [
    [1, 14],
    [0.62, 9],
    [0.26, 4],
  ] as const) {
    const level = y - 0.55 * (1 - ring);
    stock.add(
      new Cylinder({ x, z, radius: radius * ring * 0.97, bottom: level - 0.035, top: level - 0.02, material: brass }),
    );
    for (let i = 0; i < count; i++) {
      const turn = ((i + ring) / count) * 2 * Math.PI;
      stock.add(
        new Sphere({
          x: x + Math.cos(turn) * radius * ring,
          y: level + 0.03,
          z: z + Math.sin(turn) * radius * ring,
          radius: 0.036,
          material: flame,
        }),
      );
    }
  }
}

/** A window of `columns` panes in a wall at `z`, curtains at its sides; `x` and `y` are the middle of its lower edge. */
export function windowIn(
  stock: Stock,
  { x, y = 0, z }: Place,
  {
    width,
    height,
    columns,
    outside,
    frame,
    curtain,
  }: {
    readonly width: number;
    readonly height: number;
    readonly columns: number;
    readonly outside: Coat;
    readonly frame: Vec3;
    readonly curtain: Vec3 | null;
  },
): void {
  const wood = plainCoat(frame);
  block(stock, { x, y, z: z - 0.02 }, [width, height, 0.03], outside, 0);
  for (let i = 0; i <= columns; i++)
    block(stock, { x: x + (i / columns - 0.5) * width, y, z: z - 0.06 }, [0.06, height, 0.06], wood, 0);
  for (const share of [0, 0.62, 1])
    block(stock, { x, y: y + share * height - 0.03, z: z - 0.06 }, [width, 0.06, 0.06], wood, 0);
  if (!curtain) return;
  const cloth = stock.material(plainCoat(curtain, { reflectance: 0.02, roughness: 0.8 }));
  for (const end of [-1, 1]) {
    for (let fold = 0; fold < 4; fold++) {
      stock.add(
        new Cylinder({
          x: x + end * (width / 2 + 0.02 + 0.1 * fold),
          z: z - 0.14 + 0.02 * (fold % 2),
          radius: 0.06,
          bottom: 0,
          top: y + height + 0.2,
          material: cloth,
        }),
      );
    }
  }
}

/** A picture in a thin frame, by its middle. */
export function framed(
  stock: Stock,
  { x, y = 1.6, z }: Place,
  width: number,
  height: number,
  paint: Vec3,
  ink: Vec3,
): void {
  const at = { x, y: y - height / 2, z };
  block(stock, at, [width, height, 0.03], plainCoat([0.12, 0.08, 0.05]), 0);
  block(stock, { ...at, y: at.y + 0.03, z: z - 0.02 }, [width - 0.06, height - 0.06, 0.02], plainCoat(paint), 0);
  stock.add(
    new Ellipsoid({
      x: x + 0.06 * width,
      y: y - 0.04 * height,
      z: z - 0.03,
      radiusX: width * 0.24,
      radiusY: height * 0.22,
      radiusZ: 0.01,
      material: stock.material(plainCoat(ink)),
    }),
  );
}

/** A pot plant as tall as a person, in masses of leaves. */
export function tallPlant(stock: Stock, { x, y = 0, z }: Place, height: number, random: () => number): void {
  block(stock, { x, y, z }, [0.3, 0.34, 0.3], plainCoat([0.55, 0.5, 0.44]), 0.06);
  stock.add(
    new Cylinder({
      x,
      z,
      radius: 0.02,
      bottom: y + 0.3,
      top: y + height * 0.75,
      material: stock.material(plainCoat([0.12, 0.08, 0.05])),
    }),
  );
  const greens = [0.32, 0.4, 0.48].map((light) => stock.material(plainCoat(oklch(light, 0.08, 132))));
  for (let i = 0; i < 26; i++) {
    const turn = random() * 2 * Math.PI;
    const up = 0.45 + 0.55 * random();
    const out = height * 0.26 * Math.sin(up * 2.6) * (0.4 + 0.6 * random());
    stock.add(
      new Ellipsoid({
        x: x + Math.cos(turn) * out,
        y: y + height * up,
        z: z + Math.sin(turn) * out,
        radiusX: height * (0.04 + 0.05 * random()),
        radiusY: height * (0.02 + 0.05 * random()),
        radiusZ: height * 0.03,
        turn: turn + random(),
        material: greens[i % 3] as number,
      }),
    );
  }
}

/** Boards on a wall with things on them: bottles, cups, books, boxes in the given coats. */
export function shelves(
  stock: Stock,
  { x, y = 0.9, z }: Place,
  {
    width,
    levels,
    pitch,
    board,
    wares,
    random,
  }: {
    readonly width: number;
    readonly levels: number;
    readonly pitch: number;
    readonly board: Coat;
    readonly wares: readonly { readonly coat: Coat; readonly height: number; readonly radius: number }[];
    readonly random: () => number;
  },
): void {
  for (let level = 0; level < levels; level++) {
    const top = y + level * pitch;
    block(stock, { x, y: top - 0.04, z }, [width, 0.04, 0.26], board, 0.005);
    let at = x - width / 2 + 0.1;
    while (at < x + width / 2 - 0.08) {
      const ware = wares[Math.floor(random() * wares.length)];
      if (!ware) return;
      const tall = ware.height * (0.8 + 0.4 * random());
      stock.add(
        new Cylinder({
          x: at,
          z: z - 0.02,
          radius: ware.radius,
          bottom: top,
          top: top + Math.min(tall, pitch - 0.08),
          bevel: ware.radius * 0.4,
          material: stock.material(ware.coat),
        }),
      );
      at += ware.radius * 2 + 0.03 + 0.12 * random();
    }
  }
}
