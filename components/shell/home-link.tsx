"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";

export function HomeLink({ className }: { className?: string }) {
  const t = useTranslations("shell.error");
  return (
    <Button nativeButton={false} render={<Link href="/" />} className={className}>
      {t("home")}
    </Button>
  );
}
