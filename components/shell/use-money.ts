"use client";

import { useFormatter } from "use-intl";

/** Integer fen as `¥0.64`. */
export function useMoney(): (fen: number) => string {
  const format = useFormatter();
  return (fen) => format.number(fen / 100, { style: "currency", currency: "CNY", currencyDisplay: "narrowSymbol" });
}
