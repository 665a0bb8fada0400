import { z } from "zod";

/** A whole number in a query or a header, in plain digits: `Number` alone takes `1e3`, `0x5` and nothing at all. */
export const digitsSchema = z
  .string()
  .regex(/^\d{1,15}$/, "must be a whole number")
  .transform(Number)
  .pipe(z.int().min(0));
