import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { problemBody } from "./problem-answer.ts";

test("a full disk is told as one, also when it is the database that met it", () => {
  const database = new Database(":memory:");
  database.exec("pragma max_page_count = 3; create table t (bytes blob)");
  const full = thrownBy(() => database.prepare("insert into t values (zeroblob(1000000))").run());
  database.close();
  expect(problemBody(full, "en")).toMatchObject({ code: "storage/full", status: 507 });
  const wrapped = new Error("cannot save", { cause: Object.assign(new Error("write"), { code: "ENOSPC" }) });
  expect(problemBody(wrapped, "en")).toMatchObject({ code: "storage/full" });
});

test("an error that is ours to mend is told without its words", () => {
  const problem = problemBody(new Error("no column named secret"), "en");
  expect(problem).toMatchObject({ code: "internal", status: 500, values: {} });
  expect(JSON.stringify(problem)).not.toContain("secret");
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}
