import { createHash } from "node:crypto";
import { createEngine } from "#lib/engine/create-engine.ts";
import { drawnSubject, edgeElement, renderJob } from "#lib/engine/test-job.ts";
import { LOOKS } from "./looks.ts";

const SIDE_PX = 32;

/** SHA-256 of a small picture of every look, by name; each has a seed of its own, and version and language take turns. */
export async function sampleHashes(threads = 1): Promise<Record<string, string>> {
  const engine = createEngine({ threads });
  const subject = drawnSubject(SIDE_PX);
  const foreground = [edgeElement("粉色桃花", SIDE_PX)];
  const hashOf = async (name: string, prompt: string, version: "v2" | "v3") => {
    const [picture] = await engine.render(renderJob({ subject, foreground, prompt, version, seed: name }));
    const hash = createHash("sha256").update(picture?.png ?? "");
    return [name, hash.digest("hex")] as const;
  };
  try {
    const hashes = LOOKS.map(({ name, english, chinese }, i) =>
      i % 2 === 0 ? hashOf(name, english, "v2") : hashOf(name, chinese, "v3"),
    );
    return Object.fromEntries(await Promise.all(hashes));
  } finally {
    await engine.close();
  }
}
