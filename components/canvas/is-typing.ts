/** True while keys belong to a text field or to an input method that is composing (Chinese is written that way). */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  return isInField(event.target);
}

/** Whether letters typed, or a text pasted, at this place stay there. */
export function isInField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches("input:not([type='checkbox'], [type='radio'], [type='range']), textarea, select")
  );
}
