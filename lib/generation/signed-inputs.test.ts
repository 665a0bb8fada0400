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
  const { expires = "", signature = "" } = Object.fromEntries(url.searchParams);
  return { clock, inputs, url, fileName: url.pathname.split("/").at(-1) ?? "", signed: { expires, signature } };
}

test("an address under the public origin leads to the bytes, also after a restart", async () => {
  const { url, fileName, signed } = await given();
  expect(`${url.origin}${url.pathname}`).toBe(`https://studio.example/api/inputs/${asset}.png`);
  const { bytes, mediaType } = await inputsAt({ at: 1_000_000 }).read(fileName, signed);
  expect(new TextDecoder().decode(bytes)).toBe(asset);
  expect(mediaType).toBe("image/png");
});

test("it is good for a day, as long as upstream keeps a task, and not longer", async () => {
  const { clock, inputs, fileName, signed } = await given();
  clock.at += 24 * HOUR_MS;
  await inputs.read(fileName, signed);
  clock.at += 1_001;
  await expect(inputs.read(fileName, signed)).rejects.toMatchObject({ code: "input/not-signed" });
});

type Address = { fileName: string; expires: string; signature: string };
const flipped = (text: string) => `${text[0] === "A" ? "B" : "A"}${text.slice(1)}`;

test.each<[string, (address: Address) => Partial<Address>]>([
  ["another picture", () => ({ fileName: `${other}.png` })],
  ["another form of it", () => ({ fileName: `${asset}.webp` })],
  ["a later end", ({ expires }) => ({ expires: String(Number(expires) + 1) })],
  ["an end that is no number", () => ({ expires: "never" })],
  ["no end", () => ({ expires: "" })],
  ["no signature", () => ({ signature: "" })],
  ["half a signature", ({ signature }) => ({ signature: signature.slice(0, 20) })],
  ["a signature with one letter changed", ({ signature }) => ({ signature: flipped(signature) })],
])("%s is refused", async (_, change) => {
  const { inputs, fileName, signed } = await given();
  const address = { fileName, ...signed };
  const changed = { ...address, ...change(address) };
  await expect(inputs.read(changed.fileName, changed)).rejects.toMatchObject({ code: "input/not-signed" });
});

test("another studio's address is refused", async () => {
  const { fileName, signed } = await given();
  const elsewhere = inputsAt({ at: 1_000_000 }, "another secret");
  await expect(elsewhere.read(fileName, signed)).rejects.toMatchObject({ code: "input/not-signed" });
});
