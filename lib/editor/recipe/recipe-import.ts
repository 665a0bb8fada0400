import { createStore, type StoreApi } from "zustand/vanilla";
import { BacklotError } from "#lib/base/errors.ts";
import { applyRecipe, documentFromRecipe } from "#lib/composition/apply-recipe.ts";
import type { PlacedPicture, ProjectDocument } from "#lib/composition/document.ts";
import { type LayerName, layerOfReference } from "#lib/composition/recipe.ts";
import { distinctPictures, type PictureField, withoutPictures } from "#lib/composition/recipe-pictures.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import { findLayer } from "../layers.ts";

/** One address of the recipe, at the first field that names it. */
export type ImportedPicture = PictureField &
  (
    | { state: "fetching" }
    | { state: "here"; picture: PlacedPicture }
    /** `isFinal`: asking again would not help. */
    | { state: "failed"; error: unknown; isFinal: boolean }
    | { state: "left-out" }
  );

export interface RecipeImport {
  readonly store: StoreApi<{ pictures: readonly ImportedPicture[] }>;
  retry(address: string): void;
  /** The recipe is taken without it. */
  leaveOut(address: string): void;
  /** Null while a picture is on its way or nobody decided about one that could not be had. */
  document(): ProjectDocument | null;
  stop(): void;
}

export interface RecipeImportPorts {
  findPicture(picture: PictureField, signal: AbortSignal): Promise<PlacedPicture>;
}

/**
 * Gets the pictures of a recipe from elsewhere, all at once, and makes a document of it. Layers that it names are those of `open`, the
 * document on the canvas; in none, or another one, they cannot be had.
 */
export function createRecipeImport(
  recipe: RequestBody,
  open: ProjectDocument | null,
  { findPicture }: RecipeImportPorts,
): RecipeImport {
  const leaving = new AbortController();
  const namesLayers = distinctPictures(recipe).some(({ address }) => layerOfReference(address));
  const store = createStore<{ pictures: readonly ImportedPicture[] }>()(() => ({ pictures: [] }));

  function set(changed: ImportedPicture): void {
    store.setState(({ pictures }) => ({
      pictures: pictures.map((picture) => (picture.address === changed.address ? changed : picture)),
    }));
  }

  function fetch({ address, field, role }: PictureField): void {
    const place = { address, field, role };
    set({ ...place, state: "fetching" });
    findPicture(place, leaving.signal).then(
      (picture) => set({ ...place, state: "here", picture }),
      (error: unknown) => {
        if (!leaving.signal.aborted) set({ ...place, state: "failed", error, isFinal: false });
      },
    );
  }

  const isOpen = (layer: LayerName) => open !== null && findLayer(open, layer) !== null;
  const start = distinctPictures(recipe).flatMap((place): ImportedPicture[] => {
    const layer = layerOfReference(place.address);
    if (!layer) return [{ ...place, state: "fetching" }];
    const { field, address } = place;
    const error = new BacklotError("recipe/unknown-picture", { field, address });
    return isOpen(layer) ? [] : [{ ...place, state: "failed", error, isFinal: true }];
  });
  store.setState({ pictures: start });
  for (const place of start) if (place.state === "fetching") fetch(place);

  return {
    store,
    retry(address) {
      const picture = store.getState().pictures.find((one) => one.address === address);
      if (picture?.state === "failed" && !picture.isFinal) fetch(picture);
    },
    leaveOut(address) {
      const picture = store.getState().pictures.find((one) => one.address === address);
      if (picture?.state === "failed") set({ ...picture, state: "left-out" });
    },
    document() {
      const { pictures } = store.getState();
      if (pictures.some(({ state }) => state === "fetching" || state === "failed")) return null;
      const gone = new Set(pictures.filter(({ state }) => state === "left-out").map(({ address }) => address));
      const here = Object.fromEntries(
        pictures.flatMap((one) => (one.state === "here" ? [[one.address, one.picture]] : [])),
      );
      const taken = withoutPictures(recipe, gone);
      return open && namesLayers ? applyRecipe(open, taken, here) : documentFromRecipe(taken, here);
    },
    stop: () => leaving.abort(new Error("nobody waits for these pictures any more")),
  };
}
