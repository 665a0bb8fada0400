import type { ReactNode } from "react";
import { RoleMark, type StudioRole } from "./role-mark.tsx";

export interface PanelSectionProps {
  title: string;
  mark?: StudioRole;
  aside?: ReactNode;
  children: ReactNode;
}

export function PanelSection({ title, mark, aside, children }: PanelSectionProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2.5 border-hairline border-b px-3 pt-2.5 pb-3.5">
      <div className="flex h-6 items-center gap-1.5">
        {mark ? <RoleMark of={mark} /> : null}
        <h2 className="font-semibold text-xs">{title}</h2>
        {aside ? <div className="ml-auto flex items-center gap-1">{aside}</div> : null}
      </div>
      {children}
    </section>
  );
}
