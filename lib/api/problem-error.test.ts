import { expect, test } from "vitest";
import { errorOfProblem } from "./problem-error.ts";

test("a problem becomes the error it tells of, with its request id", () => {
  const body = { code: "run/not-cancelable", values: { state: "running" }, requestId: "r-1" };
  expect(errorOfProblem(body)).toMatchObject({
    code: "run/not-cancelable",
    values: { state: "running", requestId: "r-1" },
  });
});

test.each([null, "text", { code: "from/the-future" }, { code: "toString" }])("%j becomes internal", (body) => {
  expect(errorOfProblem(body).code).toBe("internal");
});
