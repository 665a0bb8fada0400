import { z } from "zod";
import type { Operation } from "#lib/api/operation.ts";
import { generationRecipeSchema, pictureFormatSchema, pictureReadingSchema } from "#lib/api/recipe-view.ts";
import { PICTURE_ERRORS, PICTURE_TYPES, UPLOAD_LIMIT_MEGABYTES } from "./assets.ts";

export const getGenerationRecipe = {
  id: "getGenerationRecipe",
  group: "pictures",
  method: "GET",
  path: "/api/generations/{generationId}/recipe",
  answer: { kind: "json", status: 200, schema: generationRecipeSchema },
  errors: ["generation/not-found", "asset/not-found"],
} as const satisfies Operation;

export const exportPicture = {
  id: "exportPicture",
  group: "pictures",
  method: "GET",
  path: "/api/pictures/{pictureId}/file",
  query: z.object({ format: pictureFormatSchema }),
  answer: { kind: "file", status: 200, mediaTypes: PICTURE_TYPES, headers: ["Content-Disposition"] },
  errors: ["picture/not-found", "asset/not-found"],
} as const satisfies Operation;

/** No key is needed: what it keeps of a file are assets, and the same bytes are the same asset. */
export const readPicture = {
  id: "readPicture",
  group: "pictures",
  method: "POST",
  path: "/api/pictures/read",
  body: { kind: "file", mediaTypes: PICTURE_TYPES, limitMegabytes: UPLOAD_LIMIT_MEGABYTES },
  answer: { kind: "json", status: 200, schema: pictureReadingSchema },
  errors: PICTURE_ERRORS,
} as const satisfies Operation;
