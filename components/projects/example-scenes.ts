import type { ExampleName } from "#lib/api/project-view.ts";

export interface ScenePart {
  /** A file below /examples. */
  file: string;
  role: "subject" | "foreground" | "background";
  /** Centre and width as shares of the square stage. */
  x: number;
  y: number;
  width: number;
  flip?: boolean;
}

/** How the ready scenes look on their cards: the same parts at about the same places, bottom to top. */
export const EXAMPLE_SCENES: Record<ExampleName, readonly ScenePart[]> = {
  "perfume-sunset": [
    { file: "leaves-edge.png", role: "background", x: 0.75, y: 0.245, width: 0.57 },
    { file: "perfume.png", role: "subject", x: 0.5, y: 0.57, width: 0.246 },
    { file: "blossom-edge.png", role: "foreground", x: 0.245, y: 0.79, width: 0.435 },
    { file: "puppy-edge.png", role: "foreground", x: 0.78, y: 0.85, width: 0.283 },
  ],
  "tea-podium": [
    { file: "tea-can.png", role: "subject", x: 0.5, y: 0.55, width: 0.272 },
    { file: "leaves-edge.png", role: "foreground", x: 0.195, y: 0.225, width: 0.517, flip: true },
  ],
  "perfume-marble": [
    { file: "perfume.png", role: "subject", x: 0.5, y: 0.576, width: 0.246 },
    { file: "blossom-edge.png", role: "foreground", x: 0.77, y: 0.83, width: 0.355, flip: true },
  ],
};

export const EXAMPLE_NAMES = Object.keys(EXAMPLE_SCENES) as ExampleName[];
