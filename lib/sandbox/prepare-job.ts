import type { ElementInput, RenderJob } from "#lib/engine/engine.ts";
import { decodeImage, encodePng } from "#lib/imaging/codec.ts";
import { IMAGE_LIMITS } from "#lib/imaging/image-limits.ts";
import type { ImageProbe } from "#lib/imaging/probe.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { measurePrompt } from "#lib/wanx/contract/measure-prompt.ts";
import { type SubmitRequest, submitRequestSchema } from "#lib/wanx/contract/submit-request.ts";
import { checkBase, checkEdge, checkGuide } from "./check-input.ts";
import { type InputSource, readInput } from "./read-input.ts";
import type { Task } from "./task-store.ts";

/** A long guide or edge is shrunk to this before the engine sees it; what it makes of it is no larger. */
const SHRUNK_SIDE_PX = LIMITS.sidePx.max;

/**
 * Reads and checks a task's inputs, base first, and makes the engine's job of them. The seed is the task id: the same task
 * gives the same bytes however often it is started. Throws the `ServiceError` that the task FAILED with.
 */
export async function prepareJob(service: InputSource, task: Task, signal: AbortSignal): Promise<RenderJob> {
  const { input, parameters = {} } = requestOf(task);
  const read = (name: string, address: string) => readInput(service, task, name, address, signal);

  const subject = await read("input_image", input.base_image_url);
  await checkBase(subject);

  let guideImage: Uint8Array | null = null;
  if (input.ref_image_url) {
    const bytes = await read("ref_image", input.ref_image_url);
    guideImage = await shrinkIfHuge(bytes, await checkGuide(bytes));
  }

  const readEdges = async (list: "foreground_edge" | "background_edge"): Promise<ElementInput[]> => {
    const prompts = input.reference_edge?.[`${list}_prompt`] ?? [];
    const what = list === "foreground_edge" ? "Foreground edge image" : "Background edge image";
    const elements: ElementInput[] = [];
    for (const [index, address] of (input.reference_edge?.[list] ?? []).entries()) {
      const bytes = await read(list, address);
      const image = await shrinkIfHuge(bytes, await checkEdge(what, list, bytes));
      elements.push({ image, prompt: asRead(prompts[index]) });
    }
    return elements;
  };

  return {
    subject,
    guideImage,
    foreground: await readEdges("foreground_edge"),
    background: await readEdges("background_edge"),
    prompt: asRead(input.ref_prompt),
    negativePrompt: asRead(input.neg_ref_prompt),
    noiseLevel: parameters.noise_level ?? LIMITS.noiseLevel.default,
    promptWeight: parameters.ref_prompt_weight ?? LIMITS.promptWeight.default,
    version: parameters.model_version ?? "v2",
    sceneType: parameters.scene_type ?? "GENERAL",
    count: task.total,
    seed: task.taskId,
  };
}

/** What was submitted, as it was checked. */
export function requestOf(task: Task): SubmitRequest {
  return submitRequestSchema.parse(JSON.parse(task.request));
}

/** A job's pictures by the names that errors give them. */
export function namedInputs(job: RenderJob): [name: string, bytes: Uint8Array][] {
  return [
    ["input_image", job.subject],
    ...(job.guideImage ? [["ref_image", job.guideImage] as [string, Uint8Array]] : []),
    ...job.foreground.map(({ image }): [string, Uint8Array] => ["foreground_edge", image]),
    ...job.background.map(({ image }): [string, Uint8Array] => ["background_edge", image]),
  ];
}

/** Without an error, the end of a long prompt is not read. */
function asRead(prompt = ""): string {
  return measurePrompt(prompt).kept;
}

async function shrinkIfHuge(bytes: Uint8Array, { width, height }: ImageProbe): Promise<Uint8Array> {
  if (width * height <= IMAGE_LIMITS.decodedPixels) return bytes;
  return encodePng(await decodeImage(bytes, { maxPixels: IMAGE_LIMITS.uploadPixels, shrinkToSidePx: SHRUNK_SIDE_PX }));
}
