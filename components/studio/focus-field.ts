/** Puts the caret into a field that says `data-field`; in the next frame, because it may only be appearing. */
export function focusField(field: string): void {
  requestAnimationFrame(() => {
    const element = document.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`);
    element?.scrollIntoView({ block: "nearest" });
    element?.focus();
  });
}
