import type { z } from "zod";
import type { NAMED_SCHEMAS, SchemaName } from "#lib/api/schema-names.ts";
import { createDocument } from "#lib/composition/create-document.ts";
import { MODEL_NAME } from "#lib/wanx/contract/limits.ts";

type Example = { [Name in SchemaName]?: z.infer<(typeof NAMED_SCHEMAS)[Name]> };

const projectId = "project_5f2d0c1b7a9e4d3c8b6a1f20";
const runId = "run_0b9c8d7e6f5a4b3c2d1e0f9a";
const pictureId = "picture_1a2b3c4d5e6f7a8b9c0d1e2f";
const generationId = "generation_7c6b5a493827160594837261";
const assetId = "asset_9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
const createdAt = 1_790_000_000_000;

const summary = {
  id: projectId,
  name: "Perfume at sunset",
  revision: 4,
  createdAt,
  updatedAt: createdAt + 60_000,
  cover: assetId,
};

const document = {
  ...createDocument(),
  guide: { ...createDocument().guide, prompt: "mountains in the evening sun" },
};

const generation: Example["Generation"] = {
  id: generationId,
  runId,
  projectId,
  version: "v3",
  n: 1,
  state: "done",
  attempts: 1,
  progress: { total: 1, succeeded: 1, failed: 0 },
  pictures: [{ id: pictureId, index: 0, assetId, width: 1024, height: 1024 }],
  failure: null,
  cost: { reservedFen: 0, chargedFen: 8 },
  taskId: "d4f1c2ab-3e56-4f78-9a0b-c1d2e3f4a5b6",
  createdAt: createdAt + 120_000,
  startedAt: createdAt + 121_000,
  endedAt: createdAt + 139_000,
};

const run = { id: runId, projectId, revision: 4, createdAt: createdAt + 120_000, generations: [generation] };
const event = { seq: 412, type: "generation-succeeded" as const, at: createdAt + 139_000, generation };

const recipe: Example["Recipe"] = {
  model: MODEL_NAME,
  input: { base_image_url: `backlot-asset:${assetId}`, ref_prompt: "mountains in the evening sun" },
  parameters: { n: 1, model_version: "v3" },
};

/** What is shown of a shape, by its name. Values of path parameters come from here as well. */
export const EXAMPLES = {
  ProjectList: { projects: [summary], nextCursor: null },
  Project: { ...summary, document },
  CreateProject: { name: "Perfume at sunset", example: "perfume-sunset" },
  SaveProject: { revision: 4, document },
  SavedProject: { revision: 5, updatedAt: createdAt + 90_000 },
  Asset: {
    id: assetId,
    mediaType: "image/png",
    width: 900,
    height: 1400,
    sizeBytes: 734_003,
    facts: {
      mode: "rgba",
      transparentShare: 0.58,
      translucentShare: 0.02,
      opaqueShare: 0.4,
      bounds: { x: 180, y: 60, width: 540, height: 1290 },
      edgeLikeness: 0.01,
      invertedEdgeLikeness: 0,
      haloShare: 0,
    },
  },
  FetchPicture: { url: "https://example.com/bottle.png", purpose: "subject" },
  MakeEdge: { detail: 0.5 },
  RepairAsset: { repair: "clean-halo" },
  ReadPrompts: { prompts: ["a wombat in the evening sun", "roses"], role: "picture" },
  PromptReadings: { readings: [{ unknown: ["wombat"] }, { unknown: [] }] },
  RunList: { runs: [run], nextCursor: null },
  CreateRun: { projectId, revision: 4, versions: ["v2", "v3"], n: 2 },
  Run: run,
  Generation: generation,
  GenerationRecipe: { recipe, document, hash: "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce" },
  PictureReading: { form: "document", document, missing: [] },
  EventFrame: { id: event.seq, event: event.type, data: event },
  About: { upstream: "sandbox", model: MODEL_NAME, priceFenPerPicture: 8 },
  Health: { status: "ok" },
} as const satisfies Example;

export const PARAMETER_EXAMPLES: Record<string, string> = {
  projectId,
  generationId,
  pictureId,
  assetId,
  purpose: "subject",
  format: "png",
};
