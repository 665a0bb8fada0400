import { readFile } from "node:fs/promises";
import path from "node:path";
import type { AssetView } from "#lib/api/asset-view.ts";
import type { ExampleName } from "#lib/api/example-names.ts";
import { type AssetId, type ElementId, newId } from "#lib/base/ids.ts";
import { createDocument } from "#lib/composition/create-document.ts";
import type { Element, ProjectDocument, Subject } from "#lib/composition/document.ts";
import type { AssetLibrary } from "./asset-library.ts";

export type ExampleBuilder = (name: ExampleName) => Promise<{ name: string; document: ProjectDocument }>;

interface Place {
  x: number;
  y: number;
  scale?: number;
  rotation?: number;
  flip?: boolean;
}

interface Scene {
  name: string;
  prompt: string;
  subject: [file: string, place: Place];
  foreground: [file: string, place: Place, prompt: string][];
  background: [file: string, place: Place, prompt: string][];
}

const ARTBOARD = { width: 1024, height: 1024 };

/** The first is the API page's own request: mountains and sunset, blossoms and a puppy before the product, leaves behind it. */
const SCENES: Record<ExampleName, Scene> = {
  "perfume-sunset": {
    name: "Perfume at sunset",
    prompt: "山脉和晚霞",
    subject: ["perfume.png", { x: 512, y: 580 }],
    foreground: [
      ["blossom-edge.png", { x: 223, y: 840, scale: 0.86 }, "粉色桃花"],
      ["puppy-edge.png", { x: 800, y: 872 }, "可爱小狗"],
    ],
    background: [["leaves-edge.png", { x: 770, y: 250, scale: 1.1 }, "树叶"]],
  },
  "tea-podium": {
    name: "Tea on a podium",
    prompt: "mint green podium, soft morning light, product photography",
    subject: ["tea-can.png", { x: 512, y: 560, scale: 1.2 }],
    foreground: [["leaves-edge.png", { x: 200, y: 230, flip: true }, "fresh green tea leaves"]],
    background: [],
  },
  "perfume-marble": {
    name: "Perfume on marble",
    prompt: "white marble table in a bright room, window light",
    subject: ["perfume.png", { x: 512, y: 590 }],
    foreground: [["blossom-edge.png", { x: 842, y: 874, scale: 0.7, flip: true }, "white blossoms"]],
    background: [],
  },
};

/** Builds a ready scene from the pictures in `folder`; they become assets like any upload, so that nothing downstream knows the difference. */
export function createExampleBuilder(assets: AssetLibrary, folder: string): ExampleBuilder {
  const bring = async (file: string, purpose: "subject" | "element") => {
    const asset = await assets.upload(await readFile(path.join(folder, file)), "image/png", purpose);
    return placed(asset, file);
  };

  return async (name) => {
    const scene = SCENES[name];
    const [subjectFile, subjectPlace] = scene.subject;
    const subject: Subject = { ...(await bring(subjectFile, "subject")), transform: transformOf(subjectPlace) };
    const elements = (list: Scene["foreground"]): Promise<Element[]> =>
      Promise.all(
        list.map(async ([file, place, prompt]) => ({
          ...(await bring(file, "element")),
          id: newId("element") as ElementId,
          transform: transformOf(place),
          visible: true,
          prompt,
          original: null,
        })),
      );
    const empty = createDocument();
    return {
      name: scene.name,
      document: {
        ...empty,
        artboard: ARTBOARD,
        subject,
        foreground: await elements(scene.foreground),
        background: await elements(scene.background),
        guide: { ...empty.guide, prompt: scene.prompt },
        output: { versions: ["v2", "v3"], n: 2 },
      },
    };
  };
}

function placed({ id, width, height }: AssetView, file: string) {
  return { assetId: id as AssetId, size: { width, height }, name: file.replace(/(-edge)?\.png$/, "") };
}

function transformOf({ x, y, scale = 1, rotation = 0, flip = false }: Place) {
  return { x, y, scaleX: flip ? -scale : scale, scaleY: scale, rotation };
}
