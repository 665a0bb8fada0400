import { curlOf } from "#lib/composition/curl.ts";
import type { Output } from "./output.ts";
import { picturePlaces } from "./picture-places.ts";
import type { Arguments } from "./read-arguments.ts";
import type { ReadRecipe } from "./read-recipe.ts";
import type { Words } from "./words.ts";

/**
 * The cURL command of a recipe as the service would get it, one for each version; the key stays in the shell's own variable. Pictures that
 * have no public address stand in it as they were written, and a note says which.
 */
export function printCurl(
  read: ReadRecipe,
  asked: Arguments,
  cloudBaseUrl: string,
  { output, words }: { output: Output; words: Words },
): void {
  const body = structuredClone(read.recipe);
  const pictures = new Map(read.pictures.map((picture) => [picture.address, picture]));
  for (const place of picturePlaces(body)) {
    const { written = place.address, file } = pictures.get(place.address) ?? {};
    if (/^https?:/i.test(place.address)) continue;
    place.replace(written);
    const { field } = place;
    const note =
      file === undefined ? words.t("curl.asset", { field }) : words.t("curl.file", { field, address: written });
    output.judge("note", words.t("severity.note"), note);
  }
  const { n, model_version } = body.parameters;
  for (const version of asked.versions ?? [model_version]) {
    const sent = { ...body, parameters: { ...body.parameters, n: asked.n ?? n, model_version: version } };
    const command = curlOf(sent, cloudBaseUrl);
    output.result(command);
    output.record("curl", { command, body: sent });
  }
}
