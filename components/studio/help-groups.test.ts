import { expect, test } from "vitest";
import { COMMANDS } from "#lib/editor/commands/commands.ts";
import { HELP } from "./help-groups.ts";

test("every command that has a key is in the help, and once", () => {
  const told = Object.values(HELP)
    .flat()
    .flatMap((line) => ("command" in line ? [line.command] : "commands" in line ? line.commands : []));
  const withKeys = COMMANDS.filter(({ keys }) => keys.length > 0).map(({ id }) => id);
  expect(withKeys.length).toBeGreaterThan(20);
  expect(told.toSorted()).toEqual(withKeys.toSorted());
});
