"use client";

import { useQuery } from "@tanstack/react-query";
import { Cloud, FlaskConical } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "#components/ui/badge.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { aboutQuery } from "#lib/client/queries.ts";

/** Says where pictures come from; nothing until it is known. */
export function EngineBadge() {
  const t = useTranslations("shell.engine");
  const { data: about } = useQuery(aboutQuery());
  if (about === undefined) return null;
  const local = about.upstream === "sandbox";
  return (
    <Tooltip content={local ? t("sandboxHint") : t("cloudHint", { model: about.model })}>
      <button type="button" className="focus-ring flex rounded-sm">
        <Badge icon={local ? <FlaskConical aria-hidden /> : <Cloud aria-hidden />}>
          {local ? t("sandbox") : t("cloud")}
        </Badge>
      </button>
    </Tooltip>
  );
}
