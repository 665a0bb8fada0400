/** What a dragged layer row carries; other drags are none of the layer list's business. */
export const LAYER_DRAG_TYPE = "application/x-backlot-layer";

/**
 * Where a row dropped at `pointerY` goes: the number of rows above the gap, counted in the list as it is shown (top-most
 * first). `rows` are the rows' boxes from the top.
 */
export function dropGap(rows: readonly { top: number; height: number }[], pointerY: number): number {
  return rows.filter(({ top, height }) => pointerY > top + height / 2).length;
}

/** The gap as an index for `moveElement`, which counts from the bottom and without the moved element itself. */
export function gapToIndex(gap: number, rowCount: number, draggedRow: number | null): number {
  const above = draggedRow !== null && draggedRow < gap ? gap - 1 : gap;
  const others = draggedRow === null ? rowCount : rowCount - 1;
  return others - above;
}
