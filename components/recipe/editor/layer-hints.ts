import { type Range, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, WidgetType } from "@codemirror/view";
import type { ElementGroup } from "#lib/composition/document.ts";
import type { LayerId } from "#lib/editor/editor-state.ts";
import { type JsonText, readJson } from "#lib/editor/kernels/json-text.ts";

/** What stands behind a line of the body: the layer that it is about, in the colour of its role. */
export interface LayerHint {
  text: string;
  role: ElementGroup | "subject" | "guide" | null;
  /** Selected by a click on the hint; null where there is no layer. */
  layer: LayerId | null;
  isSelected: boolean;
  /** Its picture is on its way. */
  isBusy: boolean;
}

export interface HintSource {
  /** The hint of a place that names a picture. */
  hintOf(field: string, address: string): LayerHint | null;
  select(layer: LayerId): void;
}

/** Replaces who is asked for hints: the canvas has changed, or a picture is on its way. */
export const setHintSource = StateEffect.define<HintSource>();

class HintWidget extends WidgetType {
  readonly hint: LayerHint;
  readonly select: HintSource["select"];

  constructor(hint: LayerHint, select: HintSource["select"]) {
    super();
    this.hint = hint;
    this.select = select;
  }

  override eq({ hint }: HintWidget): boolean {
    return JSON.stringify(hint) === JSON.stringify(this.hint);
  }

  override toDOM(): HTMLElement {
    const { text, role, layer, isSelected, isBusy } = this.hint;
    const tag = document.createElement("span");
    tag.className = ["layer-hint", isSelected && "is-selected", isBusy && "animate-breathe"].filter(Boolean).join(" ");
    if (role) tag.style.setProperty("--role", `var(--${role})`);
    tag.textContent = text;
    if (layer) {
      tag.addEventListener("mousedown", (event) => {
        event.preventDefault();
        this.select(layer);
      });
    }
    return tag;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const LIST = /^(input\.reference_edge\.(?:foreground|background)_edge)(_prompt)?(\[\d+\])$/;

/** The place that names the picture of this line: itself, or for a prompt the entry of its list of pictures. */
function pictureFieldOf(field: string): string | null {
  if (field === "input.base_image_url" || field === "input.ref_image_url") return field;
  const [, list, , index] = LIST.exec(field) ?? [];
  return list && index ? list + index : null;
}

function hintsOf({ fields }: JsonText, text: Text, source: HintSource): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const [field, { value }] of fields) {
    const named = pictureFieldOf(field);
    const address = named && fields.get(named)?.value;
    if (!address) continue;
    const hint = source.hintOf(named, text.sliceString(address.from + 1, address.to - 1));
    if (!hint) continue;
    const line = text.lineAt(value.to);
    marks.push(Decoration.widget({ widget: new HintWidget(hint, source.select), side: 1 }).range(line.to));
    if (hint.isSelected) marks.push(Decoration.line({ class: "is-selected-layer" }).range(line.from));
  }
  return Decoration.set(marks, true);
}

interface HintState {
  source: HintSource | null;
  marks: DecorationSet;
}

/** While the text is no JSON the hints stay with their lines. */
export const layerHints = StateField.define<HintState>({
  create: () => ({ source: null, marks: Decoration.none }),
  update({ source: last, marks }, transaction) {
    const source = transaction.effects.find((effect) => effect.is(setHintSource))?.value ?? last;
    if (!source || (source === last && !transaction.docChanged)) return { source, marks };
    const { newDoc, changes } = transaction;
    const reading = readJson(newDoc.toString());
    return { source, marks: reading.ok ? hintsOf(reading.json, newDoc, source) : marks.map(changes) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});
