import { Badge, type BadgeTone } from "#components/ui/badge.tsx";

const TONES: Record<string, BadgeTone> = { GET: "success", POST: "accent", PUT: "warning", DELETE: "danger" };

export function MethodBadge({ method }: { method: string }) {
  return (
    <Badge tone={TONES[method] ?? "neutral"} className="w-14 justify-center font-mono font-semibold">
      {method}
    </Badge>
  );
}
