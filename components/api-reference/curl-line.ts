import type { JsonSchema, OpenApiOperation, OpenApiParameter } from "#lib/api/open-api.ts";
import { quoted } from "#lib/composition/curl.ts";

export interface AddressedOperation {
  /** In capitals. */
  method: string;
  path: string;
  operation: OpenApiOperation;
}

/** A command line that calls the operation with its examples: what is required, and its body. `schemas` are the named ones. */
export function curlLine(
  { method, path, operation }: AddressedOperation,
  origin: string,
  schemas: Readonly<Record<string, JsonSchema>>,
): string {
  const { parameters = [], requestBody, responses } = operation;
  const address = path.replace(/\{(\w+)\}/g, (_, name) => exampleOf(parameters.find((one) => one.name === name)));
  const query = parameters.filter((parameter) => parameter.in === "query" && parameter.required);
  const search = query.map((parameter) => `${parameter.name}=${exampleOf(parameter)}`).join("&");
  const [answerType = ""] = Object.keys(Object.values(responses)[0]?.content ?? {});
  return [
    "curl",
    ...(method === "GET" ? [] : [`-X ${method}`]),
    ...(answerType === "text/event-stream" ? ["-N"] : []),
    ...(answerType.startsWith("image/") ? ["-OJ"] : []),
    quoted(`${origin}${address}${search && `?${search}`}`),
    ...bodyArguments(requestBody, schemas),
  ].join(" ");
}

function bodyArguments(body: OpenApiOperation["requestBody"], schemas: Readonly<Record<string, JsonSchema>>): string[] {
  const [sent] = Object.entries(body?.content ?? {});
  if (!sent) return [];
  const [mediaType, { schema }] = sent;
  const type = `-H ${quoted(`Content-Type: ${mediaType}`)}`;
  if (schema === undefined) return [type, "--data-binary @picture.png"];
  const name = schema.$ref?.split("/").at(-1) ?? "";
  return [type, `-d ${quoted(JSON.stringify(schemas[name]?.examples?.[0]))}`];
}

function exampleOf(parameter: OpenApiParameter | undefined): string {
  return String(parameter?.example ?? "");
}
