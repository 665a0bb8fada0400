import { expect, test } from "vitest";
import type { PromptReadings } from "#lib/api/prompt-reading.ts";
import { startRouteServer } from "#tests/drivers/route-server.ts";

async function read(prompts: string[], env: Record<string, string> = {}, role?: string): Promise<PromptReadings> {
  const server = await startRouteServer(env);
  try {
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ prompts, role });
    return await (await fetch(`${server.url}/api/prompt-readings`, { method: "POST", headers, body })).json();
  } finally {
    await server.close();
  }
}

test("the preview engine names what it does not know of each prompt, up to where it is cut off", async () => {
  expect(await read(["a wombat on marble", "", `${"山".repeat(120)}麒麟`, "麒麟"])).toEqual({
    readings: [{ unknown: ["wombat"] }, { unknown: [] }, { unknown: [] }, { unknown: ["麒麟"] }],
  });
});

test("nothing is said of words while pictures come from the cloud", async () => {
  expect(await read(["a wombat"], { DASHSCOPE_API_KEY: "sk-never-sent" })).toEqual({ readings: [{ unknown: [] }] });
});

test("what no picture shows may be named in a negative prompt, and an animal in an element's", async () => {
  const about = async (prompt: string, role?: string) => (await read([prompt], {}, role)).readings[0]?.unknown;
  expect(await about("text, watermark, people")).toEqual(["text", "watermark", "people"]);
  expect(await about("text, watermark, people", "negative")).toEqual([]);
  expect(await about("a puppy")).toEqual(["puppy"]);
  expect(await about("a puppy", "element")).toEqual([]);
});
