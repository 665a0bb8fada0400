import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { analyseSubject } from "./analyse-subject.ts";

function factsOf(draw: (context: SKRSContext2D) => void) {
  const canvas = createCanvas(300, 300);
  const context = canvas.getContext("2d");
  draw(context);
  return analyseSubject(createPixelBuffer(300, 300, new Uint8Array(context.getImageData(0, 0, 300, 300).data)));
}

const feetOf = (draw: (context: SKRSContext2D) => void) => factsOf(draw).feet;

describe("feet", () => {
  it("are the whole straight line under a bottle", () => {
    const feet = feetOf((context) => context.fillRect(100, 50, 80, 200));
    expect(feet).toMatchObject([{ bottom: 250, rise: 0 }]);
    expect(feet[0]?.halfWidth).toBeGreaterThan(37);
  });

  it("follow the ellipse under a can", () => {
    const [foot, ...others] = feetOf((context) => {
      context.fillRect(100, 50, 100, 180);
      context.ellipse(150, 230, 50, 14, 0, 0, 7);
      context.fill();
    });
    expect(others).toEqual([]);
    expect((foot?.rise ?? 0) / (foot?.halfWidth ?? 1)).toBeGreaterThan(0.22);
    expect((foot?.rise ?? 0) / (foot?.halfWidth ?? 1)).toBeLessThan(0.34);
  });

  it("are the ends of legs, however far back, and not the seat between them", () => {
    const feet = feetOf((context) => {
      context.fillRect(60, 100, 180, 20);
      context.fillRect(60, 100, 20, 150);
      context.fillRect(220, 100, 20, 150);
      context.fillRect(110, 100, 20, 125);
    });
    expect(feet.map(({ bottom }) => bottom)).toEqual([250, 225, 250]);
  });

  it("are those of each jar in a group, also of one half hidden behind another", () => {
    const jar = (context: SKRSContext2D, x: number, bottom: number) => {
      context.beginPath();
      context.fillRect(x - 40, 120, 80, bottom - 132);
      context.ellipse(x, bottom - 12, 40, 12, 0, 0, 7);
      context.fill();
    };
    const feet = feetOf((context) => {
      jar(context, 90, 232);
      jar(context, 150, 260);
    });
    expect(feet.map(({ bottom }) => bottom)).toEqual([232, 260]);
  });

  it("are a small tip under a ball and under a card on its corner", () => {
    const ball = feetOf((context) => {
      context.arc(150, 180, 70, 0, 7);
      context.fill();
    });
    const card = feetOf((context) => {
      context.translate(150, 160);
      context.rotate(0.35);
      context.fillRect(-60, -60, 120, 120);
    });
    for (const [foot] of [ball, card]) expect(foot?.halfWidth).toBeLessThan(30);
  });

  it("are none where nothing is visible", () => {
    expect(feetOf(() => undefined)).toEqual([]);
  });
});

describe("a cut-out", () => {
  const lit = (context: SKRSContext2D, from: string, to: string) => {
    const gradient = context.createLinearGradient(80, 0, 220, 0);
    gradient.addColorStop(0, from);
    gradient.addColorStop(1, to);
    context.fillStyle = gradient;
  };

  it("is lit from its brighter side, wherever there is more of it", () => {
    const shoe = (from: string, to: string) =>
      factsOf((context) => {
        lit(context, from, to);
        context.moveTo(80, 100);
        context.lineTo(220, 240);
        context.lineTo(80, 240);
        context.fill();
      }).lightSide;
    expect(shoe("#eee", "#333")).toBeLessThan(-0.1);
    expect(shoe("#333", "#eee")).toBeGreaterThan(0.1);
    expect(Math.abs(shoe("#888", "#888"))).toBeLessThan(0.01);
  });

  it("stands on the ground, floats above it, or hangs from the upper edge", () => {
    const standing = factsOf((context) => context.fillRect(100, 80, 80, 150));
    const floating = factsOf((context) => context.fillRect(100, 20, 80, 100));
    const hanging = factsOf((context) => {
      context.fillRect(148, 0, 4, 60);
      context.fillRect(100, 60, 100, 60);
    });
    expect(standing).toMatchObject({ hanging: false, ground: 230 });
    expect(floating).toMatchObject({ hanging: false, ground: 252 });
    expect(hanging).toMatchObject({ hanging: true, ground: 252, feet: [] });
  });

  it("is seen as a whole when it is mostly glass", () => {
    const glass = factsOf((context) => {
      context.fillStyle = "rgba(200, 220, 230, 0.3)";
      context.fillRect(100, 60, 90, 180);
      context.fillStyle = "#333";
      context.fillRect(130, 40, 30, 24);
    });
    expect(glass).toMatchObject({ left: 100, right: 190, bottom: 240 });
    expect(glass.rowAlpha[100]).toBeCloseTo(0.3, 1);
  });
});
