import { writeFileSync } from "node:fs";
import path from "node:path";
import { describeApi } from "./describe-api.ts";

/** `npm run openapi`: writes the description that is committed, so that a change of the API is seen in review. */
export const OPEN_API_FILE = path.resolve(import.meta.dirname, "../../../docs/openapi.json");

export const openApiText = () => `${JSON.stringify(describeApi("en"), null, 2)}\n`;

if (import.meta.main) writeFileSync(OPEN_API_FILE, openApiText());
