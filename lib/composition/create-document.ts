import { LIMITS } from "#lib/wanx/contract/limits.ts";
import {
  DOCUMENT_SCHEMA,
  type PlacedPicture,
  type ProjectDocument,
  type Size,
  TRANSFORM_LIMITS,
  type Transform,
} from "./document.ts";
import { type Box, fitTransform } from "./geometry.ts";

/** How much of the artboard a new subject fills: room around it is what the model paints. */
const SUBJECT_FILL_SHARE = 0.7;

export function createDocument(artboard: Size = { width: 1024, height: 1024 }): ProjectDocument {
  return {
    schema: DOCUMENT_SCHEMA,
    artboard,
    subject: null,
    foreground: [],
    background: [],
    guide: {
      prompt: "",
      negativePrompt: "",
      image: null,
      noiseLevel: LIMITS.noiseLevel.default,
      promptWeight: LIMITS.promptWeight.default,
    },
    output: { versions: ["v3"], n: LIMITS.n.default },
  };
}

/** The picture's own size where the API takes it, else the nearest size of the same shape that it takes. */
export function artboardFor(picture: Size): Size {
  const { min, max } = LIMITS.sidePx;
  const scale = Math.min(1, max / Math.max(picture.width, picture.height));
  const side = (length: number) => Math.min(max, Math.max(min, Math.round(length * scale)));
  return { width: side(picture.width), height: side(picture.height) };
}

/** `visible`: the box of alpha > 0 in picture pixels, when it is known. */
export function placeSubject(document: ProjectDocument, picture: PlacedPicture, visible?: Box | null): ProjectDocument {
  const transform = fitTransform(picture.size, document.artboard, { fillShare: SUBJECT_FILL_SHARE, visible });
  return { ...document, subject: { ...picture, transform } };
}

/** Another picture in the same place: same centre, turn and flips, as large as fits the old one's frame. Placed anew if there was none. */
export function replaceSubject(document: ProjectDocument, picture: PlacedPicture): ProjectDocument {
  const { subject } = document;
  if (!subject) return placeSubject(document, picture);
  return { ...document, subject: { ...picture, transform: keepFrame(subject, picture.size) } };
}

export function moveSubject(document: ProjectDocument, transform: Transform): ProjectDocument {
  return document.subject ? { ...document, subject: { ...document.subject, transform } } : document;
}

export function removeSubject(document: ProjectDocument): ProjectDocument {
  return { ...document, subject: null };
}

/** The transform by which a picture of `size` fits the frame in which `layer` stands now, its proportions its own. */
export function keepFrame(layer: { size: Size; transform: Transform }, size: Size): Transform {
  const { scaleX, scaleY } = layer.transform;
  const scale = Math.min(
    (Math.abs(scaleX) * layer.size.width) / size.width,
    (Math.abs(scaleY) * layer.size.height) / size.height,
  );
  return { ...layer.transform, scaleX: scaleX < 0 ? -scale : scale, scaleY: scaleY < 0 ? -scale : scale };
}

/**
 * Gives the artboard another size. Layers keep their place relative to its centre and are scaled by the smaller change of the two
 * sides, so that the scene is neither distorted nor cropped; none beyond the limits of a transform.
 */
export function resizeArtboard(document: ProjectDocument, artboard: Size): ProjectDocument {
  const old = document.artboard;
  const scale = Math.min(artboard.width / old.width, artboard.height / old.height);
  const scaled = (transform: Transform): Transform => {
    const { position, scale: limit } = TRANSFORM_LIMITS;
    const enlarged = scale * Math.max(Math.abs(transform.scaleX), Math.abs(transform.scaleY));
    const layerScale = enlarged > limit ? (scale * limit) / enlarged : scale;
    return {
      ...transform,
      x: clamped(artboard.width / 2 + scale * (transform.x - old.width / 2), position),
      y: clamped(artboard.height / 2 + scale * (transform.y - old.height / 2), position),
      scaleX: clamped(transform.scaleX * layerScale, limit),
      scaleY: clamped(transform.scaleY * layerScale, limit),
    };
  };
  const layer = <Layer extends { transform: Transform }>(one: Layer): Layer => ({
    ...one,
    transform: scaled(one.transform),
  });
  return {
    ...document,
    artboard,
    subject: document.subject && layer(document.subject),
    foreground: document.foreground.map(layer),
    background: document.background.map(layer),
  };
}

const clamped = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value));
