import { z } from "zod";
import type { ProjectDocument } from "#lib/composition/document.ts";
import { loadDocument } from "#lib/composition/load-document.ts";
import { type Recipe, recipeSchema } from "#lib/composition/recipe.ts";
import { recipeHash } from "#lib/composition/recipe-hash.ts";
import { assetIdOf } from "#lib/storage/file-asset-store.ts";

/** What an exported picture brings with it. */
export interface EmbeddedRecipe {
  /** Epoch ms: when the picture was made. */
  createdAt: number;
  /** Names every picture by its content. */
  recipe: Recipe;
  /** What the recipe was compiled from; null where that was not kept. */
  document: ProjectDocument | null;
  /** The recipe's pictures by asset id, all of them, or none where they were left out. */
  pictures: ReadonlyMap<string, Uint8Array>;
}

/** A project that is saved over the API has no more, either. */
const MAX_HEAD_BYTES = 2 * 2 ** 20;
const LENGTH_BYTES = 4;

/** The head, which is followed by the pictures' bytes in its order. */
const headSchema = z.object({
  app: z.literal("Backlot"),
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  recipe: recipeSchema,
  recipeHash: z.string(),
  document: z.unknown(),
  pictures: z.array(z.object({ id: z.string(), sizeBytes: z.int().min(1) })),
  /** They were too large to go along: elsewhere the scene cannot be restored. */
  picturesLeftOut: z.boolean(),
});

/** Length of the head as JSON (32 bits, big-endian), the head, the pictures. */
export function packRecipe({ createdAt, recipe, document, pictures }: EmbeddedRecipe): Uint8Array {
  const head: z.input<typeof headSchema> = {
    app: "Backlot",
    format: 1,
    createdAt: new Date(createdAt).toISOString(),
    recipe,
    recipeHash: recipeHash(recipe),
    document,
    pictures: [...pictures].map(([id, bytes]) => ({ id, sizeBytes: bytes.length })),
    picturesLeftOut: pictures.size === 0,
  };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(json.length);
  return new Uint8Array(Buffer.concat([length, json, ...pictures.values()]));
}

/**
 * Undefined unless every byte is as it was packed: the head of its form, the recipe of its hash, each picture of the hash that is its id.
 * A document of a later release, or one that is damaged, counts as none. Takes any bytes; nobody vouches for where they come from.
 */
export function unpackRecipe(data: Uint8Array): EmbeddedRecipe | undefined {
  if (data.length < LENGTH_BYTES) return undefined;
  const headBytes = new DataView(data.buffer, data.byteOffset, data.byteLength).getUint32(0);
  const headEnd = LENGTH_BYTES + headBytes;
  if (headBytes > MAX_HEAD_BYTES || headEnd > data.length) return undefined;
  const head = headSchema.safeParse(jsonOf(data.subarray(LENGTH_BYTES, headEnd))).data;
  if (!head || recipeHash(head.recipe) !== head.recipeHash) return undefined;
  const pictures = new Map<string, Uint8Array>();
  let end = headEnd;
  for (const { id, sizeBytes } of head.pictures) {
    const bytes = data.subarray(end, end + sizeBytes);
    if (bytes.length !== sizeBytes || assetIdOf(bytes) !== id) return undefined;
    pictures.set(id, bytes);
    end += sizeBytes;
  }
  if (end !== data.length) return undefined;
  return { createdAt: Date.parse(head.createdAt), recipe: head.recipe, document: documentOf(head.document), pictures };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // as good as no head at all
    return undefined;
  }
}

function documentOf(value: unknown): ProjectDocument | null {
  try {
    return loadDocument(value);
  } catch {
    // the recipe restores the scene without it
    return null;
  }
}
