/** The ready scenes, in the order they are offered. Apart from the schemas, so that a page can list them without loading zod. */
export const EXAMPLE_NAMES = ["perfume-sunset", "tea-podium", "perfume-marble"] as const;
export type ExampleName = (typeof EXAMPLE_NAMES)[number];
