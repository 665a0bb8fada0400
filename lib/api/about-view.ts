import { z } from "zod";

/** What the studio runs on: the preview engine of this machine or the cloud, and what a picture costs there, in integer fen. */
export const aboutSchema = z.object({
  upstream: z.enum(["sandbox", "cloud"]),
  model: z.string(),
  priceFenPerPicture: z.int(),
});
export type About = z.infer<typeof aboutSchema>;

export const healthSchema = z.object({ status: z.literal("ok") });
