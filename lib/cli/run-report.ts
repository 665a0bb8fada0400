import path from "node:path";
import type { About } from "#lib/api/about-view.ts";
import type { GenerationRecipe } from "#lib/api/recipe-view.ts";
import type { GenerationView, PictureView, RunView } from "#lib/api/run-view.ts";
import type { Clock } from "#lib/base/clock.ts";
import { EXIT, type ExitStatus } from "./exit-status.ts";
import type { Output } from "./output.ts";
import { progressLine } from "./progress-line.ts";
import type { Words } from "./words.ts";

const TICK_MS = 1_000;

export interface SavedPicture {
  file: string;
  version: string;
  index: number;
  width: number;
  height: number;
}

export interface RunReportParts {
  output: Output;
  words: Words;
  clock: Clock;
  about: About;
  /** Where a person sees the project; null where it is gone when the command ends. */
  page: string | null;
}

/** Tells of one run, from what it will cost to what it has cost: to a terminal, a log or a program. */
export class RunReport {
  readonly #parts: RunReportParts;
  readonly #startedAt: number;
  readonly #views = new Map<string, GenerationView>();
  readonly #saved: SavedPicture[] = [];
  #total = 0;
  #ticker: NodeJS.Timeout | undefined;

  constructor(parts: RunReportParts) {
    this.#parts = parts;
    this.#startedAt = parts.clock.monotonic();
  }

  /** Before it is sent. */
  announce(count: number): void {
    const { output, words, about } = this.#parts;
    const values = { pictures: words.pictures(count), amount: words.money(count * about.priceFenPerPicture) };
    output.say(words.t(about.upstream === "cloud" ? "generate.cost" : "generate.free", values));
  }

  begin({ id, projectId, generations }: RunView): void {
    const { output, about, page } = this.#parts;
    for (const generation of generations) {
      this.#views.set(generation.id, generation);
      this.#total += generation.n;
    }
    output.record("run", { runId: id, projectId, page, upstream: about.upstream, pictures: this.#total });
    if (output.isLive) this.#ticker = setInterval(() => this.#draw(), TICK_MS);
    this.#draw();
  }

  changed(generation: GenerationView): void {
    const { output, words } = this.#parts;
    const { id, version, state, failure } = generation;
    const known = this.#views.get(id);
    this.#views.set(id, generation);
    output.record("generation", generation);
    const said = { version, state: words.state(state) };
    if (state === "queued" && failure) {
      if (known?.failure?.code !== failure.code) {
        output.say(words.t("generate.waiting", { ...said, reason: words.failure(failure) }));
      }
    } else if (!output.isLive && known?.state !== state) output.say(words.t("generate.state", said));
    this.#draw();
  }

  saved({ version }: GenerationView, { index, width, height }: PictureView, wanted: string, file: string): void {
    const { output, words } = this.#parts;
    this.#saved.push({ file, version, index, width, height });
    output.record("picture", { file, version, index, width, height });
    output.result(file);
    if (path.basename(file) !== wanted)
      output.judge("warning", words.t("severity.warning"), words.t("generate.renamed", { wanted, file }));
    this.#draw();
  }

  recipe(generationId: string, { recipe, hash }: GenerationRecipe): void {
    this.#parts.output.record("recipe", { generationId, hash, recipe });
  }

  stopping(): void {
    const { output, words } = this.#parts;
    output.say(words.t("interrupt.stopping"));
  }

  tooLate({ version, n, cost }: GenerationView): void {
    const { output, words } = this.#parts;
    const values = { version, pictures: words.pictures(n), amount: words.money(cost.reservedFen) };
    output.say(words.t(this.#isPaid ? "interrupt.charged" : "interrupt.drawn", values));
  }

  complain(message: string): void {
    const { output, words } = this.#parts;
    output.judge("error", words.t("severity.error"), message);
  }

  /** All are settled. */
  end(wasStopped: boolean): ExitStatus {
    const { output, words, page } = this.#parts;
    this.close();
    for (const generation of this.#views.values()) this.#explain(generation);
    const chargedFen = this.#isPaid ? sum([...this.#views.values()].map(({ cost }) => cost.chargedFen)) : 0;
    const values = {
      pictures: words.pictures(this.#saved.length),
      seconds: this.#seconds,
      amount: words.money(chargedFen),
    };
    output.say(words.t(this.#isPaid ? "generate.doneCost" : "generate.doneFree", values));
    if (page) output.say(words.t("generate.project", { page }));
    const status = wasStopped ? EXIT.interrupted : this.#saved.length < this.#total ? EXIT.incomplete : EXIT.done;
    output.record("result", { exitStatus: status, pictures: this.#saved, chargedFen, page });
    return status;
  }

  /** The user leaves while something is still going on. */
  left(): void {
    const { output, words, page } = this.#parts;
    this.close();
    for (const { version, state, cost, taskId } of this.#views.values()) {
      if (!this.#isPaid || cost.reservedFen === 0 || state === "queued") continue;
      const values = { version, amount: words.money(cost.reservedFen), taskId: taskId ?? "" };
      this.complain(words.t(taskId ? "interrupt.leftTask" : "interrupt.left", values));
    }
    if (page) output.say(words.t("generate.project", { page }));
  }

  /** Takes the progress line away. */
  close(): void {
    clearInterval(this.#ticker);
    this.#ticker = undefined;
    this.#parts.output.progress("");
  }

  get #isPaid(): boolean {
    return this.#parts.about.upstream === "cloud";
  }

  get #seconds(): number {
    return Math.round((this.#parts.clock.monotonic() - this.#startedAt) / 1_000);
  }

  /** Why there are fewer pictures than were asked for. */
  #explain({ version, state, n, pictures, failure, cost }: GenerationView): void {
    const { words, page } = this.#parts;
    const { t } = words;
    if (state === "failed") {
      this.complain(t("generate.failed", { version, reason: failure ? words.failure(failure) : words.state(state) }));
    } else if (state === "needs_decision") {
      const values = { version, amount: words.money(this.#isPaid ? cost.reservedFen : 0) };
      this.complain(page ? t("generate.undecided", { ...values, page }) : t("generate.undecidedHere", values));
    } else if (state === "done" && pictures.length < n) {
      this.complain(t("generate.fewer", { version, missing: n - pictures.length }));
    }
  }

  #draw(): void {
    const { output, words } = this.#parts;
    if (this.#ticker === undefined) return;
    const views = [...this.#views.values()];
    const saved = this.#saved.length;
    const finished = Math.max(saved, sum(views.map(({ progress }) => progress.succeeded)));
    const states = views.map(({ version, state }) => words.t("generate.state", { version, state: words.state(state) }));
    const counted = words.t("generate.counted", { saved, total: this.#total });
    const said = [counted, words.t("generate.seconds", { seconds: this.#seconds }), ...states];
    output.progress(progressLine({ saved, finished, total: this.#total, words: said }, output.columns));
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
