import type { Plane } from "#lib/pixels/resample.ts";
import type { ColourPlanes } from "./colour-planes.ts";
import type { DetectorSettings } from "./detector-settings.ts";
import { gaussianBlur } from "./gaussian.ts";
import { lineConfidence } from "./line-confidence.ts";
import { type RidgePoints, ridgePoints } from "./ridge-points.ts";
import {
  blurTensor,
  type StructureTensor,
  structureTensor,
  tensorCoherence,
  tensorMagnitude,
} from "./structure-tensor.ts";

/** Soft edges, 0 to 1, of a picture on the working grid. */
export function detectEdges(planes: ColourPlanes, settings: DetectorSettings): Plane {
  const { width, height } = planes;
  const { response, directions } = edgeResponse(planes, settings);
  const points = ridgePoints(response, directions, width, height, settings.lowest);
  const confidence = lineConfidence(points, width, response.length, settings);
  return { width, height, values: drawLines(points, confidence, width, height, settings) };
}

/** How much each pixel looks like an edge, 0 to 1, at all scales together; and which way the edge is crossed. */
function edgeResponse(
  planes: ColourPlanes,
  settings: DetectorSettings,
): { response: Float32Array; directions: StructureTensor } {
  const { width, height } = planes;
  const channels = [
    { values: planes.luma, weight: 1 },
    { values: planes.redGreen, weight: settings.colourWeight },
    { values: planes.blueYellow, weight: settings.colourWeight },
    { values: planes.inside, weight: settings.outlineWeight },
  ];
  const response = new Float32Array(width * height);
  let directions: StructureTensor | undefined;
  for (const [index, { sigma, weight }] of settings.scales.entries()) {
    const tensor = structureTensor(channels, width, height, sigma);
    const agreeing = blurTensor(tensor, width, height, sigma * settings.agreementReach);
    const coherence = tensorCoherence(agreeing);
    const magnitude = tensorMagnitude(tensor);
    const surround = gaussianBlur(magnitude, width, height, settings.surroundPx + 2 * sigma);
    for (let pixel = 0; pixel < response.length; pixel += 1) {
      const around = surround[pixel] as number;
      const standing = (magnitude[pixel] as number) - settings.surroundShare * around;
      if (standing <= 0) continue;
      const normalised = standing / (standing + settings.halfContrast + settings.crowding * around);
      const agreed = (coherence[pixel] as number) ** settings.agreementPower;
      response[pixel] = (response[pixel] as number) + weight * normalised * agreed;
    }
    if (index === 1 || !directions) directions = agreeing;
  }
  return { response, directions: directions as StructureTensor };
}

/** Every point drawn as a soft dot of a line that is as bright as it is strong, wherever it lies between pixels. */
function drawLines(
  points: RidgePoints,
  confidence: Float32Array,
  width: number,
  height: number,
  settings: DetectorSettings,
): Float32Array {
  const dots = new Float32Array(width * height);
  const lineDensity = settings.lineSigmaPx * Math.sqrt(2 * Math.PI);
  for (let point = 0; point < points.count; point += 1) {
    const amount =
      (points.strength[point] as number) *
      (confidence[point] as number) *
      (points.length[point] as number) *
      lineDensity;
    splat(dots, width, points.x[point] as number, points.y[point] as number, amount);
  }
  const lines = gaussianBlur(dots, width, height, settings.lineSigmaPx);
  for (let pixel = 0; pixel < lines.length; pixel += 1) {
    lines[pixel] = 1 - Math.exp(-settings.gain * (lines[pixel] as number));
  }
  return lines;
}

function splat(dots: Float32Array, width: number, x: number, y: number, amount: number): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const right = x - left;
  const below = y - top;
  const index = top * width + left;
  dots[index] = (dots[index] as number) + amount * (1 - right) * (1 - below);
  dots[index + 1] = (dots[index + 1] as number) + amount * right * (1 - below);
  dots[index + width] = (dots[index + width] as number) + amount * (1 - right) * below;
  dots[index + width + 1] = (dots[index + width + 1] as number) + amount * right * below;
}
