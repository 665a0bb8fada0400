import type { GenerationView, PictureView, RunView } from "#lib/api/run-view.ts";

/** One half of the desk: a generation and which of its pictures lies there. */
export interface DeskSide {
  generation: GenerationView;
  /** Place in `pictures`, not the picture's own index: pictures that failed leave no gap. */
  position: number;
  pictures: readonly PictureView[];
}

export type SidePositions = readonly [number, number];

/**
 * v2 to the left of v3; with one version the left and right are two pictures of it. One side when there is only one picture to
 * show, none without any generation.
 */
export function deskSides(run: RunView, positions: SidePositions): DeskSide[] {
  const generations = run.generations
    .filter(({ state, pictures }) => pictures.length > 0 || (state !== "failed" && state !== "canceled"))
    .toSorted((a, b) => (a.version < b.version ? -1 : 1));
  const [first, second = first] = generations;
  if (first === undefined || second === undefined) return [];
  const left = side(first, positions[0]);
  if (second === first && first.pictures.length < 2) return [left];
  return [left, side(second, positions[1])];
}

function side(generation: GenerationView, position: number): DeskSide {
  const { pictures } = generation;
  return { generation, pictures, position: Math.min(Math.max(0, pictures.length - 1), Math.max(0, position)) };
}

/** The picture that was clicked lies where its version belongs, and the other side shows its first other picture. */
export function startPositions(run: RunView, pictureId: string | undefined): SidePositions {
  const sides = deskSides(run, [0, 1]);
  const [left, right] = sides;
  if (left === undefined) return [0, 0];
  const isOneVersion = right === undefined || right.generation === left.generation;
  const inLeft = left.pictures.findIndex(({ id }) => id === pictureId);
  if (isOneVersion) return inLeft > 0 ? [inLeft, 0] : [0, 1];
  const inRight = right.pictures.findIndex(({ id }) => id === pictureId);
  return [Math.max(0, inLeft), Math.max(0, inRight)];
}

export function pictureOf({ pictures, position }: DeskSide): PictureView | undefined {
  return pictures[position];
}
