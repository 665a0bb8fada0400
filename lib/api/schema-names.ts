import type { z } from "zod";
import {
  documentSchema,
  elementSchema,
  guideSchema,
  modelVersionSchema,
  outputSchema,
  placedPictureSchema,
  sizeSchema,
  subjectSchema,
  transformSchema,
} from "#lib/composition/document.ts";
import { recipeSchema } from "#lib/composition/recipe.ts";
import { aboutSchema, healthSchema } from "./about-view.ts";
import {
  assetFactsSchema,
  assetPurposeSchema,
  assetRepairSchema,
  assetViewSchema,
  makeEdgeSchema,
  repairAssetSchema,
} from "./asset-view.ts";
import { problemSchema } from "./problem.ts";
import {
  createProjectSchema,
  projectListSchema,
  projectSummarySchema,
  projectViewSchema,
  savedProjectSchema,
  saveProjectSchema,
} from "./project-view.ts";
import { promptReadingSchema, promptReadingsSchema, readPromptsSchema } from "./prompt-reading.ts";
import {
  fetchPictureSchema,
  generationRecipeSchema,
  pictureFormatSchema,
  pictureReadingSchema,
} from "./recipe-view.ts";
import {
  createRunSchema,
  failureReadingSchema,
  failureViewSchema,
  findingTargetSchema,
  generationStateSchema,
  generationViewSchema,
  pictureViewSchema,
  runListSchema,
  runViewSchema,
} from "./run-view.ts";
import { eventFrameSchema, studioEventSchema, studioEventTypeSchema } from "./studio-event.ts";

/** The schemas that have a name of their own in the reference, in its order; every other one is written out where it is used. */
export const NAMED_SCHEMAS = {
  ProjectList: projectListSchema,
  ProjectSummary: projectSummarySchema,
  Project: projectViewSchema,
  CreateProject: createProjectSchema,
  SaveProject: saveProjectSchema,
  SavedProject: savedProjectSchema,
  ProjectDocument: documentSchema,
  Subject: subjectSchema,
  Element: elementSchema,
  PlacedPicture: placedPictureSchema,
  Transform: transformSchema,
  Size: sizeSchema,
  Guide: guideSchema,
  Output: outputSchema,
  ModelVersion: modelVersionSchema,
  Asset: assetViewSchema,
  AssetFacts: assetFactsSchema,
  AssetPurpose: assetPurposeSchema,
  FetchPicture: fetchPictureSchema,
  MakeEdge: makeEdgeSchema,
  RepairAsset: repairAssetSchema,
  AssetRepair: assetRepairSchema,
  ReadPrompts: readPromptsSchema,
  PromptReadings: promptReadingsSchema,
  PromptReading: promptReadingSchema,
  RunList: runListSchema,
  Run: runViewSchema,
  CreateRun: createRunSchema,
  Generation: generationViewSchema,
  GenerationState: generationStateSchema,
  Picture: pictureViewSchema,
  Failure: failureViewSchema,
  FailureReading: failureReadingSchema,
  FindingTarget: findingTargetSchema,
  GenerationRecipe: generationRecipeSchema,
  Recipe: recipeSchema,
  PictureFormat: pictureFormatSchema,
  PictureReading: pictureReadingSchema,
  EventFrame: eventFrameSchema,
  StudioEvent: studioEventSchema,
  StudioEventType: studioEventTypeSchema,
  About: aboutSchema,
  Health: healthSchema,
  Problem: problemSchema,
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof NAMED_SCHEMAS;
