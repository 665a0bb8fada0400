import type { ElementGroup, Size, Transform } from "#lib/composition/document.ts";
import type { Box } from "#lib/composition/geometry.ts";

/** Share of the artboard's width or height that a new element fills at most. */
const NEW_ELEMENT_SHARE = 0.4;
/** An edge drawn larger than this is blurred beyond use. */
const LARGEST_NEW_SCALE = 2;
const MARGIN_SHARE = 0.04;

/** Where the second, third … new element of a group goes, as a share of the free width; they must not hide one another. */
const COLUMNS: Record<ElementGroup, readonly number[]> = {
  foreground: [0, 1, 0.5, 0.25, 0.75],
  background: [1, 0, 0.5, 0.75, 0.25],
};

/**
 * Where a new element goes: its visible part fills 40 % of the artboard, foreground along the bottom from the left,
 * background along the top from the right. An edge layer of exactly the artboard's size was composed for it and keeps its place.
 */
export function placeNewElement(input: {
  artboard: Size;
  picture: Size;
  /** Box of alpha > 0 in picture pixels. */
  visible: Box | null;
  group: ElementGroup;
  /** Elements already in the group. */
  index: number;
  /** It came as an edge layer, not as a picture that was turned into one. */
  isPrepared: boolean;
}): Transform {
  const { artboard, picture, group } = input;
  const centred = { x: artboard.width / 2, y: artboard.height / 2, scaleX: 1, scaleY: 1, rotation: 0 };
  if (input.isPrepared && picture.width === artboard.width && picture.height === artboard.height) return centred;

  const visible = input.visible ?? { x: 0, y: 0, ...picture };
  const room = { width: artboard.width * NEW_ELEMENT_SHARE, height: artboard.height * NEW_ELEMENT_SHARE };
  const scale = Math.min(room.width / visible.width, room.height / visible.height, LARGEST_NEW_SCALE);
  const shown = { width: visible.width * scale, height: visible.height * scale };
  const margin = Math.min(artboard.width, artboard.height) * MARGIN_SHARE;

  const column = COLUMNS[group][input.index % COLUMNS[group].length] ?? 0.5;
  // Later rounds step inwards, so that the sixth element does not lie exactly on the first.
  const round = Math.floor(input.index / COLUMNS[group].length);
  const left = margin + column * (artboard.width - 2 * margin - shown.width);
  const top =
    group === "foreground" ? artboard.height - margin - shown.height - round * 2 * margin : margin + round * 2 * margin;
  const offset = {
    x: (visible.x + visible.width / 2 - picture.width / 2) * scale,
    y: (visible.y + visible.height / 2 - picture.height / 2) * scale,
  };
  return {
    ...centred,
    x: Math.round(left + shown.width / 2 - offset.x),
    y: Math.round(top + shown.height / 2 - offset.y),
    scaleX: scale,
    scaleY: scale,
  };
}
