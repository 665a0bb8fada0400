import { createHash } from "node:crypto";
import type { FaultPlan, FaultRule, RuleOf } from "./fault-plan.ts";

/** A rule that has taken something. */
export interface Hit<Rule extends FaultRule = FaultRule> {
  rule: Rule;
  /** 0 to below 1, from the seed: the same question at the same count has the same answer. */
  chance(question: string): number;
}

/** Decides by a plan what happens to what. It counts, so one plan in use has one of these. */
export class FaultDice {
  readonly #plan: FaultPlan;
  readonly #counts: { reached: number; taken: number }[];

  constructor(plan: FaultPlan) {
    this.#plan = plan;
    this.#counts = plan.rules.map(() => ({ reached: 0, taken: 0 }));
  }

  /** The plan's rules, each with how many have reached it and how many of them it took. */
  get counts(): readonly { reached: number; taken: number }[] {
    return this.#counts;
  }

  /** Rules with one of these faults: every `latency` that applies, and after them at most one other. */
  roll<Fault extends FaultRule["fault"]>(on: FaultRule["on"], faults: readonly Fault[]): Hit<RuleOf<Fault>>[] {
    const hits: Hit<RuleOf<Fault>>[] = [];
    for (const [index, rule] of this.#plan.rules.entries()) {
      if (!isAbout(rule, on) || !isOneOf(rule, faults)) continue;
      const hit = this.#try(index, rule);
      if (!hit) continue;
      hits.push(hit);
      if (rule.fault !== "latency") break;
    }
    return hits;
  }

  #try<Rule extends FaultRule>(index: number, rule: Rule): Hit<Rule> | undefined {
    const count = this.#counts[index] ?? { reached: 0, taken: 0 };
    count.reached += 1;
    const place = `${this.#plan.seed}/${index}/${count.reached}`;
    const chance = (question: string) => fraction(`${place}/${question}`);
    if (count.reached <= rule.after || count.taken >= (rule.times ?? Number.POSITIVE_INFINITY)) return undefined;
    if (chance("share") >= rule.share) return undefined;
    count.taken += 1;
    return { rule, chance };
  }
}

/** `any` is about calls; tasks are none. */
function isAbout(rule: FaultRule, on: FaultRule["on"]): boolean {
  return rule.on === on || (rule.on === "any" && on !== "task");
}

function isOneOf<Fault extends FaultRule["fault"]>(rule: FaultRule, faults: readonly Fault[]): rule is RuleOf<Fault> {
  return (faults as readonly string[]).includes(rule.fault);
}

function fraction(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE() / 2 ** 32;
}
