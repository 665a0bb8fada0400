import { createStore, type StoreApi } from "zustand/vanilla";
import type { Clock } from "#lib/base/clock.ts";
import { BacklotError } from "#lib/base/errors.ts";
import { applyRecipe } from "#lib/composition/apply-recipe.ts";
import type { ModelVersion, PlacedPicture, ProjectDocument } from "#lib/composition/document.ts";
import { assetReference, canonicalJson, layerOfReference } from "#lib/composition/recipe.ts";
import { type PictureField, pictureFields, picturesOf } from "#lib/composition/recipe-pictures.ts";
import type { RequestBody } from "#lib/composition/request-body.ts";
import type { Editor } from "../editor.ts";
import { type JsonText, rangeOfField } from "../kernels/json-text.ts";
import { type RecipeProblem, readRecipeText, refusedAt } from "./read-recipe-text.ts";
import { recipeOf, textOfRecipe, versionOf, withCanvasAddresses } from "./recipe-text.ts";

/** A pause in typing after which the text is read. */
export const READ_QUIET_MS = 250;
/** A longer one before anything is fetched: an address is typed letter by letter, and each of them would be one. */
export const FETCH_QUIET_MS = 900;

/**
 * `same`: text and canvas say the same. `reading`: somebody typed a moment ago. `fetching`: pictures are on their way. `refused`: the
 * problems say why the canvas stays as it is. `held`: the canvas changed meanwhile, and a person decides which of the two holds.
 */
export type RecipeStatus = "same" | "reading" | "fetching" | "refused" | "held";

export interface RecipeSyncState {
  text: string;
  /** The model version whose body is shown; both versions of a run differ in nothing else. */
  version: ModelVersion;
  status: RecipeStatus;
  problems: readonly RecipeProblem[];
  /** Addresses whose pictures are on their way. */
  fetching: readonly string[];
}

export interface RecipeSyncPorts {
  clock: Pick<Clock, "sleep">;
  /** The picture behind an address from outside, or a `backlot-asset:` that the document does not use. */
  findPicture(picture: PictureField, signal: AbortSignal): Promise<PlacedPicture>;
}

export interface RecipeSync {
  readonly store: StoreApi<RecipeSyncState>;
  /** Somebody changed the text. It reaches the canvas after a pause, a burst of typing as one undo step. */
  type(text: string): void;
  /** Gives up the text for what the canvas says. */
  takeCanvas(): void;
  /** After the canvas changed meanwhile: the text holds. */
  keepText(): void;
  /** Asks again for pictures that could not be had. */
  retry(): void;
  /** Only while text and canvas say the same. */
  showVersion(version: ModelVersion): void;
  stop(): void;
}

/**
 * Keeps the body as text and the canvas at one: each change of either is in the other, and of two that meet none is lost. A text that says
 * nothing the studio could do stays as it was written and leaves the canvas untouched.
 */
export function createRecipeSync(editor: Editor, ports: RecipeSyncPorts): RecipeSync {
  const documentNow = () => editor.store.getState().document;
  const pictures: Record<string, PlacedPicture> = {};
  const failures = new Map<string, unknown>();
  const inFlight = new Map<string, AbortController>();
  let pause: AbortController | null = null;
  let isApplying = false;
  /** What the canvas said when text and canvas last agreed. */
  let agreed = "";

  const store = createStore<RecipeSyncState>()(() => {
    const version = versionOf(documentNow());
    agreed = textOfRecipe(recipeOf(documentNow(), version));
    return { text: agreed, version, status: "same", problems: [], fetching: [] };
  });

  function show(version: ModelVersion): void {
    stopWork();
    agreed = textOfRecipe(recipeOf(documentNow(), version));
    store.setState({ text: agreed, version, status: "same", problems: [], fetching: [] });
  }

  function stopWork(): void {
    pause?.abort(new Error("not needed any more"));
    pause = null;
    dropFetches(() => true);
  }

  function dropFetches(isDropped: (address: string) => boolean): void {
    for (const [address, controller] of inFlight) {
      if (!isDropped(address)) continue;
      inFlight.delete(address);
      controller.abort(new Error("no recipe names it any more"));
    }
  }

  function readAfter(ms: number, options: { mayFetch: boolean }): void {
    pause?.abort(new Error("a later key stroke waits anew"));
    const controller = new AbortController();
    pause = controller;
    ports.clock.sleep(ms, controller.signal).then(
      () => read(options),
      () => {},
    );
  }

  function read({ mayFetch }: { mayFetch: boolean }): void {
    const { text, version } = store.getState();
    const reading = readRecipeText(text);
    if (!reading.ok) {
      store.setState({ status: "refused", problems: [reading.problem], fetching: [] });
      return;
    }
    const { recipe, json, notes } = reading;
    if (textOfRecipe(recipeOf(documentNow(), version)) !== agreed) {
      store.setState({ status: "held", problems: notes, fetching: [] });
      return;
    }
    const missing = missingPictures(recipe);
    dropFetches((address) => !missing.some((picture) => picture.address === address));
    const failed = missing.filter(({ address }) => failures.has(address));
    const wanted = missing.filter(({ address }) => !failures.has(address));
    const refusals = failed.map((picture) => refusalOf(picture, json));
    if (wanted.length > 0) {
      if (mayFetch) wanted.forEach(fetchPicture);
      else readAfter(FETCH_QUIET_MS - READ_QUIET_MS, { mayFetch: true });
      const fetching = [...new Set(wanted.map(({ address }) => address))];
      store.setState({ status: "fetching", problems: [...refusals, ...notes], fetching });
    } else if (failed.length > 0) {
      store.setState({ status: "refused", problems: [...refusals, ...notes], fetching: [] });
    } else apply(recipe, json);
  }

  function missingPictures(recipe: RequestBody): PictureField[] {
    const here = new Set<string>(picturesOf(documentNow()).map(({ assetId }) => assetReference(assetId)));
    return pictureFields(recipe).filter(
      ({ address }) => !layerOfReference(address) && !here.has(address) && !Object.hasOwn(pictures, address),
    );
  }

  function refusalOf({ field, address }: PictureField, json: JsonText): RecipeProblem {
    return { kind: "refused", error: failures.get(address), address, ...rangeOfField(json, field) };
  }

  function fetchPicture(picture: PictureField): void {
    const { address } = picture;
    if (inFlight.has(address)) return;
    const controller = new AbortController();
    inFlight.set(address, controller);
    const settle = () => {
      if (inFlight.get(address) !== controller) return;
      inFlight.delete(address);
      if (store.getState().status === "fetching") read({ mayFetch: true });
    };
    ports.findPicture(picture, controller.signal).then(
      (found) => {
        pictures[address] = found;
        settle();
      },
      (error: unknown) => {
        if (!controller.signal.aborted) failures.set(address, error);
        settle();
      },
    );
  }

  function apply(recipe: RequestBody, json: JsonText): void {
    try {
      const changed = applyRecipe(documentNow(), recipe, pictures);
      isApplying = true;
      change(changed);
    } catch (error) {
      if (!BacklotError.is(error)) throw error;
      store.setState({ status: "refused", problems: [refusedAt(json, error)], fetching: [] });
      return;
    } finally {
      isApplying = false;
    }
    const version = recipe.parameters.model_version;
    const canvas = recipeOf(documentNow(), version);
    agreed = textOfRecipe(canvas);
    const text = withCanvasAddresses(store.getState().text, json, recipe, canvas);
    // Read anew: where an address became another, everything behind it has moved.
    const reading = readRecipeText(text);
    const problems = reading.ok ? [...reading.notes, ...notSent(recipe, canvas, reading.json)] : [];
    store.setState({ text, version, status: "same", problems, fetching: [] });
  }

  /** A text that is taken back takes its step back: undo on the canvas must not meet steps that change nothing. */
  function change(changed: ProjectDocument): void {
    const { document, history } = editor.store.getState();
    const before = history.past.at(-1);
    const after = history.future[0];
    if (isSame(changed, document)) return;
    if (before?.name === "edit-recipe" && isSame(changed, before.document)) editor.undo();
    else if (after?.name === "edit-recipe" && isSame(changed, after.document)) editor.redo();
    else editor.edit("edit-recipe", () => changed, { coalesce: "recipe" });
  }

  const unsubscribe = editor.store.subscribe(({ document }, before) => {
    if (isApplying || document === before.document) return;
    const { status, version } = store.getState();
    const shown = versionOf(document, version);
    if (status === "same") {
      if (textOfRecipe(recipeOf(document, shown)) !== agreed) show(shown);
    } else if (status !== "reading") read({ mayFetch: false });
  });

  return {
    store,
    type(text) {
      if (text === store.getState().text) return;
      store.setState({ text, status: "reading" });
      readAfter(READ_QUIET_MS, { mayFetch: false });
    },
    takeCanvas() {
      show(versionOf(documentNow(), store.getState().version));
    },
    keepText() {
      agreed = textOfRecipe(recipeOf(documentNow(), store.getState().version));
      read({ mayFetch: true });
    },
    retry() {
      failures.clear();
      read({ mayFetch: true });
    },
    showVersion(version) {
      if (store.getState().status === "same") show(version);
    },
    stop() {
      stopWork();
      unsubscribe();
    },
  };
}

/** The document keeps these for the day when they count; the API would ignore them today. */
function notSent(written: RequestBody, canvas: RequestBody, json: JsonText): RecipeProblem[] {
  return (["noise_level", "ref_prompt_weight"] as const).flatMap((name): RecipeProblem[] => {
    const field = `parameters.${name}`;
    const place = json.fields.get(field)?.name;
    const isKept = written.parameters[name] === undefined || canvas.parameters[name] !== undefined;
    return isKept || !place ? [] : [{ kind: "not-sent", field, ...place }];
  });
}

function isSame(one: ProjectDocument, other: ProjectDocument): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
