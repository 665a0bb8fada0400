import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { BacklotError } from "#lib/base/errors.ts";
import { bodyOfPastedText } from "#lib/composition/curl.ts";
import type { Finding } from "#lib/composition/finding.ts";
import { assetReference } from "#lib/composition/recipe.ts";
import { recipeFromBody } from "#lib/composition/recipe-from-body.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import { type PicturePlace, picturePlaces } from "./picture-places.ts";
import { reasonOf, UsageError } from "./usage-error.ts";

/** A picture that a recipe names, by the first place that names it. */
export interface RecipePicture extends Pick<PicturePlace, "field" | "role" | "address"> {
  /** What the recipe's author wrote there. */
  written: string;
  /** Absolute; undefined for what is no file of this machine. */
  file: string | undefined;
}

export interface ReadRecipe {
  /** The file's name without its ending; what pictures are named after. */
  name: string;
  /** A file of this machine stands in it under a reference that means nothing beyond this process. */
  recipe: RequestBody;
  /** Each once. */
  pictures: RecipePicture[];
  /** Of what the recipe leaves out. */
  findings: Finding[];
  unknownFields: string[];
}

/**
 * A recipe file, or standard input for `-`, as JSON or as a cURL command. Paths in it start from its folder, those of standard input from
 * the working directory. Throws UsageError for a file that cannot be read, and as `bodyOfPastedText` and `recipeFromBody`.
 */
export async function readRecipe(source: string, stdin: NodeJS.ReadableStream): Promise<ReadRecipe> {
  const isStdin = source === "-";
  const body = bodyOfPastedText(isStdin ? await text(stdin) : await readText(source));
  const folder = isStdin ? process.cwd() : path.dirname(path.resolve(source));
  const files = new Map<string, { file: string; written: string }>();
  for (const { field, address, replace } of picturePlaces(body)) {
    const file = fileOf(address, folder, field);
    if (file === undefined) continue;
    const reference = referenceOf(file);
    if (!files.has(reference)) files.set(reference, { file, written: address });
    replace(reference);
  }
  const { recipe, findings, unknownFields } = recipeFromBody(body);
  const pictures = new Map<string, RecipePicture>();
  for (const { field, role, address } of picturePlaces(recipe)) {
    const { file, written = address } = files.get(address) ?? {};
    if (!pictures.has(address)) pictures.set(address, { field, role, address, written, file });
  }
  const name = isStdin ? "picture" : path.parse(source).name;
  return { name, recipe, pictures: [...pictures.values()], findings, unknownFields };
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new UsageError("unreadable", { file, reason: reasonOf(cause) }, { cause });
  }
}

/** The path that an address is, undefined for one with a scheme. A single letter before a colon is a drive of Windows. */
function fileOf(address: string, folder: string, field: string): string | undefined {
  if (!/^[a-z][a-z0-9+.-]+:/i.test(address)) return path.resolve(folder, address);
  if (!/^file:/i.test(address)) return undefined;
  try {
    return fileURLToPath(new URL(address, pathToFileURL(`${folder}/`)));
  } catch (cause) {
    const expected = "./picture.png, file:///…, https://…";
    throw new BacklotError("recipe/field-invalid", { field, expected }, { cause });
  }
}

/** In the form of a picture of the studio, which is what the recipe's schema takes; of the path, so that the same file is one picture. */
function referenceOf(file: string): string {
  return assetReference(`asset_${createHash("sha256").update(file).digest("hex")}`);
}
