import { afterEach, beforeEach, expect, test } from "vitest";
import { deleteIdempotencyKeysBefore } from "#lib/db/idempotency-repository.ts";
import type { StudioDatabase } from "#lib/db/studio-database.ts";
import { openTestDatabase } from "#lib/db/test-database.ts";
import { createIdempotency, type Idempotency, type Remember } from "./idempotency.ts";

let db: StudioDatabase;
let close: () => Promise<void>;
let idempotency: Idempotency;
let made: number;
beforeEach(async () => {
  ({ db, close } = await openTestDatabase());
  idempotency = createIdempotency({ db, clock: { now: () => 5, monotonic: () => 0, sleep: async () => undefined } });
  made = 0;
});
afterEach(() => close());

const request = { scope: "make", key: "key-0001", bodySha256: "00" };
const make = async () => ({ number: ++made });

test("the same request under one key is made once and answered alike, and says which answer is the repeat", async () => {
  expect(await idempotency.once(request, make)).toEqual({ made: { number: 1 }, isReplay: false });
  expect(await idempotency.once(request, make)).toEqual({ made: { number: 1 }, isReplay: true });
  expect(made).toBe(1);
});

test("another operation, and another key, are another request", async () => {
  await idempotency.once(request, make);
  await idempotency.once({ ...request, scope: "other" }, make);
  await idempotency.once({ ...request, key: "key-0002" }, make);
  expect(made).toBe(3);
});

test("another body under a known key is refused and makes nothing, also while the first is under way", async () => {
  const first = idempotency.once(request, make);
  const other = idempotency.once({ ...request, bodySha256: "01" }, make);
  await expect(other).rejects.toMatchObject({ code: "request/idempotency-mismatch" });
  await first;
  expect(made).toBe(1);
});

test("what failed is not remembered: the next in line makes it", async () => {
  let isFirst = true;
  const failOnce = async () => {
    if (isFirst) {
      isFirst = false;
      throw new Error("not this time");
    }
    return await make();
  };
  const [first, ...rest] = await Promise.allSettled(
    Array.from({ length: 5 }, () => idempotency.once(request, failOnce)),
  );
  expect(first?.status).toBe("rejected");
  expect(rest.map((result) => result.status === "fulfilled" && result.value)).toEqual([
    { made: { number: 1 }, isReplay: false },
    { made: { number: 1 }, isReplay: true },
    { made: { number: 1 }, isReplay: true },
    { made: { number: 1 }, isReplay: true },
  ]);
});

test("what is rolled back is not remembered either", async () => {
  const rolledBack = async (remember: Remember<{ number: number }>) =>
    db.transaction().execute(async (transaction) => {
      await remember(transaction, { number: 0 });
      throw new Error("power cut");
    });
  await expect(idempotency.once(request, rolledBack)).rejects.toThrow("power cut");
  expect(await idempotency.once(request, make)).toEqual({ made: { number: 1 }, isReplay: false });
});

test("work under other keys does not wait", async () => {
  const never = idempotency.once(request, () => new Promise(() => undefined));
  expect(await idempotency.once({ ...request, key: "key-0002" }, make)).toMatchObject({ isReplay: false });
  void never;
});

test("a key that was forgotten may be used anew", async () => {
  await idempotency.once(request, make);
  await deleteIdempotencyKeysBefore(db, 6);
  expect(await idempotency.once(request, make)).toEqual({ made: { number: 2 }, isReplay: false });
});
