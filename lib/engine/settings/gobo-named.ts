import type { GoboName } from "../scene-spec.ts";
import { blindGobo, boughGobo, causticsGobo, type Gobo, leafGobo, spotGobo, windowGobo } from "../tracer/gobo.ts";

export function goboNamed(name: GoboName, seed: number): Gobo | null {
  switch (name) {
    case "none":
      return null;
    case "leaves":
      return leafGobo(seed);
    case "bough":
      return boughGobo(seed);
    case "window":
      return windowGobo();
    case "window-leaves":
      return windowGobo(seed);
    case "blind":
      return blindGobo();
    case "spot":
      return spotGobo();
    case "caustics":
      return causticsGobo(seed);
  }
}
