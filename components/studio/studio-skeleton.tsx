"use client";

import { useTranslations } from "use-intl";
import { Skeleton } from "#components/ui/skeleton.tsx";

const ROWS = ["a", "b", "c", "d"];

/** The studio's layout while the project is on its way. */
export function StudioSkeleton() {
  const t = useTranslations("studio");
  return (
    <div
      role="status"
      aria-busy="true"
      aria-label={t("loading")}
      className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[44px_minmax(0,1fr)_128px] md:grid-cols-[272px_minmax(0,1fr)_272px]"
    >
      <div className="col-span-full flex items-center border-hairline border-b bg-surface-2 px-3">
        <Skeleton className="h-4 w-48" />
      </div>
      <div className="row-span-2 flex flex-col gap-4 border-hairline border-r bg-surface-2 p-3 max-md:hidden">
        <Skeleton className="h-18" />
        <Skeleton className="h-24" />
        <Skeleton className="h-14" />
        <Skeleton className="mt-auto h-9" />
      </div>
      <div className="grid place-items-center bg-surround">
        <Skeleton className="aspect-square h-2/3 rounded-none" />
      </div>
      <div className="flex flex-col gap-2 border-hairline border-l bg-surface-2 p-3 max-md:hidden">
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-11" />
        ))}
      </div>
      <div className="border-hairline border-t bg-surface-2 md:col-span-2" />
    </div>
  );
}
