import { EditorView } from "@codemirror/view";

const ROUND = "var(--radius-sm)";

/** The studio's tokens: one theme for light and dark, because they are picked by the page. */
export const jsonTheme = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--surface-2)", color: "var(--ink)", fontSize: "12px" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": {
    fontFamily: "var(--font-mono, ui-monospace), monospace",
    lineHeight: "20px",
    overscrollBehavior: "contain",
  },
  ".cm-content": { padding: "6px 0 24px", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 4px 0 4px", lineBreak: "anywhere" },
  ".cm-gutters": { backgroundColor: "var(--surface-2)", color: "var(--muted)", border: "none" },
  ".cm-lineNumbers .cm-gutterElement": { padding: "0 0 0 6px", minWidth: "24px" },
  ".cm-gutter-lint": { width: "16px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "3px 2px" },
  ".json-name": { color: "var(--muted)" },
  ".json-value": { color: "var(--accent-text)" },
  ".json-sign": { color: "var(--muted)" },
  "& .cm-matchingBracket": { backgroundColor: "transparent" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--surface-5)", color: "var(--ink)" },
  ".layer-hint": {
    "--role": "var(--muted)",
    marginLeft: "8px",
    padding: "1px 5px",
    borderRadius: ROUND,
    boxShadow: "inset 0 0 0 1px color-mix(in oklch, var(--role) 45%, transparent)",
    color: "var(--role)",
    fontFamily: "var(--font-geist-sans), system-ui, sans-serif",
    fontSize: "11px",
    whiteSpace: "nowrap",
    cursor: "default",
    userSelect: "none",
  },
  ".layer-hint.is-selected": { backgroundColor: "color-mix(in oklch, var(--role) 16%, transparent)" },
  ".is-selected-layer": { backgroundColor: "var(--surface-3)" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--danger) 1px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintRange-warning, .cm-lintRange-info": {
    backgroundImage: "none",
    textDecoration: "underline dotted var(--warning) 1.5px",
    textUnderlineOffset: "3px",
  },
  ".cm-lintPoint::after": { borderBottomColor: "var(--danger)" },
  ".cm-lintRange-active": { backgroundColor: "var(--surface-4)" },
  ".cm-tooltip": {
    border: "none",
    borderRadius: "var(--radius-md)",
    backgroundColor: "var(--surface-2)",
    boxShadow: "var(--shadow-floating)",
    color: "var(--ink)",
  },
  ".cm-tooltip-lint .cm-diagnostic": {
    maxWidth: "320px",
    padding: "6px 8px",
    border: "none",
    fontFamily: "var(--font-geist-sans), system-ui, sans-serif",
    fontSize: "12px",
    lineHeight: "1.45",
    whiteSpace: "normal",
  },
});
