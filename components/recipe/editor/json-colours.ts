import { syntaxTree } from "@codemirror/language";
import type { Range } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

const NAME = Decoration.mark({ class: "json-name" });
const VALUE = Decoration.mark({ class: "json-value" });
const SIGN = Decoration.mark({ class: "json-sign" });

/** By the node names of the JSON grammar. Texts keep the ink: what people wrote is what is read here. */
const MARKS: Readonly<Record<string, Decoration | undefined>> = {
  PropertyName: NAME,
  Number: VALUE,
  True: VALUE,
  False: VALUE,
  Null: VALUE,
  "{": SIGN,
  "}": SIGN,
  "[": SIGN,
  "]": SIGN,
};

function colour({ state, visibleRanges }: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    syntaxTree(state).iterate({
      from,
      to,
      enter: ({ name, from: start, to: end }) => {
        const mark = MARKS[name];
        if (mark && end > start) marks.push(mark.range(start, end));
      },
    });
  }
  return Decoration.set(marks, true);
}

/** Colours of names and values by the studio's tokens, in both themes. */
export const jsonColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = colour(view);
    }

    update({ view, docChanged, viewportChanged, state, startState }: ViewUpdate) {
      if (docChanged || viewportChanged || syntaxTree(state) !== syntaxTree(startState))
        this.decorations = colour(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
