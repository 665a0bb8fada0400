/** Puts the caret into the first field to be seen that says `data-field`, or that stands within it; in the next frame, because it may only be appearing. */
export function focusField(field: string): void {
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)];
    const place = fields.find((candidate) => candidate.checkVisibility());
    place?.scrollIntoView({ block: "nearest" });
    const within = "input, button, textarea";
    (place?.matches(within) ? place : place?.querySelector<HTMLElement>(within))?.focus();
  });
}
