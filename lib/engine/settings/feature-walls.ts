import type { Room } from "./room.ts";
import { BRICK_WALL } from "./walls/brick-wall.ts";
import { BLACK_AND_GOLD } from "./walls/gold-wall.ts";
import { INK_WALL } from "./walls/ink-wall.ts";
import { LIBRARY } from "./walls/library-wall.ts";
import { NEON } from "./walls/neon-wall.ts";
import { RED_WALL } from "./walls/palace-wall.ts";

/** Rooms that are known by their wall. */
export const FEATURE_WALLS = {
  library: LIBRARY,
  "red-wall": RED_WALL,
  ink: INK_WALL,
  brick: BRICK_WALL,
  neon: NEON,
  gold: BLACK_AND_GOLD,
} satisfies Record<string, Room>;
