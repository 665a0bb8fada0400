import { BringToFront, ImageIcon, Package, SendToBack } from "lucide-react";
import { cn } from "#components/ui/class-names.ts";

export type StudioRole = "subject" | "foreground" | "background" | "guide";

const ICONS = { subject: Package, foreground: BringToFront, background: SendToBack, guide: ImageIcon };

/** Text colours: they keep their contrast on panels in both themes. */
export const ROLE_TEXT: Record<StudioRole, string> = {
  subject: "text-subject",
  foreground: "text-foreground",
  background: "text-background",
  guide: "text-guide",
};

/** The sign of a role; the word stands beside it. */
export function RoleMark({ of, className }: { of: StudioRole; className?: string }) {
  const Icon = ICONS[of];
  return <Icon aria-hidden className={cn("size-3.5 shrink-0", ROLE_TEXT[of], className)} />;
}
