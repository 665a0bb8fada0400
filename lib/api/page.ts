import { z } from "zod";
import { BacklotError } from "#lib/base/errors.ts";
import { isId } from "#lib/base/ids.ts";
import { digitsSchema } from "./query-values.ts";

export const DEFAULT_PAGE_SIZE = 50;

/** What every list takes. `cursor` is the `nextCursor` of the page before; its content is our own affair. */
export const pageQuerySchema = z.object({
  limit: digitsSchema.pipe(z.int().min(1).max(100)).default(DEFAULT_PAGE_SIZE),
  cursor: z
    .string()
    .regex(/^[\w-]{1,200}$/, "must be the nextCursor of another page")
    .optional(),
});
export type PageQuery = z.infer<typeof pageQuerySchema>;

/** Opaque; null on the last page. */
export const nextCursorSchema = z.string().nullable();

/** A row's place in a list that is ordered by a time (epoch ms) and then by id. */
export interface Place {
  at: number;
  id: string;
}

/**
 * The rows of one page out of `limit + 1` that were asked for, and where the next one begins. A cursor names the last row that was
 * given, not a number of rows: what is added, changed or deleted elsewhere moves nothing across the border of a page.
 */
export function pageOf<Row>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => Place,
): { rows: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, nextCursor: last !== undefined && rows.length > limit ? writeCursor(placeOf(last)) : null };
}

export function writeCursor({ at, id }: Place): string {
  return btoa(`${at} ${id}`).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Throws `request/invalid` for what is no cursor of a list of this `kind`. */
export function readCursor(cursor: string, kind: string): Place {
  const [, at, id] = /^(\d{1,15}) (\w+)$/.exec(decode(cursor)) ?? [];
  if (at === undefined || !isId(kind, id)) {
    throw new BacklotError("request/invalid", { field: "cursor", reason: "must be the nextCursor of this list" });
  }
  return { at: Number(at), id };
}

/** Not base64 reads as nothing, which is no cursor either. */
function decode(cursor: string): string {
  try {
    return atob(cursor.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return "";
  }
}
