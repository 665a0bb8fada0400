import { expect, test } from "vitest";
import { compile } from "#lib/composition/compile.ts";
import { readyDocument } from "#lib/composition/test-documents.ts";
import { generationRow } from "#lib/db/test-database.ts";
import { toGenerationView } from "./views.ts";

const { recipe } = compile(readyDocument(), { version: "v2", n: 1 });
const failed = (failure: unknown) =>
  toGenerationView(generationRow({ state: "failed", version: "v2", recipe, failure }), []).failure;

test("a failure in the service's words comes with the layer they mean", () => {
  const said = {
    code: "upstream/failed",
    upstreamCode: "InvalidURL",
    upstreamMessage: "foreground_edge[1] is not valid",
  };
  expect(failed(said)).toEqual({ ...said, reading: { targets: [{ kind: "element", id: "element_b" }] } });
});

test("a failure of our own has none", () => {
  expect(failed({ code: "upstream/bad-picture" })).toEqual({ code: "upstream/bad-picture" });
});
