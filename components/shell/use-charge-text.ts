"use client";

import { useQuery } from "@tanstack/react-query";
import { aboutQuery } from "#lib/client/queries.ts";
import { useMoney } from "./use-money.ts";

/** What was charged, as `¥0.32`; null where nothing is: the preview engine keeps the books of the cloud, but nobody pays. */
export function useChargeText(): (chargedFen: number) => string | null {
  const money = useMoney();
  const { data: about } = useQuery(aboutQuery());
  return (chargedFen) => (about?.upstream === "cloud" && chargedFen > 0 ? money(chargedFen) : null);
}
