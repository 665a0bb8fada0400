import { type MouseEvent, type RefObject, useEffect, useRef } from "react";

/**
 * For a button that adds to a list and may be gone with it. After a press by keyboard the focus goes on to the first entry that came,
 * and is not lost; with the pointer it stays where it is. `count` is how many entries the list now has; call the answer on a press.
 */
export function useFocusFirstNew(list: RefObject<HTMLElement | null>, selector: string, count: number) {
  const firstNew = useRef<number>(null);
  useEffect(() => {
    if (firstNew.current === null || count <= firstNew.current) return;
    list.current?.querySelectorAll<HTMLElement>(selector)[firstNew.current]?.focus();
    firstNew.current = null;
  }, [count, list, selector]);
  return (event: MouseEvent) => {
    firstNew.current = event.detail === 0 ? count : null;
  };
}
