import { PRICE_FEN_PER_PICTURE } from "./limits.ts";

/** Integer fen for this many pictures that succeeded; failed ones are free. For a reservation: the pictures asked for. */
export function priceFen(pictures: number): number {
  return pictures * PRICE_FEN_PER_PICTURE;
}
