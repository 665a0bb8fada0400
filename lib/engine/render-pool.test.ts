import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { RenderPool } from "./render-pool.ts";
import { renderJob } from "./test-job.ts";

describe("a render pool", () => {
  it("lets small pictures pass while a second large one waits for the first", async () => {
    const pool = new RenderPool(3);
    const large = new Uint8Array(
      await sharp({ create: { width: 1601, height: 1601, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
        .png()
        .toBuffer(),
    );
    try {
      const order: string[] = [];
      const start = async (name: string, subject?: Uint8Array) => {
        const pending = pool.start(renderJob(subject ? { subject } : {}), 0);
        return {
          pending,
          settled: pending.result.then(() => order.push(name)).catch(() => order.push(`${name} stopped`)),
        };
      };
      const first = await start("first large", large);
      const second = await start("second large", large);
      const small = await start("small");
      await small.settled;
      expect(order).toEqual(["small"]);
      first.pending.cancel(new Error("enough"));
      second.pending.cancel(new Error("enough"));
      await Promise.all([first.settled, second.settled]);
      expect(order).toEqual(["small", "first large stopped", "second large stopped"]);
    } finally {
      await pool.close();
    }
  });
});
