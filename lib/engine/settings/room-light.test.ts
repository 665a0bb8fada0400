import { expect, test } from "vitest";
import { patternOf, roomLight } from "./room-light.ts";
import { ROOMS } from "./rooms.ts";

test("night darkens a room that its windows light and lights a lamp in it, whose light is warm", () => {
  const [day, night] = [roomLight(ROOMS.kitchen, "day"), roomLight(ROOMS.kitchen, "night")];
  expect(Math.max(...night.around)).toBeLessThan(0.4 * Math.min(...day.around));
  expect(night.key[0]).toBeGreaterThan(2 * night.key[2]);
  expect(patternOf(night, "window")).toBe("spot");
  expect(patternOf(day, "window")).toBe("window");
});

test("a room with light of its own knows no hours, and a light without a pattern keeps none", () => {
  expect(roomLight(ROOMS.neon, "night")).toEqual(roomLight(ROOMS.neon, "day"));
  expect(patternOf(roomLight(ROOMS.kitchen, "night"), "none")).toBe("none");
});
