import { expect, test } from "vitest";
import { readFaultPlan } from "./fault-plan.ts";

test("a plan may leave out what has a usual value", () => {
  expect(readFaultPlan('{"rules":[{"on":"submit","fault":"truncate"},{"on":"task","fault":"partial"}]}')).toEqual({
    seed: 1,
    rules: [
      { on: "submit", fault: "truncate", keep: 0.5, share: 1, after: 0 },
      { on: "task", fault: "partial", items: 1, code: "DataInspectionFailed", share: 1, after: 0 },
    ],
  });
});

test.each([
  ["{", "the plan: is not JSON"],
  ["[]", "the plan: "],
  ["{}", "rules: "],
  ['{"rules":[],"sed":1}', 'the plan: Unrecognized key: "sed"'],
  ['{"seed":-1,"rules":[]}', "seed: "],
  ['{"rules":[{"on":"submit"}]}', "rules.0.fault: "],
  ['{"rules":[{"on":"submit","fault":"explode"}]}', "rules.0.fault: "],
  ['{"rules":[{"on":"submit","fault":"lag","ms":1}]}', "rules.0.on: "],
  ['{"rules":[{"on":"task","fault":"truncate"}]}', "rules.0.on: "],
  ['{"rules":[{"on":"any","fault":"truncate","keep":1}]}', "rules.0.keep: "],
  ['{"rules":[{"on":"any","fault":"stall"}]}', "rules.0.ms: "],
  ['{"rules":[{"on":"any","fault":"error","code":"Oops"}]}', "rules.0.code: "],
  ['{"rules":[{"on":"task","fault":"fail","code":"InvalidApiKey"}]}', "rules.0.code: "],
  ['{"rules":[{"on":"any","fault":"reset-after"},{"on":"any","fault":"reset-after","share":2}]}', "rules.1.share: "],
  ['{"rules":[{"on":"any","fault":"reset-after","shar":1}]}', 'rules.0: Unrecognized key: "shar"'],
])("%s is refused in one line that begins with %j", (json, words) => {
  let message = "";
  try {
    readFaultPlan(json);
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message.startsWith(words), message).toBe(true);
  expect(message).not.toContain("\n");
});
