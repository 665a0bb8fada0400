/** Ids carry the kind of thing they name, so that a log line can be read and a wrong id is seen at the border. */
export type Id<Kind extends string> = `${Kind}_${string}`;

export type ProjectId = Id<"project">;
export type ElementId = Id<"element">;
export type RunId = Id<"run">;
export type GenerationId = Id<"generation">;
export type PictureId = Id<"picture">;
/** `asset_` and the lower-case hex SHA-256 of the bytes: the same bytes are the same asset. */
export type AssetId = Id<"asset">;

/** 96 random bits in lower-case hex: unique without coordination, safe in file names and URLs. */
export function newId<Kind extends string>(kind: Kind): Id<Kind> {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `${kind}_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

export function isId<Kind extends string>(kind: Kind, value: unknown): value is Id<Kind> {
  return typeof value === "string" && new RegExp(`^${kind}_[0-9a-f]{8,64}$`).test(value);
}
