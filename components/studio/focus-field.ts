/** Puts the caret into the first field to be seen that says `data-field`; in the next frame, because it may only be appearing. */
export function focusField(field: string): void {
  requestAnimationFrame(() => {
    const fields = [...document.querySelectorAll<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)];
    const element = fields.find((candidate) => candidate.checkVisibility());
    element?.scrollIntoView({ block: "nearest" });
    element?.focus();
  });
}
