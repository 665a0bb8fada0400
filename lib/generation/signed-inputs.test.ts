import { expect, test } from "vitest";
import type { Clock } from "#lib/base/clock.ts";
import type { AssetId } from "#lib/base/ids.ts";
import { createSignedInputs } from "./signed-inputs.ts";

const HOUR_MS = 3600 * 1000;
const asset: AssetId = `asset_${"ab".repeat(32)}`;
const other: AssetId = `asset_${"cd".repeat(32)}`;
const store = { read: async (id: AssetId) => new TextEncoder().encode(id) };
const signal = new AbortController().signal;

function inputsAt(clock: { at: number }, secret = "secret") {
  const held = { now: () => clock.at } as Clock;
  return createSignedInputs({ publicUrl: "https://studio.example", secret, store, clock: held });
}

async function given(clock = { at: 1_000_000 }) {
  const inputs = inputsAt(clock);
  const url = new URL(await inputs.addressOf(asset, "image/png", signal));
  const fileName = url.pathname.split("/").at(-1) ?? "";
  return { clock, inputs, url, fileName };
}

test("an address under the public origin leads to the bytes, also after a restart", async () => {
  const { url, fileName } = await given();
  expect(`${url.origin}${url.pathname}`).toBe(`https://studio.example/api/inputs/${asset}.png`);
  const { bytes, mediaType } = await inputsAt({ at: 1_000_000 }).read(fileName, url.searchParams);
  expect(new TextDecoder().decode(bytes)).toBe(asset);
  expect(mediaType).toBe("image/png");
});

test("it is good for a day, as long as upstream keeps a task, and not longer", async () => {
  const { clock, inputs, url, fileName } = await given();
  clock.at += 24 * HOUR_MS;
  await inputs.read(fileName, url.searchParams);
  clock.at += 1_001;
  await expect(inputs.read(fileName, url.searchParams)).rejects.toMatchObject({ code: "input/not-signed" });
});

test.each<[string, (address: { fileName: string; query: URLSearchParams }) => void]>([
  ["another picture", (address) => (address.fileName = `${other}.png`)],
  ["another form of it", (address) => (address.fileName = `${asset}.webp`)],
  ["a later end", ({ query }) => query.set("expires", String(Number(query.get("expires")) + 1))],
  ["an end that is no number", ({ query }) => query.set("expires", "never")],
  ["no end", ({ query }) => query.delete("expires")],
  ["no signature", ({ query }) => query.delete("signature")],
  ["half a signature", ({ query }) => query.set("signature", query.get("signature")?.slice(0, 20) ?? "")],
  ["a signature with one letter changed", ({ query }) => query.set("signature", flipped(query.get("signature") ?? ""))],
])("%s is refused", async (_, change) => {
  const { inputs, url, fileName } = await given();
  const address = { fileName, query: url.searchParams };
  change(address);
  await expect(inputs.read(address.fileName, address.query)).rejects.toMatchObject({ code: "input/not-signed" });
});

test("another studio's address is refused", async () => {
  const { url, fileName } = await given();
  const elsewhere = inputsAt({ at: 1_000_000 }, "another secret");
  await expect(elsewhere.read(fileName, url.searchParams)).rejects.toMatchObject({ code: "input/not-signed" });
});

function flipped(signature: string): string {
  return `${signature[0] === "A" ? "B" : "A"}${signature.slice(1)}`;
}
