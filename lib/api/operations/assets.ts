import { z } from "zod";
import { assetPurposeSchema, assetViewSchema, makeEdgeSchema, repairAssetSchema } from "#lib/api/asset-view.ts";
import type { Operation } from "#lib/api/operation.ts";
import { digitsSchema } from "#lib/api/query-values.ts";
import { fetchPictureSchema } from "#lib/api/recipe-view.ts";

/** Far above a 2048 px RGBA PNG (16 MB uncompressed), far below what would hurt. */
export const UPLOAD_LIMIT_MEGABYTES = 40;

export const PICTURE_TYPES = assetViewSchema.shape.mediaType.options;

/** What may be wrong with a picture that is brought. */
export const PICTURE_ERRORS = [
  "upload/empty",
  "upload/too-large",
  "upload/not-an-image",
  "upload/unsupported-type",
  "upload/type-mismatch",
  "upload/unreadable",
  "upload/too-many-pixels",
  "upload/no-alpha",
  "upload/fully-transparent",
  "upload/fully-opaque",
] as const;

export const uploadAsset = {
  id: "uploadAsset",
  group: "assets",
  method: "POST",
  path: "/api/assets",
  query: z.object({ purpose: assetPurposeSchema }),
  body: { kind: "file", mediaTypes: PICTURE_TYPES, limitMegabytes: UPLOAD_LIMIT_MEGABYTES },
  answer: { kind: "json", status: 201, schema: assetViewSchema, location: "/api/assets/{id}" },
  errors: PICTURE_ERRORS,
  creates: true,
} as const satisfies Operation;

export const fetchAsset = {
  id: "fetchAsset",
  group: "assets",
  method: "POST",
  path: "/api/assets/from-url",
  body: { kind: "json", schema: fetchPictureSchema },
  answer: { kind: "json", status: 201, schema: assetViewSchema, location: "/api/assets/{id}" },
  errors: ["fetch/refused", "fetch/failed", ...PICTURE_ERRORS],
  creates: true,
} as const satisfies Operation;

export const getAsset = {
  id: "getAsset",
  group: "assets",
  method: "GET",
  path: "/api/assets/{assetId}",
  query: z.object({ longSide: digitsSchema.pipe(z.int().min(16).max(2048)).optional() }),
  answer: { kind: "file", status: 200, mediaTypes: PICTURE_TYPES, headers: ["Cache-Control"] },
  errors: ["asset/not-found"],
} as const satisfies Operation;

export const getAssetFacts = {
  id: "getAssetFacts",
  group: "assets",
  method: "GET",
  path: "/api/assets/{assetId}/facts",
  answer: { kind: "json", status: 200, schema: assetViewSchema },
  errors: ["asset/not-found"],
} as const satisfies Operation;

export const makeEdge = {
  id: "makeEdge",
  group: "assets",
  method: "POST",
  path: "/api/assets/{assetId}/edge",
  body: { kind: "json", schema: makeEdgeSchema },
  answer: { kind: "json", status: 201, schema: assetViewSchema, location: "/api/assets/{id}" },
  errors: ["asset/not-found"],
  creates: true,
} as const satisfies Operation;

export const repairAsset = {
  id: "repairAsset",
  group: "assets",
  method: "POST",
  path: "/api/assets/{assetId}/repair",
  body: { kind: "json", schema: repairAssetSchema },
  answer: { kind: "json", status: 201, schema: assetViewSchema, location: "/api/assets/{id}" },
  errors: ["asset/not-found"],
  creates: true,
} as const satisfies Operation;

/** For upstream: the address with its query is given out whole, and whatever is not exactly that is refused with one code. */
export const getInput = {
  id: "getInput",
  group: "assets",
  method: "GET",
  path: "/api/inputs/{fileName}",
  query: z.object({ expires: z.string().default(""), signature: z.string().default("") }),
  answer: { kind: "file", status: 200, mediaTypes: PICTURE_TYPES },
  errors: ["input/not-signed", "asset/not-found", "request/not-found"],
} as const satisfies Operation;
