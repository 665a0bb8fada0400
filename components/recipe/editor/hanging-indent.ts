import { type Range, RangeSet } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

function indent({ state, visibleRanges }: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of visibleRanges) {
    for (let place = from; place <= to; ) {
      const line = state.doc.lineAt(place);
      const depth = line.text.search(/[^ ]/);
      if (depth > 0) {
        const style = `padding-left: calc(4px + ${depth}ch); text-indent: -${depth}ch`;
        marks.push(Decoration.line({ attributes: { style } }).range(line.from));
      }
      place = line.to + 1;
    }
  }
  return RangeSet.of(marks);
}

/** A long line goes on below its own beginning, so that the depth of the JSON stays to be seen. */
export const hangingIndent = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = indent(view);
    }

    update({ view, docChanged, viewportChanged }: ViewUpdate) {
      if (docChanged || viewportChanged) this.decorations = indent(view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
