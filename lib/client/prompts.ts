import type { PromptReading, PromptRole } from "#lib/api/prompt-reading.ts";
import { requestJson } from "./http.ts";

/** What the preview engine makes of a prompt of at most `LIMITS.storedPromptChars`. */
export async function readPrompt(prompt: string, role: PromptRole, signal?: AbortSignal): Promise<PromptReading> {
  const loadSchema = async () => (await import("#lib/api/prompt-reading.ts")).promptReadingsSchema;
  const json = { prompts: [prompt], role };
  const { readings } = await requestJson("/api/prompt-readings", loadSchema, { method: "POST", json, signal });
  return readings[0] ?? { unknown: [] };
}
