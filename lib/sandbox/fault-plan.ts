import { z } from "zod";
import { ERROR_TABLE, type WanxCode } from "#lib/wanx/contract/error-table.ts";

/**
 * What shall go wrong, and when. A plan is JSON:
 *
 *     { "seed": 7, "rules": [
 *       { "on": "submit", "fault": "error", "code": "Throttling.RateQuota", "share": 0.3 },
 *       { "on": "submit", "fault": "reset-after", "after": 1, "times": 1 },
 *       { "on": "task", "fault": "partial", "items": 2 } ] }
 *
 * A call (or task) passes the rules in their order, and the first one that takes it is all that happens to it; only `latency` takes
 * nothing and adds up. A rule counts what reaches it: it lets the first `after` pass, takes each further one with the chance
 * `share`, and rests once it has taken `times`. Chance is drawn from the seed, the rule's place and its count: the same plan over
 * the same calls does the same.
 */
export type FaultPlan = z.infer<typeof faultPlanSchema>;
export type FaultRule = z.infer<typeof faultRuleSchema>;
/** A rule whose fault is one of these. */
export type RuleOf<Fault extends FaultRule["fault"]> = Extract<FaultRule, { fault: Fault }>;

/** The calls of the service; `result` is the download of a picture. */
const calls = ["submit", "query", "list", "cancel", "policy", "upload", "result", "token"] as const;
export type CallName = (typeof calls)[number];
const anyCall = z.enum([...calls, "any"]);

const when = {
  /** Chance of each one. */
  share: z.number().min(0).max(1).default(1),
  /** How many at most; without it no end. */
  times: z.int().min(1).optional(),
  /** How many pass before the first may be taken. */
  after: z.int().min(0).default(0),
};

/** A day: longer than anything here lives. */
const milliseconds = z.int().min(0).max(86_400_000);
/** What is sent of the body, 0 to almost all. */
const keptShare = z.number().min(0).lt(1);
const everyCode = Object.keys(ERROR_TABLE) as [WanxCode, ...WanxCode[]];
const codesOfTasks = everyCode.filter((code) => (ERROR_TABLE[code].places as readonly string[]).includes("failed"));

const faultRuleSchema = z.discriminatedUnion("fault", [
  /** Answered instead of carried out: 429, 5xx, `InvalidParameter.DataInspection` and all the others. */
  z.strictObject({
    ...when,
    fault: z.literal("error"),
    on: anyCall,
    code: z.enum(everyCode).default("InternalError"),
    /** The code's own when left out. */
    status: z.int().min(400).max(599).optional(),
    message: z.string().optional(),
    /** `service`: as the service writes it, JSON, or XML from the storage. `html`: a gateway's page. `none`: nothing. */
    body: z.enum(["service", "html", "none"]).default("service"),
  }),
  /** The connection is reset, and nothing was done. */
  z.strictObject({ ...when, fault: z.literal("reset-before"), on: anyCall }),
  /** It is carried out, then the connection is reset: a task was accepted and nobody is told. */
  z.strictObject({ ...when, fault: z.literal("reset-after"), on: anyCall }),
  /** The answer ends before its `content-length`. */
  z.strictObject({ ...when, fault: z.literal("truncate"), on: anyCall, keep: keptShare.default(0.5) }),
  /** Headers and a part of the body, then silence for `ms`, then the rest. */
  z.strictObject({ ...when, fault: z.literal("stall"), on: anyCall, ms: milliseconds, keep: keptShare.default(0) }),
  /** Carried out only after `ms`, or up to `maxMs`, even if the client has given up by then. A task runs that much longer. */
  z.strictObject({
    ...when,
    fault: z.literal("latency"),
    on: z.enum([...calls, "any", "task"]),
    ms: milliseconds,
    maxMs: milliseconds.optional(),
  }),
  /** The list leaves out what was submitted in the last `ms`. */
  z.strictObject({ ...when, fault: z.literal("lag"), on: z.literal("list"), ms: milliseconds }),
  /** A picture's bytes come with this many bits turned over. */
  z.strictObject({
    ...when,
    fault: z.literal("flip"),
    on: z.literal("result"),
    bits: z.int().min(1).max(64).default(1),
  }),
  /** Status 200 and a page of HTML where the picture was. */
  z.strictObject({ ...when, fault: z.literal("html"), on: z.literal("result") }),
  /** The task FAILED. */
  z.strictObject({
    ...when,
    fault: z.literal("fail"),
    on: z.literal("task"),
    code: z.enum(codesOfTasks),
    message: z.string().optional(),
  }),
  /** So many of the task's pictures are errors; when that is all of them, the task FAILED. */
  z.strictObject({
    ...when,
    fault: z.literal("partial"),
    on: z.literal("task"),
    items: z.int().min(1).max(4).default(1),
    code: z.enum(codesOfTasks).default("DataInspectionFailed"),
    message: z.string().optional(),
  }),
  /** Gone after `ms`: a task and a result counted from the task's end, an upload and a policy from when they were made. */
  z.strictObject({
    ...when,
    fault: z.literal("expire"),
    on: z.enum(["task", "result", "upload", "policy"]),
    ms: milliseconds,
  }),
]);

export const faultPlanSchema = z.strictObject({
  seed: z.int().min(0).default(1),
  rules: z.array(faultRuleSchema).max(100),
});

/** Throws a plain Error of one line that names the field: `rules.1.share: Too big: expected number to be <=1`. */
export function readFaultPlan(json: string): FaultPlan {
  const parsed = faultPlanSchema.safeParse(parseJson(json));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${issue?.path.join(".") || "the plan"}: ${issue?.message}`);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Error("the plan: is not JSON", { cause });
  }
}
