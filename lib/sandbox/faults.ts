import { ERROR_TABLE } from "#lib/wanx/contract/error-table.ts";
import { FaultDice, type Hit } from "./fault-dice.ts";
import type { FaultPlan, FaultRule, RuleOf } from "./fault-plan.ts";
import type { Ledger, LedgerEntry } from "./ledger.ts";
import type { Mishaps } from "./mishaps.ts";
import { ServiceError } from "./service-error.ts";

const NOTHING: FaultPlan = { seed: 1, rules: [] };

/** The plan in use, which may change at any time; its counts begin anew with each change and each start. */
export class Faults {
  readonly #everyCall: FaultDice;
  #plan: FaultPlan;
  #dice: FaultDice;

  /** `everyCall` holds whatever the plan is. */
  constructor(plan: FaultPlan = NOTHING, everyCall: FaultRule[] = []) {
    this.#everyCall = new FaultDice({ seed: 1, rules: everyCall });
    this.#plan = plan;
    this.#dice = new FaultDice(plan);
  }

  use(plan: FaultPlan = NOTHING): void {
    this.#plan = plan;
    this.#dice = new FaultDice(plan);
  }

  /** The plan, each rule with how many have reached it and how many of them it took. */
  get inUse(): object {
    const { counts } = this.#dice;
    return { ...this.#plan, rules: this.#plan.rules.map((rule, index) => ({ ...rule, ...counts[index] })) };
  }

  /** See `FaultDice.roll`. */
  roll<Fault extends FaultRule["fault"]>(on: FaultRule["on"], faults: readonly Fault[]): Hit<RuleOf<Fault>>[] {
    return [...this.#everyCall.roll(on, faults), ...this.#dice.roll(on, faults)];
  }
}

/** Milliseconds of all the latencies among these. */
export function latencyMs(hits: readonly Hit[]): number {
  let sum = 0;
  for (const { rule, chance } of hits) {
    if (rule.fault !== "latency") continue;
    const { ms, maxMs = ms } = rule;
    sum += ms + Math.round(chance("latency") * Math.max(0, maxMs - ms));
  }
  return sum;
}

/** What the ledger says of a rule that has taken something; of latency, which takes nothing, it is not told. */
export function faultEntry(rule: FaultRule, on: FaultRule["on"], where: { requestId?: string; taskId?: string } = {}) {
  const code = "code" in rule && { code: rule.code };
  return { event: "fault", on, fault: rule.fault, ...code, ...where } as const satisfies LedgerEntry;
}

/** The part of a plan that is about tasks, lifetimes and lists. */
export function mishapsOf(faults: Faults, ledger: Ledger): Mishaps {
  /** The milliseconds that a rule of this fault gives, when one takes it. */
  const msOf = async (on: FaultRule["on"], fault: "expire" | "lag"): Promise<number | undefined> => {
    const [hit] = faults.roll(on, [fault]);
    if (hit) await ledger.record(faultEntry(hit.rule, on));
    return hit?.rule.ms;
  };
  return {
    async ofTask(taskId, total) {
      const hits = faults.roll("task", ["latency", "fail", "partial"]);
      const mishap = { delayMs: latencyMs(hits), lost: new Map<number, ServiceError>() };
      const taken = hits.find(({ rule }) => rule.fault !== "latency");
      if (taken) await ledger.record(faultEntry(taken.rule, "task", { taskId }));
      if (taken?.rule.fault === "fail") return { ...mishap, failure: errorOf(taken.rule) };
      if (taken?.rule.fault === "partial") return { ...mishap, lost: lostOf(taken.rule, taken.chance, total) };
      return mishap;
    },
    lifetimeMs: async (of, usualMs) => (await msOf(of, "expire")) ?? usualMs,
    listLagMs: async () => (await msOf("list", "lag")) ?? 0,
  };
}

function errorOf({ code, message = ERROR_TABLE[code].message }: RuleOf<"fail"> | RuleOf<"partial">): ServiceError {
  return new ServiceError(code, message);
}

/** Which pictures: as many of the task's as the rule says, by chance. */
function lostOf(rule: RuleOf<"partial">, chance: Hit["chance"], total: number): Map<number, ServiceError> {
  const positions = Array.from({ length: total }, (_, position) => position);
  positions.sort((one, other) => chance(`picture ${one}`) - chance(`picture ${other}`));
  return new Map(positions.slice(0, rule.items).map((position) => [position, errorOf(rule)]));
}
