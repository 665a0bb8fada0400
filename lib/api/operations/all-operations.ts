import type { Operation } from "#lib/api/operation.ts";
import { fetchAsset, getAsset, getAssetFacts, getInput, makeEdge, repairAsset, uploadAsset } from "./assets.ts";
import { streamEvents } from "./events.ts";
import { exportPicture, getGenerationRecipe, readPicture } from "./pictures.ts";
import { createProject, deleteProject, getProject, listProjects, saveProject } from "./projects.ts";
import { readPrompts } from "./prompts.ts";
import { cancelGeneration, createRun, listRuns, sendGenerationAgain } from "./runs.ts";
import { getAbout, getHealth, getOpenApi } from "./studio.ts";

const operations = [
  listProjects,
  createProject,
  getProject,
  saveProject,
  deleteProject,
  uploadAsset,
  fetchAsset,
  getAsset,
  getAssetFacts,
  makeEdge,
  repairAsset,
  getInput,
  readPrompts,
  listRuns,
  createRun,
  cancelGeneration,
  sendGenerationAgain,
  getGenerationRecipe,
  exportPicture,
  readPicture,
  streamEvents,
  getAbout,
  getHealth,
  getOpenApi,
] as const;

export type OperationId = (typeof operations)[number]["id"];

/** Everything the studio's own API does, in the order of the reference. */
export const ALL_OPERATIONS: readonly (Operation & { id: OperationId })[] = operations;
