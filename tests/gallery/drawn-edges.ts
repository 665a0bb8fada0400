import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";

/** Edge layers of simple forms, drawn: soft white lines on black, transparent outside. */
const SIDE_PX = 512;

type Draw = (pen: Pen) => void;

interface Pen {
  /** Closed form through points, filled black and outlined; `round` smooths its corners. */
  form(points: readonly (readonly [number, number])[], round?: boolean): void;
  ellipse(x: number, y: number, radiusX: number, radiusY: number, turn?: number): void;
  line(points: readonly (readonly [number, number])[]): void;
}

export const DRAWN_EDGES: Readonly<Record<string, Draw>> = {
  apple: ({ ellipse, form }) => {
    form(
      [
        [256, 170],
        [330, 130],
        [410, 190],
        [400, 330],
        [320, 430],
        [256, 415],
        [192, 430],
        [112, 330],
        [102, 190],
        [182, 130],
      ],
      true,
    );
    form(
      [
        [250, 175],
        [246, 110],
        [262, 80],
        [276, 86],
        [262, 115],
        [264, 175],
      ],
      true,
    );
    ellipse(316, 104, 44, 18, -0.4);
  },
  strawberry: ({ ellipse, form }) => {
    form(
      [
        [256, 150],
        [360, 140],
        [400, 220],
        [350, 350],
        [256, 440],
        [162, 350],
        [112, 220],
        [152, 140],
      ],
      true,
    );
    for (let row = 0; row < 5; row++)
      for (let i = 0; i < 5 - Math.max(0, row - 1); i++)
        ellipse(256 + (i - (4 - Math.max(0, row - 1)) / 2) * 50, 205 + row * 46, 5, 8);
    form([
      [256, 130],
      [330, 96],
      [316, 140],
      [384, 146],
      [306, 176],
      [256, 200],
      [206, 176],
      [128, 146],
      [196, 140],
      [182, 96],
    ]);
  },
  cat: ({ ellipse, form }) => {
    form(
      [
        [256, 250],
        [350, 290],
        [380, 420],
        [350, 480],
        [160, 480],
        [132, 420],
        [162, 290],
      ],
      true,
    );
    form([
      [160, 160],
      [150, 60],
      [226, 106],
    ]);
    form([
      [352, 160],
      [362, 60],
      [286, 106],
    ]);
    ellipse(256, 190, 118, 100);
    ellipse(212, 176, 16, 18);
    ellipse(300, 176, 16, 18);
    ellipse(256, 214, 12, 9);
  },
  drape: ({ form, line }) => {
    form(
      [
        [70, 90],
        [250, 60],
        [440, 90],
        [460, 300],
        [420, 440],
        [260, 400],
        [90, 450],
        [50, 280],
      ],
      true,
    );
    for (const x of [130, 200, 270, 345])
      line([
        [x, 90],
        [x + 26, 200],
        [x - 6, 310],
        [x + 20, 400],
      ]);
  },
  pebbles: ({ ellipse }) => {
    ellipse(180, 380, 120, 74, 0.1);
    ellipse(350, 390, 100, 66, -0.2);
    ellipse(262, 270, 96, 58, 0.15);
    ellipse(256, 176, 66, 40, -0.1);
  },
  star: ({ form }) => {
    form(
      Array.from({ length: 10 }, (_, i): [number, number] => {
        const reach = i % 2 === 0 ? 200 : 88;
        return [256 + reach * Math.sin((i * Math.PI) / 5), 266 - reach * Math.cos((i * Math.PI) / 5)];
      }),
    );
  },
};

export function drawnEdge(draw: Draw): Buffer {
  const body = createCanvas(SIDE_PX, SIDE_PX);
  const soft = createCanvas(SIDE_PX, SIDE_PX);
  const context = body.getContext("2d");
  context.lineWidth = 5;
  context.strokeStyle = "#fff";
  context.fillStyle = "#000";
  draw(penOn(context));
  const softened = soft.getContext("2d");
  softened.drawImage(body, 0, 0);
  softened.globalCompositeOperation = "source-atop";
  softened.filter = "blur(1.5px)";
  softened.drawImage(body, 0, 0);
  return soft.toBuffer("image/png");
}

function penOn(context: SKRSContext2D): Pen {
  const trace = (points: readonly (readonly [number, number])[], round: boolean, closed: boolean) => {
    context.beginPath();
    const at = (i: number) => points[(i + points.length) % points.length] ?? ([0, 0] as const);
    if (!round) for (const [x, y] of points) context.lineTo(x, y);
    else
      for (let i = 0; i < points.length + (closed ? 1 : 0); i++) {
        const [x, y] = at(i);
        const [nextX, nextY] = closed ? at(i + 1) : (points[i + 1] ?? at(i));
        if (i === 0) context.moveTo((x + nextX) / 2, (y + nextY) / 2);
        else context.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
      }
    if (closed) context.closePath();
  };
  return {
    form(points, round = false) {
      trace(points, round, true);
      context.fill();
      context.stroke();
    },
    ellipse(x, y, radiusX, radiusY, turn = 0) {
      context.beginPath();
      context.ellipse(x, y, radiusX, radiusY, turn, 0, 7);
      context.fill();
      context.stroke();
    },
    line(points) {
      trace(points, true, false);
      context.stroke();
    },
  };
}
