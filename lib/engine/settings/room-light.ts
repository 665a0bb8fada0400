import type { Vec3 } from "../math/vector.ts";
import type { DayTime, GoboName } from "../scene-spec.ts";
import type { Room } from "./room.ts";

/** What an hour makes of a room that is lit by its windows; factors of the room's own light by day. */
export interface RoomLight {
  readonly key: Vec3;
  readonly around: Vec3;
  /** Brightness of the window beside the camera. */
  readonly window: number;
  /** A lamp throws its cone instead of the sun its pattern. */
  readonly lamp: boolean;
}

const hour = (key: Vec3, around: Vec3, window: number, lamp = false): RoomLight => ({ key, around, window, lamp });

const HOURS: Readonly<Record<DayTime, RoomLight>> = {
  dawn: hour([0.84, 0.78, 0.8], [0.78, 0.82, 0.92], 0.8),
  day: hour([1, 1, 1], [1, 0.99, 0.985], 1),
  golden: hour([1.16, 0.88, 0.54], [0.92, 0.82, 0.7], 0.85),
  sunset: hour([1.2, 0.74, 0.42], [0.78, 0.65, 0.62], 0.6),
  dusk: hour([0.62, 0.5, 0.6], [0.44, 0.45, 0.62], 0.4),
  night: hour([1.2, 0.78, 0.42], [0.24, 0.22, 0.25], 0.03, true),
};

/** Below this the light all around is the room's own: it knows no hours. */
const OWN_LIGHT = 0.45;

/** What an hour makes of a set that is lit like a room by day. */
export const hourLight = (time: DayTime): RoomLight => HOURS[time];

export const roomLight = ({ ambient }: Room, time: DayTime): RoomLight => HOURS[ambient < OWN_LIGHT ? "day" : time];

export const patternOf = ({ lamp }: RoomLight, gobo: GoboName): GoboName => (lamp && gobo !== "none" ? "spot" : gobo);
