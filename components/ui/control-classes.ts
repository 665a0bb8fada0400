/** The look shared by everything one types or picks into. The edge is 3:1 against the panel, as controls must be. */
export const CONTROL_CLASSES =
  "focus-ring w-full min-w-0 rounded-md border border-hairline bg-surface-3 text-ink transition-colors placeholder:text-muted hover:border-control-edge focus:border-focus disabled:opacity-50 data-disabled:opacity-50 data-disabled:hover:border-hairline data-invalid:border-danger aria-invalid:border-danger";

export const CONTROL_HEIGHTS = { small: "h-7 px-2 text-xs", medium: "h-9 px-3 text-sm" } as const;
