import { readFile } from "node:fs/promises";
import type { AssetView } from "#lib/api/asset-view.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { AssetId } from "#lib/base/ids.ts";
import type { PlacedPicture, Size } from "#lib/composition/document.ts";
import type { FactsByAssetId } from "#lib/composition/facts.ts";
import type { PictureByAddress } from "#lib/composition/recipe-pictures.ts";
import type { RecipePicture } from "./read-recipe.ts";
import type { Studio } from "./studio.ts";
import { reasonOf } from "./usage-error.ts";

/** A file of this machine, which is no affair of any API. */
export class FileUnreadable extends Error {
  readonly code = "file-unreadable";
  readonly file: string;
  readonly reason: string;

  constructor(file: string, cause: unknown) {
    super(`${file} cannot be read`, { cause });
    this.file = file;
    this.reason = reasonOf(cause);
  }
}

/** A picture that could not be had, and why. */
export interface PictureTrouble {
  picture: RecipePicture;
  error: BacklotError | FileUnreadable;
}

export interface GatheredPictures {
  pictures: PictureByAddress;
  facts: FactsByAssetId;
  troubles: PictureTrouble[];
}

const NAME_LIMIT_CHARS = 200;
/** For a picture that could not be had: whole, of a size that is always right, and without facts, so that pre-flight holds nothing against it. */
const UNSEEN_SIZE: Size = { width: 1024, height: 1024 };

/**
 * Every picture of a recipe in the studio: files are uploaded, addresses fetched, references looked up, side by side. What cannot be had is
 * a trouble, and a blank takes its place, so that the rest can be judged. Throws what is not the picture's fault.
 */
export async function gatherPictures(studio: Studio, wanted: readonly RecipePicture[]): Promise<GatheredPictures> {
  const pictures: Record<string, PlacedPicture> = {};
  const facts: Record<string, AssetView["facts"]> = {};
  const troubles: PictureTrouble[] = [];
  const outcomes = await Promise.all(wanted.map((picture) => attempt(studio, picture)));
  for (const [index, picture] of wanted.entries()) {
    const outcome = outcomes[index];
    const name = nameOf(picture);
    if (outcome instanceof Error) {
      troubles.push({ picture, error: outcome });
      pictures[picture.address] = { assetId: unseenId(index), size: UNSEEN_SIZE, name };
    } else if (outcome !== undefined) {
      const { id, width, height } = outcome;
      pictures[picture.address] = { assetId: id as AssetId, size: { width, height }, name };
      facts[id] = outcome.facts;
    }
  }
  return { pictures, facts, troubles };
}

async function attempt(studio: Studio, picture: RecipePicture): Promise<AssetView | PictureTrouble["error"]> {
  try {
    return await take(studio, picture);
  } catch (error) {
    if (error instanceof FileUnreadable) return error;
    if (BacklotError.is(error) && /^(?:recipe|upload|fetch)\//.test(error.code)) return error;
    throw error;
  }
}

/** Throws FileUnreadable, `recipe/unknown-picture` {field, address}, `fetch/*`, `upload/*`. */
async function take(studio: Studio, { field, role, address, file }: RecipePicture): Promise<AssetView> {
  if (file !== undefined) return studio.uploadPicture(await readPicture(file), role);
  if (/^https?:/i.test(address)) return studio.fetchPicture(address, role);
  const assetId = /^backlot-asset:(.*)$/.exec(address)?.[1];
  const unknown = (cause?: unknown) => new BacklotError("recipe/unknown-picture", { field, address }, { cause });
  if (assetId === undefined) throw unknown();
  try {
    return await studio.picture(assetId);
  } catch (cause) {
    throw BacklotError.is(cause) && cause.code === "asset/not-found" ? unknown(cause) : cause;
  }
}

async function readPicture(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new FileUnreadable(file, cause);
  }
}

/** What a person calls it: the last part of its path. */
function nameOf({ written, file }: RecipePicture): string {
  const parts = (file ?? written).replace(/[?#].*$/, "").split(/[\\/]/);
  return (parts.findLast((part) => part !== "") ?? "").slice(-NAME_LIMIT_CHARS);
}

const unseenId = (index: number): AssetId => `asset_${String(index).padStart(64, "0")}`;
