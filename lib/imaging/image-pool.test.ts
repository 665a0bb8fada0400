import { expect, test } from "vitest";
import { ImagePool } from "./image-pool.ts";

test("never runs more tasks than it has slots, starts them in order, and survives one that fails", async () => {
  const pool = new ImagePool(2);
  const started: number[] = [];
  let running = 0;
  let most = 0;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 9 }, (_, index) =>
      pool.run(async () => {
        started.push(index);
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn <= index % 3; turn += 1) await Promise.resolve();
        running -= 1;
        if (index === 4) throw new Error("broken picture");
      }),
    ),
  );
  expect(most).toBe(2);
  expect(started).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
});
