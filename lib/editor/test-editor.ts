import type { Clock } from "#lib/base/clock.ts";
import { BacklotError } from "#lib/base/errors.ts";
import type { ElementId } from "#lib/base/ids.ts";
import type { Element, ElementGroup, ProjectDocument } from "#lib/composition/document.ts";
import { addElement } from "#lib/composition/elements.ts";
import { type CommandId, runCommand } from "./commands/commands.ts";
import { createEditor, type Editor } from "./editor.ts";
import type { LayerId } from "./editor-state.ts";

const SHA = "0".repeat(63);

export function testElement(id: string, prompt = id): Element {
  return {
    id: `element_${id}`,
    assetId: `asset_${SHA}1`,
    size: { width: 200, height: 100 },
    name: `${id}.png`,
    transform: { x: 300, y: 400, scaleX: 1, scaleY: 1, rotation: 0 },
    visible: true,
    prompt,
    original: null,
  };
}

export function testDocument(): ProjectDocument {
  return {
    schema: 1,
    artboard: { width: 1000, height: 1200 },
    subject: {
      assetId: `asset_${SHA}2`,
      size: { width: 1000, height: 1200 },
      name: "perfume.png",
      transform: { x: 500, y: 600, scaleX: 1, scaleY: 1, rotation: 0 },
    },
    foreground: [],
    background: [],
    guide: { prompt: "", negativePrompt: "", image: null, noiseLevel: 300, promptWeight: 0.5 },
    output: { versions: ["v3"], n: 4 },
  };
}

/** Time stands still until `pass` is called; sleepers wake in the order of their time. */
export class HeldClock implements Clock {
  private ms = 0;
  private sleepers: { at: number; wake(): void }[] = [];

  now = () => 1_700_000_000_000 + this.ms;
  monotonic = () => this.ms;

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const sleeper = { at: this.ms + ms, wake: resolve };
      this.sleepers.push(sleeper);
      signal?.addEventListener("abort", () => {
        this.sleepers = this.sleepers.filter((other) => other !== sleeper);
        reject(signal.reason);
      });
    });
  }

  async pass(ms: number): Promise<void> {
    const until = this.ms + ms;
    for (;;) {
      const next = this.sleepers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.ms = Math.max(this.ms, next.at);
      this.sleepers = this.sleepers.filter((other) => other !== next);
      next.wake();
      await settle();
    }
    this.ms = until;
    await settle();
  }
}

/** Lets every promise that can go on go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
}

/** The real editor with counted ids and time held still, in the words of a person using it. */
export class TestEditor {
  readonly clock = new HeldClock();
  readonly generated: ProjectDocument[] = [];
  readonly editor: Editor;
  private ids = 0;

  constructor(document: ProjectDocument = testDocument()) {
    this.editor = createEditor(
      { document, name: "Spring", revision: 1 },
      {
        clock: this.clock,
        newElementId: (): ElementId => {
          this.ids += 1;
          return `element_new${this.ids}`;
        },
        generate: () => this.generated.push(this.document),
      },
    );
  }

  get state() {
    return this.editor.store.getState();
  }

  get document(): ProjectDocument {
    return this.state.document;
  }

  /** Names of a group's elements in the order of the API, bottom to top. */
  order(group: ElementGroup): string {
    return this.document[group].map(({ id }) => id.replace("element_", "")).join(" ");
  }

  add(group: ElementGroup, ...names: string[]): this {
    for (const name of names) {
      this.editor.edit("add-element", (document) => addElement(document, group, testElement(name)));
    }
    return this;
  }

  select(name: string): this {
    const layer: LayerId = name === "subject" ? "subject" : `element_${name}`;
    this.editor.select(layer);
    return this;
  }

  run(...ids: CommandId[]): this {
    for (const id of ids) runCommand(this.editor, id);
    return this;
  }

  type(prompt: string): this {
    for (let length = 1; length <= prompt.length; length += 1) {
      this.editor.edit(
        "type-prompt",
        (document) => ({ ...document, guide: { ...document.guide, prompt: prompt.slice(0, length) } }),
        { coalesce: "guide prompt" },
      );
    }
    return this;
  }
}

/** A server that keeps one project, and can be unplugged. */
export class TestServer {
  revision = 1;
  saves: { revision: number; name: string; document: ProjectDocument; isLeaving: boolean }[] = [];
  isReachable = true;
  draft: unknown = null;

  save = async (
    draft: { revision: number; name: string; document: ProjectDocument },
    options: { isLeaving: boolean },
  ) => {
    await Promise.resolve();
    if (!this.isReachable) throw new BacklotError("studio/unreachable");
    if (draft.revision !== this.revision) throw new BacklotError("project/stale-revision");
    this.revision += 1;
    this.saves.push({ ...draft, ...options });
    return { revision: this.revision };
  };

  drafts = {
    keep: (draft: unknown) => {
      this.draft = draft;
    },
    drop: () => {
      this.draft = null;
    },
  };
}
