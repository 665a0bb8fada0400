import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#lib/base/clock.ts";
import { newId } from "#lib/base/ids.ts";
import { createDocument } from "#lib/composition/create-document.ts";
import type { Element, PlacedPicture, ProjectDocument } from "#lib/composition/document.ts";
import { loadDocument } from "#lib/composition/load-document.ts";
import { assetOfReference, recipeReferences } from "#lib/composition/recipe.ts";
import { insertPicture } from "#lib/db/picture-repository.ts";
import { deleteProject, insertProject } from "#lib/db/project-repository.ts";
import { openStudioDatabase } from "#lib/db/studio-database.ts";
import { decodeImage, encodePng } from "#lib/imaging/codec.ts";
import { keepUpload } from "#lib/library/keep-asset.ts";
import { readPicture } from "#lib/library/read-picture.ts";
import { createPixelBuffer } from "#lib/pixels/pixel-buffer.ts";
import { createFileAssetStore } from "#lib/storage/file-asset-store.ts";
import { cutOutPng, edgePng, jpegPhoto, productPng, rgbPng } from "#tests/fixtures/images.ts";
import { createRun } from "./create-run.ts";
import { createEventLog } from "./event-log.ts";
import { exportPicture } from "./export-picture.ts";
import { createFlattenLayers } from "./flatten-layers.ts";
import { readGenerationRecipe } from "./read-generation-recipe.ts";

const SIZE = { width: 96, height: 80 };
const FORMATS = ["png", "webp", "jpeg"] as const;

/** A studio without server and upstream: database, files, and what this room and the library do with them. */
async function openStudio() {
  const folder = await mkdtemp(path.join(tmpdir(), "backlot-export-"));
  const db = await openStudioDatabase(path.join(folder, "studio.sqlite"));
  const assetParts = { db, store: createFileAssetStore(path.join(folder, "assets")), clock: systemClock };
  const parts = { ...assetParts, flattenLayers: createFlattenLayers(assetParts) };
  const events = createEventLog(parts);

  async function keep(bytes: Uint8Array, name: string): Promise<PlacedPicture> {
    const { id, width, height } = await keepUpload(parts, bytes);
    return { assetId: id, size: { width, height }, name };
  }
  return {
    parts,
    keep,
    async addProject(document: ProjectDocument, name: string): Promise<string> {
      const row = { id: newId("project"), name, revision: 1, subjectAssetId: null, createdAt: 1, updatedAt: 1 };
      await insertProject(db, { ...row, document });
      return row.id;
    },
    /** One press, and the only picture of its generation, as upstream would have made it. */
    async generate(projectId: string, picture: Uint8Array): Promise<{ generationId: string; pictureId: string }> {
      const order = { projectId, revision: 1, versions: ["v3" as const], n: 2 };
      const run = await createRun({ events, clock: systemClock, newId, priceFen: 8 }, order);
      const generationId = run.generations[0]?.id ?? "";
      const { assetId } = await keep(picture, "");
      const pictureId = newId("picture");
      await insertPicture(db, { id: pictureId, generationId, idx: 1, assetId, ...SIZE, createdAt: 1_780_000_000_000 });
      return { generationId, pictureId };
    },
    recipeOf: (generationId: string) => readGenerationRecipe(parts, generationId),
    async close() {
      await db.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

type StudioRig = Awaited<ReturnType<typeof openStudio>>;

/** Everything a document can have: turned and mirrored layers, a hidden one, an element made from a cut-out, a lossy guide image. */
async function fullDocument({ keep }: StudioRig): Promise<ProjectDocument> {
  const at = (x: number, y: number, scale: number, rotation = 0) => ({ x, y, scaleX: -scale, scaleY: scale, rotation });
  const edge = await keep(await edgePng(), "blossom");
  const element = (id: string, change: Partial<Element>): Element => {
    return {
      ...edge,
      id: `element_${id}`,
      transform: at(20, 60, 0.2),
      visible: true,
      prompt: "",
      original: null,
      ...change,
    };
  };
  const empty = createDocument(SIZE);
  return {
    ...empty,
    subject: { ...(await keep(await productPng(), "perfume.png")), transform: at(48, 40, 0.25, 7) },
    foreground: [
      element("a", { prompt: "粉色桃花" }),
      element("b", { visible: false }),
      element("c", { transform: at(80, 30, 0.3, -30), original: await keep(await cutOutPng("dog"), "dog") }),
    ],
    background: [element("d", { prompt: "leaves", transform: at(50, 20, 0.4) })],
    guide: {
      prompt: "山脉和晚霞",
      negativePrompt: "people",
      image: await keep(await jpegPhoto(), "sky.jpg"),
      noiseLevel: 250,
      promptWeight: 0.3,
    },
    output: { versions: ["v2", "v3"], n: 2 },
  };
}

let here: StudioRig;
let document: ProjectDocument;
let made: { generationId: string; pictureId: string };
beforeAll(async () => {
  here = await openStudio();
  document = await fullDocument(here);
  made = await here.generate(await here.addProject(document, "Perfume: at/sunset 晚霞"), await rgbPng(SIZE));
});
afterAll(() => here.close());

const exported = (format: (typeof FORMATS)[number]) => exportPicture(here.parts, made.pictureId, format);

describe.each(FORMATS)("as %s", (format) => {
  test("dropped where its pictures are, it gives the document exactly", async () => {
    const { bytes } = await exported(format);
    const reading = await readPicture(here.parts, bytes);
    expect(reading).toEqual({ form: "document", document, missing: [] });
  });

  test("dropped elsewhere, it gives layers that are pixel for pixel those that were sent, and the same recipe when it is sent", async () => {
    const there = await openStudio();
    try {
      const reading = await readPicture(there.parts, (await exported(format)).bytes);
      expect(reading).toMatchObject({ form: "flattened", missing: ["perfume.png", "sky.jpg", "blossom", "dog"] });
      const flattened = loadDocument(reading.document);
      expect(flattened.artboard).toEqual(SIZE);
      expect(flattened.foreground.map(({ name, prompt }) => [name, prompt])).toEqual([
        ["blossom", "粉色桃花"],
        ["blossom", ""],
      ]);

      const again = await there.generate(await there.addProject(flattened, "again"), await rgbPng(SIZE));
      const [theirs, ours] = [await there.recipeOf(again.generationId), await here.recipeOf(made.generationId)];
      expect(theirs.recipe).toEqual(ours.recipe);
      expect(theirs.hash).toBe(ours.hash);
      for (const reference of recipeReferences(ours.recipe)) {
        const id = assetOfReference(reference) ?? "asset_";
        expect(await decodeImage(await there.parts.store.read(id))).toEqual(
          await decodeImage(await here.parts.store.read(id)),
        );
      }
      // What it brought is here now, so the flattened document's own export would restore that document exactly.
      const second = await exportPicture(there.parts, again.pictureId, format);
      expect(await readPicture(there.parts, second.bytes)).toEqual({
        form: "document",
        document: flattened,
        missing: [],
      });
    } finally {
      await there.close();
    }
  });

  test("it is a picture of the format, its pixels those that were saved", async () => {
    const { bytes, mediaType } = await exported(format);
    expect(mediaType).toBe(`image/${format}`);
    expect(await sharp(bytes).metadata()).toMatchObject({ format, ...SIZE });
    const [saved, found] = [await decodeImage(await rgbPng(SIZE)), await decodeImage(bytes)];
    if (format === "png") expect(found).toEqual(saved);
    const differences = found.data.map((value, index) => Math.abs(value - (saved.data[index] ?? 0)));
    expect(Math.max(...differences)).toBeLessThan(format === "png" ? 1 : 10);
  });

  test("ordinary tools show recipe, version and time", async () => {
    const { xmpAsString = "" } = await sharp((await exported(format)).bytes).metadata();
    expect(xmpAsString).toContain("山脉和晚霞");
    expect(xmpAsString).toContain("<backlot:modelVersion>v3</backlot:modelVersion>");
    expect(xmpAsString).toContain("<xmp:CreateDate>2026-05-28T20:26:40.000Z</xmp:CreateDate>");
  });
});

test("a picture that upstream gave in the format that is asked for is not encoded again", async () => {
  const webp = await sharp(await rgbPng(SIZE))
    .webp({ quality: 60 })
    .toBuffer();
  const { pictureId } = await here.generate(await here.addProject(document, "x"), webp);
  const { assetId = "" } =
    (await here.parts.db.selectFrom("pictures").select("assetId").where("id", "=", pictureId).executeTakeFirst()) ?? {};
  const saved = await decodeImage(await here.parts.store.read(assetId as `asset_${string}`));
  expect(await decodeImage((await exportPicture(here.parts, pictureId, "webp")).bytes)).toEqual(saved);
});

test("the file is named after the project as it is called now, the version and the place", async () => {
  expect((await exported("jpeg")).fileName).toBe("Perfume at sunset 晚霞 v3-2.jpg");
});

test("a picture or generation of nobody is not found", async () => {
  await expect(exportPicture(here.parts, "picture_0", "png")).rejects.toMatchObject({ code: "picture/not-found" });
});

test("layers that are too large for a file stay out, all of them: it says what is missing elsewhere, and restores here", async () => {
  const side = 2048;
  const noise = createPixelBuffer(side, side);
  for (let index = 0, state = 1; index < noise.data.length; index += 1) {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    noise.data[index] = state >>> 24;
  }
  const subject = {
    ...(await here.keep(await encodePng(noise), "noise")),
    transform: { x: 1024, y: 1024, scaleX: 1, scaleY: 1, rotation: 0 },
  };
  const large = { ...document, artboard: { width: side, height: side }, subject };
  const { pictureId } = await here.generate(await here.addProject(large, "large"), await rgbPng(SIZE));
  const { bytes } = await exportPicture(here.parts, pictureId, "jpeg");
  expect(bytes.length).toBeLessThan(100_000);
  expect(Buffer.from(bytes).includes('"picturesLeftOut":true')).toBe(true);
  expect(await readPicture(here.parts, bytes)).toEqual({ form: "document", document: large, missing: [] });
  const there = await openStudio();
  expect(await readPicture(there.parts, bytes)).toMatchObject({
    form: "none",
    document: null,
    missing: ["noise", "sky.jpg", "blossom", "dog"],
  });
  await there.close();
}, 60_000);

test("of a project that was deleted the file has the studio's name", async () => {
  const projectId = await here.addProject(document, "Before");
  const { pictureId } = await here.generate(projectId, await rgbPng(SIZE));
  await deleteProject(here.parts.db, projectId);
  expect((await exportPicture(here.parts, pictureId, "png")).fileName).toBe("Backlot v3-2.png");
});
