import type { Size, Transform } from "#lib/composition/document.ts";
import type { Box } from "#lib/composition/geometry.ts";
import type { LayerId } from "#lib/editor/editor-state.ts";
import type { PickableLayer } from "#lib/editor/kernels/pick.ts";
import type { LayerPicture } from "./layer-picture.ts";
import type { Scene } from "./use-editor-state.ts";
import { type LayerPictures, pictureKey, type Role } from "./use-layer-pictures.ts";

/** What the stage draws of one layer. */
export interface StageLayer extends PickableLayer<LayerId> {
  role: Role;
  name: string;
  size: Size;
  transform: Transform;
  picture: LayerPicture | "broken" | null;
  /** What can be seen of the picture, in its own pixels: frames and snapping keep to it, not to empty margins. */
  visible: Box;
}

/** Bottom to top, as it is drawn: background, subject, foreground; hidden elements are left out. */
export function stageLayers(scene: Scene, pictures: LayerPictures): StageLayer[] {
  const layer = (
    id: LayerId,
    role: Role,
    placed: { assetId: `asset_${string}`; size: Size; transform: Transform; name: string },
  ): StageLayer => {
    const picture = pictures.get(pictureKey(placed, role)) ?? null;
    const loaded = picture === "broken" ? null : picture;
    return {
      id,
      role,
      name: placed.name,
      size: placed.size,
      transform: placed.transform,
      picture,
      mask: loaded?.mask ?? null,
      visible: loaded?.visible ?? { x: 0, y: 0, ...placed.size },
    };
  };
  const group = (role: "foreground" | "background") =>
    scene[role].filter(({ visible }) => visible).map((element) => layer(element.id, role, element));
  return [
    ...group("background"),
    ...(scene.subject ? [layer("subject", "subject", scene.subject)] : []),
    ...group("foreground"),
  ];
}

/** Layers under, at and over the selection: the canvas redraws only the middle one while it is dragged. */
export function splitAtSelection(
  layers: readonly StageLayer[],
  selection: LayerId | null,
): { below: StageLayer[]; active: StageLayer[]; above: StageLayer[] } {
  const index = layers.findIndex(({ id }) => id === selection);
  if (index < 0) return { below: [...layers], active: [], above: [] };
  return { below: layers.slice(0, index), active: layers.slice(index, index + 1), above: layers.slice(index + 1) };
}
